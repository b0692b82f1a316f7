/// Which rules of a page's style sheets an element has, and what they say together (CSS Cascade 5).
final class StyleCascade {
    private let sheet: StyleSheet
    /// The rules' places, by the keys of their selectors.
    private var places: [String: [Int]] = [:]
    /// The elements from the root to the one that was last asked for.
    private var line: [StyleSubject] = []
    /// Steps taken so far; after too many, nothing is looked up any more.
    private(set) var steps = 0
    private let mostSteps: Int
    let rootScope: StyleScope
    private var known: [Known: Answer] = [:]

    /// A block whose variables are set as in a scope.
    private struct Known: Hashable {
        let block: ObjectIdentifier
        let scope: ObjectIdentifier
    }

    /// What it says, and what it is told of, so that nothing else gets its place in memory.
    private struct Answer {
        let contents: [StyleBlock.Content]
        let block: StyleBlock
        let scope: StyleScope
    }

    /// What is kept of blocks with variables.
    private static let mostKnown = 4096

    init(_ sheet: StyleSheet, limits: Limits) {
        self.sheet = sheet
        mostSteps = limits.styleSteps
        rootScope = StyleScope(registered: sheet.registered)
        for (place, rule) in sheet.rules.enumerated() {
            for key in rule.selector.keys { places[key, default: []].append(place) }
        }
    }

    var tellsGrounds: Bool { sheet.tellsGrounds }
    var holdsUntold: Bool { sheet.holdsUntold }

    /// Refuses a page that takes more than it may.
    func requireDone(_ limits: Limits) throws(DocumentError) {
        if sheet.isTooLong { throw .limit(.styleRules(limits.styleRules)) }
        if steps > mostSteps { throw .limit(.styleSteps(mostSteps)) }
    }

    /// What all rules that match an element say together (importance, specificity, order), its own style attribute
    /// included, and the variables for what is within it.
    func declarations(for node: XMLNode, in outer: StyleScope) -> (StyleDeclarations, StyleScope) {
        let written = node.attribute("style").map { StyleBlock(StyleSyntax(Array($0.utf8)[...]).map(\.prelude)) }
        guard steps <= mostSteps, !sheet.isTooLong else { return (StyleDeclarations(), outer) }
        let matching = sheet.rules.isEmpty ? [] : matching(node)
        guard written != nil || !matching.isEmpty else { return (StyleDeclarations(), outer) }
        let scope = scope(matching, written, in: outer)
        let layers = matching.map { (rule: $0.rule, isCertain: $0.isCertain, contents: contents($0.rule.block, scope)) }
        let own = written.map { contents($0, scope) }
        var result = StyleDeclarations()
        for part in [\StyleBlock.Content.normal, \StyleBlock.Content.important] {
            for layer in layers where layer.isCertain {
                apply(layer.contents.map { $0[keyPath: part] }, layer.rule, &result)
            }
            for layer in layers where !layer.isCertain {
                for content in layer.contents { result.doubt(by: Self.relevant(content[keyPath: part], layer.rule)) }
            }
            if let own { apply(own.map { $0[keyPath: part] }, nil, &result) }
        }
        animate(&result)
        return (result, scope)
    }

    /// Of values that a variable may have, the first counts, and the others perhaps.
    private func apply(_ contents: [StyleDeclarations], _ rule: StyleSheet.Rule?, _ result: inout StyleDeclarations) {
        guard let first = contents.first else { return }
        steps += contents.count
        result.override(by: Self.relevant(first, rule))
        for other in contents.dropFirst() where other != first {
            result.doubt(by: Self.relevant(other, rule))
            if other.ground != first.ground { result.ground = .unknown }
        }
    }

    /// What is written before and after an element is told by rules of its own.
    private static func relevant(_ content: StyleDeclarations, _ rule: StyleSheet.Rule?) -> StyleDeclarations {
        guard rule?.isOfWritten != true else {
            return StyleDeclarations(writesNumber: content.writesNumber, writtenAttribute: content.writtenAttribute)
        }
        var content = content
        (content.writesNumber, content.writtenAttribute) = (nil, nil)
        return content
    }

    private func contents(_ block: StyleBlock, _ scope: StyleScope) -> [StyleBlock.Content] {
        guard block.needsVariables else { return [block.content] }
        let key = Known(block: ObjectIdentifier(block), scope: ObjectIdentifier(scope))
        if let found = known[key] { return found.contents }
        steps += block.weight
        let contents = block.contents(in: scope)
        if known.count >= Self.mostKnown { known.removeAll() }
        known[key] = Answer(contents: contents, block: block, scope: scope)
        return contents
    }

    /// What an animation shows at any time counts perhaps.
    private func animate(_ result: inout StyleDeclarations) {
        guard let names = result.animations, !sheet.frames.isEmpty else { return }
        for name in Set(names) {
            // A name that is not told may be any.
            let meant = name.contains("(") ? sheet.frames.values.flatMap(\.self) : sheet.frames[name] ?? []
            steps += meant.count
            for frame in meant where steps <= mostSteps { result.doubt(by: frame) }
        }
    }

    // MARK: Variables

    private func scope(
        _ matching: [(rule: StyleSheet.Rule, isCertain: Bool)], _ written: StyleBlock?, in outer: StyleScope
    ) -> StyleScope {
        let setting = matching.filter { !$0.rule.block.variables.isEmpty && !$0.rule.isOfWritten }
        guard !setting.isEmpty || written?.variables.isEmpty == false else { return outer }
        let scope = StyleScope(within: outer)
        for isImportant in [false, true] {
            for isCertain in [true, false] {
                for setter in setting where setter.isCertain == isCertain {
                    set(setter.rule.block, isImportant, perhaps: !isCertain, scope)
                }
            }
            if let written { set(written, isImportant, perhaps: false, scope) }
        }
        return scope
    }

    private func set(_ block: StyleBlock, _ isImportant: Bool, perhaps: Bool, _ scope: StyleScope) {
        steps += block.variables.count
        for line in block.variables where line.isImportant == isImportant {
            scope.set(line.name, line.value, perhaps: perhaps)
        }
    }

    // MARK: Matching

    private func matching(_ node: XMLNode) -> [(rule: StyleSheet.Rule, isCertain: Bool)] {
        findLine(to: node)
        guard let subject = line.last else { return [] }
        var found = (places[subject.name] ?? []) + (places["*"] ?? [])
        if let identifier = subject.identifier { found += places["#\(identifier.lowercased())"] ?? [] }
        for name in subject.folded {
            if let places = places[".\(name)"] { found += places }
        }
        found.sort()
        var last: Int?
        return found.compactMap { place in
            defer { last = place }
            guard place != last, steps <= mostSteps else { return nil }
            let rule = sheet.rules[place]
            let match = rule.selector.match(line, &steps)
            guard match != .never else { return nil }
            return (rule, rule.isCertain && (match == .always || rule.isOfWritten))
        }
    }

    /// Keeps what is known of the elements around, which the next element mostly has, too.
    private func findLine(to node: XMLNode) {
        var path = [StylePlace(node: node)]
        while let last = path.last, let parent = last.node.parent {
            if last.node.isNamed("tr"), parent.isNamed("table") {
                path.append(StylePlace(node: last.node, isImplied: true))
            }
            path.append(StylePlace(node: parent))
        }
        path.reverse()
        var shared = 0
        while shared < min(line.count, path.count), line[shared].place == path[shared] { shared += 1 }
        line.removeSubrange(shared...)
        for place in path[shared...] { line.append(StyleSubject(place)) }
    }
}

/// Where an element stands. Browsers put a body around rows that stand in a table.
struct StylePlace: Equatable {
    var node: XMLNode
    var isImplied = false
}
