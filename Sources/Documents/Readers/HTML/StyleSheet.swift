import Values

/// The rules of a page's own style sheets that decide whether and how text is seen: that hide, colour, strike out,
/// raise or turn it, or write numbers beside it.
///
/// Sheets for printing or for small screens are left aside. Where a selector says more than is looked at here, or a
/// rule holds under a condition, what it may hide or show is neither there nor not there: a cell with it cannot be
/// read.
struct StyleSheet {
    private var rules: [Rule] = []
    /// The rules' places, by the key of their selectors.
    private var places: [String: [Int]] = [:]

    private struct Rule {
        var selector: StyleSelector
        var normal: StyleDeclarations
        var important: StyleDeclarations
        /// Whether it holds for all elements that its selector matches.
        var isCertain = true
    }

    /// Whether the page tells all that its text lies upon: it has no sheet elsewhere, and no rule about grounds that is
    /// left aside. One that holds only while something is done to the page (`:hover`) hides nothing now, but shows that
    /// grounds change; so it counts here.
    private(set) var tellsGrounds = true

    /// How many elements a page may have so that going through the rules for each is done in time.
    var mostElements: Int { 5_000_000 / max(1, rules.reduce(0) { $0 + ($1.selector.isSimple ? 1 : 20) }) }

    /// What all rules that match an element say together (CSS Cascade, 6: importance, specificity, order), its own
    /// style attribute included.
    func declarations(for node: XMLNode) -> StyleDeclarations {
        let own = node.attribute("style").map { written in
            StyleDeclarations.parse(Array(written.utf8.prefix(Self.longestAttribute))[...])
        }
        guard !rules.isEmpty else {
            var result = own?.normal ?? StyleDeclarations()
            if let own { result.override(by: own.important) }
            return result
        }
        let matching = candidates(node).lazy.map { rules[$0] }.filter { $0.selector.matches(node) }
        let certain = matching.filter(\.isCertain)
        let perhaps = matching.filter { !$0.isCertain }
        var result = StyleDeclarations()
        for rule in certain { result.override(by: rule.normal) }
        for rule in perhaps { result.doubt(by: rule.normal) }
        if let own { result.override(by: own.normal) }
        for rule in certain { result.override(by: rule.important) }
        for rule in perhaps { result.doubt(by: rule.important) }
        if let own { result.override(by: own.important) }
        return result
    }

    /// Takes the rules of every `<style>` of a page.
    init(of root: XMLNode) {
        collect(from: root, depth: 0)
        // A stable order: of two rules that weigh the same, the later counts.
        rules = rules.enumerated().sorted {
            ($0.element.selector.specificity, $0.offset) < ($1.element.selector.specificity, $1.offset)
        }.map(\.element)
        for (place, rule) in rules.enumerated() { places[rule.selector.key, default: []].append(place) }
    }

    init() {}

    private func candidates(_ node: XMLNode) -> [Int] {
        var found = (places[node.name] ?? []) + (places["*"] ?? [])
        if let identifier = node.attribute("id") { found += places["#\(identifier)"] ?? [] }
        for name in (node.attribute("class") ?? "").split(whereSeparator: \.isWhitespace) {
            found += places[".\(name)"] ?? []
        }
        return found.sorted()
    }

    /// Pages have some dozens; what comes after so many is left aside.
    private static let limit = 1000
    /// Bytes of one sheet that are looked at.
    private static let longest = 1 << 20
    /// Bytes of one style attribute that are looked at.
    private static let longestAttribute = 1 << 16

    private mutating func collect(from node: XMLNode, depth: Int) {
        for child in node.elements {
            if child.isNamed("style") {
                let media = child.attribute("media") ?? "all"
                guard Self.isForEveryScreen(media) else { continue }
                parse(Self.withoutComments(Array(child.text.utf8.prefix(Self.longest)))[...], depth: 0)
            } else if child.isNamed("link") {
                if child.attribute("rel")?.lowercased().contains("stylesheet") == true { tellsGrounds = false }
            } else if depth < XMLTree.depthLimit {
                collect(from: child, depth: depth + 1)
            }
        }
    }

    private mutating func parse(_ css: ArraySlice<UInt8>, depth: Int, isCertain: Bool = true) {
        var rest = css
        while let end = rest.firstIndex(where: { $0 == UInt8(ascii: "{") || $0 == UInt8(ascii: ";") }) {
            let prelude = String(decoding: rest[..<end], as: UTF8.self).trimmed
            guard rest[end] == UInt8(ascii: "{") else {
                if prelude.hasPrefix("@import") { tellsGrounds = false }
                rest = rest[(end + 1)...]
                continue
            }
            let close = Self.closing(rest[end...])
            let block = rest[(end + 1)..<close]
            if !prelude.hasPrefix("@") {
                add(prelude, block, isCertain: isCertain)
            } else if depth < 4, let holds = Self.holds(prelude.lowercased()) {
                parse(block, depth: depth + 1, isCertain: isCertain && holds)
            }
            rest = rest[min(close + 1, rest.endIndex)...]
        }
    }

    private mutating func add(_ selectors: String, _ block: ArraySlice<UInt8>, isCertain: Bool) {
        let (normal, important) = StyleDeclarations.parse(block)
        guard !normal.isEmpty || !important.isEmpty else { return }
        for written in StyleSelector.list(selectors) {
            let element = Self.withoutPseudoElement(written)
            let selector = StyleSelector(element ?? written)
            let isWhole = isCertain && selector?.isLoose == false
            if !isWhole, normal.ground != nil || important.ground != nil { tellsGrounds = false }
            guard rules.count < Self.limit, let selector else { continue }
            var rule = Rule(selector: selector, normal: normal, important: important)
            if element != nil {
                rule.normal = StyleDeclarations(
                    writesNumber: normal.writesNumber ?? important.writesNumber,
                    writtenAttribute: normal.writtenAttribute ?? important.writtenAttribute)
                rule.important = StyleDeclarations()
            } else {
                rule.normal.writesNumber = nil
                rule.important.writesNumber = nil
                (rule.normal.writtenAttribute, rule.important.writtenAttribute) = (nil, nil)
                rule.isCertain = isWhole
                guard isWhole || normal.isAboutSight || important.isAboutSight else { continue }
            }
            rules.append(rule)
        }
    }

    /// Whether the rules within an at-rule hold: always, perhaps, or (nil) not where a page is read on a screen.
    private static func holds(_ prelude: String) -> Bool? {
        if ["@layer", "@supports", "@container", "@scope"].contains(where: prelude.hasPrefix) { return false }
        guard prelude.hasPrefix("@media") else { return nil }
        let media = String(prelude.dropFirst(6))
        if isForEveryScreen(media) { return true }
        let isOfLargeScreens = media.contains("min-width") && !media.contains("max-width") && !media.contains("print")
        return isOfLargeScreens ? false : nil
    }

    /// The element that `::before` or `::after` in a selector is about.
    private static func withoutPseudoElement(_ selector: Substring) -> Substring? {
        let end = selector.lastIndex { !$0.isWhitespace }.map(selector.index(after:))
        let bare = selector[..<(end ?? selector.endIndex)]
        for name in ["::before", ":before", "::after", ":after"] where bare.hasSuffix(name) {
            let element = bare.dropLast(name.count)
            return element.isEmpty || element.last?.isWhitespace == true ? element + "*" : element
        }
        return nil
    }

    /// The brace that closes the one at the start, or the end.
    private static func closing(_ css: ArraySlice<UInt8>) -> Int {
        var depth = 0
        for index in css.indices {
            if css[index] == UInt8(ascii: "{") { depth += 1 }
            if css[index] == UInt8(ascii: "}") {
                depth -= 1
                if depth == 0 { return index }
            }
        }
        return css.endIndex
    }

    private static func isForEveryScreen(_ media: String) -> Bool {
        let queries = media.lowercased().split(separator: ",").map { String($0).trimmed }
        return queries.contains { ["all", "screen", "only screen", ""].contains($0) }
    }

    /// Without `/* … */`, and without the marks that hid sheets from browsers of the nineties.
    private static func withoutComments(_ css: [UInt8]) -> [UInt8] {
        var result: [UInt8] = []
        var position = 0
        while let start = css.offset(of: Array("/*".utf8), in: position..<css.count) {
            result += css[position..<start]
            guard let end = css.offset(of: Array("*/".utf8), in: start + 2..<css.count) else { return result }
            position = end + 2
        }
        result += css[position...]
        let text = String(decoding: result, as: UTF8.self)
        return Array(text.replacing("<!--", with: " ").replacing("-->", with: " ").utf8)
    }
}
