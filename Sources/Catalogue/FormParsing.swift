import Values

extension Form {
    /// Reads a form's data file. `codes` are the indicators that its cells may name.
    init(parsing root: YAMLValue, codes: Set<String>) throws(CatalogueError) {
        let entries = try root.mapping(allowing: ["edition", "zh", "en", "source", "tables"])
        edition = try entries.required("edition", in: root).string()
        name = try Phrase(entries, in: root)
        source = try entries.required("source", in: root).string()
        tables = []
        for value in try entries.required("tables", in: root).sequence() {
            tables.append(try Table(value))
        }
        var seen = Set<String>()
        for code in self.codes {
            guard codes.contains(code) else {
                throw .unknownValue(
                    file: root.file, line: root.line, key: "code", value: code, allowed: ["indicators.yaml"])
            }
            guard seen.insert(code).inserted else { throw .duplicate(file: root.file, line: root.line, name: code) }
        }
    }
}

extension Phrase {
    /// The `zh` and `en` of a mapping.
    init(_ entries: YAMLEntries, in parent: YAMLValue) throws(CatalogueError) {
        self.init(
            zh: try entries.required("zh", in: parent).string(),
            en: try entries.required("en", in: parent).string())
    }
}

extension Form.Table {
    fileprivate init(_ value: YAMLValue) throws(CatalogueError) {
        let entries = try value.mapping(allowing: ["heading", "also", "en", "blocks"])
        heading = try Form.Label(entries, key: "heading", in: value)
        blocks = []
        for block in try entries.required("blocks", in: value).sequence() {
            blocks.append(try Form.Block(block))
        }
    }
}

extension Form.Block {
    fileprivate init(_ value: YAMLValue) throws(CatalogueError) {
        let entries = try value.mapping(
            allowing: ["caption", "also", "en", "corner", "serials", "spanning", "columns", "rows"])
        caption = entries["caption"] == nil ? nil : try Form.Label(entries, key: "caption", in: value)
        corner = (try entries["corner"]?.strings() ?? []).map { Form.Label(printed: $0) }
        serials = (try entries["serials"]?.strings() ?? []).map { Form.Label(printed: $0) }
        var spanning: [String: Form.Label] = [:]
        for value in try entries["spanning"]?.sequence() ?? [] {
            let entries = try value.mapping(allowing: ["header", "also", "en"])
            let header = try Form.Label(entries, key: "header", in: value)
            spanning[header.printed] = header
        }
        columns = []
        for column in try entries.required("columns", in: value).sequence() {
            columns.append(try Form.Column(column, spanning: spanning))
        }
        rows = []
        for row in try entries.required("rows", in: value).sequence() {
            rows.append(try Form.Row(row))
        }
    }
}

extension Form.Column {
    fileprivate init(_ value: YAMLValue, spanning: [String: Form.Label]) throws(CatalogueError) {
        let entries = try value.mapping(allowing: ["header", "also", "above", "code", "unit", "signed"])
        header = try Form.Label(entries, key: "header", in: value)
        above = []
        for label in try entries["above"]?.sequence() ?? [] {
            let printed = try label.string()
            above.append(spanning[printed] ?? Form.Label(printed: printed))
        }
        code = try entries["code"]?.string()
        multiplier = try Int64(amountUnit: entries["unit"])
        isSigned = try entries["signed"]?.boolean() ?? false
    }
}

extension Form.Row {
    fileprivate init(_ value: YAMLValue) throws(CatalogueError) {
        let entries = try value.mapping(allowing: ["label", "also", "en", "code", "older", "unit", "rows"])
        label = entries["label"] == nil ? nil : try Form.Label(entries, key: "label", in: value)
        code = try entries["code"]?.string()
        older = try entries["older"]?.string()
        multiplier = try Int64(amountUnit: entries["unit"])
        rows = []
        for row in try entries["rows"]?.sequence() ?? [] { rows.append(try Form.Row(row)) }
    }
}

extension Form.Label {
    fileprivate init(_ entries: YAMLEntries, key: String, in parent: YAMLValue) throws(CatalogueError) {
        printed = try entries.required(key, in: parent).string()
        variants = try entries["also"]?.strings() ?? []
        english = try entries["en"]?.string()
    }

    fileprivate init(printed: String) {
        self.printed = printed
        variants = []
    }
}

extension Int64 {
    /// How many display units one of `unit` is: a form asks for some amounts in 万元.
    fileprivate init(amountUnit value: YAMLValue?) throws(CatalogueError) {
        guard let value else {
            self = 1
            return
        }
        let unit = try value.string()
        guard unit == "万元" else {
            throw .unknownValue(file: value.file, line: value.line, key: "unit", value: unit, allowed: ["万元"])
        }
        self = 10_000
    }
}
