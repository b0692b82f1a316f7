/// A form that answers can be written in.
package enum Format: String, Sendable, CaseIterable {
    /// Aligned columns for a terminal.
    case table
    case csv
    case tsv
    case json
    case ndjson
    case markdown
    /// A workbook of real numbers, one worksheet a sheet.
    case xlsx
    /// One page that needs no other file.
    case html

    /// The format that a file's name asks for: `答复.csv`; nothing for a name that does not tell.
    package init?(path: String) {
        let name = path[(path.lastIndex(of: "/").map(path.index(after:)) ?? path.startIndex)...]
        guard let dot = name.lastIndex(of: "."), dot > name.startIndex else { return nil }
        switch name[name.index(after: dot)...].lowercased() {
        case "txt": self = .table
        case "csv": self = .csv
        case "tsv", "tab": self = .tsv
        case "json": self = .json
        case "ndjson", "jsonl": self = .ndjson
        case "md", "markdown": self = .markdown
        case "xlsx": self = .xlsx
        case "html", "htm": self = .html
        default: return nil
        }
    }

    /// Bytes that no terminal can show: they belong in a file.
    package var isBinary: Bool { self == .xlsx }
}

/// Who reads the bytes. It decides the dialect of CSV, and what becomes of control characters there.
package enum Audience: Sendable {
    /// A file that staff open in Excel or WPS: byte-order mark, CRLF (RFC 4180), and text that looks like a formula
    /// made harmless.
    case spreadsheet
    /// A pipe, or a file that asks for plain data: bare UTF-8, LF, the text exactly as it is.
    case program
    /// A terminal: as for a program, with control characters made visible, because a terminal obeys them.
    case terminal
}
