import Catalogue
import Output
import Reports
import Storage
import Values

/// A trial of a user's own indicators: its examples, and what it would find in an archive.
package struct LocalTrial {
    private let file: LocalFile
    private let codebook: Codebook
    private let reader: NarrativeReader
    private let checks: [ExampleCheck]
    private let wording: RoleWording
    /// The codes of the file's own indicators.
    package let codes: Set<String>

    /// - Parameter kept: the files that the archive has already; one of the same name is taken for its older version.
    package init(_ file: LocalFile, besides kept: [LocalFile]) throws(CatalogueError) {
        try file.requireIndicators()
        let others = kept.filter { $0.name != file.name }
        let before = try Codebook.load(adding: others)
        codebook = try Codebook.load(adding: others + [file])
        let narrative = try codebook.loadNarrative()
        let reader = NarrativeReader(narrative, indicators: codebook.indicators.ids)
        self.reader = reader
        wording = RoleWording(reader, narrative)
        self.file = file
        let all = codebook.indicators
        checks = narrative.examples.filter { $0.file == file.name }.map { reader.check($0, indicators: all) }
        codes = Set(all.map(\.code)).subtracting(before.indicators.map(\.code))
    }

    /// All indicators there are with the file's own.
    package var indicators: IndicatorList { codebook.indicators }
    package var failedCount: Int { checks.count { !$0.holds } }
    package var holds: Bool { failedCount == 0 }

    package var summary: Phrase {
        let kept = checks.count - failedCount
        return Phrase(
            zh: "\(file.name)：\(codes.count) 个指标，\(checks.count) 个例句中 \(kept) 个成立",
            en: "\(file.name): \(codes.count) indicators, \(kept) of \(checks.count) examples hold")
    }

    package var examples: Sheet {
        var sheet = Sheet(
            title: Phrase(zh: "例句", en: "Examples"),
            columns: [
                Column("line", Phrase(zh: "行", en: "line"), .number),
                Column("holds", Phrase(zh: "成立", en: "holds")),
                Column("expected", Phrase(zh: "应读出", en: "expected")),
                Column("found", Phrase(zh: "读出", en: "found")),
                Column("text", Phrase(zh: "例句", en: "text")),
            ])
        sheet.rows = checks.map { check in
            [
                .count(check.example.line), .text(check.holds ? "✓" : "✗"), .text(Self.list(check.example.figures)),
                .text(Self.list(check.found)), .text(check.example.text),
            ]
        }
        return sheet
    }

    /// Of each number of the examples: what it is said to be, whose it is, and what kept it from being one that the
    /// file wants.
    package func numbers(_ language: Language) -> Sheet {
        var sheet = Sheet(
            title: Phrase(zh: "例句中的数字", en: "Numbers of the examples"),
            columns: [
                Column("line", Phrase(zh: "行", en: "line"), .number),
                Column("number", Phrase(zh: "数字", en: "number")),
                Column("roles", Phrase(zh: "含义", en: "roles")),
                Column("taken_by", Phrase(zh: "归入", en: "taken by")),
                Column("failed", Phrase(zh: "不合的条件", en: "failed condition")),
            ])
        for check in checks {
            let text = Array(check.example.text.utf8)
            for quantity in reader.read(lines: text, year: check.example.year).quantities {
                let owner = quantity.indicator.map { codebook.indicators[$0].code }
                sheet.rows.append([
                    .count(check.example.line), .text(String(decoding: text[quantity.range], as: UTF8.self)),
                    .text(wording.description(of: quantity.roles)[language]), .text(owner ?? ""),
                    .text(owner == nil ? failure(of: quantity.roles, check)[language] : ""),
                ])
            }
        }
        return sheet
    }

    /// Which conditions the number failed, of the definition that it came closest to: of those that the example wants
    /// and misses, if any.
    private func failure(of roles: Roles, _ check: ExampleCheck) -> Phrase {
        let missed = check.example.figures.keys.filter { check.found[$0] == nil }
        let candidates = (missed.isEmpty ? Array(codes) : missed).sorted()
        let refusals = candidates.map { wording.refusals(of: roles, for: $0) }
        guard let closest = refusals.min(by: { $0.count < $1.count }) else { return Phrase(zh: "", en: "") }
        if closest.isEmpty { return Phrase(zh: "已有另一个数归入", en: "another number was taken") }
        return Phrase(
            zh: closest.map(\.explanation.zh).joined(separator: "；"),
            en: closest.map(\.explanation.en).joined(separator: "; "))
    }

    /// What the file's own indicators would be read as in the reports of an archive.
    package func matches(in archive: Archive) throws -> Sheet {
        var sheet = Sheet(
            title: Phrase(zh: "在档案中会读到", en: "What it would find in the archive"),
            columns: [
                Columns.county, Columns.township, Columns.year, Columns.indicator, Columns.value, Columns.unit,
                Column("sentence", Phrase(zh: "原文", en: "sentence")),
            ])
        for report in try archive.reports() {
            let text = try archive.transcript(of: report)
            for figure in reader.read(lines: text, year: report.year).figures {
                let indicator = codebook.indicators[figure.indicator]
                guard codes.contains(indicator.code) else { continue }
                sheet.rows.append([
                    .text(report.place.county), .text(report.place.township), .year(report.year), .text(indicator.code),
                    Entry(figure.reading, indicator.unit), .text(indicator.unit.rawValue),
                    .text(Passage(around: figure.range, in: text).marked),
                ])
            }
        }
        return sheet
    }

    private static func list(_ figures: [String: String]) -> String {
        figures.sorted { $0.key < $1.key }.map { "\($0.key) = \($0.value)" }.joined(separator: "; ")
    }
}
