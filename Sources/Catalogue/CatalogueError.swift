import Values
import Yams

/// What a value of a YAML file may have to be.
package enum YAMLType: Sendable {
    case mapping
    case list
    case text
    case integer
    case boolean

    var words: Phrase {
        switch self {
        case .mapping: Phrase(zh: "键值对", en: "a mapping")
        case .list: Phrase(zh: "列表", en: "a list")
        case .text: Phrase(zh: "文字", en: "a text")
        case .integer: Phrase(zh: "整数", en: "an integer")
        case .boolean: Phrase(zh: " true 或 false", en: "true or false")
        }
    }
}

/// Why a file of the catalogue, ours or a user's, is refused.
package enum CatalogueError: ExplainedError, Equatable {
    /// `reason` is the YAML parser's, in English.
    case malformed(file: String, line: Int, reason: String)
    case wrongType(file: String, line: Int, expected: YAMLType)
    case unknownKey(file: String, line: Int, key: String, allowed: [String])
    case missingKey(file: String, line: Int, key: String)
    case duplicate(file: String, line: Int, name: String)
    /// A code that is one figure and, with another, a group of figures too.
    case overlap(file: String, line: Int, code: String, other: String)
    /// A definition that wants numbers which the definition of another code wants too.
    case rivals(file: String, line: Int, code: String, other: String, place: String)
    /// Values of a role each of which goes before the next, and the last before the first.
    case circle(file: String, line: Int, names: [String])
    case unknownValue(file: String, line: Int, key: String, value: String, allowed: [String])
    case tooManyValues(file: String, line: Int, role: String, most: Int)
    /// A word whose braces are no alternatives, or stand for more than `most` words.
    case braces(file: String, line: Int, text: String, most: Int)

    package var status: ExitStatus { .noReport }

    package var explanation: Phrase {
        switch self {
        case .malformed(let file, let line, let reason):
            Phrase(
                zh: "\(file) 第 \(line) 行不是有效的 YAML，请检查缩进、引号和冒号",
                en: "\(file):\(line) is not valid YAML (\(reason)); check indentation, quotes and colons")
        case .wrongType(let file, let line, let expected):
            Phrase(
                zh: "\(file) 第 \(line) 行应为\(expected.words.zh)", en: "\(file):\(line) must be \(expected.words.en)")
        case .unknownKey(let file, let line, let key, let allowed):
            Phrase(
                zh: "\(file) 第 \(line) 行有不认识的键“\(key)”，可用的键：\(allowed.joined(separator: "、"))",
                en: "\(file):\(line) has the unknown key '\(key)'; allowed are \(allowed.joined(separator: ", "))")
        case .missingKey(let file, let line, let key):
            Phrase(
                zh: "\(file) 第 \(line) 行缺少键“\(key)”，请补上",
                en: "\(file):\(line) lacks the key '\(key)'; add it")
        case .duplicate(let file, let line, let name):
            Phrase(
                zh: "\(file) 第 \(line) 行“\(name)”重复，请只保留一处",
                en: "\(file):\(line) has '\(name)' a second time; keep one")
        case .overlap(let file, let line, let code, let other):
            Phrase(
                zh: "\(file) 第 \(line) 行的代码“\(code)”与“\(other)”重叠，同一名称不能既是指标又是一组指标，请换一个代码",
                en: "\(file):\(line): '\(code)' overlaps with '\(other)', a name cannot be a figure and a group;"
                    + " choose another code")
        case .rivals(let file, let line, let code, let other, let place):
            Phrase(
                zh: "\(file) 第 \(line) 行“\(code)”的定义与“\(other)”（\(place)）会争同一个数，请加条件分开，或用 beside 写明可以共有",
                en: "\(file):\(line): the definition of '\(code)' wants the same numbers as that of '\(other)'"
                    + " (\(place)); part them by a condition, or say with beside that both may have them")
        case .circle(let file, let line, let names):
            Phrase(
                zh: "\(file) 第 \(line) 行的 over 绕成了圈（\(names.joined(separator: " → "))），请去掉其中一处",
                en: "\(file):\(line): over goes in a circle (\(names.joined(separator: " → "))); take one of them out")
        case .braces(let file, let line, let text, let most):
            Phrase(
                zh: "\(file) 第 \(line) 行“\(text)”的花括号不成对、缺少半角逗号，或展开后超过 \(most) 个词，写法如 {县,区}热线",
                en: "\(file):\(line): the braces of '\(text)' are no pairs, lack a comma or stand for more than"
                    + " \(most) words; write them like {县,区}热线")
        case .tooManyValues(let file, let line, let role, let most):
            Phrase(
                zh: "\(file) 第 \(line) 行是“\(role)”的第 \(most + 1) 个值，最多 \(most) 个（含程序自带的），请并入已有的值",
                en:
                    """
                    \(file):\(line) is value \(most + 1) of '\(role)'; \(most) are possible, the program's own \
                    included; make it words of a value that is there
                    """
            )
        case .unknownValue(let file, let line, let key, let value, let allowed):
            Phrase(
                zh: "\(file) 第 \(line) 行“\(key)”的值“\(value)”不可用，可用的值：\(allowed.joined(separator: "、"))",
                en:
                    """
                    \(file):\(line): '\(value)' is no value for '\(key)'; allowed are \
                    \(allowed.joined(separator: ", "))
                    """
            )
        }
    }

    init(_ error: YamlError, file: String) {
        switch error {
        case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
            .composer(_, let problem, let mark, _):
            self = .malformed(file: file, line: mark.line, reason: problem)
        case .duplicatedKeysInMapping(let duplicates, let context):
            self = .duplicate(
                file: file, line: context.mark.line, name: duplicates.first.map { "\($0)" } ?? "")
        default:
            self = .malformed(file: file, line: 1, reason: "\(error)")
        }
    }
}
