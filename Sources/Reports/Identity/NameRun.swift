/// The Chinese characters directly before a place in a text, the last of which may be a body's name.
struct NameRun {
    let range: Range<Int>
    /// Whether something other than a Chinese character stands in front, so that a name may begin where the run does.
    let isOpen: Bool
    /// The year in digits that stands in front: 2017年青岭山镇.
    private var year: Int?

    /// Eighteen characters at the most; nil where there are fewer than two, or where what stands in front is a letter
    /// that nobody can read.
    init?(before end: Int, in text: UnsafeBufferPointer<UInt8>) {
        var start = end
        var isOpen = true
        for count in 0...Self.longest {
            guard let (scalar, length) = Self.scalar(before: start, in: text) else { break }
            if ScalarClass.isUnmapped(scalar) { return nil }
            guard ScalarClass.isWordPart(scalar), scalar >= 0x3400 || scalar == Self.zero else { break }
            guard count < Self.longest else {
                isOpen = false
                break
            }
            start -= length
        }
        let words = Self.yearWords(at: start, before: end, in: text)
        if words > 0 { year = Self.year(before: start, in: text) }
        start += words
        guard end - start >= 6 else { return nil }
        range = start..<end
        self.isOpen = isOpen
    }

    /// The township that the run ends in, and whether its name is known to be whole; nil where it ends in none.
    ///
    /// A name runs on into the sentence before it: it begins behind the last word that cannot be part of it.
    ///
    /// - Parameter words: what no name has, such as words of sentences: 形成乡 is none.
    /// - Returns: also whether the name begins where the run does, and the year before it.
    func name(
        in text: UnsafeBufferPointer<UInt8>, behind words: NameBounds
    ) -> (name: PlaceName, isWhole: Bool, isUncut: Bool, year: Int?)? {
        let run = Wording(text, range)
        let cut = Self.cut(Self.cut(run, at: words.joints), at: words.verbs)
        let spelled = Self.spelledYear(cut)
        var rest = spelled.map { Wording(cut.scalars[$0.end...]) } ?? cut
        while let first = rest.scalars.first, words.doubtful.contains(first), !Self.isPartOfName(rest, in: text) {
            rest = rest.dropFirst(1)
        }
        guard let name = PlaceName(body: rest), !Self.isOfEveryone(name.township, words) else { return nil }
        let isUncut = cut.count == run.count
        return (name, rest.count < run.count || isOpen, isUncut, spelled?.year ?? (isUncut ? year : nil))
    }

    /// The word that the run ends in, without what cannot be part of a county's name.
    func countyName(in text: UnsafeBufferPointer<UInt8>, behind words: NameBounds) -> Wording {
        Self.cut(Self.cut(Wording(text, range), at: words.allJoints), at: words.verbs)
    }

    /// Whether a name that the run ends in stands where only names stand: at the beginning of what is in quotes or in a
    /// cell, behind a colon, or behind words such as 由, 于 and 在. Where sentences and clauses begin, a verb may stand as
    /// well: 遵照县人民政府….
    func hasPlace(for name: Wording, in text: UnsafeBufferPointer<UInt8>, behind words: NameBounds) -> Bool {
        let run = Wording(text, range)
        if name.count < run.count {
            let before = run.dropLast(name.count)
            return words.leaders.first(of: before) != nil
        }
        guard isOpen else { return false }
        guard let (scalar, _) = Self.scalar(before: range.lowerBound, in: text) else { return true }
        return Self.nameBeginnings.contains(scalar)
    }

    private static let nameBeginnings = Set("\t|《“‘\"（(：:〔【".unicodeScalars.map(\.value))

    /// 持续深化全镇, 围绕全镇: words, and 全镇, which is no name; 安全镇 is one.
    private static func isOfEveryone(_ township: String, _ words: NameBounds) -> Bool {
        let name = Wording(township)
        return name.count > 3 && words.everyone.first(of: name) != nil
    }

    private static func scalar(
        before end: Int, in text: UnsafeBufferPointer<UInt8>
    ) -> (scalar: UInt32, length: Int)? {
        var start = end - 1
        while start > 0, end - start < 4, text[start] & 0xC0 == 0x80 { start -= 1 }
        guard start >= 0 else { return nil }
        var scalars = Scalars(text, start..<end)
        return scalars.next().map { ($0, end - start) }
    }

    /// How many bytes of 年 or 年度 belong to a number before the run: 2017年青岭山镇, but 万年镇.
    private static func yearWords(at start: Int, before end: Int, in text: UnsafeBufferPointer<UInt8>) -> Int {
        var digit = scalar(before: start, in: text)
        if let space = digit, ScalarClass.isSpace(space.scalar) {
            digit = scalar(before: start - space.length, in: text)
        }
        guard let digit, ScalarClass.isDigit(ScalarClass.folded(digit.scalar)) || zeros.contains(digit.scalar) else {
            return 0
        }
        let rest = start..<end
        for word: StaticString in ["年度", "年"] where ByteSearch.first(word, in: text, rest) == start {
            return word.utf8CodeUnitCount
        }
        return 0
    }

    /// A year in Chinese digits that a run begins with, and where what belongs to it ends: 二〇二〇年柳溪镇.
    private static func spelledYear(_ run: Wording) -> (year: Int, end: Int)? {
        guard let first = run.scalars.first, ScalarClass.isChineseNumeral(first),
            let (year, end) = Day.yearNumber(run, at: run.scalars.startIndex)
        else { return nil }
        let isDegree = run.scalars[(end + 1)...].first == degree
        return (year, end + (isDegree ? 2 : 1))
    }

    /// The four digits before a position.
    private static func year(before end: Int, in text: UnsafeBufferPointer<UInt8>) -> Int? {
        var last = end
        while last > 0, text[last - 1] == 0x20 { last -= 1 }
        guard last >= 4 else { return nil }
        let digits = Wording(text, last - 4..<last)
        return Day.yearNumber(digits, at: digits.scalars.startIndex)?.year
    }

    private static func cut(_ run: Wording, at words: WordSet) -> Wording {
        var start = run.scalars.startIndex
        words.places(in: run) { place in
            let isAt = place.count == 1 && run.scalars[place.lowerBound] == at
            let isOnline = isAt && run.scalars[place.upperBound...].first == line
            if place.upperBound < run.scalars.endIndex, !isOnline { start = max(start, place.upperBound) }
            return true
        }
        return Wording(run.scalars[start...])
    }

    /// Whether the first character, which joins sentences as well (对坊乡, 和平镇), always stands before the others.
    private static func isPartOfName(_ name: Wording, in text: UnsafeBufferPointer<UInt8>) -> Bool {
        let whole = Array(name.string.utf8)
        let rest = Array(name.dropFirst(1).string.utf8)
        let count = ByteSearch.count(rest, in: text, limit: 8)
        return rest.count > 3 && count > 1 && ByteSearch.count(whole, in: text, limit: 8) == count
    }

    private static let longest = 18
    /// 度
    private static let degree: UInt32 = 0x5EA6
    private static let zero: UInt32 = 0x3007
    /// ○ and ◯, of which years are written, too
    private static let zeros: [UInt32] = [0x25CB, 0x25EF]
    /// 在
    private static let at: UInt32 = 0x5728
    /// 线, which makes 在 part of 在线
    private static let line: UInt32 = 0x7EBF
}
