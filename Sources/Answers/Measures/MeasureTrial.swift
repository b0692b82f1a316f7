import Catalogue
import Checks
import Output
import Values

/// A trial of a user's own measures: their examples.
package struct MeasureTrial {
    private let file: LocalFile
    /// The file's own.
    package let own: [Measure]
    private let checks: [MeasureExampleCheck]

    /// - Parameter kept: the files that the archive has already; one of the same name is taken for its older version.
    package init(_ file: LocalFile, besides kept: [LocalFile]) throws {
        guard try file.hasMeasures else {
            throw CatalogueError.missingKey(file: file.name, line: 1, key: "measures")
        }
        let files = kept.filter { $0.name != file.name } + [file]
        let indicators = try Codebook.load(adding: files).indicators
        let others = Set(try MeasureList.load(adding: kept.filter { $0.name != file.name }).map(\.code))
        own = try MeasureList.load(adding: files).filter { !others.contains($0.code) }
        self.file = file
        checks = try own.flatMap { measure in
            try measure.examples.map { try MeasureExampleCheck(measure, $0, indicators) }
        }
    }

    package var failedCount: Int { checks.count { !$0.holds } }

    package var summary: Phrase {
        let kept = checks.count - failedCount
        return Phrase(
            zh: "\(file.name)：\(own.count) 个派生指标，\(checks.count) 个算例中 \(kept) 个成立",
            en: "\(file.name): \(own.count) measures, \(kept) of \(checks.count) examples hold")
    }

    package var examples: Sheet {
        var sheet = Sheet(
            title: Phrase(zh: "算例", en: "Examples"),
            columns: [
                Column("line", Phrase(zh: "行", en: "line"), .number), Column("holds", Phrase(zh: "成立", en: "holds")),
                Column("measure", Phrase(zh: "派生指标", en: "measure")),
                Column("expected", Phrase(zh: "应得", en: "expected")),
                Column("found", Phrase(zh: "算得", en: "found")),
            ])
        sheet.rows = checks.map { check in
            [
                .count(check.example.line), .text(check.holds ? "✓" : "✗"), .text(check.measure.code),
                .text(check.example.gives), .text(check.found),
            ]
        }
        return sheet
    }
}
