import Support

/// A cell with something in it that is not its number, in the ways in which formats write that.
struct MarkedCell: Sendable {
    var code: String
    /// What must be read.
    var answer: String
    var html: String
    /// Runs of WordprocessingML.
    var word: String
    /// A cell of a workbook, in which what is hidden within a cell or chosen from a list is a value like others.
    var sheet: WorkbookFile.Value

    init(_ code: String, _ answer: String, html: String, word: String, sheet: WorkbookFile.Value) {
        (self.code, self.answer, self.html, self.word, self.sheet) = (code, answer, html, word, sheet)
    }

    private static func run(_ text: String, _ looks: String = "") -> String {
        "<w:r><w:rPr>\(looks)</w:rPr><w:t>\(text)</w:t></w:r>"
    }

    private static let author = "w:author=\"a\" w:date=\"2024-01-02T00:00:00Z\""

    /// Table 2 of the 2021 form, a kind a cell, in the order of the form.
    static let all = [
        MarkedCell(
            "rules.issued", "reported 1", html: "<span class=\"gone\">999</span>1",
            word: run("999", "<w:vanish/>") + run("1"),
            sheet: .number("1", format: "0\"件\"", shown: "1件")),
        MarkedCell(
            "rules.repealed", "reported 2", html: "<del>999</del><ins>2</ins>",
            word: "<w:del w:id=\"1\" \(author)><w:r><w:delText>999</w:delText></w:r></w:del>"
                + "<w:ins w:id=\"2\" \(author)>\(run("2"))</w:ins>",
            sheet: .runs([("999", .struck), ("2", .plain)])),
        MarkedCell(
            "rules.in_force", "reported 3", html: "<select><option>0<option selected>3</select>",
            word:
                "<w:r><w:fldChar w:fldCharType=\"begin\"><w:ffData><w:name w:val=\"a\"/><w:ddList><w:result "
                + "w:val=\"1\"/>"
                + "<w:listEntry w:val=\"0\"/><w:listEntry w:val=\"3\"/></w:ddList></w:ffData></w:fldChar></w:r>"
                + "<w:r><w:instrText> FORMDROPDOWN </w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r>",
            sheet: .number("3")),
        MarkedCell(
            "normative_documents.issued", "reported 13",
            html: "<span style=\"text-decoration:line-through\">99</span>13",
            word: run("99", "<w:strike/>") + run("13"),
            sheet: .runs([("99", .struck), ("13", .plain)])),
        MarkedCell(
            "normative_documents.repealed", "reported 4", html: "<strike>99</strike> 4",
            word: run("99", "<w:dstrike/>") + run("4"),
            sheet: .runs([("99", .struck), (" 4", .plain)])),
        MarkedCell(
            "normative_documents.in_force", "unreadable", html: "58<sup>2</sup>",
            word: run("58") + run("2", "<w:vertAlign w:val=\"superscript\"/>"),
            sheet: .runs([("58", .plain), ("2", .raised)])),
        MarkedCell(
            "licensing.decisions", "reported 1372", html: "1372", word: run("1372"),
            sheet: .number("1372", format: "#,##0", shown: "1,372")),
        MarkedCell(
            "penalties.decisions", "unreadable", html: "⑫", word: run("⑫"),
            sheet: "⑫"),
        MarkedCell(
            "compulsion.decisions", "unreadable", html: "<s>17</s>", word: run("17", "<w:strike/>"),
            sheet: .marked("17", .struck)),
        MarkedCell(
            "fees.amount", "unreadable", html: "½", word: run("½"),
            sheet: "½"),
    ]

    static let licensingLabel = (
        html: "行政许可<sup>3</sup>", word: run("行政许可") + run("3", "<w:vertAlign w:val=\"superscript\"/>"),
        sheet: WorkbookFile.Value.runs([("行政许可", .plain), ("3", .raised)])
    )

    static let sheet = "<style>.gone { display: none }</style>"
}
