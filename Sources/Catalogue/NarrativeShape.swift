/// What a sentence looks like around its numbers, as one line of the catalogue says it: `<收到>…<热线>…{received}`.
///
/// | Written | Means |
/// |---|---|
/// | `收到` | these characters; spaces and quotation marks of the text do not count |
/// | `<收到>` | any word of the list `收到` |
/// | `[a|b]`, `[a|b]?` | one of these; one of these or nothing |
/// | `…` | anything within the clause but another number; a bracketed aside is stepped over |
/// | `……` | anything within the part of the sentence (up to `；` or `。`), numbers included |
/// | `{received}` | a number of that indicator's unit; `{items|handled}` is a number of both |
/// | `{*}` | a number that is of no interest |
/// | `{received=0}` | no number: the words of the shape tell 0 |
/// | `{handled=received}` | no number: the words tell that the two are equal |
package struct NarrativeShape: Sendable, Hashable {
    package var parts: [Part]

    package indirect enum Part: Sendable, Hashable {
        case literal(String)
        case words(String)
        case oneOf([[Part]], optional: Bool)
        case gap(wide: Bool)
        case slot(Slot)
    }

    /// The place of a number, and what it is a number of.
    package enum Slot: Sendable, Hashable {
        case number([String])
        case anyNumber
        case zero(String)
        case equal(String, to: String)
    }

    /// Every slot in the order of writing, those in alternatives included.
    package var slots: [Slot] { Self.slots(of: parts) }

    private static func slots(of parts: [Part]) -> [Slot] {
        parts.flatMap { part -> [Slot] in
            switch part {
            case .slot(let slot): [slot]
            case .oneOf(let choices, _): choices.flatMap { slots(of: $0) }
            default: []
            }
        }
    }
}

extension NarrativeShape {
    /// Why a line is no shape.
    struct Mistake: Error {
        var found: String
        var allowed: [String]
    }

    /// Reads the notation. Names in slots that have no dot stand for `prefix.name`.
    init(parsing text: String, prefix: String?) throws(Mistake) {
        var parser = ShapeParser(text: Array(text), prefix: prefix)
        parts = try parser.sequence(endingAt: [])
        guard let first = parts.first else { throw Mistake(found: text, allowed: ["<…>", "{…}"]) }
        if case .gap = first { throw Mistake(found: "…", allowed: ["<…>", "{…}"]) }
    }
}

/// A walk over the notation of one shape.
private struct ShapeParser {
    let text: [Character]
    let prefix: String?
    var position = 0
    var depth = 0

    private static let deepest = 8

    mutating func sequence(endingAt ends: [Character]) throws(NarrativeShape.Mistake) -> [NarrativeShape.Part] {
        var parts: [NarrativeShape.Part] = []
        while position < text.count, !ends.contains(text[position]) {
            parts.append(try part())
        }
        return parts
    }

    private mutating func part() throws(NarrativeShape.Mistake) -> NarrativeShape.Part {
        switch text[position] {
        case "<":
            return .words(try name(upTo: ">"))
        case "{":
            return .slot(try slot(try name(upTo: "}")))
        case "[":
            return try choice()
        case "…":
            let start = position
            while position < text.count, text[position] == "…" { position += 1 }
            return .gap(wide: position - start > 1)
        case let stray where ">}]|".contains(stray):
            throw NarrativeShape.Mistake(found: String(stray), allowed: ["<…>", "{…}", "[…|…]"])
        default:
            let start = position
            while position < text.count, !"<>{}[]|…".contains(text[position]) { position += 1 }
            return .literal(String(text[start..<position]))
        }
    }

    private mutating func name(upTo end: Character) throws(NarrativeShape.Mistake) -> String {
        guard let close = text[position...].firstIndex(of: end), close > position + 1 else {
            throw NarrativeShape.Mistake(found: String(text[position...]), allowed: ["<…>", "{…}"])
        }
        defer { position = close + 1 }
        return String(text[(position + 1)..<close])
    }

    private mutating func choice() throws(NarrativeShape.Mistake) -> NarrativeShape.Part {
        guard depth < Self.deepest else { throw NarrativeShape.Mistake(found: "[", allowed: ["[…|…]"]) }
        depth += 1
        defer { depth -= 1 }
        var choices: [[NarrativeShape.Part]] = []
        repeat {
            position += 1
            choices.append(try sequence(endingAt: ["|", "]"]))
        } while position < text.count && text[position] == "|"
        guard position < text.count else { throw NarrativeShape.Mistake(found: "[", allowed: ["[…|…]"]) }
        position += 1
        let optional = position < text.count && text[position] == "?"
        if optional { position += 1 }
        return .oneOf(choices, optional: optional)
    }

    private func slot(_ name: String) throws(NarrativeShape.Mistake) -> NarrativeShape.Slot {
        if name == "*" { return .anyNumber }
        let sides = name.split(separator: "=", omittingEmptySubsequences: false).map(String.init)
        switch sides.count {
        case 1: return .number(name.split(separator: "|").map { code(String($0)) })
        case 2 where sides[1] == "0": return .zero(code(sides[0]))
        case 2: return .equal(code(sides[0]), to: code(sides[1]))
        default: throw NarrativeShape.Mistake(found: name, allowed: ["{a}", "{a|b}", "{a=0}", "{a=b}", "{*}"])
        }
    }

    private func code(_ name: String) -> String {
        guard let prefix, !name.contains(".") else { return name }
        return "\(prefix).\(name)"
    }
}
