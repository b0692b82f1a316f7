import Foundation
import Support
import Testing

/// Every kind of thing that is in a cell and is not its number, in every format that can hold it.
@Suite struct KindMatrixTests {
    private func expectAnswers(_ bytes: [UInt8], _ name: String) throws {
        let read = try ReadCells(bytes, name: name)
        for cell in MarkedCell.all { #expect(read.cell(cell.code) == cell.answer, "\(cell.code) in \(name)") }
    }

    @Test func inPagesAndWhatHoldsThem() throws {
        let files = [
            ("page.html", MarkedDocument.html), ("page.mht", MarkedDocument.mht),
            ("page.json", try MarkedDocument.json()),
            ("page.js", try MarkedDocument.script()),
        ]
        for (name, text) in files { try expectAnswers(Array(text.utf8), name) }
    }

    @Test func inWordFilesOfOneXML() throws {
        try expectAnswers(Array(MarkedDocument.flat.utf8), "flat.doc")
        try expectAnswers(Array(MarkedDocument.word2003.utf8), "word2003.doc")
    }

    @Test(
        .enabled(
            if: ExternalProgram.office != nil && ExternalProgram.python != nil,
            "needs libreoffice-writer-nogui, python3"),
        arguments: ["docx", "doc", "rtf"])
    func inWordFiles(ending: String) throws {
        let folder = try Folder()
        try MarkedDocument.writeDocx(to: folder)
        if ending != "docx" {
            let file = folder.url.appending(path: "marked.docx")
            try ExternalProgram.office?.convert(file, to: ending, in: folder.url)
        }
        try expectAnswers([UInt8](folder.data("marked.\(ending)")), "marked.\(ending)")
    }

    @Test func inWorkbooks() throws {
        try expectAnswers(MarkedDocument.workbook().xlsx, "marked.xlsx")
        try expectAnswers(MarkedDocument.workbook().ods, "marked.ods")
    }

    @Test(.enabled(if: ExternalProgram.office != nil, "needs libreoffice-calc-nogui"), arguments: ["xls", "ods"])
    func inWorkbooksOfLibreOffice(ending: String) throws {
        let folder = try Folder()
        try folder.write(Data(MarkedDocument.workbook().xlsx), to: "marked.xlsx")
        try ExternalProgram.office?.convert(folder.url.appending(path: "marked.xlsx"), to: ending, in: folder.url)
        try expectAnswers([UInt8](folder.data("marked.\(ending)")), "marked.\(ending)")
    }

    /// What only a workbook can hold in place of a number: none of it is blank, and none is a number.
    @Test(arguments: [
        WorkbookFile.Value.error("#REF!"), .error("#DIV/0!"), .error("#N/A"), .formula("SUM(A1:A3)", value: nil),
        .boolean(true), .day("44928", iso: "2023-01-02"), .number("7", format: ";;;", shown: ""),
        .number("0.5", format: "0%", shown: "50%"), .number("1.5"),
    ])
    func whatIsNoNumberInAWorkbook(value: WorkbookFile.Value) throws {
        let values = MarkedCell.all.map { $0.code == "licensing.decisions" ? value : $0.sheet }
        let workbook = MarkedDocument.workbook(values)
        for (name, bytes) in [("a.xlsx", workbook.xlsx), ("a.ods", workbook.ods)] {
            #expect(try ReadCells(bytes, name: name).cell("licensing.decisions") == "unreadable", "\(value) in \(name)")
        }
    }

    /// Text has no looks, but marks of its own.
    @Test(arguments: ["\n", "\t", " | ", ","], ["行政许可³", "行政许可①", "行政许可[3]", "行政许可（3）", "⾏政许可", "**行政许可**"])
    func labelInText(separator: String, label: String) throws {
        #expect(try licensing(label, "1372", separator) == "reported 1372")
    }

    @Test(
        arguments: ["\n", "\t", " | ", ","],
        ["1372²", "1372①", "1372[2]", "⑫", "𝟒", "½", "Ⅲ", "١٢", "√", "\u{FFFD}", "\u{F031}", "9\u{336}1372", "1372*"])
    func valueInText(separator: String, value: String) throws {
        #expect(try licensing("行政许可", value, separator) == "unreadable")
    }

    private func licensing(_ label: String, _ value: String, _ separator: String) throws -> String {
        let rows = [("信息内容", "本年处理决定数量"), (label, value)].map { $0 + separator + $1 }
        let lines = [MarkedDocument.title, "二、主动公开政府信息情况", "第二十条第（五）项"] + rows
        let others = ["第二十条第（六）项", "信息内容\(separator)本年处理决定数量", "行政处罚\(separator)8", "行政强制\(separator)9"]
        return try ReadCells(Array((lines + others).joined(separator: "\n").utf8), name: "a.txt").cell(
            "licensing.decisions")
    }
}
