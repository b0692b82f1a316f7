import Output
import Values

/// What all letters of one run have in common: who signs, the day, and the day by which they ask for an answer.
package struct LetterPaper {
    private let sender: String?
    /// The day of the letters, in Chinese.
    let day: String
    private let due: String?

    /// - Parameters:
    ///   - sender: who signs; no signature without one.
    ///   - day: the day of the letters, `2021-02-04`.
    ///   - due: the day by which townships are to answer.
    package init(sender: String?, day: String, due: String? = nil) {
        self.sender = sender
        self.day = DayWords.of(day, .chinese)
        self.due = due.map { DayWords.of($0, .chinese) }
    }

    /// When an answer is asked for, as the middle of a sentence.
    var time: String { due.map { "于\($0)前" } ?? "收到本通知后及时" }

    var signature: [TextDocument.Block] {
        (sender.map { [.paragraph($0, .right)] } ?? []) + [.paragraph(day, .right)]
    }
}

/// A letter or a list that goes with letters, ready to be written.
package struct LetterFile {
    /// `青禾县-白杨镇`, without the ending.
    package let name: String
    package let document: TextDocument

    init(named name: String, _ document: TextDocument) {
        self.name = Self.name(name)
        self.document = document
    }

    /// A county as names of files and titles have it.
    static func named(_ county: String) -> String { county.isEmpty ? "未注明县区" : county }

    static func name(_ words: String) -> String {
        FileNames.safe(String(words.map { $0 == "/" ? "-" : $0.isWhitespace ? "_" : $0 }))
    }
}
