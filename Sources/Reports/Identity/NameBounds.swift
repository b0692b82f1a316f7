import Catalogue

/// Where the names of townships begin and end in sentences, made once for all reports.
final class NameBounds: Sendable {
    /// What names end in, as texts are written.
    let kinds: TextWords
    /// Words that end so and are no names.
    let common: WordEndings
    /// What makes another word of such an end.
    let behind: [Wording]
    /// Townships without their names.
    let everyone: WordEndings
    /// What stands before a name and is no part of it, without and with letters that names begin with as well.
    let joints: WordSet
    let allJoints: WordSet
    /// These letters.
    let doubtful: [UInt32]
    /// What a name stands behind, and no verb.
    let leaders: WordEndings
    /// Words of sentences that no name has.
    let verbs: WordSet

    init(_ words: NameWords) {
        kinds = TextWords(words.kinds)
        common = WordEndings(words.common)
        behind = words.behind.map { Wording($0) }
        everyone = WordEndings(words.everyone)
        joints = WordSet(words.joints)
        allJoints = WordSet(words.joints + words.doubtful)
        doubtful = words.doubtful.compactMap { Wording($0).scalars.first }
        leaders = WordEndings(words.leaders)
        verbs = WordSet(words.verbs)
    }
}
