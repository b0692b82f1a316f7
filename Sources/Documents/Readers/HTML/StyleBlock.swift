/// The declarations of a rule or of an attribute: what they say, and where they take it from variables, how it is
/// written.
final class StyleBlock {
    /// What is written for a property.
    struct Line {
        var name: String
        var value: String
        var isImportant: Bool
    }

    /// What counts before what other rules say is kept apart (CSS Cascade, 6.4.3).
    struct Content: Equatable {
        var normal = StyleDeclarations()
        var important = StyleDeclarations()

        var isEmpty: Bool { normal.isEmpty && important.isEmpty }
    }

    /// What is said where no variable is needed.
    let content: Content
    /// All that is looked at, where variables are needed for some of it.
    private let lines: [Line]
    /// The variables that are set, with their values.
    let variables: [Line]
    /// Bytes of what is to be worked out for each element.
    let weight: Int

    var needsVariables: Bool { !lines.isEmpty }

    /// Whether any of it decides whether text is seen.
    var isAboutSight: Bool {
        needsVariables || !variables.isEmpty || content.normal.isAboutSight || content.important.isAboutSight
    }

    /// Whether variables tell of a ground.
    var needsGround: Bool { lines.contains { $0.name.hasPrefix("background") } }

    /// What it says of a frame of an animation, for which no variable is known.
    var frame: StyleDeclarations {
        needsVariables ? Self.content(lines).normal : content.normal
    }

    /// Reads the statements of a block.
    init(_ statements: some Sequence<ArraySlice<UInt8>>) {
        var lines: [Line] = []
        var variables: [Line] = []
        for statement in statements {
            guard let line = Self.line(statement) else { continue }
            if line.name.hasPrefix("--") { variables.append(line) } else { lines.append(line) }
        }
        self.variables = variables
        if lines.contains(where: { StyleScope.needsVariables($0.value) }) {
            (self.lines, content) = (lines, Content())
        } else {
            (self.lines, content) = ([], Self.content(lines))
        }
        weight = self.lines.reduce(0) { $0 + $1.value.utf8.count }
    }

    /// What the block says where variables are set so, the likeliest first.
    func contents(in scope: StyleScope) -> [Content] {
        let values = lines.map { scope.values(of: $0.value) }
        let count = values.map(\.count).max() ?? 0
        return (0..<max(count, 1)).map { number in
            var written = lines
            for index in written.indices {
                // What a variable that is not set stands in says nothing (CSS Variables 1, section 3.1).
                let value = values[index][min(number, values[index].count - 1)]
                written[index].value = value.map { StyleValue.word(Array($0.utf8)[...]) } ?? "unset"
            }
            return Self.content(written)
        }
    }

    private static func line(_ statement: ArraySlice<UInt8>) -> Line? {
        guard let colon = statement.firstIndex(of: UInt8(ascii: ":")) else { return nil }
        var name = StyleValue.word(statement[..<colon], keepsCase: true)
        name = StyleSyntax.plain(StyleSyntax.escaped(name))
        let isVariable = name.hasPrefix("--")
        if !isVariable { name = name.lowercased() }
        guard isVariable || StyleDeclarations.names.contains(name) else { return nil }
        var value = StyleValue.word(statement[(colon + 1)...], keepsCase: true)
        var isImportant = false
        if let mark = value.lastIndex(of: "!"), value[mark...].dropFirst().trimmed.lowercased() == "important" {
            value = value[..<mark].trimmed
            isImportant = true
        } else if name != "content", !isVariable, value.contains("!") {
            return nil
        }
        let isName = isVariable || name == "content"
        if !isName { value = StyleSyntax.plain(StyleSyntax.escaped(value)) }
        if !isVariable, !StyleScope.needsVariables(value) { value = StyleValue.word(Array(value.utf8)[...]) }
        return Line(name: name, value: value, isImportant: isImportant)
    }

    private static func content(_ lines: [Line]) -> Content {
        var content = Content()
        var (isRelative, isMoved, isReversed, isOverridden) = (false, false, false, false)
        for line in lines {
            let (name, value) = (line.name, line.value)
            if line.isImportant { content.important.note(name, value) } else { content.normal.note(name, value) }
            if name == "position" { isRelative = value == "relative" }
            if name == "top" || name == "bottom" { isMoved = StyleValue.isHigher(value) }
            if name == "direction" { isReversed = value == "rtl" }
            if name == "unicode-bidi" { isOverridden = value.hasSuffix("override") }
        }
        // Text that is lifted by moving it is raised, too.
        if isRelative, isMoved { content.normal.isRaised = content.normal.isRaised ?? true }
        if isOverridden, isReversed { content.normal.isReplaced = true }
        return content
    }
}
