import Output
import Reports
import Values

/// What a survey of copied text found, as sheets.
package struct CopySheets {
    private let survey: CopySurvey
    private let least: Int64
    private let language: Language

    /// - Parameter least: the largest share that a report must have to be listed, in percent.
    package init(_ survey: CopySurvey, least: Int, language: Language) {
        self.survey = survey
        self.least = Int64(least) * 100
        self.language = language
    }

    private static func share(_ key: String, _ zh: String, _ en: String, isSpare: Bool = false) -> Column {
        Column(key, Phrase(zh: "\(zh)%", en: "\(en) %"), .number, isSpare: isSpare)
    }

    private static var shares: Sheet {
        Sheet(
            title: Phrase(zh: "雷同比例", en: "Shared text"),
            columns: [
                Columns.county, Columns.township, Columns.year,
                Column("characters", Phrase(zh: "正文字数", en: "characters"), .number, isSpare: true),
                share("last_year", "同上年", "last year's"), share("neighbours", "同本县其他乡镇", "neighbours'"),
                share("template", "多个乡镇共用", "template"), Column("nearest", Phrase(zh: "最相近的乡镇", en: "nearest")),
                share("nearest_share", "与其相同", "shared with it", isSpare: true),
                Column("standard", Phrase(zh: "略去的套话字数", en: "standard"), .number, isSpare: true),
                Column(Columns.source.key, Columns.source.title, isSpare: true),
            ])
    }

    private static var passages: Sheet {
        Sheet(
            title: Phrase(zh: "相同的段落", en: "Shared passages"),
            columns: [
                Columns.county, Columns.township, Columns.year, Column("kind", Phrase(zh: "同谁相同", en: "kind")),
                Column("characters", Phrase(zh: "字数", en: "characters"), .number),
                Columns.source, Column("passage", Phrase(zh: "原文", en: "passage")),
                Column("other", Phrase(zh: "对照", en: "other")),
                Column("other_year", Phrase(zh: "对照年度", en: "other year"), .number),
                Column("other_source", Phrase(zh: "对照出处", en: "other source")),
                Column("other_passage", Phrase(zh: "对照原文", en: "other passage")),
                Column("changed", Phrase(zh: "改了的数", en: "changed numbers")),
                Column("unchanged", Phrase(zh: "没改的数", en: "unchanged numbers")),
                Column("carriers", Phrase(zh: "共用乡镇数", en: "carriers"), .number),
            ])
    }

    /// Writes the shares, or the passages; for people the passages follow the shares, and the most copied stand first.
    ///
    /// - Returns: how many reports are listed.
    @discardableResult
    package func write(to writer: SheetWriter, withPassages: Bool, isForPeople: Bool) throws -> Int {
        var count = 0
        guard isForPeople else {
            try writer.write(withPassages ? Self.passages : Self.shares) { add in
                try survey.run(withPassages: withPassages, least: least) { report in
                    count += 1
                    if !withPassages { return try add(row(report)) }
                    for passage in report.passages { try add(row(passage, of: report)) }
                }
            }
            return count
        }
        var reports: [CopiedReport] = []
        try survey.run(withPassages: withPassages, least: least) { reports.append($0) }
        // The sort is not stable: equals keep the order of the places.
        let order = reports.indices.sorted {
            (reports[$1].largestShare, $0) < (reports[$0].largestShare, $1)
        }
        var shares = Self.shares
        shares.rows = order.map { row(reports[$0]) }
        shares.footnotes = [note]
        try writer.write(shares)
        if withPassages {
            var passages = Self.passages
            passages.rows = order.flatMap { number in reports[number].passages.map { row($0, of: reports[number]) } }
            try writer.write(passages)
        }
        return reports.count
    }

    private var note: Phrase {
        let percent = Scale.hundredths.digits(least)
        return Phrase(
            zh: """
                只列有一项不低于 \(percent)% 的年报；占正文（不含表格和标题）字数的比例，数字一律当作相同，不短于 \
                \(Fingerprints.shortestPassage) 字的连续相同才算。三分之一以上乡镇、或五分之一以上县区都有的套话不算（据 \
                \(survey.townshipCount) 个乡镇）；\(PhraseBook.fewestCarriers) 个以上乡镇同年都有的算共用
                """,
            en: """
                reports with a share of \(percent)% or more; shares are of the text without tables and headings, \
                numbers count as equal, and passages of \(Fingerprints.shortestPassage) characters or more count. \
                Standard phrases, which a third of the townships or townships of a fifth of the counties have, are \
                left out (learned from \(survey.townshipCount) townships); what \(PhraseBook.fewestCarriers) \
                townships or more have in one year is a template
                """)
    }

    private func row(_ report: CopiedReport) -> [Entry] {
        func share(_ count: Int?) -> Entry { count.map { .number(Number(report.share($0), .hundredths)) } ?? .empty }
        return [
            .text(report.place.county), .text(report.place.township), .year(report.year), .count(report.characters),
            share(report.lastYear), share(report.neighbours), share(report.template),
            .text(report.nearest?.place.township ?? ""), share(report.nearest?.characters), .count(report.standard),
            .text(report.path),
        ]
    }

    private func row(_ passage: CopiedPassage, of report: CopiedReport) -> [Entry] {
        let changed = passage.numbers.filter { !$0.isSame }.map { "\($0.other)→\($0.own)" }
        let unchanged = passage.numbers.filter(\.isSame).map(\.own)
        return [
            .text(report.place.county), .text(report.place.township), .year(report.year),
            .word(passage.kind.rawValue, passage.kind.words), .count(passage.characters), .text(passage.source),
            .text(passage.text), .text(passage.other.description), .year(passage.otherYear),
            .text(passage.otherSource), .text(passage.otherText), .list(changed), .list(unchanged),
            passage.carriers.map { .count($0) } ?? .empty,
        ]
    }
}

extension CopiedPassage.Kind {
    var words: Phrase {
        switch self {
        case .lastYear: Phrase(zh: "上年报告", en: "last year's")
        case .neighbour: Phrase(zh: "本县其他乡镇", en: "a neighbour's")
        case .template: Phrase(zh: "多个乡镇共用", en: "template")
        }
    }
}
