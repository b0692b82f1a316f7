import Values

/// Why counties and townships cannot be named, coded or merged as asked; nothing was changed then.
package enum PlaceError: ExplainedError, Equatable {
    /// `nearest` is a name that it may be a misspelling of.
    case unknown(String, nearest: String? = nil)
    case ambiguous(String, choices: [String])
    case nameTaken(String)
    case invalidName(String)
    /// A county and a township, or a place and itself.
    case notAlike(String, String)
    /// Both have reports of these years, of which one could be the current one only.
    case sameYears(Place, Place, years: [Int])
    case invalidCode(String)
    case codeTaken(String, by: String)

    package var status: ExitStatus { .usage }

    package var explanation: Phrase {
        switch self {
        case .unknown(let name, let nearest?):
            Phrase(
                zh: "档案中没有“\(name)”，是否指“\(nearest)”？", en: "the archive has no '\(name)'; did you mean '\(nearest)'?")
        case .unknown(let name, nil):
            Phrase(
                zh: "档案中没有“\(name)”，可用 nianbao townships 查看",
                en: "the archive has no '\(name)'; see nianbao townships")
        case .ambiguous(let name, let choices):
            Phrase(
                zh: "“\(name)”不止一个，请写成其中之一：\(choices.joined(separator: "、"))",
                en: "there are several '\(name)'; write one of \(choices.joined(separator: ", "))")
        case .nameTaken(let name):
            Phrase(
                zh: "已有“\(name)”，如是同一处请用 nianbao townships merge 合并",
                en: "there is a '\(name)' already; if it is the same place, use nianbao townships merge")
        case .invalidName(let name):
            Phrase(
                zh: "“\(name)”不能用作名称，请写名称本身，不带斜线和空格",
                en: "'\(name)' cannot be a name; write the name alone, without slashes and spaces")
        case .notAlike(let one, let other):
            Phrase(
                zh: "“\(one)”和“\(other)”不能合并，请给出两个乡镇或两个县区",
                en: "'\(one)' and '\(other)' cannot be merged; name two townships or two counties")
        case .sameYears(let one, let other, let years):
            Phrase(
                zh: """
                    \(one)和\(other)都有 \(Self.list(years, "、")) 年的年报，来自不同的文件，或已更正、豁免过，不能合并为一处；\
                    确为同一乡镇的，先移除其中一处的：nianbao remove \(one.word) \(years.first ?? 0) --reason …，再合并
                    """,
                en: """
                    \(one) and \(other) both have reports for \(Self.list(years, ", ")), of different files or \
                    corrected or waived since, and cannot become one; if they are the same township, take those out of \
                    one: nianbao remove \(one.word) \(years.first ?? 0) --reason …, and merge again
                    """)
        case .invalidCode(let code):
            Phrase(zh: "“\(code)”不是区划代码，应为 6 至 12 位数字", en: "'\(code)' is no division code; it has 6 to 12 digits")
        case .codeTaken(let code, let other):
            Phrase(zh: "区划代码 \(code) 已属于\(other)，请核对", en: "the division code \(code) belongs to \(other); check it")
        }
    }

    private static func list(_ years: [Int], _ separator: String) -> String {
        years.map(String.init).joined(separator: separator)
    }
}
