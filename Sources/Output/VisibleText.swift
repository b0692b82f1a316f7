/// Makes visible what a terminal would obey instead of showing: control characters, escapes, and marks that turn the
/// reading direction, so that text out of a document cannot pretend to be something else.
package enum VisibleText {
    /// The text with every such character replaced: ESC by `␛`, a line feed by `␊`, U+202E by `\u{202E}`.
    package static func of(_ text: String) -> String {
        guard text.unicodeScalars.contains(where: isHidden) else { return text }
        var result = ""
        for scalar in text.unicodeScalars {
            if isHidden(scalar) {
                result += substitute(for: scalar)
            } else {
                result.unicodeScalars.append(scalar)
            }
        }
        return result
    }

    /// C0 and C1 controls, line and paragraph separators, the bidirectional controls of UAX #9, tag characters, and
    /// the zero-width space and byte-order mark, and what is no character at all, which XML does not admit. Joiners
    /// stay: emoji and several scripts need them.
    static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x20...0x7E: false
        case 0...0x1F, 0x7F...0x9F: true
        case 0x061C, 0x200B, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069, 0xFEFF: true
        case 0xE0000...0xE007F, 0xFDD0...0xFDEF: true
        case let value where value & 0xFFFE == 0xFFFE: true
        default: false
        }
    }

    private static func substitute(for scalar: Unicode.Scalar) -> String {
        // The block Control Pictures repeats the C0 controls in their order; DELETE follows them.
        let picture: UInt32? =
            switch scalar.value {
            case 0...0x1F: 0x2400 + scalar.value
            case 0x7F: 0x2421
            default: nil
            }
        if let picture, let symbol = Unicode.Scalar(picture) { return String(symbol) }
        return "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
    }
}
