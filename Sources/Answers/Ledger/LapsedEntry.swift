import Values

/// What staff entered for the revision that counted before, and the one that counts now does not have.
package enum LapsedEntry {
    case correction(String, revision: Int)
    case waiver(String, revision: Int)

    package var explanation: Phrase {
        switch self {
        case .correction(let code, let revision):
            Phrase(
                zh: "更正 \(code) 不再有效，第 \(revision) 版没有这条更正；仍要的请用 nianbao correct 再更正",
                en: "the correction of \(code) no longer counts, since revision \(revision) does not have it; if it is "
                    + "still wanted, enter it again with nianbao correct")
        case .waiver(let rule, let revision):
            Phrase(
                zh: "豁免 \(rule) 不再有效，第 \(revision) 版没有这条豁免；仍要的请用 nianbao waive 再豁免",
                en: "the waiver of \(rule) no longer counts, since revision \(revision) does not have it; if it is "
                    + "still wanted, enter it again with nianbao waive")
        }
    }
}
