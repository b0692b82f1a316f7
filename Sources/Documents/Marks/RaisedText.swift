/// Text above or below the line, as a transcript keeps it: in Unicode's raised characters, so that `1372²` never
/// becomes 13722.
///
/// What has no raised character stands between raised parentheses (`⁽注¹⁾`): a reader passes over it as over any note.
enum RaisedText {
    /// Writes UTF-8 text that stands above the line, or below it.
    static func append(_ text: some Sequence<UInt8>, to line: inout [UInt8]) {
        let written = String(decoding: Array(text), as: UTF8.self)
        let hasLetters = written.unicodeScalars.contains { raised($0) == nil && $0.properties.isAlphabetic }
        var result = ""
        for scalar in written.unicodeScalars {
            let mark = raised(scalar) ?? scalar
            if hasLetters, mark == "⁽" || mark == "⁾" { continue }
            result.unicodeScalars.append(mark)
        }
        line.append(contentsOf: (hasLetters ? "⁽\(result)⁾" : result).utf8)
    }

    private static func raised(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
        switch scalar {
        case "1": "¹"
        case "2": "²"
        case "3": "³"
        case "0", "4"..."9": Unicode.Scalar(0x2070 + scalar.value - 0x30)
        case "０"..."９": raised(Unicode.Scalar(UInt8(scalar.value - 0xFF10 + 0x30)))
        case "(", "（", "[", "［", "【", "〔": "⁽"
        case ")", "）", "]", "］", "】", "〕": "⁾"
        default: nil
        }
    }
}

/// Text that its source has struck out, where a cell holds nothing else: its letters with a stroke (U+0336), which no
/// reader takes for a number, a label or nothing at all. Beside other text it is left out.
enum StruckText {
    static func append(_ text: [UInt8], to line: inout [UInt8]) {
        for scalar in String(decoding: text, as: UTF8.self).unicodeScalars {
            line.append(contentsOf: String(scalar).utf8)
            line.append(contentsOf: stroke)
        }
    }

    private static let stroke = Array("\u{336}".utf8)
}

/// What stands in a cell and is no text: U+FFFC, the object replacement character, for a picture, a formula or an
/// embedded file.
enum ObjectMark {
    static let bytes = Array("\u{FFFC}".utf8)

    /// Whether a line holds something that the eye sees: more than spaces of any width.
    static func isSeen(_ line: [UInt8]) -> Bool {
        String(decoding: line, as: UTF8.self).unicodeScalars.contains {
            !$0.properties.isWhitespace && $0.properties.generalCategory != .format
        }
    }

    /// A line outside tables without its objects, but for those within a number; nil if it was nothing else.
    static func removed(from line: [UInt8]) -> [UInt8]? {
        guard line.contains(0xEF), line.offset(of: bytes) != nil else { return line }
        var rest = String.UnicodeScalarView()
        var wasDigit = false
        var isWaiting = false
        for scalar in String(decoding: line, as: UTF8.self).unicodeScalars {
            if scalar == "\u{FFFC}" {
                isWaiting = true
                continue
            }
            let isDigit = scalar.properties.generalCategory == .decimalNumber
            // Two numbers with something between them are not one.
            if isWaiting, wasDigit, isDigit { rest.append("\u{FFFC}") }
            (wasDigit, isWaiting) = (isDigit, false)
            rest.append(scalar)
        }
        let text = String(rest)
        return text.allSatisfy(\.isWhitespace) ? nil : Array(text.utf8)
    }
}

/// Text that runs from right to left by order, its digits as well: between the marks that Unicode has for it (U+202E,
/// U+202C), which no reader takes for part of a number.
enum ReversedText {
    static let start = Array("\u{202E}".utf8)
    static let end = Array("\u{202C}".utf8)
}
