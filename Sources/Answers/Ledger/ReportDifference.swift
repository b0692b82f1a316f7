import Catalogue
import Documents
import Output
import Reports
import Storage
import Values

/// What two reports say differently, as they themselves have it: figure by figure, and sentence by sentence.
package struct ReportDifference {
    /// A sentence that only one of the two has.
    private struct Sentence {
        let text: String
        let line: Int
        let isNew: Bool
    }

    private let from: StoredReport
    private let to: StoredReport
    private let indicators: IndicatorList
    private let language: Language
    private let changes: [(id: Indicator.ID, old: Reading?, new: Reading?)]
    private let sentences: [Sentence]

    package init(
        from: StoredReport, to: StoredReport, archive: Archive, language: Language
    ) throws {
        self.from = from
        self.to = to
        self.language = language
        indicators = archive.indicators
        let (old, new) = (Self.readings(from), Self.readings(to))
        changes = Set(old.keys).union(new.keys).sorted().filter { old[$0] != new[$0] }.map { ($0, old[$0], new[$0]) }
        let (before, after) = try (
            Self.sentences(archive.transcript(of: from.summary)), Self.sentences(archive.transcript(of: to.summary))
        )
        sentences = (Self.missing(before, in: after, isNew: false) + Self.missing(after, in: before, isNew: true))
            .sorted { ($0.line, $0.isNew ? 1 : 0) < ($1.line, $1.isNew ? 1 : 0) }
    }

    package var isEmpty: Bool { changes.isEmpty && sentences.isEmpty }

    /// For programs: a row for each figure or sentence.
    package var rows: Sheet {
        var sheet = Sheet(columns: [
            Column("kind", Phrase(zh: "种类", en: "kind")), Columns.indicator, Columns.label,
            Column("from", Phrase(zh: "原", en: "from")), Column("to", Phrase(zh: "现", en: "to")), Columns.unit,
            Column("line", Phrase(zh: "行", en: "line"), .number),
            Column("corrected", Phrase(zh: "更正为", en: "corrected")),
        ])
        sheet.rows = changes.map { change in
            let indicator = indicators[change.id]
            return [
                .text("figure"), .text(indicator.code), .text(indicator.label[language]), entry(change.old, indicator),
                entry(change.new, indicator), .text(indicator.unit.rawValue), .empty,
                .list(corrections(change.id).map { "\($0.of):\($0.value)" }),
            ]
        }
        sheet.rows += sentences.map { sentence in
            [
                .text("sentence"), .empty, .empty, sentence.isNew ? .empty : .text(sentence.text),
                sentence.isNew ? .text(sentence.text) : .empty, .empty, .count(sentence.line), .empty,
            ]
        }
        return sheet
    }

    /// For people: the figures, then the sentences.
    package var sections: [Sheet] {
        let (old, new) = (name(from), name(to))
        var figures = Sheet(
            title: Phrase(zh: "\(old.zh) → \(new.zh)：数字", en: "\(old.en) → \(new.en): figures"),
            columns: [
                Columns.label, Columns.indicator, Column("from", old, .number), Column("to", new, .number),
                Column("change", Phrase(zh: "增减", en: "change"), .number), Columns.unit,
            ])
        figures.rows = changes.map { change in
            let indicator = indicators[change.id]
            return [
                .text(indicator.label[language]), .text(indicator.code), entry(change.old, indicator),
                entry(change.new, indicator), difference(change.old, change.new, indicator),
                .text(indicator.unit.rawValue),
            ]
        }
        if changes.isEmpty { figures.footnotes = [Phrase(zh: "数字全部相同", en: "all figures are the same")] }
        figures.footnotes += noteOnCorrections
        var text = Sheet(
            title: Phrase(zh: "文字", en: "Sentences"),
            columns: [
                Column("change", Phrase(zh: "增删", en: "change")), Column("line", Phrase(zh: "行", en: "line"), .number),
                Column("sentence", Phrase(zh: "句子", en: "sentence")),
            ])
        text.rows = sentences.map { sentence in
            let word = sentence.isNew ? Phrase(zh: "增", en: "added") : Phrase(zh: "删", en: "removed")
            return [.text(word[language]), .count(sentence.line), .text(sentence.text)]
        }
        if sentences.isEmpty { text.footnotes = [Phrase(zh: "文字全部相同", en: "all sentences are the same")] }
        return [figures, text]
    }

    /// What staff put in place of a figure, and in which of the two: by its year, or its revision.
    private func corrections(_ indicator: Indicator.ID) -> [(of: String, value: String)] {
        let unit = indicators[indicator].unit
        return [from, to].compactMap { report in
            guard let value = report.corrections[indicator] else { return nil }
            let isOfYears = from.summary.year != to.summary.year
            return (isOfYears ? "\(report.summary.year)" : "#\(report.summary.revision)", unit.display(value))
        }
    }

    /// That figures are told here as the reports have them, though others count.
    private var noteOnCorrections: [Phrase] {
        let told = changes.flatMap { change in
            corrections(change.id).map { "\(indicators[change.id].code) \($0.of) → \($0.value)*" }
        }
        guard !told.isEmpty else { return [] }
        return [
            Phrase(
                zh: "以上为报告原文，其中已更正的：\(told.joined(separator: "；"))",
                en: "figures as the reports have them; of these were corrected: \(told.joined(separator: "; "))")
        ]
    }

    private func name(_ report: StoredReport) -> Phrase {
        let summary = report.summary
        guard from.summary.year == to.summary.year else {
            return Phrase(zh: "\(summary.year)年", en: "\(summary.year)")
        }
        return Phrase(zh: "第 \(summary.revision) 版", en: "revision \(summary.revision)")
    }

    private func entry(_ reading: Reading?, _ indicator: Indicator) -> Entry {
        reading.map { Entry($0, indicator.unit) } ?? .gap(.absent)
    }

    private func difference(_ old: Reading?, _ new: Reading?, _ indicator: Indicator) -> Entry {
        guard let old = old?.amount, let new = new?.amount else { return .empty }
        let (difference, overflow) = new.value.subtractingReportingOverflow(old.value)
        return overflow ? .empty : .number(Number(difference, of: indicator.unit))
    }

    private static func readings(_ report: StoredReport) -> [Indicator.ID: Reading] {
        Dictionary(report.report.figures.map { ($0.indicator, $0.reading) }) { first, _ in first }
    }

    /// The sentences of the prose with their lines; rows of tables are compared by their figures.
    private static func sentences(_ transcript: [UInt8]) -> [(text: String, line: Int)] {
        let lines = String(decoding: transcript, as: UTF8.self)
            .split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        return lines.enumerated().flatMap { number, line -> [(String, Int)] in
            guard !line.contains("\t") else { return [] }
            var sentences: [(String, Int)] = []
            var sentence = ""
            for character in line {
                sentence.append(character)
                if SentenceEnd.marks.contains(character) {
                    sentences.append((trimmed(sentence), number + 1))
                    sentence = ""
                }
            }
            sentences.append((trimmed(sentence), number + 1))
            return sentences.filter { !$0.0.isEmpty }
        }
    }

    private static func trimmed(_ text: String) -> String {
        text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    /// Those that the other has not, or not so often; one that only stands elsewhere is no difference.
    private static func missing(
        _ sentences: [(text: String, line: Int)], in other: [(text: String, line: Int)], isNew: Bool
    ) -> [Sentence] {
        var counts = Dictionary(other.map { ($0.text, 1) }, uniquingKeysWith: +)
        return sentences.compactMap { text, line in
            if let count = counts[text], count > 0 {
                counts[text] = count - 1
                return nil
            }
            return Sentence(text: text, line: line, isNew: isNew)
        }
    }
}
