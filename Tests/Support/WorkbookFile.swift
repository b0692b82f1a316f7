/// A workbook that tests make, written by hand as xlsx and as ods.
package struct WorkbookFile: Sendable {
    package var sheets: [Sheet]
    package var startsIn1904 = false
    package var isUncomputed = false
    /// Parts of the package that nothing refers to: macros, links.
    package var others: [(name: String, content: String)] = []

    package init(_ sheets: [Sheet]) { self.sheets = sheets }

    package struct Sheet: Sendable {
        package var name: String
        package var isHidden = false
        /// By row and column.
        package var cells: [[Int]: Value] = [:]
        package var merges: [Merge] = []
        package var hiddenRows: Set<Int> = []
        package var hiddenColumns: Set<Int> = []

        package init(_ name: String, _ rows: [[Value]] = []) {
            self.name = name
            for (row, values) in rows.enumerated() {
                for (column, value) in values.enumerated() { cells[[row, column]] = value }
            }
        }

        fileprivate var rowCount: Int { (cells.keys.map { $0[0] }.max() ?? -1) + 1 }
        fileprivate var columnCount: Int { (cells.keys.map { $0[1] }.max() ?? -1) + 1 }
    }

    package struct Merge: Sendable {
        package var row: Int, column: Int, rows: Int, columns: Int

        package init(_ row: Int, _ column: Int, rows: Int = 1, columns: Int = 1) {
            (self.row, self.column, self.rows, self.columns) = (row, column, rows, columns)
        }

        fileprivate func covers(_ row: Int, _ column: Int) -> Bool {
            (self.row..<self.row + rows).contains(row) && (self.column..<self.column + columns).contains(column)
        }
    }

    package enum Value: Sendable, ExpressibleByStringLiteral {
        case blank
        case text(String)
        /// What is stored, how it is to be shown, and what that gives.
        case number(String, format: String = "General", shown: String? = nil)
        /// With the value that is stored, if any.
        case formula(String, value: String?)
        case error(String)
        case boolean(Bool)
        /// A day by its serial number and as it is written.
        case day(String, iso: String)
        /// Stretches that look differently.
        case runs([(text: String, look: Look)])
        /// Whole cells that look so.
        case marked(String, Look)

        package init(stringLiteral text: String) { self = .text(text) }
    }

    package enum Look: Int, Sendable, CaseIterable { case plain, struck, raised, white, whiteOnBlue, tiny }
}

// MARK: xlsx

extension WorkbookFile {
    package var xlsx: [UInt8] {
        var strings: [String] = []
        var formats = ["General", "yyyy-mm-dd"]
        let parts = sheets.enumerated().map { number, sheet in
            ("xl/worksheets/sheet\(number + 1).xml", Self.worksheet(sheet, &strings, &formats))
        }
        let numbers = sheets.indices.map { $0 + 1 }
        let names = sheets.enumerated().map { number, sheet in
            "<sheet name=\"\(sheet.name.escaped)\" sheetId=\"\(number + 1)\" r:id=\"r\(number + 1)\""
                + (sheet.isHidden ? " state=\"veryHidden\"" : "") + "/>"
        }.joined()
        let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
        let targets =
            numbers.map { ("r\($0)", "worksheet", "worksheets/sheet\($0).xml") }
            + [("r100", "sharedStrings", "sharedStrings.xml"), ("r101", "styles", "/xl/styles.xml")]
        let relations = targets.map { "<Relationship Id=\"\($0.0)\" Type=\"\(office)/\($0.1)\" Target=\"\($0.2)\"/>" }
        let package = "xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\""
        return StoredZip.make(
            [
                ("[Content_Types].xml", Self.contentTypes(numbers)),
                (
                    "_rels/.rels",
                    "<Relationships \(package)><Relationship Id=\"a\" Type=\"\(office)/officeDocument\" "
                        + "Target=\"xl/workbook.xml\"/></Relationships>"
                ),
                (
                    "xl/workbook.xml",
                    "<workbook \(Self.main) xmlns:r=\"\(office)\"><workbookPr date1904=\"\(startsIn1904)\"/>"
                        + "<sheets>\(names)</sheets><calcPr fullCalcOnLoad=\"\(isUncomputed)\"/></workbook>"
                ),
                ("xl/_rels/workbook.xml.rels", "<Relationships \(package)>\(relations.joined())</Relationships>"),
                ("xl/sharedStrings.xml", "<sst \(Self.main)>\(strings.joined())</sst>"),
                ("xl/styles.xml", Self.styles(formats)),
            ] + parts + others)
    }

    private static let main = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\""

    private static func contentTypes(_ numbers: [Int]) -> String {
        let type = "application/vnd.openxmlformats-officedocument.spreadsheetml"
        let parts =
            [("workbook.xml", "sheet.main"), ("sharedStrings.xml", "sharedStrings"), ("styles.xml", "styles")]
            + numbers.map { ("worksheets/sheet\($0).xml", "worksheet") }
        return "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
            + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
            + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
            + parts.map { "<Override PartName=\"/xl/\($0.0)\" ContentType=\"\(type).\($0.1)+xml\"/>" }.joined()
            + "</Types>"
    }

    /// A cell's style is its format's number times that of all looks, and its look's.
    private static func styles(_ formats: [String]) -> String {
        let codes = formats.enumerated().map { "<numFmt numFmtId=\"\(200 + $0)\" formatCode=\"\($1.escaped)\"/>" }
        let fonts = Look.allCases.map { "<font>\(mark($0))</font>" }
        let blue = "<patternFill patternType=\"solid\"><fgColor rgb=\"FF1F497D\"/></patternFill>"
        let cells = formats.indices.flatMap { format in
            Look.allCases.map {
                "<xf numFmtId=\"\(200 + format)\" fontId=\"\($0.rawValue)\" fillId=\"\($0 == .whiteOnBlue ? 1 : 0)\"/>"
            }
        }
        return "<styleSheet \(main)><numFmts>\(codes.joined())</numFmts><fonts>\(fonts.joined())</fonts>"
            + "<fills><fill/><fill>\(blue)</fill></fills><borders><border/></borders>"
            + "<cellStyleXfs><xf numFmtId=\"14\" fontId=\"1\"/></cellStyleXfs>"
            + "<cellXfs>\(cells.joined())</cellXfs></styleSheet>"
    }

    private static func worksheet(_ sheet: Sheet, _ strings: inout [String], _ formats: inout [String]) -> String {
        let columns = sheet.hiddenColumns.sorted().map { "<col min=\"\($0 + 1)\" max=\"\($0 + 1)\" hidden=\"1\"/>" }
        var rows = ""
        for row in 0..<sheet.rowCount {
            rows += "<row r=\"\(row + 1)\"\(sheet.hiddenRows.contains(row) ? " hidden=\"1\"" : "")>"
            for column in 0..<sheet.columnCount {
                guard let value = sheet.cells[[row, column]] else { continue }
                rows += cell(value, name: name(row, column), &strings, &formats)
            }
            rows += "</row>"
        }
        let merges = sheet.merges.map { merge in
            "<mergeCell ref=\"\(name(merge.row, merge.column)):"
                + "\(name(merge.row + merge.rows - 1, merge.column + merge.columns - 1))\"/>"
        }
        return "<worksheet \(main)><dimension ref=\"A1:XFD1048576\"/>"
            + (columns.isEmpty ? "" : "<cols>\(columns.joined())</cols>") + "<sheetData>\(rows)</sheetData>"
            + (merges.isEmpty ? "" : "<mergeCells>\(merges.joined())</mergeCells>") + "</worksheet>"
    }

    private static func name(_ row: Int, _ column: Int) -> String {
        String(UnicodeScalar(UInt8(ascii: "A") + UInt8(column))) + "\(row + 1)"
    }

    private static func cell(
        _ value: Value, name: String, _ strings: inout [String], _ formats: inout [String]
    ) -> String {
        func made(_ type: String, _ content: String, format: Int = 0, look: Look = .plain) -> String {
            "<c r=\"\(name)\" s=\"\(Look.allCases.count * format + look.rawValue)\" t=\"\(type)\">\(content)</c>"
        }
        func shared(_ content: String, _ look: Look = .plain) -> String {
            strings.append("<si>\(content)<rPh sb=\"0\" eb=\"1\"><t>9</t></rPh></si>")
            return made("s", "<v>\(strings.count - 1)</v>", look: look)
        }
        switch value {
        case .blank: return "<c r=\"\(name)\" s=\"0\"/>"
        case .text(let text): return shared("<t xml:space=\"preserve\">\(text.escaped)</t>")
        case .marked(let text, let look): return shared("<t>\(text.escaped)</t>", look)
        case .runs(let runs):
            return made("inlineStr", "<is>\(runs.map { run($0.text, $0.look) }.joined())</is>")
        case .number(let number, let format, _):
            let place = formats.firstIndex(of: format) ?? formats.endIndex
            if place == formats.endIndex { formats.append(format) }
            return made("n", "<v>\(number)</v>", format: place)
        case .formula(let formula, let value):
            return made("n", "<f>\(formula.escaped)</f>" + (value.map { "<v>\($0)</v>" } ?? ""))
        case .error(let error): return made("e", "<f>A1</f><v>\(error)</v>")
        case .boolean(let isTrue): return made("b", "<v>\(isTrue ? 1 : 0)</v>")
        case .day(let serial, _): return made("n", "<v>\(serial)</v>", format: 1)
        }
    }

    private static func run(_ text: String, _ look: Look) -> String {
        "<r><rPr><sz val=\"11\"/>\(mark(look))</rPr><t>\(text.escaped)</t></r>"
    }

    private static func mark(_ look: Look) -> String {
        switch look {
        case .plain: ""
        case .struck: "<strike/>"
        case .raised: "<vertAlign val=\"superscript\"/>"
        case .white: "<color rgb=\"FFFFFFFF\"/>"
        case .whiteOnBlue: "<color theme=\"0\"/>"
        case .tiny: "<sz val=\"1\"/>"
        }
    }
}

// MARK: ods

extension WorkbookFile {
    package var ods: [UInt8] {
        let type = "application/vnd.oasis.opendocument.spreadsheet"
        let manifest = "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"
        let names =
            ["office", "table", "text", "style"].map {
                "xmlns:\($0)=\"urn:oasis:names:tc:opendocument:xmlns:\($0):1.0\""
            }.joined(separator: " ") + " xmlns:fo=\"urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0\""
        let styles =
            "<style:style style:name=\"hidden\" style:family=\"table\">"
            + "<style:table-properties table:display=\"false\"/>"
            + "</style:style>"
            + ["table-cell", "text"].map { family in
                "<style:style style:name=\"struck\" style:family=\"\(family)\">"
                    + "<style:text-properties style:text-line-through-style=\"solid\"/></style:style>"
                    + "<style:style style:name=\"raised\" style:family=\"\(family)\">"
                    + "<style:text-properties style:text-position=\"super 58%\"/></style:style>"
                    + "<style:style style:name=\"white\" style:family=\"\(family)\">"
                    + "<style:text-properties fo:color=\"#ffffff\"/></style:style>"
                    + "<style:style style:name=\"whiteOnBlue\" style:family=\"\(family)\">"
                    + "<style:table-cell-properties fo:background-color=\"#1f497d\"/>"
                    + "<style:text-properties fo:color=\"#ffffff\"/></style:style>"
                    + "<style:style style:name=\"tiny\" style:family=\"\(family)\">"
                    + "<style:text-properties fo:font-size=\"1pt\"/></style:style>"
            }.joined()
        return StoredZip.make(
            [
                ("mimetype", type),
                (
                    "content.xml",
                    "<office:document-content \(names)><office:automatic-styles>\(styles)</office:automatic-styles>"
                        + "<office:body><office:spreadsheet>\(sheets.map(Self.table).joined())</office:spreadsheet>"
                        + "</office:body></office:document-content>"
                ),
                (
                    "META-INF/manifest.xml",
                    "<m:manifest xmlns:m=\"\(manifest)\"><m:file-entry m:full-path=\"/\" m:media-type=\"\(type)\"/>"
                        + "<m:file-entry m:full-path=\"content.xml\" m:media-type=\"text/xml\"/></m:manifest>"
                ),
            ] + others)
    }

    private static func table(_ sheet: Sheet) -> String {
        let columns = (0..<max(sheet.columnCount, 1)).map { column in
            "<table:table-column\(sheet.hiddenColumns.contains(column) ? " table:visibility=\"collapse\"" : "")/>"
        }
        var rows = ""
        for row in 0..<sheet.rowCount {
            rows += "<table:table-row\(sheet.hiddenRows.contains(row) ? " table:visibility=\"filter\"" : "")>"
            for column in 0..<sheet.columnCount { rows += cell(row, column, of: sheet) }
            rows += "</table:table-row>"
        }
        return
            "<table:table table:name=\"\(sheet.name.escaped)\"\(sheet.isHidden ? " table:style-name=\"hidden\"" : "")>"
            + columns.joined() + rows + "<table:table-row table:number-rows-repeated=\"1048000\">"
            + "<table:table-cell table:number-columns-repeated=\"16384\"/></table:table-row></table:table>"
    }

    private static func cell(_ row: Int, _ column: Int, of sheet: Sheet) -> String {
        let value = sheet.cells[[row, column]] ?? .blank
        var spans = ""
        if let merge = sheet.merges.first(where: { $0.covers(row, column) }) {
            guard merge.row == row, merge.column == column else {
                return "<table:covered-table-cell><text:p>9</text:p></table:covered-table-cell>"
            }
            spans =
                " table:number-rows-spanned=\"\(merge.rows)\" table:number-columns-spanned=\"\(merge.columns)\""
        }
        let (attributes, content) = content(value)
        return "<table:table-cell\(spans)\(attributes)>\(content)</table:table-cell>"
    }

    private static func content(_ value: Value) -> (attributes: String, content: String) {
        let string = " office:value-type=\"string\""
        let float = { (number: String) in " office:value-type=\"float\" office:value=\"\(number)\"" }
        let style = { (look: Look) in look == .plain ? "" : "\(look)" }
        switch value {
        case .blank: return ("", "")
        case .text(let text): return (string, paragraph(text.escaped))
        case .marked(let text, let look):
            return (string + " table:style-name=\"\(style(look))\"", paragraph(text.escaped))
        case .runs(let runs):
            let spans = runs.map { "<text:span text:style-name=\"\(style($0.look))\">\($0.text.escaped)</text:span>" }
            return (
                string,
                "<office:annotation><text:p>9</text:p></office:annotation>" + paragraph(spans.joined())
            )
        case .number(let number, _, let shown): return (float(number), paragraph((shown ?? number).escaped))
        case .formula(let formula, let value):
            let attribute = " table:formula=\"of:=\(formula.escaped)\""
            return value.map { (attribute + float($0), paragraph($0)) } ?? (attribute, "")
        case .error(let error): return (" table:formula=\"of:=A1\"" + string, paragraph(error))
        case .boolean(let isTrue):
            return (
                " office:value-type=\"boolean\" office:boolean-value=\"\(isTrue)\"",
                paragraph(isTrue ? "TRUE" : "FALSE")
            )
        case .day(_, let iso): return (" office:value-type=\"date\" office:date-value=\"\(iso)\"", paragraph("1/2"))
        }
    }

    private static func paragraph(_ text: String) -> String {
        text.split(separator: "\n", omittingEmptySubsequences: false).map { "<text:p>\($0)</text:p>" }.joined()
    }
}

extension String {
    fileprivate var escaped: String {
        replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing("\"", with: "&quot;")
    }
}
