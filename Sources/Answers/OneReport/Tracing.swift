import Catalogue
import Documents
import Output
import Reports
import Storage
import Values

/// The way from figures of a report back to the sentences and table rows that they were read from.
package struct Tracing {
    private let report: StoredReport
    private let transcript: [UInt8]
    private let indicators: IndicatorList
    private let language: Language
    private let lines: LineNumbers
    private let corrections: [Indicator.ID: Correction]
    private let roles: DecidingRoles
    private let unread: UnreadIndicators
    private let workbook: Document?

    /// - Parameters:
    ///   - corrections: those of the report, by indicator.
    ///   - roles: what made numbers figures.
    ///   - unread: the indicators that nobody looked for.
    ///   - workbook: what the report was read from, if that has cells with names.
    package init(
        _ report: StoredReport, transcript: [UInt8], corrections: [Indicator.ID: Correction], indicators: IndicatorList,
        roles: DecidingRoles, unread: UnreadIndicators, language: Language, workbook: Document? = nil
    ) {
        self.workbook = workbook
        self.roles = roles
        self.unread = unread
        self.corrections = corrections
        self.report = report
        self.transcript = transcript
        self.indicators = indicators
        self.language = language
        lines = LineNumbers(transcript)
    }

    /// For programs: one row for each indicator.
    package func rows(_ ids: [Indicator.ID]) -> Sheet {
        var sheet = Sheet(columns: [
            Columns.county, Columns.township, Columns.year, Columns.indicator, Columns.label, Columns.value,
            Columns.unit,
            Columns.state, Columns.qualifier, Columns.source, Column("sha256", Phrase(zh: "SHA-256", en: "SHA-256")),
            Column("passage", Phrase(zh: "原文", en: "passage")),
            CorrectionColumns.corrected, CorrectionColumns.reason, Column("roles", Phrase(zh: "依据", en: "roles")),
            Column("ruled_out", Phrase(zh: "已排除", en: "ruled out")),
            Column("picture", Phrase(zh: "图片", en: "picture")),
        ])
        sheet.rows = ids.map { id in
            let indicator = indicators[id]
            let figure = figure(id)
            let amount = figure?.reading.amount
            let reasons = roles.reasons(id)
            return [
                .text(report.summary.place.county), .text(report.summary.place.township), .year(report.summary.year),
                .text(indicator.code), .text(indicator.label[language]),
                amount.map { .number(Number($0.value, of: indicator.unit)) } ?? .empty,
                .text(indicator.unit.rawValue),
                figure.map { .state($0.reading.state) } ?? (isUnread(id) ? .gap(.notRead) : .text("")),
                .qualifier(amount?.qualifier), .text(figure.map(source) ?? ""),
                .text(report.summary.fingerprint.description), .text(figure.map(passage) ?? ""),
                corrections[id].map { .number(Number($0.value, of: indicator.unit, isCorrected: true)) } ?? .empty,
                corrections[id].map { .text($0.reason) } ?? .empty,
                .text(reasons.deciding?[language] ?? ""), .list(reasons.ruledOut.map { $0[language] }),
                .text(figure?.place.map { RecognitionWords.place($0)[language] } ?? ""),
            ]
        }
        return sheet
    }

    /// For people: one indicator, a line for each thing to know.
    package func card(_ id: Indicator.ID) -> Sheet {
        let indicator = indicators[id]
        let title = indicator.label
        var sheet = Sheet(
            title: Phrase(zh: "\(title.zh)  \(indicator.code)", en: "\(title.en)  \(indicator.code)"),
            columns: [Column("item", Phrase(zh: "项目", en: "item")), Column("content", Phrase(zh: "内容", en: "content"))])
        func add(_ zh: String, _ en: String, _ text: String) {
            sheet.rows.append([.text(Phrase(zh: zh, en: en)[language]), .text(text)])
        }
        let figure = figure(id)
        add("单位", "body", report.summary.name)
        add("数值", "value", ReadingWords.of(figure?.reading, indicator.unit, isUnread: isUnread(id), language))
        if let correction = corrections[id] {
            add(
                "更正为", "corrected to",
                Number(correction.value, of: indicator.unit).groupedDigits + indicator.unit.rawValue)
            let time = LocalTime.words(correction.madeAt)
            add("更正理由", "reason", "\(correction.reason)  \(correction.author)  \(time)")
        }
        if let figure {
            add("原文", "passage", passage(figure))
            add("出处", "source", source(figure))
            if let cell = workbook?.cellName(at: figure.range.lowerBound) { add("单元格", "cell", cell) }
            if let recognition = figure.recognition {
                add("来源", "origin", RecognitionWords.explanation(recognition)[language])
            }
            if let place = figure.place { add("图片", "picture", RecognitionWords.place(place)[language]) }
            if let deciding = roles.reasons(id).deciding { add("依据", "roles", deciding[language]) }
            if let section = report.report.sections.last(where: { $0.range.contains(figure.range.lowerBound) }) {
                add("章节", "section", section.heading)
            }
        }
        for refusal in roles.reasons(id).ruledOut { add("已排除", "ruled out", refusal[language]) }
        add(Generator.hash, Generator.hash, report.summary.fingerprint.description)
        return sheet
    }

    private func isUnread(_ id: Indicator.ID) -> Bool { unread.contains(id, report: report.summary.id) }

    private func figure(_ id: Indicator.ID) -> Figure? { report.report.figure(id) }

    private func source(_ figure: Figure) -> String {
        "\(report.summary.path):\(lines.line(at: figure.range.lowerBound))" + RecognitionWords.mark(figure.recognition)
    }

    private func passage(_ figure: Figure) -> String {
        Passage.oneLine(Passage(around: figure.range, in: transcript).marked)
    }
}
