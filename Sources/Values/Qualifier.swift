/// A word that makes a number approximate. Raw values are the words of the CSV contract.
package enum Qualifier: String, Sendable, CaseIterable {
    /// 约、左右
    case about
    /// 余、多、超
    case moreThan = "more_than"
    /// 近、不足
    case lessThan = "less_than"

    /// What a source says, and what English prose puts before the digits.
    package var words: Phrase {
        switch self {
        case .about: Phrase(zh: "约、左右", en: "about")
        case .moreThan: Phrase(zh: "余、多、超", en: "more than")
        case .lessThan: Phrase(zh: "近、不足", en: "less than")
        }
    }

    /// What stands around the digits in a table: `约600`, `600余`; `~600`, `>600`.
    package func affix(_ language: Language) -> (before: String, after: String) {
        switch (self, language) {
        case (.about, .chinese): ("约", "")
        case (.moreThan, .chinese): ("", "余")
        case (.lessThan, .chinese): ("近", "")
        case (.about, .english): ("~", "")
        case (.moreThan, .english): (">", "")
        case (.lessThan, .english): ("<", "")
        }
    }

    /// The digits with this word as prose has them: `600余`, `more than 600`.
    package func told(_ digits: String) -> Phrase {
        let (before, after) = affix(.chinese)
        return Phrase(zh: before + digits + after, en: "\(words.en) \(digits)")
    }
}
