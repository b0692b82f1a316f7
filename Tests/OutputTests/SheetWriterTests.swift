import Testing
import Values

@testable import Output

@Suite struct SheetWriterTests {
    @Test(arguments: [
        (Format.json, "[\n{\"a\":[\"x\",\"say \\\"y\\\"\"],\"b\":true},\n{\"a\":[],\"b\":false}\n]\n"),
        (.csv, "a,b\n\"x;say \"\"y\"\"\",true\n,false\n"), (.tsv, "a\tb\nx;say \"y\"\ttrue\n\tfalse\n"),
    ])
    func listsAndFlagsAreWhatEachFormatHas(format: Format, text: String) throws {
        let sheet = Sheet(
            columns: [Column("a", Sample.none), Column("b", Sample.none)],
            rows: [[.list(["x", "say \"y\""]), .flag(true)], [.list([]), .flag(false)]])
        #expect(try Sample.text([sheet], format) == text)
    }

    @Test(arguments: Format.allCases.filter { !$0.isBinary })
    func streamedRowsAreTheRowsOfTheSheet(format: Format) throws {
        var heading = Sample.comparison
        let rows = heading.rows
        heading.rows = Array(rows.prefix(2))
        var bytes: [UInt8] = []
        let writer = SheetWriter(format, language: .chinese, audience: .program) { bytes.append(contentsOf: $0) }
        try writer.write(heading) { add in
            for row in rows.dropFirst(2) { try add(row) }
        }
        try writer.finish()
        #expect(String(decoding: bytes, as: UTF8.self) == (try Sample.text([Sample.comparison], format)))
    }

    @Test func bytesAreHandedOverOnTheWayAndItsErrorsComeBack() {
        struct Full: Error {}
        var handedOver = 0
        let writer = SheetWriter(.csv, language: .chinese, audience: .program) { bytes in
            handedOver += bytes.count
            throw Full()
        }
        #expect(throws: Full.self) {
            try writer.write(Sheet(columns: [Column("a", Sample.none)])) { add in
                while true { try add([.text("甲乙丙丁")]) }
            }
        }
        #expect((60_000...70_000).contains(handedOver))
    }

    /// A table is as wide as its last row wants, though the first ones wait in a file by then.
    @Test(arguments: [Format.table, .markdown])
    func theLastRowOfALongTableWidensTheFirst(format: Format) throws {
        let long = String(repeating: "很长的名称", count: 300)
        var bytes: [UInt8] = []
        let writer = SheetWriter(format, language: .chinese, audience: .program) { bytes.append(contentsOf: $0) }
        let columns = [Column("a", Phrase("a")), Column("b", Phrase("b"), .number)]
        try writer.write(Sheet(columns: columns)) { add in
            let name = String(repeating: "乡镇", count: 400)
            for number in 0..<3000 { try add([.text(name), .number(Number(Int64(number)))]) }
            try add([.text(long), .number(Number(1))])
        } footnotes: {
            [Phrase("last of all")]
        }
        try writer.finish()
        let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
            .map { String(decoding: $0, as: UTF8.self) }
        let width = DisplayWidth.of(long)
        let rows = lines.filter { $0.contains("乡镇") || $0.contains(long) }
        #expect(rows.count == 3001)
        #expect(Set(rows.map(DisplayWidth.of)).count == 1)
        #expect(rows.allSatisfy { DisplayWidth.of($0) > width })
        #expect(lines.dropLast().last == "last of all")
    }

    @Test(arguments: Format.allCases.filter { !$0.isBinary })
    func footnotesThatComeAfterTheRowsAreThoseOfTheSheet(format: Format) throws {
        var heading = Sample.comparison
        heading.footnotes = []
        var bytes: [UInt8] = []
        let writer = SheetWriter(format, language: .chinese, audience: .program) { bytes.append(contentsOf: $0) }
        try writer.write(heading) { _ in
        } footnotes: {
            Sample.comparison.footnotes
        }
        try writer.finish()
        #expect(String(decoding: bytes, as: UTF8.self) == (try Sample.text([Sample.comparison], format)))
    }
}
