import Documents

/// The townships that a text calls by their government or by their report, with where it does.
struct Mentions {
    /// What a sentence that names a body is for, the most trustworthy first.
    enum Role: Int {
        /// 现公布…, 由…编制
        case lead
        /// 请与…联系
        case contact
        case signature
        case text
    }

    struct Mention {
        var name: PlaceName
        var range: Range<Int>
        var role: Role
        /// Whether the name begins where a clause, or a word that leads to a name, ends: only then is it known to be
        /// whole.
        var isWhole: Bool
        /// The year before the name, or between it and the word for the report.
        var year: Int?
    }

    /// In the order of the text.
    private(set) var all: [Mention] = []
    private let text: UnsafeBufferPointer<UInt8>
    private let paragraphs: Paragraphs
    private let related: RelatedLinks

    /// - Parameter places: where each of `words` stands, in their order.
    init(
        _ text: UnsafeBufferPointer<UInt8>, paragraphs: Paragraphs, places: some Sequence<[Int]>, related: RelatedLinks
    ) {
        self.text = text
        self.related = related
        self.paragraphs = paragraphs
        for (number, places) in places.enumerated() {
            if number < Self.anchors.count {
                for position in places.prefix(60) { add(at: position, isReport: false) }
            } else if number < Self.words.count - 1 {
                for position in places.prefix(12) { add(at: position, isReport: true) }
            } else {
                // 柳溪镇政府2019年信息公开工作年度报告
                for position in places.prefix(24) where !ends(with: "政府", at: position) {
                    add(at: position, isReport: true)
                }
            }
        }
        all.sort { $0.range.lowerBound < $1.range.lowerBound }
    }

    /// The one to be trusted most. What the text says in passing, and but once, is not trusted at all.
    var best: Mention? {
        let trusted = all.filter { mention in
            mention.role != .text || all.count { $0.name.township == mention.name.township } > 1
        }
        return trusted.min {
            ($0.role.rawValue, $0.range.lowerBound) < ($1.role.rawValue, $1.range.lowerBound)
        }
    }

    private mutating func add(at position: Int, isReport: Bool) {
        let (end, year) =
            isReport ? beforeYear(beforeBrackets(position)) : (position, behindMaking(position))
        let words = related.headings.reports.names
        guard let run = NameRun(before: end, in: text), let found = run.name(in: text, behind: words),
            !related.hold(run.range.lowerBound..<position)
        else { return }
        let role = role(of: run.range)
        let kind = BodyKind.of(Wording(found.name.township))
        guard role != .text || kind.map(BodyKind.isLoose) == false else { return }
        all.append(
            Mention(
                name: found.name, range: run.range, role: role, isWhole: found.isWhole, year: year ?? found.year))
    }

    /// 柳溪镇2020年政府信息公开: back over the year.
    private func beforeYear(_ position: Int) -> (end: Int, year: Int?) {
        var start = position
        for word: StaticString in ["度", "年"] where ends(with: word, at: start) { start -= word.utf8CodeUnitCount }
        let end = start
        while start > 0, (0x30...0x39).contains(text[start - 1]) || text[start - 1] == 0x20 { start -= 1 }
        // 柳溪镇二〇二〇年: four characters of three bytes each.
        if start == end, end < position, end >= 12 { start = end - 12 }
        let digits = Wording(text, start..<min(position, end + 3))
        let year = digits.scalars.indices.first.flatMap { Day.yearNumber(digits, at: $0) }?.year
        // 年度 without a year before it is a word of the sentence.
        return year == nil ? (position, nil) : (start, year)
    }

    /// 青龙镇政府（机关）信息公开: back over the brackets.
    private func beforeBrackets(_ position: Int) -> Int {
        for word: StaticString in ["（机关）", "(机关)"] where ends(with: word, at: position) {
            return position - word.utf8CodeUnitCount
        }
        return position
    }

    /// The year of what a body has made: 由柳溪镇人民政府编制的2010年度…, of which the position is that of 编制的.
    private func behindMaking(_ position: Int) -> Int? {
        let start = position + Self.making.utf8CodeUnitCount
        guard ends(with: Self.making, at: min(start, text.count)) || ends(with: "編制的", at: min(start, text.count))
        else { return nil }
        let words = Wording(text, start..<min(text.count, start + 24))
        return words.scalars.indices.first.flatMap { Day.yearNumber(words, at: $0) }?.year
    }

    private static let making: StaticString = "编制的"

    private func ends(with word: StaticString, at end: Int) -> Bool {
        let start = end - word.utf8CodeUnitCount
        return start >= 0 && ByteSearch.first(word, in: text, start..<end) == start
    }

    /// What bodies and their reports are called.
    static let words = anchors + ["政府信息公开", "政府信息公開", "政务公开", "信息公开"]

    private static let anchors: [StaticString] = [
        "人民政府", "办公室联系", "办事处", "辦事處", "党政办", "党政综合办", "黨政辦", making, "編制的",
    ]

    // MARK: Roles

    private func role(of range: Range<Int>) -> Role {
        guard let number = paragraphs.number(at: range.lowerBound) else { return .text }
        let paragraph = paragraphs.ranges[number]
        let sentence = sentence(around: range, in: paragraph)
        if Self.contactWords.contains(where: { ByteSearch.contains($0, in: text, sentence) }) { return .contact }
        let isShort = paragraph.count <= 90 && !ByteSearch.contains("。", in: text, paragraph)
        if number < 15, Self.leadWords.contains(where: { ByteSearch.contains($0, in: text, sentence) }) { return .lead }
        return isShort && number >= paragraphs.ranges.count - 12 ? .signature : .text
    }

    private func sentence(around range: Range<Int>, in paragraph: Range<Int>) -> Range<Int> {
        let before = max(paragraph.lowerBound, range.lowerBound - 300)..<range.lowerBound
        let after = range.upperBound..<min(paragraph.upperBound, range.upperBound + 300)
        let start = ByteSearch.last("。", in: text, before).map { $0 + 3 } ?? before.lowerBound
        return start..<(ByteSearch.first("。", in: text, after) ?? after.upperBound)
    }

    private static let contactWords: [StaticString] = ["联系", "聯系", "电话", "電話", "地址", "疑问", "邮编"]
    private static let leadWords: [StaticString] = ["编制", "編制", "公布", "编写", "现将", "年度报告", "年度報告"]
}
