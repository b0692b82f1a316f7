/// Reads selectors as style sheets write them.
struct StyleSelectorReader {
    /// Longer ones are read from so many before their end, and hold perhaps.
    private static let mostParts = 8
    /// How deep selectors may stand in one another.
    private static let deepest = 4

    private var parts: [StyleSelector.Part] = []
    private var specificity = 0
    private var isLoose = false
    private let depth: Int

    /// Nil for one that browsers do not know, or that holds only while something is done to the page.
    static func selector(_ escaped: Substring, depth: Int = 0) -> StyleSelector? {
        var reader = StyleSelectorReader(depth: depth)
        guard depth <= deepest, reader.read(escaped), !reader.parts.isEmpty else { return nil }
        return StyleSelector(parts: reader.parts, specificity: reader.specificity, isLoose: reader.isLoose)
    }

    /// The selectors of a list, whose escapes are read.
    static func list(_ escaped: some StringProtocol) -> [Substring] {
        StyleValue.parts(escaped, by: ",").map { $0.trimmed[...] }
    }

    private init(depth: Int) { self.depth = depth }

    private mutating func read(_ escaped: Substring) -> Bool {
        var isChild = false
        var before: StyleSelector.Condition?
        for word in Self.words(escaped) {
            switch word {
            case ">": isChild = true
            case "+", "~":
                // What stands before has the same parents; no more is told than that it is not there.
                guard var other = parts.popLast() else { return false }
                (isChild, isLoose) = (other.isChild, true)
                other.conditions.removeAll { if case .behind = $0 { true } else { false } }
                before = .behind(other, isNext: word == "+")
            default:
                guard var part = part(word) else { return false }
                if let before { part.conditions.append(before) }
                before = nil
                part.isChild = isChild && !parts.isEmpty
                isChild = false
                parts.append(part)
            }
        }
        if parts.count > Self.mostParts {
            parts.removeFirst(parts.count - Self.mostParts)
            parts[0].isChild = false
            isLoose = true
        }
        return true
    }

    /// The compounds and what stands between them; what is between parentheses or brackets is part of its compound.
    private static func words(_ escaped: Substring) -> [Substring] {
        var words: [Substring] = []
        var start = escaped.startIndex
        var depth = 0
        var quote: Character?
        let end = { (index: Substring.Index) in
            if start < index { words.append(escaped[start..<index]) }
        }
        for index in escaped.indices {
            let character = escaped[index]
            if let open = quote {
                if character == open { quote = nil }
                continue
            }
            if depth > 0, character == "\"" || character == "'" { quote = character }
            if "([".contains(character) { depth += 1 }
            if ")]".contains(character) { depth -= 1 }
            guard depth <= 0, character.isWhitespace || ">+~".contains(character) else { continue }
            end(index)
            start = escaped.index(after: index)
            if !character.isWhitespace { words.append(escaped[index..<start]) }
        }
        end(escaped.endIndex)
        return words
    }

    private static func isName(_ character: Character) -> Bool {
        character.isLetter || character.isNumber || character == "-" || character == "_"
            || character.unicodeScalars.contains { $0.value >= 0x80 }
    }

    private mutating func part(_ word: Substring) -> StyleSelector.Part? {
        var part = StyleSelector.Part()
        var rest = word[...]
        let name = rest.prefix(while: Self.isName)
        rest = rest.dropFirst(name.count)
        if !name.isEmpty {
            part.name = StyleName(name).folded
            specificity += 1
        } else if rest.first == "*" || rest.first == "&" {
            rest = rest.dropFirst()
        }
        while let mark = rest.popFirst() {
            let name = rest.prefix(while: Self.isName)
            switch mark {
            case "#" where !name.isEmpty:
                part.identifier = StyleName(name)
                specificity += 1_000_000
                rest = rest.dropFirst(name.count)
            case "." where !name.isEmpty:
                part.classes.append(StyleName(name))
                specificity += 1000
                rest = rest.dropFirst(name.count)
            case ":":
                guard readCondition(&rest, into: &part) else { return nil }
            case "[":
                guard let end = Self.close(of: rest, "[", "]"), let attribute = Self.attribute(rest[..<end]) else {
                    return nil
                }
                part.attributes.append(attribute)
                isLoose = isLoose || !["", "="].contains(attribute.comparison)
                specificity += 1000
                rest = rest[rest.index(after: end)...]
            default: return nil
            }
        }
        return part
    }

    // MARK: Conditions

    private mutating func readCondition(_ rest: inout Substring, into part: inout StyleSelector.Part) -> Bool {
        let isElement = rest.first == ":"
        if isElement { rest = rest.dropFirst() }
        let written = rest.prefix(while: Self.isName)
        let name = written.lowercased()
        rest = rest.dropFirst(written.count)
        var arguments: Substring?
        if rest.first == "(" {
            rest = rest.dropFirst()
            let end = Self.close(of: rest, "(", ")") ?? rest.endIndex
            arguments = rest[..<end]
            rest = rest[end...].dropFirst()
        }
        if isElement || Self.partsOfText.contains(name) {
            // They are part of the element's text.
            guard Self.partsOfText.contains(name) else { return false }
            return add(.unread, to: &part)
        }
        guard !Self.transient.contains(name) else { return false }
        guard !name.hasPrefix("-") || Self.alternatives.contains(name) else { return false }
        if name == "root" {
            specificity += 1000
            if let other = part.name, other != "html" { return false }
            part.name = "html"
            return true
        }
        return add(condition(name, arguments), to: &part)
    }

    private mutating func add(_ condition: StyleSelector.Condition, to part: inout StyleSelector.Part) -> Bool {
        part.conditions.append(condition)
        switch condition {
        case .unread, .none: isLoose = true
        case .any(let selectors):
            // What none of its alternatives can be is a rule that holds for nothing.
            guard !selectors.isEmpty else { return false }
            isLoose = isLoose || selectors.contains(where: \.isLoose)
        default: break
        }
        return true
    }

    private mutating func condition(_ name: String, _ arguments: Substring?) -> StyleSelector.Condition {
        if name != "where", !Self.alternatives.contains(name), name != "not" { specificity += 1000 }
        switch name {
        case "first-child": return .place(1)
        case "last-child": return .place(-1)
        case "nth-child":
            guard let place = arguments.flatMap({ Int($0.trimmed) }), 1...100 ~= place else { return .unread }
            return .place(place)
        case "empty": return .empty
        case "defined": return .defined
        case "not":
            let selectors = selectors(arguments, counts: true)
            let names = selectors.compactMap(\.bareName)
            return names.count == selectors.count && !names.isEmpty ? .notNamed(names) : .none(selectors)
        case _ where Self.alternatives.contains(name):
            return .any(selectors(arguments, counts: name != "where"))
        default: return .unread
        }
    }

    private mutating func selectors(_ list: Substring?, counts: Bool) -> [StyleSelector] {
        let selectors = Self.list(list ?? "").compactMap { Self.selector($0, depth: depth + 1) }
        if counts { specificity += selectors.map(\.specificity).max() ?? 0 }
        return selectors
    }

    private static let alternatives: Set<String> = ["is", "where", "matches", "-webkit-any", "-moz-any"]

    /// Parts of an element's text, which is all looked at as one.
    private static let partsOfText: Set<String> = ["first-letter", "first-line"]

    /// Conditions that hold only while something is done to the page, or for fields. A rule with one is left aside, but
    /// for what it shows of the page's grounds.
    private static let transient: Set<String> = [
        "hover", "focus", "focus-within", "focus-visible", "active", "visited", "target", "target-within", "checked",
        "disabled", "enabled", "indeterminate", "default", "required", "optional", "valid", "invalid", "user-valid",
        "user-invalid", "in-range", "out-of-range", "placeholder-shown", "autofill", "fullscreen", "modal", "open",
        "popover-open", "picture-in-picture", "playing", "paused", "muted", "seeking", "buffering", "stalled", "host",
        "host-context", "before", "after", "selection", "current", "past", "future", "blank", "local-link", "left",
        "right", "first", "state", "has-slotted", "",
    ]

    // MARK: Attributes

    private static func close(of rest: Substring, _ open: Character, _ close: Character) -> Substring.Index? {
        var depth = 0
        var quote: Character?
        for index in rest.indices {
            let character = rest[index]
            if let mark = quote {
                if character == mark { quote = nil }
            } else if character == "\"" || character == "'" {
                quote = character
            } else if character == open {
                depth += 1
            } else if character == close {
                if depth == 0 { return index }
                depth -= 1
            }
        }
        return nil
    }

    /// What stands between brackets: a name, and perhaps a comparison, a value and `i`.
    private static func attribute(_ written: Substring) -> StyleAttribute? {
        let name = written.drop(while: \.isWhitespace).prefix { isName($0) || $0 == "|" }
        let behind = written.drop(while: \.isWhitespace).dropFirst(name.count).drop(while: \.isWhitespace)
        var attribute = StyleAttribute(name: StyleName(name.split(separator: "|").last ?? "").folded)
        guard !attribute.name.isEmpty, !behind.isEmpty else { return attribute.name.isEmpty ? nil : attribute }
        attribute.comparison = String(behind.prefix { "~|^$*=".contains($0) })
        var value = behind.dropFirst(attribute.comparison.count).trimmed[...]
        if let mark = value.first, mark == "\"" || mark == "'" {
            value = value.dropFirst()
            let end = value.firstIndex(of: mark) ?? value.endIndex
            attribute.value = StyleSyntax.plain(value[..<end])
            value = value[end...].dropFirst()
        } else {
            let word = value.prefix { !$0.isWhitespace }
            attribute.value = StyleSyntax.plain(word)
            value = value.dropFirst(word.count)
        }
        attribute.ignoresCase = value.trimmed.lowercased() == "i"
        return attribute
    }
}
