/// A language that every word users read exists in.
package enum Language: String, Sendable, CaseIterable {
    case chinese = "zh"
    case english = "en"
}

/// One thing to say, in both languages.
package struct Phrase: Sendable, Hashable {
    package var zh: String
    package var en: String

    package init(zh: String, en: String) {
        self.zh = zh
        self.en = en
    }

    /// What is the same in both: a name, a number, a part of a file.
    package init(_ text: String) { self.init(zh: text, en: text) }

    package subscript(language: Language) -> String {
        language == .chinese ? zh : en
    }
}

/// A doubt or an error that can tell a user, in one line, what is wrong, where, and what to do next.
package protocol Explained {
    var explanation: Phrase { get }
}
