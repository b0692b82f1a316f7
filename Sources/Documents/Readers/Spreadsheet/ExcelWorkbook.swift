import Values

/// Workbooks since Excel 2007 (ECMA-376 part 1, SpreadsheetML), of WPS too, with or without macros, which are not
/// looked at; nor are links to other files.
enum ExcelWorkbook {
    static let format = Phrase(zh: " Excel 工作簿（xlsx）", en: "Excel workbook (xlsx)")

    static func read(_ file: FileContent, limits: Limits) throws(DocumentError) -> Document {
        guard let zip = file.zip else { throw .damaged(format: format, detail: "zip") }
        let parts = try zip.parts(of: format)
        let main = try mainName(parts, limits)
        let relations = try PackageRelations(parts, of: main, format: format, limits)
        let index = ExcelIndex()
        try XMLEvents.read(try Self.part(main, of: parts), part: main, format: format, limits: limits, by: index)
        let strings = ExcelStrings(limits)
        if let name = relations.target(ofType: "sharedStrings"), let part = parts[name] {
            try XMLEvents.read(part, part: name, format: format, limits: limits, by: strings)
        }
        let styles = ExcelStyles()
        if let name = relations.target(ofType: "styles"), let part = parts[name] {
            try XMLEvents.read(part, part: name, format: format, limits: limits, by: styles)
        }
        var workbook = Workbook()
        var budget = SheetBudget(limits)
        for entry in index.sheets {
            guard let relation = relations[entry.relation], relation.type == "worksheet" else { continue }
            let sheet = ExcelSheet(
                Workbook.Sheet(name: entry.name, isHidden: entry.isHidden), strings: strings.texts,
                styles: styles, index: index, budget: budget)
            try XMLEvents.read(
                try Self.part(relation.target, of: parts), part: relation.target, format: format, limits: limits,
                by: sheet)
            workbook.sheets.append(sheet.finished())
            budget = sheet.budget
        }
        return try Spreadsheet.document(of: workbook, format: format, limits: limits)
    }

    /// The workbook, its relations, its strings, its styles and its sheets, wherever they lie.
    static func isPart(_ name: String) -> Bool {
        name == "_rels/.rels"
            || (name.hasSuffix(".xml") || name.hasSuffix(".xml.rels")) && name.hasPrefix("xl/")
                && !unread.contains { name.hasPrefix("xl/\($0)") }
    }

    /// Folders of a workbook with pictures, charts and what else is not read.
    private static let unread = [
        "theme", "drawings", "charts", "media", "embeddings", "externalLinks", "pivot", "printerSettings",
        "worksheets/_rels",
        "comments", "threadedComments", "ctrlProps", "activeX", "customProperty", "queryTables", "calcChain",
        "richData",
    ]

    private static func part(_ name: String, of parts: [String: [UInt8]]) throws(DocumentError) -> [UInt8] {
        guard let part = parts[name] else { throw .damaged(format: format, detail: name) }
        return part
    }

    private static func mainName(_ parts: [String: [UInt8]], _ limits: Limits) throws(DocumentError) -> String {
        try PackageRelations(parts, of: "", format: format, limits).target(ofType: "officeDocument")
            ?? "xl/workbook.xml"
    }
}

/// What the workbook's own part says of it: its sheets, and how their numbers are to be taken.
final class ExcelIndex: XMLEventReader {
    private(set) var sheets: [(name: String, isHidden: Bool, relation: String)] = []
    private(set) var startsIn1904 = false
    /// Whether whoever opens the workbook is asked to compute every formula, since the values that are stored are none:
    /// a program wrote it that does not compute (18.2.2 calcPr).
    private(set) var isUncomputed = false

    func open(_ name: String, _ attributes: XMLAttributes) {
        switch name {
        case "sheet":
            guard let relation = attributes["id"] else { return }
            sheets.append((attributes["name"] ?? "", attributes["state"].map { $0 != "visible" } ?? false, relation))
        case "workbookPr": startsIn1904 = attributes.isOn("date1904")
        case "calcPr": isUncomputed = attributes.isOn("fullCalcOnLoad")
        default: break
        }
    }

    func close(_ name: String) {}
    func take(_ text: UnsafeBufferPointer<UInt8>) {}
}
