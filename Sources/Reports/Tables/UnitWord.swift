/// The words of a column 单位, and the units in the headers of amounts.
enum UnitWord {
    /// What is counted one by one, in a cell behind its number or in the column 单位.
    private static let counting: Set<String> = [
        "件", "条", "條", "项", "項", "个", "個", "篇", "次", "场次", "人", "人次", "户", "宗", "起", "份", "例", "批", "批次",
    ]

    /// Whether a word says that its number counts something.
    static func isCounting(_ word: String) -> Bool { counting.contains(word) }

    /// Whether a text is the unit of something else than cases and texts: 人, 户, 元, 万元.
    static func isOfOtherThings(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Bool {
        let word = String(decoding: text[range], as: UTF8.self)
        return multiplier(text, range) != nil && (!isCounting(word) || ["人", "人次", "户"].contains(word))
    }

    /// How many display units one of this is: of 万元 10,000, of 元, 件, 条 … 1, of a unit that no form has 0; nil for text
    /// that is no unit.
    static func multiplier(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Int64? {
        guard range.count <= 12 else { return nil }
        switch String(decoding: text[range], as: UTF8.self) {
        case "元": return 1
        case let word where isCounting(word): return 1
        // 60百元 is an amount.
        case _ where hasDigits(text, range): return nil
        case let word where word.hasSuffix("元"): return multiplier(in: text, range)
        default: return isUnknown(in: text, range) ? 0 : nil
        }
    }

    /// What a header says that amounts are counted in (`单位：万元`): 10,000 for 万元, 1 for 元, nil where it names no unit,
    /// and 0 for 千元, 百万元, 亿元, 万件 and the like. The forms ask for 万元, 元 and 件: whoever has put something else there
    /// may have changed the numbers or only the word, and the two are a thousandfold apart. 元/万元 says
    /// both, and neither.
    static func multiplier(in text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Int64? {
        var scalars = Scalars(text, range)
        var before: (UInt32, UInt32) = (0, 0)
        var found: Int64?
        let simplified = Traditional.table
        while let raw = scalars.next() {
            let isIdeograph = raw >= 0x4E00 && raw <= 0x9FFF
            let scalar = isIdeograph ? Traditional.simplified(raw, by: simplified) : ScalarClass.folded(raw)
            if !isIdeograph, ScalarClass.isSpace(scalar) { continue }
            if scalar == yuan {
                let isMany = before.1 == tenThousand
                if isMultiple(isMany ? before.0 : before.1) { return found ?? 0 }
                let unit: Int64 = isMany ? 10_000 : 1
                if let found, found != unit { return 0 }
                found = unit
            }
            // 3万件 is so many, and no unit.
            let isMany = before.1 == tenThousand || before.1 != ten && isMultiple(before.1)
            if found == nil, isMany, isCounted(scalar), !ScalarClass.isDigit(before.0) { return 0 }
            before = (before.1, scalar)
        }
        return found
    }

    /// Whether a text says nothing but what is counted in: 件, 单位：件.
    static func isOne(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Bool {
        multiplier(text, range) != nil || range.count <= 36 && ByteSearch.contains("单位", in: text, range)
    }

    /// Whether a label, or words above a table, name a unit that no form counts in: 单位：万件.
    static func isUnknown(in text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Bool {
        multiplier(in: text, range) == 0
    }

    /// Whether a unit that no form counts in is one of money: 千元, 单位：百万元.
    static func isOfMoney(in text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Bool {
        unknown(in: text, range)?.hasSuffix("元") == true
    }

    /// Whether digits stand there; 万 and 千 are none.
    static func hasDigits(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Bool {
        var scalars = Scalars(text, range)
        while let scalar = scalars.next() {
            if ScalarClass.isDigit(ScalarClass.folded(scalar)) { return true }
        }
        return false
    }

    /// The word of such a unit: 千元, 百万元, 万件.
    static func unknown(in text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> String? {
        guard isUnknown(in: text, range) else { return nil }
        let word = String(decoding: text[range], as: UTF8.self)
        guard let end = word.lastIndex(where: { "元件人户宗项".contains($0) }) else { return nil }
        let multiple = word[..<end].reversed().prefix { "十百千万亿".contains($0) }
        let unit = String(multiple.reversed()) + String(word[end])
        // 元/万元: either of two that the forms have.
        return ["元", "万元"].contains(unit) ? "元、万元" : multiple.isEmpty ? nil : unit
    }

    /// 件, 人, 户, 宗, 项; no 条, since 第二十条 is none.
    private static func isCounted(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x4EF6, 0x4EBA, 0x6237, 0x5B97, 0x9879: true
        default: false
        }
    }

    /// 十, 百, 千, 亿
    private static func isMultiple(_ scalar: UInt32) -> Bool {
        switch scalar {
        case ten, 0x767E, 0x5343, 0x4EBF: true
        default: false
        }
    }

    private static let ten: UInt32 = 0x5341
    /// 元
    private static let yuan: UInt32 = 0x5143
    /// 万
    private static let tenThousand: UInt32 = 0x4E07
}
