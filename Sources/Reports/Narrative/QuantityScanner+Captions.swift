/// Numbers that tables and figures bear, and those that say how something is counted.
extension QuantityScanner {
    /// 表2 收到和处理政府信息公开申请情况统计表, 见图3: digits without a unit behind the word for what bears them.
    func isOfCaption(_ start: Int) -> Bool { start > 0 && Self.borne.contains(text.letters[start - 1]) }

    /// 3 收到政府信息公开申请16件: what numbers a paragraph, without a point.
    func isOfListItem(_ digits: Range<Int>) -> Bool {
        let isFirst = digits.lowerBound == 0 || text.letters[digits.lowerBound - 1] == Letter.lineBreak
        return isFirst && digits.count <= 2
    }

    /// 一件申请含多项内容的计1件: a rule for counting; but 共计1件, 审计1次.
    func isOfRule(_ number: ExactNumber, _ start: Int) -> Bool {
        guard start > 1, number == ExactNumber(digits: 1, exponent: 0), text.letters[start - 1] == Self.countedAs else {
            return false
        }
        return !Self.beforeCount.contains(text.letters[start - 2])
    }

    /// 表, 图
    private static let borne: [UInt16] = [0x8868, 0x56FE]
    /// 计
    private static let countedAs: UInt16 = 0x8BA1
    /// 共, 合, 总, 累, 统, 小, 审, 设, 会, 估, 预
    private static let beforeCount: [UInt16] = [
        0x5171, 0x5408, 0x603B, 0x7D2F, 0x7EDF, 0x5C0F, 0x5BA1, 0x8BBE, 0x4F1A, 0x4F30, 0x9884,
    ]
}
