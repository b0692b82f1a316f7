import Catalogue

/// The words of roles as letters, value by value.
struct RoleLetters {
    private let words: [[[[UInt16]]]]

    /// - Parameter letters: for each letter the one it is read as.
    init(_ vocabulary: RoleVocabulary, _ letters: [UInt16]) {
        words = NarrativeRole.allCases.map { role in
            vocabulary.of(role).map { $0.words.map { FoldedText.letters(of: $0, letters: letters) } }
        }
    }

    subscript(role: NarrativeRole) -> [[[UInt16]]] { words[role.rawValue] }
}
