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
    }

    /// In the order of the text.
    private(set) var all: [Mention] = []
    private let text: UnsafeBufferPointer<UInt8>
    private let paragraphs: Paragraphs

    init(_ text: UnsafeBufferPointer<UInt8>, paragraphs: Paragraphs) {
        self.text = text
        self.paragraphs = paragraphs
        for word in Self.anchors {
            for position in ByteSearch.all(word, in: text, limit: 60) { add(at: position, isReport: false) }
        }
        for word: StaticString in ["政府信息公开", "政府信息公開", "政务公开"] {
            for position in ByteSearch.all(word, in: text, limit: 12) { add(at: position, isReport: true) }
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
        let run = Self.runBefore(isReport ? beforeYear(position) : position, in: text)
        guard run.count >= 6 else { return }
        let wording = Wording(text, run)
        guard PlaceName.townshipSuffixes.contains(where: wording.hasSuffix), let name = name(in: wording) else {
            return
        }
        all.append(Mention(name: name, range: run, role: role(of: run)))
    }

    /// 柳溪镇2020年政府信息公开: back over the year.
    private func beforeYear(_ position: Int) -> Int {
        var start = position
        for word: StaticString in ["度", "年"] where ends(with: word, at: start) { start -= word.utf8CodeUnitCount }
        while start > 0, (0x30...0x39).contains(text[start - 1]) || text[start - 1] == 0x20 { start -= 1 }
        return start
    }

    private func ends(with word: StaticString, at end: Int) -> Bool {
        let start = end - word.utf8CodeUnitCount
        return start >= 0 && ByteSearch.first(word, in: text, start..<end) == start
    }

    /// The Chinese characters directly before a position, eighteen at the most.
    private static func runBefore(_ position: Int, in text: UnsafeBufferPointer<UInt8>) -> Range<Int> {
        var start = position
        for _ in 0..<18 {
            guard start >= 3, text[start - 3] >= 0xE3, text[start - 3] <= 0xE9 else { break }
            var scalars = Scalars(text, start - 3..<start)
            guard let scalar = scalars.next(), ScalarClass.isWordPart(scalar) else { break }
            start -= 3
        }
        return start..<position
    }

    // MARK: The name within the sentence

    /// The Chinese word directly before a position, without what cannot be part of a county's name.
    static func countyName(before position: Int, in text: UnsafeBufferPointer<UInt8>) -> Wording {
        cut(Wording(text, runBefore(position, in: text)), at: joiningWords + weakJoints)
    }

    /// A name runs on into the sentence before it: cut at the last word that cannot be part of it.
    private func name(in run: Wording) -> PlaceName? {
        var cut = Self.cut(run, at: Self.joiningWords)
        while let first = cut.scalars.first, Self.doubtfulJoints.contains(first), !isPartOfName(cut) {
            cut = cut.dropFirst(1)
        }
        return PlaceName(body: cut)
    }

    private static func cut(_ run: Wording, at words: [Wording]) -> Wording {
        var start = run.scalars.startIndex
        for word in words {
            var from = run.scalars.startIndex
            while let range = run.range(of: word, from: from) {
                if range.upperBound < run.scalars.endIndex { start = max(start, range.upperBound) }
                from = range.upperBound
            }
        }
        return Wording(run.scalars[start...])
    }

    /// Whether the first character, which joins sentences as well (对坊乡, 和平镇), always stands before the others.
    private func isPartOfName(_ name: Wording) -> Bool {
        let whole = Array(name.string.utf8)
        let rest = Array(name.dropFirst(1).string.utf8)
        let count = ByteSearch.count(rest, in: text, limit: 8)
        return rest.count > 3 && count > 1 && ByteSearch.count(whole, in: text, limit: 8) == count
    }

    private static let anchors: [StaticString] = [
        "人民政府", "办事处", "辦事處", "党政办", "党政综合办", "黨政辦",
    ]
    private static let joiningWords = [
        "在", "由", "与", "及", "是", "的", "请", "经由", "根据", "按照", "联系", "登录", "关于", "通过", "依托", "年度", "编制", "公布", "公开", "发布",
        "社会", "现将", "报告", "直接", "本级", "单位", "中共", "本着", "成立", "建立", "完善", "加强", "推进", "健全", "提高", "提升", "开展", "做好",
        "落实", "结合",
        "强化", "规范", "明确", "组建", "设立", "组织", "召开", "制定", "调整", "成为", "报送", "利用", "推动", "确保", "全面", "充分", "认真", "按",
    ].map { Wording($0) }
    /// 和、向、对、到、经、以、为、将、现、本: names begin with these, too.
    private static let doubtfulJoints: Set<UInt32> = Set("和向对到经以为将现本".unicodeScalars.map(\.value))
    private static let weakJoints = "和向对到经以为将现本".map { Wording(String($0)) }

    // MARK: Roles

    private func role(of range: Range<Int>) -> Role {
        guard let number = paragraphs.number(at: range.lowerBound) else { return .text }
        let paragraph = paragraphs.ranges[number]
        let sentence = sentence(around: range, in: paragraph)
        if Self.contactWords.contains(where: { ByteSearch.contains($0, in: text, sentence) }) { return .contact }
        let isShort = paragraph.count <= 90
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
