import Catalogue

/// How a report's parts are headed, made once for all reports.
struct Headings: Sendable {
    private let subjects: WordSet
    private let bare: Set<Wording>
    private let bareBeginnings: Set<UInt32>
    private let chapters: Set<Wording>
    private let endings: [Wording]
    private let annexes: [Wording]
    private let contents: Set<Wording>
    private let explanations: Set<Wording>
    private let notes: [Wording]
    private let noteBeginnings: Set<UInt32>
    private let trails: WordSet
    private let home: WordSet
    private let links: [Wording]
    private let linkBeginnings: Set<UInt32>
    private let below: [Wording]
    private let belowAlone: [Wording]
    /// What tells reports from other papers.
    let reports: PaperWords

    init(_ words: HeadingWords) {
        func wordings(_ words: [String]) -> [Wording] { words.map { Wording($0) } }
        subjects = WordSet(words.subjects)
        bare = Set(wordings(words.bare))
        bareBeginnings = Set(bare.compactMap(\.scalars.first))
        chapters = bare.union(wordings(words.listed))
        endings = wordings(words.endings)
        annexes = wordings(words.annexes)
        contents = Set(wordings(words.contents))
        explanations = Set(wordings(words.explanations))
        notes = wordings(words.notes)
        trails = WordSet(words.trails)
        home = WordSet(words.home)
        links = wordings(words.links)
        linkBeginnings = Set(links.compactMap(\.scalars.first))
        below = wordings(words.below)
        belowAlone = wordings(words.belowAlone)
        reports = PaperWords(words)
        noteBeginnings = Set((notes + explanations).compactMap(\.scalars.first))
    }

    /// Whether a line, its number included, is about what chapters are about.
    func hasSubject(_ line: Wording) -> Bool { subjects.isIn(line) }

    /// Whether a line is a chapter's heading without a number.
    func isBare(_ line: Wording) -> Bool { bare.contains(line) }
    func mayBeBare(beginningWith first: UInt32) -> Bool { bareBeginnings.contains(first) }

    /// Whether a text is the heading of one of the form's chapters: a number behind it, without a unit, is none of what
    /// it is about. 12345热线办理情况 is a row of a report's own.
    func isChapter(_ text: Wording) -> Bool {
        chapters.contains(Wording(text.scalars.dropFirst(ContentsList.lengthOfNumber(text))))
    }

    /// Whether a text ends as the headings of a report's chapters do.
    func isEndOfHeading(_ text: Wording) -> Bool { endings.contains(where: text.hasSuffix) }

    func isAnnex(_ text: Wording) -> Bool { annexes.contains(where: text.hasPrefix) }

    /// Whether a line, without what numbers it, may begin a note or an explanation: few do.
    func mayBeNote(beginningWith first: UInt32) -> Bool { noteBeginnings.contains(first) }

    /// Whether a line is the heading of explanations.
    func isExplanation(_ line: Wording) -> Bool {
        let letters = line.scalars.dropFirst(ContentsList.lengthOfNumber(line)).filter(ScalarClass.isWordPart)
        return explanations.contains(Wording(letters[...]))
    }

    /// Whether a line begins as notes do: 备注：…, 注1.
    func isNote(_ line: Wording) -> Bool {
        notes.contains { word in
            guard line.hasPrefix(word), let next = line.scalars.dropFirst(word.count).first else { return false }
            return next == Self.colon || ScalarClass.isDigit(next)
        }
    }

    private static let colon: UInt32 = 0x3A

    /// Whether a line tells where a page stands in its site: 当前位置：…, 首页 > ….
    func isTrail(_ line: Wording) -> Bool { trails.isIn(line) || home.isIn(line) && Self.arrows.isIn(line) }

    private static let arrows: WordSet = [">", "»", "→", "›", "》"]

    /// Whether a line leads to another page: 上一篇：…
    func isLink(_ line: Wording) -> Bool {
        let words = Self.leading(line)
        return mayLead(words) && links.contains(where: words.hasPrefix)
    }

    /// Whether a line is nothing but the words before such links.
    func isLinkLabel(_ line: Wording) -> Bool {
        let words = Self.leading(line)
        guard mayLead(words) else { return false }
        return links.contains { words.hasPrefix($0) && !words.dropFirst($0.count).scalars.contains { $0 >= 0x3400 } }
    }

    /// Every line of a head is asked, and few begin like a link.
    private func mayLead(_ words: Wording) -> Bool { words.scalars.first.map(linkBeginnings.contains) == true }

    private static func leading(_ line: Wording) -> Wording {
        Wording(line.scalars.drop { !ScalarClass.isWordPart($0) })
    }

    /// Whether a line is what pages have below a report, and no sentence, as 政府信息公开数量共512条。 is.
    func isBelow(_ line: Wording) -> Bool {
        guard !line.scalars.contains(where: Self.sentenceEnds.contains) else { return false }
        let words = Self.leading(line)
        return below.contains(where: words.hasPrefix)
            || belowAlone.contains { words.hasPrefix($0) && words.dropFirst($0.count).scalars.first ?? 0 < 0x3400 }
    }

    /// 。 and ； as they are, and folded
    private static let sentenceEnds: Set<UInt32> = [0x3002, 0xFF1B, 0x3B]

    /// Whether a line, only its letters, stands above a table of contents.
    func isTitleOfContents(_ letters: Wording) -> Bool { contents.contains(letters) }
}
