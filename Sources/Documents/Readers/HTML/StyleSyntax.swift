/// The parts that a style sheet and its blocks are made of (CSS Syntax 3, section 5), told from what stands in strings,
/// parentheses and escapes.
struct StyleSyntax: Sequence, IteratorProtocol {
    /// A statement, or a rule with its block.
    struct Part {
        var prelude: ArraySlice<UInt8>
        var block: ArraySlice<UInt8>?

        var isAtRule: Bool { prelude.first == UInt8(ascii: "@") }
    }

    private var rest: ArraySlice<UInt8>
    /// Of a sheet, no rule but one with an `@` ends at a semicolon; within a block, every statement does.
    private let isSheet: Bool

    /// Of what is without comments.
    init(_ css: ArraySlice<UInt8>, isSheet: Bool = false) {
        rest = css
        self.isSheet = isSheet
    }

    mutating func next() -> Part? {
        skipMarks()
        guard let first = rest.first else { return nil }
        let endsAtSemicolon = !isSheet || first == UInt8(ascii: "@")
        let end = Self.end(of: rest) { $0 == UInt8(ascii: "{") || endsAtSemicolon && $0 == UInt8(ascii: ";") }
        let prelude = rest[..<end]
        guard end < rest.endIndex, rest[end] == UInt8(ascii: "{"), !Self.isVariable(prelude) else {
            // The value of a variable may hold blocks.
            let end = Self.isVariable(prelude) ? Self.end(of: rest) { $0 == UInt8(ascii: ";") } : end
            defer { rest = rest[Swift.min(end + 1, rest.endIndex)...] }
            return Part(prelude: rest[..<end])
        }
        let close = Self.end(of: rest[(end + 1)...]) { $0 == UInt8(ascii: "}") }
        defer { rest = rest[Swift.min(close + 1, rest.endIndex)...] }
        return Part(prelude: prelude, block: rest[(end + 1)..<close])
    }

    private static func isVariable(_ prelude: ArraySlice<UInt8>) -> Bool {
        prelude.starts(with: [UInt8(ascii: "-"), UInt8(ascii: "-")]) && prelude.contains(UInt8(ascii: ":"))
    }

    /// White space, semicolons within blocks, and the marks that hid sheets from browsers of the nineties.
    private mutating func skipMarks() {
        while let first = rest.first {
            if first <= 0x20 || !isSheet && first == UInt8(ascii: ";") {
                rest = rest.dropFirst()
            } else if isSheet, rest.starts(with: "<!--".utf8) {
                rest = rest.dropFirst(4)
            } else if isSheet, rest.starts(with: "-->".utf8) {
                rest = rest.dropFirst(3)
            } else {
                return
            }
        }
    }

    /// The first of the wanted signs that stands by itself, or the end.
    static func end(of css: ArraySlice<UInt8>, at isWanted: (UInt8) -> Bool) -> Int {
        var closers: [UInt8] = []
        var index = css.startIndex
        while index < css.endIndex {
            let byte = css[index]
            if closers.isEmpty, isWanted(byte) { return index }
            switch byte {
            case UInt8(ascii: "\\"): index += 1
            case UInt8(ascii: "\""), UInt8(ascii: "'"): index = endOfString(css, from: index)
            case UInt8(ascii: "("):
                if let end = endOfLink(css, from: index) { index = end } else { closers.append(UInt8(ascii: ")")) }
            case UInt8(ascii: "["): closers.append(UInt8(ascii: "]"))
            case UInt8(ascii: "{"): closers.append(UInt8(ascii: "}"))
            default: if byte == closers.last { closers.removeLast() }
            }
            index += 1
        }
        return css.endIndex
    }

    /// The closing mark of a string; one that is not closed ends with its line.
    private static func endOfString(_ css: ArraySlice<UInt8>, from start: Int) -> Int {
        var index = start + 1
        while index < css.endIndex, css[index] != css[start], css[index] != 0x0A {
            index += css[index] == UInt8(ascii: "\\") ? 2 : 1
        }
        return index
    }

    /// The end of `url(…)` without quotation marks, in which nothing but its end is a sign.
    private static func endOfLink(_ css: ArraySlice<UInt8>, from open: Int) -> Int? {
        guard open >= css.startIndex + 3,
            css[(open - 3)..<open].map({ $0 | 0x20 }).elementsEqual("url".utf8),
            let first = css[(open + 1)...].first(where: { $0 > 0x20 }),
            first != UInt8(ascii: "\""), first != UInt8(ascii: "'")
        else { return nil }
        return css[open...].firstIndex(of: UInt8(ascii: ")")) ?? css.endIndex
    }

    /// Without `/* … */`, wherever that is none of a string.
    static func withoutComments(_ css: [UInt8]) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(css.count)
        var index = 0
        while index < css.count {
            let byte = css[index]
            if byte == UInt8(ascii: "/"), index + 1 < css.count, css[index + 1] == UInt8(ascii: "*") {
                guard let end = css.offset(of: Array("*/".utf8), in: index + 2..<css.count) else { return result }
                index = end + 2
                continue
            }
            var end = index + 1
            if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
                end = Swift.min(endOfString(css[...], from: index) + 1, css.count)
            } else if byte == UInt8(ascii: "\\") {
                end = Swift.min(index + 2, css.count)
            }
            result += css[index..<end]
            index = end
        }
        return result
    }

    // MARK: Escapes

    /// Where signs that were escaped are kept, so that they are nothing but parts of names: a plane for private use.
    private static let escapedPlane: UInt32 = 0xF0000

    /// With `\` and a sign, or the code of one, as a sign that stands for it (CSS Syntax 3, section 4.3.7).
    static func escaped(_ written: String) -> String {
        guard written.utf8.contains(UInt8(ascii: "\\")) else { return written }
        var result = String.UnicodeScalarView()
        var rest = Substring(written).unicodeScalars
        while let scalar = rest.popFirst() {
            guard scalar == "\\", let next = rest.first else {
                result.append(scalar)
                continue
            }
            let digits = rest.prefix(6).prefix { $0.properties.isASCIIHexDigit }
            var code = next.value
            if digits.isEmpty {
                rest.removeFirst()
            } else {
                rest.removeFirst(digits.count)
                if let space = rest.first, space.properties.isWhitespace { rest.removeFirst() }
                code = UInt32(String(digits), radix: 16) ?? 0xFFFD
            }
            // Nothing is written with a sign that has no form.
            if code < 0x20 { code = 0xFFFD }
            result.append(Unicode.Scalar(code < 0xFFFE ? escapedPlane + code : code) ?? "\u{FFFD}")
        }
        return String(result)
    }

    static func isEscaped(_ scalar: Unicode.Scalar) -> Bool { scalar.value >= escapedPlane && scalar.value < 0xFFFFE }

    /// With the signs that the others stand for.
    static func plain(_ escaped: some StringProtocol) -> String {
        guard escaped.unicodeScalars.contains(where: isEscaped) else { return String(escaped) }
        var result = String.UnicodeScalarView()
        for scalar in escaped.unicodeScalars {
            result.append(isEscaped(scalar) ? Unicode.Scalar(scalar.value - escapedPlane) ?? "\u{FFFD}" : scalar)
        }
        return String(result)
    }
}
