import Catalogue
import Storage
import Values

/// Finds the values of roles that a user's words mean: a name, a label, a word that sentences use, or a part of a
/// label.
package struct RoleWords {
    private let labels: [NarrativeRole: [String: Phrase]]
    private let vocabulary: RoleVocabulary

    /// - Parameter vocabulary: today's; its words find values, too.
    package init(_ archive: Archive, _ vocabulary: RoleVocabulary) throws {
        labels = try archive.roleLabels()
        self.vocabulary = vocabulary
    }

    /// The names of the values; a word that means none is an error that names what is allowed.
    package func names(_ words: [String], of role: NarrativeRole) throws(UnknownRoleWord) -> [String] {
        var names = Set<String>()
        for word in words.flatMap({ splitList($0) }) {
            let found = matches(word, of: role)
            guard !found.isEmpty else { throw unknown(word, role) }
            names.formUnion(found)
        }
        return names.sorted()
    }

    package func label(_ name: String, of role: NarrativeRole) -> Phrase {
        labels[role]?[name] ?? Phrase(zh: name, en: name)
    }

    private func matches(_ word: String, of role: NarrativeRole) -> [String] {
        let known = labels[role] ?? [:]
        if word == RoleVocabulary.none || known[word] != nil { return [word] }
        let lowercase = word.lowercased()
        let exact = known.filter { Self.plain($0.value.zh) == word || $0.value.en.lowercased() == lowercase }
        if !exact.isEmpty { return Array(exact.keys) }
        let spoken = vocabulary.of(role).filter { $0.words.contains(word) && known[$0.name] != nil }
        if !spoken.isEmpty { return spoken.map(\.name) }
        return known.filter { $0.value.zh.contains(word) || $0.value.en.lowercased().contains(lowercase) }.map(\.key)
    }

    /// “12345”热线 without its quotation marks, which nobody types.
    private static func plain(_ label: String) -> String { label.filter { $0 != "“" && $0 != "”" } }

    private func unknown(_ word: String, _ role: NarrativeRole) -> UnknownRoleWord {
        let known = labels[role] ?? [:]
        let names = known.flatMap { [($0.key, $0.key), ($0.value.zh, $0.key), ($0.value.en, $0.key)] }
        let byName = Dictionary(names, uniquingKeysWith: { first, _ in first })
        return UnknownRoleWord(
            word: word, role: role, nearest: Nearest.name(to: word, among: names.map(\.0)).flatMap { byName[$0] },
            allowed: known.sorted { $0.key < $1.key }.map { (name: $0.key, label: $0.value) })
    }
}

/// A word that means no value of a role.
package struct UnknownRoleWord: ExplainedError {
    let word: String
    let role: NarrativeRole
    let nearest: String?
    let allowed: [(name: String, label: Phrase)]

    private static let most = 12

    package var status: ExitStatus { .usage }

    package var explanation: Phrase {
        let some = allowed.prefix(Self.most)
        let isCut = allowed.count > Self.most
        let zh = some.map { "\($0.name)（\($0.label.zh)）" }.joined(separator: "、") + (isCut ? "等" : "")
        let en = some.map { "\($0.name) (\($0.label.en))" }.joined(separator: ", ") + (isCut ? ", …" : "")
        let hint = nearest.map { (zh: "，是否指 \($0)？", en: "; did you mean \($0)?") } ?? (zh: "", en: "")
        return Phrase(
            zh:
                "“\(role.label.zh)”中没有“\(word)”\(hint.zh)；可用：\(zh)，全部见 nianbao indicators template",
            en: "'\(word)' is no \(role.label.en)\(hint.en); there are \(en); nianbao indicators template lists all")
    }
}
