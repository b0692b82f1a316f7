/// The fields that are open at a place of a Word file (ECMA-376 part 1, 17.16): a code that is not shown, and its
/// result.
struct WordFields {
    private var open: [Field] = []

    private struct Field {
        var code: [UInt8] = []
        var hasResult = false
        /// How much had been read where its result begins.
        var start: [Int] = []
        /// What a form field shows that is no text of its own.
        var form: [UInt8]?
    }

    /// Whether text here is part of a code, the results of fields within it included.
    var isInCode: Bool { open.contains { !$0.hasResult } }

    mutating func append(code: XMLNode) {
        guard !open.isEmpty else { return }
        open[open.count - 1].code.append(contentsOf: code.text.utf8)
    }

    /// Passes a field's beginning, middle or end; what a field without a result shows is returned at its end.
    ///
    /// - Parameter progress: how much has been read, which stays as it is where nothing comes.
    mutating func pass(_ mark: XMLNode, at progress: [Int]) -> [UInt8]? {
        switch mark.attribute("fldCharType") {
        case "begin": open.append(Field(form: mark.first("ffData").flatMap(Self.form)))
        case "separate":
            guard !open.isEmpty else { break }
            open[open.count - 1].hasResult = true
            open[open.count - 1].start = progress
        case "end":
            guard let field = open.popLast(), !isInCode else { return nil }
            if let form = field.form { return form }
            if field.hasResult, field.start != progress || !Self.alwaysShows(field.code) { return nil }
            return Self.isSilent(field.code) ? nil : ObjectMark.bytes
        default: break
        }
        return nil
    }

    /// 17.16.8 checkBox and 17.16.11 ddList have no result in the text; a text field has.
    private static func form(_ data: XMLNode) -> [UInt8]? {
        if let box = data.first("checkBox") {
            let isChecked = (box.first("checked") ?? box.first("default"))?.isOn ?? false
            return Array((isChecked ? "☑" : "☐").utf8)
        }
        guard let list = data.first("ddList") else { return nil }
        let number = (list.first("result") ?? list.first("default"))?.attribute("val").flatMap { Int($0) } ?? 0
        let entries = list.elements.filter { $0.name == "listEntry" }.map { $0.attribute("val") ?? "" }
        return entries.indices.contains(number) ? Array(entries[number].utf8) : ObjectMark.bytes
    }

    /// Fields that show something whatever the result is that was stored; what a letter is filled with, or asks for,
    /// may well be empty.
    private static func alwaysShows(_ code: [UInt8]) -> Bool {
        guard let word = word(of: code) else { return false }
        return word.hasPrefix("=")
            || [
                "EQ", "QUOTE", "SYMBOL", "SEQ", "LISTNUM", "AUTONUM", "AUTONUMLGL", "AUTONUMOUT", "PAGE", "NUMPAGES",
                "SECTION", "SECTIONPAGES", "DATE", "TIME", "FORMULA",
            ].contains(word)
    }

    private static func word(of code: [UInt8]) -> String? {
        String(decoding: code, as: UTF8.self).split(whereSeparator: \.isWhitespace).first?.uppercased()
    }

    /// Fields that mark a place or set a value, and show nothing.
    static func isSilent(_ code: [UInt8]) -> Bool {
        let word = word(of: code)
        return word == nil || ["XE", "TC", "TA", "RD", "SET", "ASK", "PRIVATE", "ADVANCE", "DATABASE"].contains(word)
    }
}
