/// What a cell or a sentence says. The cases are never turned into one another; a cell that a document does not have is
/// no figure at all.
package enum Reading: Sendable, Hashable {
    case reported(Amount)
    case blank
    case notApplicable
    /// Text that is no number, or a row whose cells cannot be told apart.
    case unreadable

    package var amount: Amount? {
        if case .reported(let amount) = self { amount } else { nil }
    }

    package var state: State {
        switch self {
        case .reported: .reported
        case .blank: .blank
        case .notApplicable: .notApplicable
        case .unreadable: .unreadable
        }
    }

    /// A reading without its number. Raw values are the words of the CSV contract.
    package enum State: String, Sendable, CaseIterable {
        case reported
        case blank
        case notApplicable = "not_applicable"
        case unreadable

        /// What prose calls it.
        package var words: Phrase {
            switch self {
            case .reported: Phrase(zh: "有数", en: "reported")
            case .blank: Phrase(zh: "空白", en: "blank")
            case .notApplicable: Phrase(zh: "不适用", en: "not applicable")
            case .unreadable: Phrase(zh: "无法识别", en: "unreadable")
            }
        }

        /// What it means, for those who know the word alone.
        package var meaning: Phrase {
            switch self {
            case .reported: Phrase(zh: words.zh, en: "a number, 0 included")
            case .blank: words
            case .notApplicable: Phrase(zh: words.zh, en: "does not apply")
            case .unreadable:
                Phrase(zh: words.zh, en: "text that is no number, or a row whose cells cannot be told apart")
            }
        }
    }
}

extension Reading {
    /// In prose, with the unit: `147件`, `600余件`, `空白`.
    package func told(in unit: Unit) -> Phrase {
        guard case .reported(let amount) = self else { return state.words }
        let digits = unit.display(amount)
        return Phrase(zh: digits.zh + unit.rawValue, en: digits.en + unit.rawValue)
    }
}
