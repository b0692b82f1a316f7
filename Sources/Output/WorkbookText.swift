/// Text as the strings of a workbook hold it (ECMA-376 part 1, 22.9.2.19 ST_Xstring): `_x0041_` stands for a character
/// by its code, so that text which looks so has its underscore written as a code.
enum WorkbookText {
    static func escaped(_ text: String) -> String {
        guard mayHaveCode(text) else { return text }
        var escaped = ""
        var rest = text[...]
        while let start = rest.firstIndex(of: "_") {
            escaped += rest[..<start]
            rest = rest[start...]
            escaped += isCode(rest) ? "_x005F_" : "_"
            rest = rest.dropFirst()
        }
        return escaped + rest
    }

    /// Whether `_x` is in it. Every cell is asked, and searching a string by characters takes a hundred times as long.
    private static func mayHaveCode(_ text: String) -> Bool {
        var last: UInt8 = 0
        for byte in text.utf8 {
            if byte == UInt8(ascii: "x"), last == UInt8(ascii: "_") { return true }
            last = byte
        }
        return false
    }

    private static func isCode(_ text: Substring) -> Bool {
        let code = text.utf8.prefix(7)
        return code.count == 7 && code.starts(with: "_x".utf8) && code.last == UInt8(ascii: "_")
            && code.dropFirst(2).dropLast().allSatisfy(isHexadecimal)
    }

    private static func isHexadecimal(_ byte: UInt8) -> Bool {
        0x30...0x39 ~= byte || 0x41...0x46 ~= byte || 0x61...0x66 ~= byte
    }
}
