/// A selector of a style sheet: an element by its name, classes, number and attributes, within others (Selectors 3).
struct StyleSelector {
    private var parts: [Part]
    /// Numbers, then classes, then names, as one number (Selectors 3, section 9).
    let specificity: Int

    private struct Part {
        var name: String?
        var identifier: String?
        var classes: [String] = []
        var attributes: [(name: String, value: String?)] = []
        /// The place among the elements with the same parent, from 1; -1 is the last.
        var place: Int?
        /// Whether the part before must be the parent, not any ancestor.
        var isChild = false
        var isLoose = false

        var isOfAnyElement: Bool { name == nil && identifier == nil && classes.isEmpty && attributes.isEmpty }
    }

    /// Whether it says more than is looked at, so that it may be about fewer elements than match.
    private(set) var isLoose = false

    /// Longer ones are left aside.
    private static let mostParts = 8

    /// Whether it is about an element alone.
    var isSimple: Bool { parts.count == 1 }

    /// Nil for a selector with anything else in it.
    init?(_ written: Substring) {
        var parts: [Part] = []
        var isChild = false
        for word in Self.words(written) {
            switch word {
            case ">": isChild = true
            case "+", "~":
                // Which elements stand before is not looked at.
                parts = []
                (isChild, isLoose) = (false, true)
            default:
                guard var part = Self.part(word) else { return nil }
                part.isChild = isChild
                isChild = false
                isLoose = isLoose || part.isLoose
                parts.append(part)
            }
        }
        guard let last = parts.last, parts.count <= Self.mostParts, !isLoose || !last.isOfAnyElement else { return nil }
        self.parts = parts
        specificity = parts.reduce(0) { sum, part in
            let classes = part.classes.count + part.attributes.count + (part.place == nil ? 0 : 1)
            return sum + (part.identifier == nil ? 0 : 1_000_000) + classes * 1000 + (part.name == nil ? 0 : 1)
        }
    }

    /// The compounds and what stands between them; what is between parentheses or brackets is part of its compound.
    private static func words(_ written: Substring) -> [Substring] {
        var words: [Substring] = []
        var start = written.startIndex
        var depth = 0
        let end = { (index: Substring.Index) in
            if start < index { words.append(written[start..<index]) }
        }
        for index in written.indices {
            let character = written[index]
            if "([".contains(character) { depth += 1 }
            if ")]".contains(character) { depth -= 1 }
            guard depth <= 0, character.isWhitespace || ">+~".contains(character) else { continue }
            end(index)
            start = written.index(after: index)
            if !character.isWhitespace { words.append(written[index..<start]) }
        }
        end(written.endIndex)
        return words
    }

    /// The selectors of a list.
    static func list(_ written: String) -> [Substring] {
        var depth = 0
        return written.split { character in
            if character == "(" { depth += 1 }
            if character == ")" { depth -= 1 }
            return character == "," && depth <= 0
        }
    }

    private static func part(_ word: Substring) -> Part? {
        var part = Part()
        var rest = word[...]
        let isName = { (character: Character) in
            character.isLetter || character.isNumber || character == "-" || character == "_"
        }
        let name = rest.prefix(while: isName)
        rest = rest.dropFirst(name.count)
        if !name.isEmpty { part.name = name.lowercased() } else if rest.first == "*" { rest = rest.dropFirst() }
        while let mark = rest.first {
            rest = rest.dropFirst()
            let name = String(rest.prefix(while: isName))
            rest = rest.dropFirst(name.count)
            switch mark {
            case "#": part.identifier = name
            case ".": part.classes.append(name)
            case ":":
                if let place = place(name, &rest) {
                    part.place = place
                } else {
                    guard unread.contains(name) else { return nil }
                    if name == "root" { part.name = "html" } else { part.isLoose = true }
                    skipArguments(&rest)
                }
            case "[":
                guard let end = rest.firstIndex(of: "]") else { return nil }
                let value = attributeValue(rest[..<end])
                part.isLoose = part.isLoose || value == nil
                part.attributes.append((name.lowercased(), value?.isEmpty == false ? value : nil))
                rest = rest[rest.index(after: end)...]
            default: return nil
            }
        }
        return part
    }

    /// Conditions that hold for some elements of a page as it stands. Those that hold only while something is done to
    /// it (`:hover`) are none of them: a rule with one is left aside, but for what it shows of the page's grounds.
    private static let unread: Set<String> = [
        "not", "is", "where", "has", "matches", "nth-child", "nth-last-child", "nth-of-type", "nth-last-of-type",
        "first-of-type", "last-of-type", "only-child", "only-of-type", "root", "lang", "link", "any-link",
    ]

    private static func skipArguments(_ rest: inout Substring) {
        guard rest.first == "(" else { return }
        var depth = 0
        while let character = rest.popFirst() {
            if character == "(" { depth += 1 }
            if character == ")" { depth -= 1 }
            if depth == 0 { return }
        }
    }

    private static func place(_ name: String, _ rest: inout Substring) -> Int? {
        switch name {
        case "first-child": return 1
        case "last-child": return -1
        case "nth-child":
            guard rest.first == "(", let end = rest.firstIndex(of: ")"), let place = Int(rest[..<end].dropFirst()),
                place <= 100
            else { return nil }
            rest = rest[rest.index(after: end)...]
            return place
        default: return nil
        }
    }

    /// The value behind `=`, empty where an attribute need only be there; nil for comparisons of other kinds.
    private static func attributeValue(_ rest: Substring) -> String? {
        guard let first = rest.first else { return "" }
        guard first == "=" else { return nil }
        return rest.dropFirst().filter { $0 != "\"" && $0 != "'" }
    }

    /// The most telling word of the element it is about, by which a sheet finds its rules: `#id`, `.class`, a name, or
    /// `*`.
    var key: String {
        guard let part = parts.last else { return "*" }
        if let identifier = part.identifier { return "#\(identifier)" }
        return part.classes.first.map { ".\($0)" } ?? part.name ?? "*"
    }

    func matches(_ node: XMLNode) -> Bool {
        guard let last = parts.last, Self.matches(node, last) else { return false }
        guard parts.count > 1 else { return true }
        var line = [node]
        while let parent = line.last?.parent { line.append(parent) }
        // From the root down: which beginnings of the selector end at the element, and which at any above it. Never
        // more steps than ancestors times parts, whatever a page writes.
        var above = [Bool](repeating: false, count: parts.count)
        var atParent = above
        for element in line.reversed() {
            let here = parts.indices.map { number in
                let isWithin = number == 0 || (parts[number].isChild ? atParent : above)[number - 1]
                return isWithin && Self.matches(element, parts[number])
            }
            for number in parts.indices where here[number] { above[number] = true }
            atParent = here
        }
        return atParent.last == true
    }

    private static func matches(_ node: XMLNode, _ part: Part) -> Bool {
        if let name = part.name, node.name != name { return false }
        if let identifier = part.identifier, node.attribute("id") != identifier { return false }
        if !part.classes.isEmpty {
            guard let own = node.attribute("class")?.split(whereSeparator: \.isWhitespace) else { return false }
            guard part.classes.allSatisfy({ own.contains($0[...]) }) else { return false }
        }
        for attribute in part.attributes {
            guard let value = node.attribute(named: attribute.name) else { return false }
            if let wanted = attribute.value, value != wanted { return false }
        }
        guard let place = part.place else { return true }
        return place == -1 ? node.isLastElement : node.hasElementsBefore(place - 1)
    }
}
