import Values

/// What staff entered for an earlier revision and counts again with it, though it did not count any more.
package enum RevivedEntry {
    case correction(String, revision: Int)
    case waiver(String, revision: Int)

    package var explanation: Phrase {
        switch self {
        case .correction(let code, let revision):
            Phrase(
                zh: "更正 \(code) 重新有效，第 \(revision) 版有这条更正；不要的请用 nianbao uncorrect 撤销",
                en: "the correction of \(code) counts again, since revision \(revision) has it; if it is not wanted, "
                    + "take it back with nianbao uncorrect")
        case .waiver(let rule, let revision):
            Phrase(
                zh: "豁免 \(rule) 重新有效，第 \(revision) 版有这条豁免；不要的请用 nianbao unwaive 撤销",
                en: "the waiver of \(rule) counts again, since revision \(revision) has it; if it is not wanted, take "
                    + "it back with nianbao unwaive")
        }
    }
}
