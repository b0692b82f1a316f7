import Foundation
import Support
import Testing

@testable import Output

@Suite struct WorkbookTests {
    @Test func sameSheetsGiveTheSameBytes() throws {
        let first = try Sample.bytes([Sample.official, Sample.comparison], .xlsx)
        #expect(first.starts(with: Array("PK".utf8)))
        #expect(first == (try Sample.bytes([Sample.official, Sample.comparison], .xlsx)))
    }

    @Test(.enabled(if: ExternalProgram.office != nil, "LibreOffice is not installed"))
    func libreOfficeShowsQualifiersMarksAndGaps() throws {
        let lines = try Self.seenByLibreOffice([Sample.comparison])
        #expect(
            lines.prefix(7) == [
                "城乡低保户数,,,", "乡镇,2019年,2020年,增减", "上新庄镇,600余,0,-600", "Lijiashan,（空白）,不适用,",
                "甘河滩镇,无法识别,—,", "鲁沙尔镇,缺报,\"216,310,000.5*\",约98.5", "拦隆口镇,近7,,",
            ])
        #expect(lines.contains("—：报告未提及,,,"))
    }

    @Test(.enabled(if: ExternalProgram.office != nil, "LibreOffice is not installed"))
    func libreOfficeRunsNoTextAsFormula() throws {
        let lines = try Self.seenByLibreOffice([Sample.hostile])
        #expect(lines.prefix(5) == ["名称,数值", "=1+1,-1", "-3,-1", "＠SUM(A1),-1", "\"a,b\",-1"])
    }

    @Test(.enabled(if: ExternalProgram.python != nil, "python3 is not installed"))
    func cellsAreNumbersAndMergesAreMerges() throws {
        let python = try #require(ExternalProgram.python)
        let script = """
            import re, sys, zipfile
            book = zipfile.ZipFile(sys.argv[1])
            one = book.read('xl/worksheets/sheet1.xml').decode()
            two = book.read('xl/worksheets/sheet2.xml').decode()
            print(*sorted(re.findall('mergeCell ref="(.*?)"', one)))
            print(*re.findall('<c r="([BCD]\\\\d+)" s="\\\\d+"><v>(.*?)</v>', two))
            print(*re.findall('pane ySplit="(.*?)"', one + two), '<f>' in one + two)
            """
        let output = try withTemporaryFolder { folder in
            let file = folder.appendingPathComponent("a.xlsx")
            try Data(Sample.bytes([Sample.official, Sample.comparison], .xlsx)).write(to: file)
            return try python.run(["-c", script, file.path]).data
        }
        #expect(
            String(decoding: output, as: UTF8.self) == """
                A1:E1 A2:A4 A5:B5 A6:A7 A9:E9 B2:B4 C2:E2 C3:C4 D3:E3
                ('B3', '600') ('C3', '0') ('D3', '-600') ('C6', '216310000.5') ('D6', '98.5') ('B7', '7')
                4 2 False

                """)
    }

    @Test(.enabled(if: ExternalProgram.office != nil, "LibreOffice is not installed"))
    func numberThatADoubleCannotHoldKeepsItsDigits() throws {
        let sheet = Sheet(
            columns: [Column("a", Sample.none, .number)], rows: [[.number(Number(1_234_567_890_123_456, .hundredths))]])
        #expect(try Self.seenByLibreOffice([sheet]).contains("\"12,345,678,901,234.56\""))
    }

    @Test func whatExcelCannotHoldIsRefused() {
        var sheet = Sheet(columns: [Column("a", Sample.none)], rows: [[.text(String(repeating: "长", count: 32_768))]])
        #expect(throws: OutputError.tooLarge(.characters, actual: 32_768)) { try Sample.bytes([sheet], .xlsx) }
        // Rows alone go on with the next worksheet; what spans several of them cannot.
        sheet.merges = [Merge(rows: 0..<2, columns: 0..<1)]
        sheet.rows = Array(repeating: [], count: 1_048_576)
        #expect(throws: OutputError.tooLarge(.rows, actual: 1_048_577)) { try Sample.bytes([sheet], .xlsx) }
        sheet.columns = Array(repeating: Column("a", Sample.none), count: 16_385)
        #expect(throws: OutputError.tooLarge(.columns, actual: 16_385)) { try Sample.bytes([sheet], .xlsx) }
        #expect(
            OutputError.tooLarge(.rows, actual: 1_048_577).explanation.zh
                == "Excel 工作表最多 1048576 行，结果有 1048577 行；请缩小范围，或改用 CSV")
    }

    static func seenByLibreOffice(_ sheets: [Sheet]) throws -> [Substring] {
        let office = try #require(ExternalProgram.office)
        return try withTemporaryFolder { folder in
            let file = folder.appendingPathComponent("a.xlsx")
            try Data(Sample.bytes(sheets, .xlsx)).write(to: file)
            return try office.rewritten(file, in: folder).split(whereSeparator: \.isNewline)
        }
    }
}
