/// HTML or SVG. Text that is put into it is escaped, and its controls are made visible; only markup goes in as it
/// stands.
///
///     let cell: Markup = "<td>\(township)</td>"     // <td>&lt;b&gt;镇</td>
///     let row: Markup = "<tr>\(cell)</tr>"          // the cell's tags stay
///
/// What stands in the source code as a literal is markup, and so are files that were built in; text that a program came
/// by has no way around the escapes.
package struct Markup: Sendable, Equatable {
    package private(set) var text = ""

    init() {}

    package init(_ literal: StaticString) { text = "\(literal)" }

    /// The text of a file that was built in.
    package init(builtIn bytes: [UInt8]) { text = String(decoding: bytes, as: UTF8.self) }

    package static func += (markup: inout Markup, more: Markup) { markup.text += more.text }

    package static func + (one: Markup, other: Markup) -> Markup { "\(one)\(other)" }

    package var isEmpty: Bool { text.isEmpty }

    /// The characters that markup has an escape for.
    static let escapes = Escapes("&<>\"'")

    fileprivate mutating func append(escaping text: String) {
        let text = VisibleText.of(text)
        guard text.utf8.contains(where: { $0 < 0x80 && Self.escapes.has($0) }) else { return self.text += text }
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": self.text += "&amp;"
            case "<": self.text += "&lt;"
            case ">": self.text += "&gt;"
            case "\"": self.text += "&quot;"
            case "'": self.text += "&#39;"
            default: self.text.unicodeScalars.append(scalar)
            }
        }
    }
}

extension Markup: ExpressibleByStringInterpolation {
    package struct StringInterpolation: StringInterpolationProtocol {
        fileprivate var markup = Markup()

        package init(literalCapacity: Int, interpolationCount: Int) { markup.text.reserveCapacity(2 * literalCapacity) }

        package mutating func appendLiteral(_ literal: String) { markup.text += literal }

        package mutating func appendInterpolation(_ text: String) { markup.append(escaping: text) }

        package mutating func appendInterpolation(_ number: some BinaryInteger) { markup.text += "\(number)" }

        package mutating func appendInterpolation(_ markup: Markup) { self.markup += markup }
    }

    package init(stringLiteral literal: String) { text = literal }

    package init(stringInterpolation: StringInterpolation) { self = stringInterpolation.markup }
}

extension Sequence<Markup> {
    package func joined(by separator: Markup = "") -> Markup {
        var result = Markup()
        for (number, part) in enumerated() {
            if number > 0 { result += separator }
            result += part
        }
        return result
    }
}
