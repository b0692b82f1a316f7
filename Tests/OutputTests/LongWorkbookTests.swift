import Foundation
import Support
import Testing
import Values

@testable import Output

/// Workbooks of lists that are written as they come.
@Suite struct LongWorkbookTests {
    private static let title = Phrase(zh: "数据", en: "Figures")
    private static let columns = [
        Column("name", Phrase(zh: "名称", en: "name")), Column("n", Phrase(zh: "数", en: "n"), .number),
    ]
    private let python: ExternalProgram

    init() throws { python = try #require(ExternalProgram.python) }

    private static func row(_ number: Int) -> [Entry] {
        [.text("乡\(number)"), number % 7 == 0 ? .gap(.absent) : .number(Number(Int64(number), .whole))]
    }

    /// Of each worksheet its name, its rows, its first and its last row.
    private func seen(_ bytes: [UInt8]) throws -> [String] {
        let script = """
            import re, sys, zipfile
            book = zipfile.ZipFile(sys.argv[1])
            names = re.findall('<sheet name="(.*?)"', book.read('xl/workbook.xml').decode())
            for number, name in enumerate(names, 1):
                text = book.read(f'xl/worksheets/sheet{number}.xml').decode()
                rows = re.findall('<row .*?</row>', text, re.S)
                cells = ['|'.join(re.findall('<(?:t|v).*?>(.*?)</', row)) for row in rows]
                print(name, len(rows), cells[1], cells[2], cells[-1])
            """
        let output = try withTemporaryFolder { folder in
            let file = folder.appendingPathComponent("a.xlsx")
            try Data(bytes).write(to: file)
            return try python.run(["-c", script, file.path]).data
        }
        return String(decoding: output, as: UTF8.self).split(separator: "\n").map(String.init)
    }

    @Test func rowsGoOnWithTheNextWorksheetUnderTheSameHeader() throws {
        let sheet = Sheet(title: Self.title, columns: Self.columns, rows: (1...3).map(Self.row))
        let workbook = try LongWorkbook(sheet, .english, rowsOfWorksheet: 10)
        for number in 4...25 { try workbook.add(Self.row(number)) }
        var bytes: [UInt8] = []
        try workbook.finish { bytes.append(contentsOf: $0) }
        #expect(
            try seen(bytes) == [
                "Figures 12 name|n 乡1|1 乡10|10", "Figures (2) 12 name|n 乡11|11 乡20|20",
                "Figures (3) 8 name|n 乡21|— —: the report does not mention this",
            ])
    }

    /// How a worksheet is laid out: all of it but the cells, and the heights that office programs give rows.
    private func layout(_ bytes: [UInt8]) throws -> [Substring] {
        let script = """
            import re, sys, zipfile
            text = zipfile.ZipFile(sys.argv[1]).read('xl/worksheets/sheet1.xml').decode()
            text = re.sub('<c [^>]*/>|<c .*?</c>', '', text, flags=re.S)
            text = re.sub('(<row r="([3-9]|1[01])").*?>', r'\\1>', text)
            print(re.sub(' spans="[^"]*"', '', text).replace('>', '>\\n'))
            """
        let output = try withTemporaryFolder { folder in
            let file = folder.appendingPathComponent("a.xlsx")
            try Data(bytes).write(to: file)
            return try python.run(["-c", script, file.path]).data
        }
        return String(decoding: output, as: UTF8.self).split(separator: "\n")
    }

    @Test func aLongListLooksLikeAShortOne() throws {
        let columns = Self.columns + [Column("line", Phrase(zh: "原文", en: "what the source says of it"))]
        let sheet = Sheet(
            title: Phrase(String(repeating: "很长的标题", count: 12)), columns: columns,
            rows: (1...9).map { Self.row($0) + [.text(String(repeating: "原文", count: 20))] },
            footnotes: [Phrase(String(repeating: "注释", count: 60))])
        var short: [UInt8] = []
        let writer = SheetWriter(.xlsx, language: .chinese, audience: .spreadsheet) { short.append(contentsOf: $0) }
        try writer.write(sheet)
        try writer.finish()
        var long: [UInt8] = []
        let workbook = try LongWorkbook(sheet, .chinese)
        workbook.end(footnotes: sheet.footnotes)
        try workbook.finish { long.append(contentsOf: $0) }
        let layout = try layout(short)
        for part in ["<autoFilter", "<mergeCell ", "customHeight"] { #expect(layout.contains { $0.contains(part) }) }
        let other = try self.layout(long)
        #expect(other.filter { !layout.contains($0) } == [])
        #expect(other == layout)
    }

    /// Whoever writes a list need not know that it is long, and what follows it is not lost.
    @Test func aWriterTurnsToItWhereRowsAreMany() throws {
        var bytes: [UInt8] = []
        let writer = SheetWriter(.xlsx, language: .english, audience: .spreadsheet) { bytes.append(contentsOf: $0) }
        let count = LongWorkbook.rowsHeld + 5
        try writer.write(Sheet(title: Self.title, columns: Self.columns)) { add in
            for number in 1...count { try add([.text("乡\(number)"), .number(Number(Int64(number), .whole))]) }
        }
        try writer.write(Sheet(title: Self.title, columns: Self.columns, rows: [Self.row(1)]))
        try writer.finish()
        #expect(
            try seen(bytes) == [
                "Figures \(count + 2) name|n 乡1|1 乡\(count)|\(count)", "Figures (2) 3 name|n 乡1|1 乡1|1",
            ])
    }

    /// Many tables of middling length are as much as one long one.
    @Test func aWriterTurnsToItWhereSheetsTogetherAreLong() throws {
        let count = LongWorkbook.rowsHeld / 2 + 5
        let rows = (1...count).map(Self.row)
        let titles = (1...7).map { "表\($0)" }
        var bytes: [UInt8] = []
        let writer = SheetWriter(.xlsx, language: .english, audience: .spreadsheet) { bytes.append(contentsOf: $0) }
        for title in titles {
            let note = Phrase("注\(title)")
            try writer.write(Sheet(title: Phrase(title), columns: Self.columns, rows: rows, footnotes: [note]))
        }
        try writer.finish()
        let seen = try seen(bytes)
        #expect(seen.count == titles.count)
        for (line, title) in zip(seen, titles) {
            #expect(line.hasPrefix("\(title) \(count + 4) name|n 乡1|1"), "\(line)")
        }
    }
}
