import Catalogue

/// What words beside a township's name, in a header or in a caption say of figures: whose they are, and of which time.
struct RowWords: Sendable {
    private let own: WordSet
    private let whole: WordSet
    private let times: WordSet
    private let periods: WordSet
    private let other: WordSet
    private let dates: WordSet
    private let names: WordSet
    private let neutral: Set<Wording>
    /// The keys of the form's labels by those of what is short for them.
    private let labels: [UInt64: UInt64]

    init(_ words: TownshipRowWords, _ columns: TextColumns) {
        func set(_ words: [String]) -> WordSet { WordSet(words.map { Wording($0) }) }
        (own, whole, names) = (set(words.own), set(words.whole), set(words.names))
        neutral = Set(words.neutral.map { Wording($0) })
        (times, periods) = (set(words.times + words.periods), set(words.periods))
        labels = Dictionary(
            words.labels.compactMap { short, whole in
                LabelKey.of(short).flatMap { key in LabelKey.of(whole).map { (key, $0) } }
            }, uniquingKeysWith: { first, _ in first })
        (other, dates) = (set(words.other + columns.foreign), set(words.dates))
    }

    /// The key of a label of the form, be it called by its short name.
    func label(_ key: UInt64) -> UInt64 { labels[key] ?? key }

    enum Meaning: Equatable {
        case nothing
        /// Something else: 镇机关, 东片, 张三.
        case named
        /// This year.
        case own
        /// The sum of several rows, and how that is called.
        case whole(Wording)
        /// Another time than the year, or a part of it.
        case otherTime
        /// A part of the township, a comparison, more than the township.
        case other
    }

    /// - Parameter year: the report's; nil where it is not known, so that no year is its own.
    func meaning(of cell: Wording, year: Int?) -> Meaning {
        guard !cell.isEmpty, !Self.isDay(cell) else { return .nothing }
        let years = Title.years(in: cell)
        let (rest, isWhole) = Self.without(whole, cell)
        if years.contains(where: { $0 != year }) || times.isIn(rest) { return .otherTime }
        if other.isIn(rest) { return .other }
        let (left, isOwn) = Self.without(own, rest)
        if Title.parts(of: left).contains(where: { !isOfTownship($0) }) { return .named }
        if isWhole { return .whole(cell) }
        return isOwn || !years.isEmpty ? .own : .nothing
    }

    /// A text without some words, and whether it had one of them; 11-12月 is not 1-12月.
    private static func without(_ words: WordSet, _ text: Wording) -> (rest: Wording, had: Bool) {
        var rest = text.scalars
        var had = false
        words.places(in: text) { place in
            let isInNumber =
                place.lowerBound > text.scalars.startIndex && ScalarClass.isDigit(text.scalars[place.lowerBound])
                && ScalarClass.isDigit(text.scalars[place.lowerBound - 1])
            guard !isInNumber else { return true }
            had = true
            for index in place { rest[index] = gap }
            return true
        }
        return (had ? Wording(rest) : text, had)
    }

    /// 柳溪镇, 镇, 数: what may stand at such a word and says nothing more.
    private func isOfTownship(_ part: Wording) -> Bool {
        part.count == 1 && Wording("镇乡街数年").scalars.contains(part.scalars[part.scalars.startIndex])
            || PlaceName(body: part) != nil || neutral.contains(part)
    }

    /// A comma, which parts words.
    private static let gap: UInt32 = 0x2C

    /// What stands in brackets: 行政许可（累计）.
    static func notes(in text: Wording) -> [Wording] {
        text.scalars.split(separator: 0x28).dropFirst().compactMap { part in
            part.firstIndex(of: 0x29).map { Wording(part[..<$0]) }
        }
    }

    /// 2023年1月5日, which tells when something was done.
    private static func isDay(_ cell: Wording) -> Bool {
        guard let first = cell.scalars.indices.first(where: { ScalarClass.isDigit(cell.scalars[$0]) }),
            let (_, end) = Day.read(cell, at: first)
        else { return false }
        return end == cell.scalars.endIndex
    }

    /// Whether a line above figures says that they are of a part of the year or, where it names nothing but another
    /// year and no day, of that.
    func isOfOtherTime(caption: Wording, year: Int?, mayNameYear: Bool) -> Bool {
        if whole.isIn(caption) { return false }
        if periods.isIn(caption) { return true }
        let years = Title.years(in: caption)
        return mayNameYear && !years.isEmpty && !years.contains { $0 == year } && !caption.contains(Self.month)
    }

    private static let month = Wording("月")

    /// Whether a header stands over names: 乡镇（街道）, 填报单位.
    func isOverNames(_ header: Wording) -> Bool { names.isIn(header) }

    /// Whether a header stands over days: 填报日期.
    func isOverDays(_ header: Wording) -> Bool { dates.isIn(header) }

    /// Whether what stands in a name's place is a sum, or a part of one: 合计, 全县, 县本级, 其中：东村.
    func isSum(_ name: Wording) -> Bool { whole.isIn(name) || other.isIn(name) }

    /// Whether a name is none of a township's, and known to be.
    func isNoName(_ name: Wording) -> Bool { isSum(name) || PlaceName.isOtherBody(name) }
}
