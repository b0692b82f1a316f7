/// A selector of a style sheet: an element by its name, classes, number and attributes, within others (Selectors 4).
struct StyleSelector {
    var parts: [Part]
    /// Numbers, then classes, then names, as one number (Selectors 4, section 17).
    let specificity: Int

    struct Part {
        var name: String?
        var identifier: StyleName?
        var classes: [StyleName] = []
        var attributes: [StyleAttribute] = []
        var conditions: [Condition] = []
        /// Whether the part before must be the parent, not any ancestor.
        var isChild = false

        var isOfAnyElement: Bool {
            name == nil && identifier == nil && classes.isEmpty && attributes.isEmpty && conditions.isEmpty
        }
    }

    enum Condition {
        /// The place among the elements with the same parent, from 1; -1 is the last.
        case place(Int)
        case empty
        /// Elements of a name that the standard does not know have a hyphen in it.
        case defined
        case any([StyleSelector])
        case none([StyleSelector])
        /// An element of another name, which nothing but its name decides.
        case notNamed([String])
        /// An element with the same parent stands before, right before it or anywhere.
        case behind(Part, isNext: Bool)
        /// It holds for some elements, and which is not looked at.
        case unread
    }

    /// Whether it says more than is looked at, so that it may be about fewer elements than match.
    let isLoose: Bool

    init(parts: [Part], specificity: Int, isLoose: Bool) {
        (self.parts, self.specificity, self.isLoose) = (parts, specificity, isLoose)
    }

    /// The most telling words of the element it is about, by one of which a sheet finds its rules: `#id`, `.class`, a
    /// name, or `*`.
    var keys: [String] {
        guard let part = parts.last else { return ["*"] }
        if let identifier = part.identifier { return ["#\(identifier.folded)"] }
        if let last = part.classes.last { return [".\(last.folded)"] }
        if let name = part.name { return [name] }
        for case .any(let selectors) in part.conditions {
            let keys = Set(selectors.flatMap(\.keys))
            if !keys.contains("*") { return keys.sorted() }
        }
        return ["*"]
    }

    /// The name, where it asks of nothing else.
    var bareName: String? {
        guard parts.count == 1, let part = parts.first, let name = part.name else { return nil }
        var rest = part
        rest.name = nil
        return rest.isOfAnyElement ? name : nil
    }

    /// Whether it is about an element, the last of a line from the root down.
    func match(_ line: [StyleSubject], _ work: inout Int) -> StyleMatch {
        guard let last = parts.last, let element = line.last else { return .never }
        work += 1
        let own = Self.match(element, last, line, &work)
        guard own != .never, parts.count > 1 else { return own }
        if last.isChild {
            guard line.count > 1 else { return .never }
            let parent = line[line.count - 2]
            work += 1
            if Self.match(parent, parts[parts.count - 2], line.dropLast(), &work) == .never { return .never }
        }
        // From the root down: which beginnings of the selector end at the element, and which at any above it. Never
        // more steps than ancestors times parts, whatever a page writes.
        var above = [StyleMatch](repeating: .never, count: parts.count)
        var atParent = above
        var here = above
        for (place, element) in line.enumerated() {
            for number in parts.indices {
                let isWithin = number == 0 ? .always : (parts[number].isChild ? atParent : above)[number - 1]
                // The last part is about the last element alone.
                let isAsked = isWithin != .never && (number < parts.count - 1 || place == line.count - 1)
                if isAsked { work += 1 }
                here[number] =
                    isAsked ? min(isWithin, Self.match(element, parts[number], line[...place], &work)) : .never
            }
            for number in parts.indices { above[number] = max(above[number], here[number]) }
            atParent = here
        }
        return atParent[parts.count - 1]
    }

    private static func match(
        _ element: StyleSubject, _ part: Part, _ line: some Collection<StyleSubject>, _ work: inout Int
    ) -> StyleMatch {
        if let name = part.name, element.name != name { return .never }
        var result = StyleMatch.always
        if let identifier = part.identifier {
            result = min(result, element.has(identifier: identifier))
        }
        for name in part.classes where result != .never { result = min(result, element.has(class: name)) }
        if element.place.isImplied, !part.attributes.isEmpty { return .never }
        for attribute in part.attributes where result != .never {
            result = min(result, attribute.match(element.node, &work))
        }
        for condition in part.conditions where result != .never {
            result = min(result, match(element, condition, line, &work))
        }
        return result
    }

    private static func match(
        _ element: StyleSubject, _ condition: Condition, _ line: some Collection<StyleSubject>, _ work: inout Int
    ) -> StyleMatch {
        switch condition {
        case .place, .empty, .behind: if element.place.isImplied { return .perhaps }
        default: break
        }
        switch condition {
        case .place(let place):
            work += max(0, place)
            return StyleMatch(place == -1 ? element.node.isLastElement : element.node.hasElementsBefore(place - 1))
        case .empty: return StyleMatch(element.node.children.allSatisfy { !$0.isElement && !$0.isText })
        case .defined: return StyleMatch(!element.name.contains("-"))
        case .any(let selectors):
            let line = Array(line)
            return selectors.map { $0.match(line, &work) }.max() ?? .never
        case .none(let selectors):
            // Which browsers read what within it is too little known to tell of an element for certain.
            let line = Array(line)
            let match = selectors.map { $0.match(line, &work) }.max() ?? .perhaps
            return match == .always ? .never : .perhaps
        case .notNamed(let names): return StyleMatch(!names.contains(element.name))
        case .behind(let part, let isNext):
            return isBehind(element, part, isNext: isNext, Array(line), &work) ? .perhaps : .never
        case .unread: return .perhaps
        }
    }

    /// Elements before one that are looked at.
    private static let mostBefore = 20

    /// Whether an element that may be meant stands before.
    private static func isBehind(
        _ element: StyleSubject, _ part: Part, isNext: Bool, _ line: [StyleSubject], _ work: inout Int
    ) -> Bool {
        var sibling = element.node.elementBefore
        for _ in 0..<mostBefore {
            guard let node = sibling else { return false }
            let other = StyleSubject(StylePlace(node: node))
            // Its classes are taken apart for this.
            work += 10
            if match(other, part, line.dropLast() + [other], &work) != .never { return true }
            if isNext { return false }
            sibling = node.elementBefore
        }
        return true
    }
}

/// What a selector asks of an attribute.
struct StyleAttribute {
    var name: String
    /// `=`, `^=` and the like; empty where it need only be there.
    var comparison = ""
    var value = ""
    var ignoresCase = false

    func match(_ node: XMLNode, _ work: inout Int) -> StyleMatch {
        guard var own = node.attribute(named: name) else { return .never }
        guard !comparison.isEmpty else { return .always }
        work += own.utf8.count / 16
        if comparison == "=", own == value { return .always }
        // HTML compares the values of some attributes in either case (4.17.2).
        own = own.lowercased()
        let value = value.lowercased()
        // Of what is compared otherwise than as a whole, no more is told than that it does not hold.
        switch comparison {
        case "=": return own == value ? ignoresCase ? .always : .perhaps : .never
        case "^=": return own.hasPrefix(value) ? .perhaps : .never
        case "$=": return own.hasSuffix(value) ? .perhaps : .never
        case "*=": return own.contains(value) ? .perhaps : .never
        case "~=": return own.split(whereSeparator: \.isWhitespace).contains(value[...]) ? .perhaps : .never
        case "|=": return own == value || own.hasPrefix(value + "-") ? .perhaps : .never
        default: return .perhaps
        }
    }
}

/// A name that is the author's, as it is written and in lower case.
struct StyleName {
    let written: String
    let folded: String

    init(_ escaped: Substring) {
        written = StyleSyntax.plain(escaped)
        folded = written.lowercased()
    }
}

/// An element as rules ask of it, its classes taken apart once.
struct StyleSubject {
    let place: StylePlace
    let name: String
    let identifier: String?
    private let classes: Set<String>
    /// The classes in lower case: pages without a document type are compared in either case.
    let folded: Set<String>

    var node: XMLNode { place.node }

    init(_ place: StylePlace) {
        self.place = place
        guard !place.isImplied else {
            (name, identifier, classes, folded) = ("tbody", nil, [], [])
            return
        }
        name = place.node.name
        identifier = place.node.attribute("id")
        classes = Set(place.node.attribute("class")?.split(whereSeparator: \.isWhitespace).map(String.init) ?? [])
        folded = classes.allSatisfy { $0 == $0.lowercased() } ? classes : Set(classes.map { $0.lowercased() })
    }

    func has(class name: StyleName) -> StyleMatch {
        classes.contains(name.written) ? .always : folded.contains(name.folded) ? .perhaps : .never
    }

    func has(identifier name: StyleName) -> StyleMatch {
        guard let identifier else { return .never }
        return identifier == name.written ? .always : identifier.lowercased() == name.folded ? .perhaps : .never
    }
}
