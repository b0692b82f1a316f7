/// The variables of a style sheet as they are set for an element, with those of what is around (CSS Variables 1).
final class StyleScope {
    private let parent: StyleScope?
    /// Variables of which `@property` tells more than is looked at.
    private let registered: Set<String>
    /// What variables are set to here, as it is written; more than one value where rules perhaps hold, nil for none.
    private var own: [String: [String?]] = [:]
    private var resolved: [String: [String?]] = [:]
    private var resolving: Set<String> = []

    /// Stands for what is not told.
    private static let untold = "var(?)"
    /// So many values are followed, of no more bytes, and variables within variables no deeper.
    private static let mostValues = 4
    private static let mostWritten = 16
    private static let longest = 4096
    private static let deepest = 32

    init(registered: Set<String> = []) {
        (parent, self.registered) = (nil, registered)
    }

    /// That of an element within.
    init(within parent: StyleScope) {
        (self.parent, registered) = (parent, parent.registered)
    }

    static func needsVariables(_ value: String) -> Bool {
        value.utf8.contains(UInt8(ascii: "(")) && value.lowercased().contains("var(")
    }

    // MARK: Setting

    func set(_ name: String, _ value: String, perhaps: Bool) {
        let new: [String?]
        switch value.lowercased() {
        case "initial": new = [nil]
        case "inherit", "unset", "revert", "revert-layer": new = inherited(name, depth: 0)
        default: new = [value]
        }
        guard perhaps else {
            own[name] = new
            return
        }
        var all = own[name] ?? inherited(name, depth: 0)
        for value in new where !all.contains(value) { all.append(value) }
        own[name] = all.count > Self.mostWritten ? [Self.untold] : all
    }

    private func inherited(_ name: String, depth: Int) -> [String?] {
        parent?.values(named: name, depth: depth) ?? [nil]
    }

    // MARK: Asking

    /// What a value may come to, the likeliest first; nil where a variable is not set.
    func values(of written: String) -> [String?] { values(of: written, depth: 0) }

    private func values(named name: String, depth: Int) -> [String?] {
        if let known = resolved[name] { return known }
        guard !registered.contains(name) else { return [Self.untold] }
        guard let written = own[name] else { return inherited(name, depth: depth) }
        // One that depends on itself is not set.
        guard resolving.insert(name).inserted else { return [nil] }
        defer { resolving.remove(name) }
        var found: [String?] = []
        for value in written {
            let values = value.map { self.values(of: $0, depth: depth + 1) } ?? [nil]
            found += values.filter { !found.contains($0) }
        }
        if found.count > Self.mostValues { found = [Self.untold] }
        resolved[name] = found
        return found
    }

    private func values(of written: String, depth: Int) -> [String?] {
        guard Self.needsVariables(written) else { return [written] }
        guard depth < Self.deepest, written.utf8.count <= Self.longest, !written.contains(Self.untold),
            let use = Use(in: written)
        else { return [Self.untold] }
        // Once, since each variable in it may have some values of its own.
        let rests = values(of: use.rest, depth: depth + 1)
        var results: [String?] = []
        for value in values(named: use.name, depth: depth + 1) {
            var choices: [String?] = [value]
            if value == nil, let other = use.fallback { choices = values(of: other, depth: depth + 1) }
            for choice in choices {
                guard let choice else {
                    results.append(nil)
                    continue
                }
                if choice.contains(Self.untold) { return [Self.untold] }
                results += rests.map { rest in rest.map { use.start + choice + $0 } }
            }
        }
        var different: [String?] = []
        for result in results where !different.contains(result) { different.append(result) }
        if different.count > Self.mostValues || different.contains(where: { ($0?.utf8.count ?? 0) > Self.longest }) {
            return [Self.untold]
        }
        return different
    }

    /// The first place of a value where a variable stands.
    private struct Use {
        let start: String
        let name: String
        let fallback: String?
        let rest: String

        init?(in written: String) {
            let bytes = Array(written.utf8)
            let mark = Array("var(".utf8)
            let folded = bytes.map { $0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0 }
            guard let place = folded.offset(of: mark) else { return nil }
            let inner = bytes[(place + mark.count)...]
            let end = StyleSyntax.end(of: inner) { $0 == UInt8(ascii: ")") }
            let comma = StyleSyntax.end(of: inner[..<end]) { $0 == UInt8(ascii: ",") }
            start = String(decoding: bytes[..<place], as: UTF8.self)
            name = StyleSyntax.plain(StyleSyntax.escaped(String(decoding: inner[..<comma], as: UTF8.self).trimmed))
            fallback = comma < end ? String(decoding: bytes[(comma + 1)..<end], as: UTF8.self) : nil
            rest = String(decoding: bytes[min(end + 1, bytes.count)...], as: UTF8.self)
        }
    }
}
