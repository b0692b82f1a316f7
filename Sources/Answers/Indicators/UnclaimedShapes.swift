import Output
import Reports
import Storage
import Values

/// The numbers of the narrative that no indicator claimed, gathered by the words they stand in, so that the catalogue
/// can grow.
package struct UnclaimedShapes {
    private struct Shape {
        var count = 0
        var example: String
        var place: String
    }

    private var shapes: [String: Shape] = [:]

    package init(_ archive: Archive, filter: Filter) throws {
        for summary in try archive.reports(filter) {
            let report = try archive.report(
                township: summary.place.township, county: summary.place.county, year: summary.year)
            let text = try archive.transcript(of: summary)
            for quantity in report.report.quantities where quantity.indicator == nil {
                add(quantity, in: text, place: "\(summary.place) \(summary.year)")
            }
        }
    }

    /// The commonest first.
    package func sheet(top: Int) -> Sheet {
        var sheet = Sheet(columns: [
            Column("count", Phrase(zh: "次数", en: "count"), .number),
            Column("shape", Phrase(zh: "写法", en: "shape")),
            Column("example", Phrase(zh: "例", en: "example")),
            Column("place", Phrase(zh: "出处", en: "source")),
        ])
        let sorted = shapes.sorted { ($1.value.count, $0.key) < ($0.value.count, $1.key) }
        sheet.rows = sorted.prefix(max(0, top)).map { shape, found in
            [.count(found.count), .text(shape), .text(found.example), .text(found.place)]
        }
        return sheet
    }

    private mutating func add(_ quantity: Quantity, in text: [UInt8], place: String) {
        let passage = Passage(around: quantity.range, in: text)
        let before = passage.marked.prefix { $0 != "【" }
        let words = before.reversed().prefix { !"，。；、：！？（）《》“”,;: \t".contains($0) && !$0.isNumber }.prefix(8)
        let shape = String(words.reversed()) + "{n}" + quantity.unit
        shapes[shape, default: Shape(example: passage.clause, place: place)].count += 1
    }

    /// One report's unclaimed numbers, each with its sentence.
    package static func ofReport(_ report: StoredReport, transcript: [UInt8]) -> Sheet {
        var sheet = Sheet(
            title: Phrase(zh: "没有归入任何指标的数字", en: "Numbers that no indicator claims"),
            columns: [
                Columns.value, Columns.unit, Column("sentence", Phrase(zh: "原文", en: "sentence")),
            ])
        for quantity in report.report.quantities where quantity.indicator == nil {
            let isHundredths = quantity.unit == "元" || quantity.unit == "%"
            sheet.rows.append([
                .number(Number(quantity.amount, isHundredths ? .hundredths : .whole)),
                .text(quantity.unit), .text(Passage(around: quantity.range, in: transcript).marked),
            ])
        }
        return sheet
    }
}
