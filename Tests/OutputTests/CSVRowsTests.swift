import Foundation
import Support
import Testing

@testable import Output

@Suite struct CSVRowsTests {
    @Test func gapsAreWordsAndNotMentionedIsEmpty() throws {
        #expect(
            try Sample.text([Sample.comparison], .csv) == """
                township,2019,2020,change
                上新庄镇,600,0,-600
                Lijiashan,blank,not_applicable,
                甘河滩镇,unreadable,,
                鲁沙尔镇,no_report,216310000.5,98.5
                拦隆口镇,7,,

                """)
    }

    @Test func spreadsheetGetsMarkAndLineEndsAndGuard() throws {
        var sheet = Sample.hostile
        sheet.rows = ["=1+1", "-3", "+x", "@x", "\tx", "\rx", "＝1", "a=1", "=\"x\",1"].map {
            [.text($0), .number(Number(-3))]
        }
        #expect(
            try Sample.text([sheet], .csv, audience: .spreadsheet)
                == "\u{FEFF}name,value\r\n'=1+1,-3\r\n'-3,-3\r\n'+x,-3\r\n'@x,-3\r\n\"'\tx\",-3\r\n\"'\rx\",-3\r\n"
                + "'＝1,-3\r\na=1,-3\r\n\"'=\"\"x\"\",1\",-3\r\n")
    }

    @Test func pipeGetsTheTextAsItIs() throws {
        let text = try Sample.text([Sample.hostile], .csv)
        #expect(
            text.hasPrefix(
                "name,value\n=1+1,-1\n-3,-1\n＠SUM(A1),-1\n\"a,b\",-1\n\"say \"\"hi\"\"\",-1\n\"line\r\nbreak\",-1\n"))
        #expect(text.contains("\u{1B}[31mred"))
        #expect(try Sample.text([Sample.hostile], .csv, audience: .terminal).contains("\n␛[31mred,-1\n"))
    }

    @Test func sheetsWithTheSameColumnsShareTheirHeader() throws {
        let one = try Sample.text([Sample.hostile], .csv)
        let body = one.replacing("name,value\n", with: "")
        #expect(try Sample.text([Sample.hostile, Sample.hostile], .csv) == one + body)
        #expect(try Sample.text([Sample.hostile, Sample.comparison], .csv).contains("\n\ntownship,2019"))
    }

    @Test func emptyRowIsNotAnEmptyLine() throws {
        let sheet = Sheet(columns: [Column("a", Sample.none)], rows: [[.empty], [.text("x")]])
        #expect(try Sample.text([sheet], .csv) == "a\n\"\"\nx\n")
    }

    @Test(
        .enabled(if: ExternalProgram.python != nil, "python3 is not installed"),
        arguments: [Audience.program, .spreadsheet])
    func pythonReadsRandomTextBack(audience: Audience) throws {
        let python = try #require(ExternalProgram.python)
        var random = SeededRandom(seed: 11)
        let texts = (0..<400).map { _ in (0..<3).map { _ in random.text() } }
        let columns = ["a", "b", "c"].map { Column($0, Sample.none) }
        let sheet = Sheet(columns: columns, rows: texts.map { $0.map(Entry.text) })
        let script = """
            import csv, json, sys
            with open(sys.argv[1], encoding=sys.argv[2], newline='') as f: json.dump(list(csv.reader(f)), sys.stdout)
            """
        let json = try withTemporaryFolder { folder in
            let file = folder.appendingPathComponent("a.csv")
            try Data(Sample.text([sheet], .csv, audience: audience).utf8).write(to: file)
            return try python.run(["-c", script, file.path, audience == .spreadsheet ? "utf-8-sig" : "utf-8"]).data
        }
        let rows = try JSONDecoder().decode([[String]].self, from: json)
        let expected = texts.map { $0.map { audience == .spreadsheet ? Self.guarded($0) : $0 } }
        #expect(rows == [["a", "b", "c"]] + expected)
    }

    @Test(.enabled(if: ExternalProgram.office != nil, "LibreOffice is not installed"))
    func libreOfficeShowsTextAsTextAndNumbersAsNumbers() throws {
        let office = try #require(ExternalProgram.office)
        let text = try withTemporaryFolder { folder in
            let file = folder.appendingPathComponent("a.csv")
            try Data(Sample.text([Sample.comparison, Sample.hostile], .csv, audience: .spreadsheet).utf8).write(
                to: file)
            return try office.rewritten(file, reading: "CSV:44,34,76", in: folder)
        }
        let lines = text.split(whereSeparator: \.isNewline)
        #expect(lines.contains("鲁沙尔镇,no_report,216310000.5,98.5"))
        #expect(lines.contains("上新庄镇,600,0,-600"))
        #expect(lines.contains("'=1+1,-1,,"))
    }

    private static func guarded(_ text: String) -> String {
        guard let first = text.unicodeScalars.first, "=+-@\t\r\n".unicodeScalars.contains(first) else { return text }
        return "'" + text
    }
}
