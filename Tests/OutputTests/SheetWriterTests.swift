import Testing

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
}
