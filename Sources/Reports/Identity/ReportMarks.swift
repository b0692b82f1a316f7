/// What a text without a title shows of being a report on disclosure: the form's chapters, what it calls itself, and as
/// whom it speaks. Looked for only where no title tells.
struct ReportMarks {
    private let text: UnsafeBufferPointer<UInt8>
    private let paragraphs: Paragraphs
    private let words: PaperWords

    init(_ text: UnsafeBufferPointer<UInt8>, _ paragraphs: Paragraphs, _ words: PaperWords) {
        self.text = text
        self.paragraphs = paragraphs
        self.words = words
    }

    /// Whether there are enough of them: chapters of the form, a period, an opening that calls itself a report, and
    /// that it is all about disclosure; one at least that guides and rules do not have.
    func areOfReport(hasPeriod: Bool, atLeast least: Int) -> Bool {
        let (count, isOfReports) = chapters
        let isOpened = isOpened
        guard count > 0, isOfReports || isOpened || hasPeriod else { return false }
        return count + [isOpened, hasPeriod, isAboutDisclosure].count { $0 } >= least
    }

    /// How many kinds of the form's chapters head paragraphs, and whether one of them is found in reports alone.
    private var chapters: (count: Int, isOfReports: Bool) {
        var found = Set<Int>()
        for line in headingLines where found.count < words.chapters.count {
            guard let heading = heading(of: line) else { continue }
            for number in words.chapters.indices where words.chapters[number].words.isIn(heading) {
                found.insert(number)
            }
        }
        return (found.count, found.contains { words.chapters[$0].isOfReports })
    }

    /// What the paragraphs begin with; of a text that is one line, its sentences and what spaces part.
    private var headingLines: [Wording] {
        let lines = paragraphs.ranges.map { range in
            Wording(text, range.lowerBound..<min(range.upperBound, range.lowerBound + Self.longestHeading))
        }
        guard paragraphs.ranges.count < Self.fewestLines else { return lines }
        let whole = Wording(text, 0..<min(text.count, Self.longestText), keepingSpaces: true)
        let sentences = whole.scalars.split { $0 == Self.fullStop || $0 == Self.space }
        return lines + sentences.map { Wording($0.prefix(Self.longestHeading / 3)) }
    }

    /// What a numbered paragraph begins with, up to the first mark: （一）主动公开。围绕….
    private func heading(of line: Wording) -> Wording? {
        var rest = line.scalars
        if rest.first == Self.open { rest = rest.dropFirst() }
        let number = rest.prefix { ScalarClass.isChineseNumeral($0) || ScalarClass.isDigit($0) }
        guard (1...3).contains(number.count), let mark = rest.dropFirst(number.count).first,
            Self.numberMarks.contains(mark)
        else { return nil }
        return Wording(rest.dropFirst(number.count + 1).prefix { !Self.sentenceMarks.contains($0) })
    }

    /// Whether one of the first sentences calls the text a report.
    private var isOpened: Bool {
        paragraphs.ranges.prefix(12).contains { range in
            let line = Wording(text, range.lowerBound..<min(range.upperBound, range.lowerBound + Self.longestOpening))
            return line.scalars.contains(where: Self.sentenceMarks.contains) && words.openings.isIn(line)
        }
    }

    /// Whether the text speaks as a township does, and not as a department or a county.
    var isOfTownship: Bool {
        let whole = whole
        return Self.count(words.own, in: whole) > Self.count(words.others, in: whole)
    }

    /// Whether it speaks as a department or a county at all.
    var isOfOthers: Bool { words.others.isIn(whole) }

    /// The title of the rule, plan, notice or guide that the text is, empty where it has none; nil of a report.
    ///
    /// - Parameters:
    ///   - head: the first lines.
    ///   - isLed: whether a sentence of the text tells whose report it is.
    func otherPaper(head: [Wording], isLed: Bool) -> String? {
        let lines = head.prefix { line in !line.scalars.contains(Self.fullStop) }
        let title = lines.first(where: words.titles.isOtherPaper)
        if isPaper { return title?.string ?? "" }
        return isLed || isOpened ? nil : title?.string
    }

    private var isPaper: Bool {
        if words.paperMarks.isIn(whole) { return true }
        let article = Array("第一条".utf8)
        return paragraphs.ranges.contains { text[$0].starts(with: article) }
    }

    /// Whether something stands where the township's name is to be put: xx镇.
    var isEmptyForm: Bool { words.placeholders.isIn(Wording(text, 0..<min(text.count, Self.longestOpening))) }

    /// Whether disclosure is what the text is about, and nothing that it mentions.
    private var isAboutDisclosure: Bool { Self.count(words.disclosure, in: whole, atMost: 3) == 3 }

    private var whole: Wording { Wording(text, 0..<min(text.count, Self.longestText)) }

    private static func count(_ words: WordSet, in text: Wording, atMost limit: Int = 60) -> Int {
        var count = 0
        words.places(in: text) { _ in
            count += 1
            return count < limit
        }
        return count
    }

    private static let longestText = 60_000
    private static let longestHeading = 120
    private static let longestOpening = 1500
    private static let fewestLines = 4
    private static let open: UInt32 = 0x28
    private static let space: UInt32 = 0x20
    private static let fullStop: UInt32 = 0x3002
    /// 、 . ) and a comma
    private static let numberMarks: Set<UInt32> = [0x3001, 0x2E, 0x29, 0x2C]
    /// 。 , : ;
    private static let sentenceMarks: Set<UInt32> = [0x3002, 0x2C, 0x3A, 0x3B]
}
