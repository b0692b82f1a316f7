import Values

/// Why a rule of a file, ours or a user's, is refused.
package enum RuleError: ExplainedError, Equatable {
    case malformed(file: String, line: Int, text: String, reason: Phrase)
    case unknownIndicator(file: String, line: Int, code: String, near: [String])
    case unknownSet(file: String, line: Int, name: String, known: [String])
    /// Operands that cannot be added up: money and counts.
    case mixedUnits(file: String, line: Int, text: String, units: [String])
    /// A rule that cannot be kept together with others.
    case contradiction(file: String, line: Int, rule: String, others: [String])
    /// With the rules whose requirement has the word.
    case unknownRule(String, known: [String], titled: [Named] = [])

    /// A rule by its name, with what it asks for.
    package struct Named: Sendable, Equatable {
        let name: String
        let title: Phrase
    }

    package var status: ExitStatus {
        switch self {
        case .unknownRule: .usage
        case .malformed, .unknownIndicator, .unknownSet, .mixedUnits, .contradiction: .noReport
        }
    }

    package var explanation: Phrase {
        switch self {
        case .malformed(let file, let line, let text, let reason):
            Phrase(
                zh: "\(file) 第 \(line) 行“\(text)”：\(reason.zh)；写法如 a.b = c.d + e.f@-1，各项和符号之间留空格",
                en: "\(file):\(line): '\(text)': \(reason.en); write a.b = c.d + e.f@-1, with spaces around signs")
        case .unknownIndicator(let file, let line, let code, let near):
            Phrase(
                zh: "\(file) 第 \(line) 行没有指标“\(code)”\(near.isEmpty ? "" : "，相近的有：\(near.joined(separator: "、"))")",
                en:
                    """
                    \(file):\(line): there is no indicator '\(code)'; \
                    \(near.isEmpty ? "see nianbao indicators" : "there are \(near.joined(separator: ", "))")
                    """
            )
        case .unknownSet(let file, let line, let name, let known) where known.isEmpty:
            Phrase(
                zh: "\(file) 第 \(line) 行的 {\(name)} 没有可代入的内容，请去掉花括号，或为这一条指定维度",
                en: "\(file):\(line): nothing stands for {\(name)}; take the braces away, or name a dimension by each")
        case .unknownSet(let file, let line, let name, let known):
            Phrase(
                zh: "\(file) 第 \(line) 行没有集合“\(name)”，已有：\(known.joined(separator: "、"))",
                en: "\(file):\(line): there is no set '\(name)'; there are \(known.joined(separator: ", "))")
        case .mixedUnits(let file, let line, let text, let units):
            Phrase(
                zh: "\(file) 第 \(line) 行“\(text)”把不同单位（\(units.joined(separator: "、"))）的数字相加减",
                en: "\(file):\(line): '\(text)' adds up different units (\(units.joined(separator: ", ")))")
        case .contradiction(let file, let line, let rule, let others):
            Phrase(
                zh: "\(file) 第 \(line) 行的规则“\(rule)”与“\(others.joined(separator: "”“"))”矛盾，不可能同时成立，请改正其中一条",
                en:
                    """
                    \(file):\(line): the rule '\(rule)' contradicts \(others.joined(separator: ", ")): no report could \
                    keep them all; change one of them
                    """
            )
        case .unknownRule(let name, _, let titled) where !titled.isEmpty:
            Phrase(
                zh: "没有名为“\(name)”的规则，是否指其中一条："
                    + titled.map { "\($0.name)（\($0.title.zh)）" }.joined(separator: "、") + "？",
                en: "there is no rule '\(name)'; did you mean one of these: "
                    + titled.map { "\($0.name) (\($0.title.en))" }.joined(separator: ", ") + "?")
        case .unknownRule(let name, let known, _):
            Nearest.name(to: name, among: known).map {
                Phrase(zh: "没有规则“\(name)”，是否指 \($0)？", en: "there is no rule '\(name)'; did you mean \($0)?")
            }
                ?? Phrase(
                    zh: "没有规则“\(name)”，有 \(known.prefix(3).joined(separator: "、")) 等 \(known.count) 条，"
                        + "见 nianbao check --list",
                    en: """
                        there is no rule '\(name)'; there are \(known.prefix(3).joined(separator: ", ")) and others, \
                        \(known.count) in all, which nianbao check --list tells
                        """)
        }
    }
}
