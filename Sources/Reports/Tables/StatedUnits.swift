/// What a document says that amounts are counted in elsewhere than in the header over them: above a table (单位：万元), in
/// the caption of a block, below.
struct StatedUnits {
    /// How many display units one counted unit is; 0 of a unit that no form has.
    struct Stated: Equatable {
        var multiplier: Int64
        var range: Range<Int>
    }

    private var ofTables: [Int: Stated] = [:]
    private var ofBlocks: [Int: Stated] = [:]
    /// A line above a caption or a heading, and the table that it stands below.
    private var pending: (unit: Stated, table: Int?)?

    var isEmpty: Bool { ofTables.isEmpty && ofBlocks.isEmpty }

    func unknown(inTable table: Int) -> Range<Int>? {
        ofTables[table].flatMap { $0.multiplier == 0 ? $0.range : nil }
    }

    /// What holds for the amounts of a block, unknown units of its table aside.
    func all(ofBlock block: Int, table: Int) -> [Stated] {
        guard !isEmpty else { return [] }
        return [ofTables[table], ofBlocks[block]].compactMap { $0 }.filter { $0.multiplier != 0 }
    }

    mutating func note(_ unit: Stated, ofTable table: Int) { ofTables[table] = unit }
    mutating func note(_ unit: Stated, ofBlock block: Int) { ofBlocks[block] = unit }

    /// Takes a line that stands above what comes next, if that is of the form.
    mutating func notePending(_ unit: Stated, belowTable table: Int?) { pending = (unit, table) }

    /// A heading or a caption begins: the line right above it holds for it, and for nothing else.
    mutating func open(block: Int, table: Int, isHeading: Bool) {
        guard let unit = pending?.unit else { return }
        pending = nil
        if isHeading { ofTables[table] = unit } else { ofBlocks[block] = unit }
    }

    /// Something else comes than a heading of the form, as a table of the document's own: the line is of that.
    mutating func drop() { pending = nil }

    /// The text goes on: a line that nothing of the form has followed is of the table above it.
    mutating func leave() -> (unit: Stated, table: Int)? {
        defer { pending = nil }
        return pending.flatMap { unit, table in table.map { (unit, $0) } }
    }
}

extension UnitWord {
    /// The unit that a text states: in brackets of its own (行政事业性收费（元）), or behind 单位 (单位：件、万元; 总金额单位为万元). Nil of a
    /// text that only has its letters (责任单位：元山镇), or in which no money is counted.
    static func stated(in text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Int64? {
        guard range.count >= 3, range.count <= 120, ByteSearch.contains("元", in: text, range) else { return nil }
        let words = Wording(text, range).scalars
        for place in words.indices {
            let start = words[place] == openParenthesis ? place + 1 : endOfUnitWord(words, at: place)
            if let start, let unit = unit(words[start...]) { return unit }
        }
        return nil
    }

    /// Of some lines, those that state a unit of amounts, or one that no form has: of those that say the same, one.
    static func statements(among lines: [Range<Int>], _ text: UnsafeBufferPointer<UInt8>) -> [Range<Int>] {
        var told: Set<[Int64?]> = []
        return lines.filter { line in
            guard line.count <= 360 else { return false }
            let words = [stated(in: text, line), isUnknown(in: text, line) && !isOfMoney(in: text, line) ? 0 : nil]
            return words != [nil, nil] && told.insert(words).inserted
        }
    }

    /// Whether a line says that it is a note on amounts: 注：收费金额单位为元, 采购总金额单位为万元.
    static func isNote(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Bool {
        let words = Wording(text, range)
        let letters = Wording(words.scalars.drop { !ScalarClass.isWordPart($0) })
        return noteBeginnings.contains(where: letters.hasPrefix) || words.containsAny(noteWords)
    }

    private static let noteBeginnings = ["注", "备注", "说明"].map { Wording($0) }
    private static let noteWords = ["金额单位", "货币单位", "单位为", "单位均为", "单位是"].map { Wording($0) }

    /// Whether a line is nothing but such a statement: 单位：万元, （金额单位：元）, 填报单位：松溪镇 单位：元; no 责任单位：财政所（元）.
    static func isStatement(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Bool {
        let words = Wording(text, range)
        guard let first = words.range(of: Wording("单位")),
            words.scalars[..<first.lowerBound].count(where: ScalarClass.isWordPart) <= 2
        else { return false }
        return words.scalars.indices.contains { place in
            endOfUnitWord(words.scalars, at: place).flatMap { unit(words.scalars[$0...]) } != nil
        }
    }

    /// Past 单位 and what leads to the unit, if that stands there.
    private static func endOfUnitWord(_ words: ArraySlice<UInt32>, at place: Int) -> Int? {
        guard words[place] == 0x5355, place + 1 < words.endIndex, words[place + 1] == 0x4F4D else { return nil }
        var end = place + 2
        while end < words.endIndex, leading.contains(words[end]) { end += 1 }
        return end
    }

    /// 件、万元: units, one behind the other, up to a mark or the end; of money, how many 元 it is.
    private static func unit(_ words: ArraySlice<UInt32>) -> Int64? {
        let all = words.prefix { ScalarClass.isWordPart($0) || parting.contains($0) }
        let rest = words[all.endIndex...].first
        guard rest == nil || !ScalarClass.isWordPart(rest ?? 0), all.count <= 12 else { return nil }
        var money: Int64?
        for word in all.split(whereSeparator: parting.contains) {
            switch Wording(word).string {
            case "元", "人民币", "人民币元": money = 1
            case "万元", "人民币万元": money = 10_000
            case "千元", "百元", "百万元", "十万元", "亿元", "千万元": money = 0
            case "件", "条", "次", "个", "项", "人", "篇", "户": break
            default: return nil
            }
        }
        return money
    }

    private static let openParenthesis: UInt32 = 0x28
    /// ：, 为, 均, 是, 以, （
    private static let leading: Set<UInt32> = [0x3A, 0x4E3A, 0x5747, 0x662F, 0x4EE5, openParenthesis]
    /// 、 / ， ；
    private static let parting: Set<UInt32> = [0x3001, 0x2F, 0x2C, 0x3B, 0x548C]
}
