import Values

/// Why a measure of a file, ours or a user's, is refused.
package enum MeasureError: ExplainedError, Equatable {
    /// What is added up and what it is said to be counted in do not go together.
    case wrongUnit(file: String, line: Int, measure: String, unit: String, operands: [String])
    /// Measures each of which is made of the next, and the last of the first.
    case circle(file: String, line: Int, measures: [String])
    /// A ratio cannot be an operand of a sum.
    case ratioInside(file: String, line: Int, measure: String, operand: String)
    case taken(file: String, line: Int, name: String, by: String)
    case badExample(file: String, line: Int, measure: String, text: String)
    /// A measure without an example, which nobody has worked out.
    case noExample(file: String, line: Int, measure: String)

    package var status: ExitStatus { .noReport }

    package var explanation: Phrase {
        switch self {
        case .wrongUnit(let file, let line, let measure, let unit, let operands):
            Phrase(
                zh: "\(file) 第 \(line) 行“\(measure)”的单位“\(unit)”与所用指标的单位（\(operands.joined(separator: "、"))）不合，"
                    + "百分率的分子、分母应同为件数或同为金额，其余写作 元/户、件/千人",
                en: "\(file):\(line): the unit '\(unit)' of '\(measure)' does not go with those of its indicators "
                    + "(\(operands.joined(separator: ", "))); a % is of counts or of money, else write 元/户, 件/千人")
        case .circle(let file, let line, let measures):
            Phrase(
                zh: "\(file) 第 \(line) 行的派生指标互相引用成圈（\(measures.joined(separator: " → "))），请去掉其中一处",
                en: "\(file):\(line): measures go in a circle (\(measures.joined(separator: " → "))); take one out")
        case .ratioInside(let file, let line, let measure, let operand):
            Phrase(
                zh: "\(file) 第 \(line) 行“\(measure)”引用的“\(operand)”是比率，比率不能相加或再除，只能引用合计",
                en: "\(file):\(line): '\(measure)' is made of '\(operand)', a ratio, and ratios cannot be added up or "
                    + "divided; only sums can be operands")
        case .taken(let file, let line, let name, let by):
            Phrase(
                zh: "\(file) 第 \(line) 行的名称“\(name)”已是 \(by) 的代码或名称，请换一个",
                en: "\(file):\(line): '\(name)' is a code or a name of \(by) already; choose another")
        case .badExample(let file, let line, let measure, let text):
            Phrase(
                zh: "\(file) 第 \(line) 行“\(measure)”的算例“\(text)”写法有误，应为数字（66.67）、区间（60..75）、"
                    + "unknown 或 undefined，所给的数写作 12、约600、600余、近600",
                en: "\(file):\(line): '\(text)' in an example of '\(measure)' must be a number (66.67), an interval "
                    + "(60..75), unknown or undefined; what is given is written 12, 约600, 600余, 近600")
        case .noExample(let file, let line, let measure):
            Phrase(
                zh: "\(file) 第 \(line) 行“\(measure)”没有算例，请在 examples 中写一个手算的例子",
                en: "\(file):\(line): '\(measure)' has no example; work one out by hand under examples")
        }
    }
}
