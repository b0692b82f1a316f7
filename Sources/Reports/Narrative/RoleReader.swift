import Catalogue
import Values

/// Goes through a text once and gives every number its roles.
///
/// Words wait in `item` for the next number. What a sentence says of time, level and parts holds in `scope` until it is
/// lifted; brackets have a scope of their own. A number is described when the words behind it are known, at the next
/// punctuation or number.
struct RoleReader {
    let lexicon: Lexicon
    let text: FoldedText
    let hits: WordHits
    let quantities: [FoundQuantity]
    let dates: [FoundDate]
    /// What looks like a number and cannot be said to be which.
    let unclear: [Range<Int>]
    private(set) var isCut: Bool
    let year: Int
    let own: [UInt16]
    /// Whether the text names the township so: else what it names may be the same by another name.
    let knowsOwn: Bool

    var tellings: [Telling] = []
    var item = Item()
    var scope = Scope()
    var denial: Denial?
    var turn: Turn?
    /// What the numbers of the sentence have told so far.
    var told = SentenceTold()
    /// Saved where a bracket opens.
    var outer: [(item: Item, scope: Scope, denial: Denial?, last: Int?, source: UInt8, clause: Int, opening: Int?)] = []
    /// The numbers side by side that wait for the words behind them: 318户642人享受低保.
    var group: [Int] = []
    /// Words behind the group.
    var behind: [Mention] = []
    /// Numbers whose purpose is told by a clause behind them: 拿出134万元，解决191户的最低生活保障.
    var waiting: [Int] = []
    /// The last number told, that the next one may take over from.
    var lastTelling: Int?
    /// The objects that were spoken of, as bits.
    var spoken: UInt128 = 0
    /// The source that was named last in the paragraph.
    var source: UInt8 = Roles.none
    /// The letter that is read.
    var position = 0
    var sentence = 0
    var paragraph = 0
    var clause = 0
    /// The first telling of the sentence.
    var sentenceStart = 0
    /// Whether the paragraph has told a number of the township's own and of this year.
    var hasOwn = false
    /// Where the sentence began, in letters.
    var sentenceBegin = 0
    /// The first clause of the sentence.
    var sentenceClause = 0
    /// Where the paragraph began, in letters.
    var paragraphBegin = 0
    /// What goes on in the paragraphs behind.
    var lasting = Lasting()
    /// The heading that is still in force of what is set aside, and what earlier ones were over.
    var asideHeading: AsideHeading?
    var aside: [Aside] = []

    /// - Parameter own: the letters of the township's name, without the word for what it is.
    init(_ bytes: [UInt8], _ parts: [ProsePart], year: Int, own: [UInt16], lexicon: Lexicon) {
        self.lexicon = lexicon
        (self.year, self.own) = (year, own)
        var text = FoldedText(bytes, parts, letters: lexicon.letters)
        hits = lexicon.index.hits(in: text)
        knowsOwn = Self.names(own, in: text)
        let scanner = QuantityScanner(lexicon: lexicon, text: text, hits: hits)
        quantities = scanner.quantities
        dates = scanner.dates
        unclear = scanner.unclear
        isCut = scanner.isCut
        for quantity in quantities { text.join(quantity.number) }
        self.text = text
        tellings.reserveCapacity(quantities.count)
        read()
    }

    private mutating func read() {
        var quantity = 0
        var date = 0
        let (count, telling) = (text.letters.count, Lexicon.telling | Lexicon.aiming)
        while position < count, !isCut {
            isCut = tellings.count > QuantityScanner.most
            while quantity < quantities.count, quantities[quantity].whole.lowerBound < position { quantity += 1 }
            while date < dates.count, dates[date].range.lowerBound < position { date += 1 }
            if quantity < quantities.count, quantities[quantity].whole.lowerBound == position {
                take(quantity)
                position = quantities[quantity].whole.upperBound
            } else if date < dates.count, dates[date].range.lowerBound == position {
                take(dates[date])
                position = dates[date].range.upperBound
            } else if !Letter.isIdeograph(text.letters[position]), punctuate(at: position) {
                position += 1
            } else if hits.roles(at: position) & telling != 0,
                let hit = Self.word(
                    at: position, before: quantity < quantities.count ? quantities[quantity].whole.lowerBound : .max,
                    text, hits, lexicon)
            {
                take(hit)
                position += Int(hit.length)
            } else {
                if text.letters[position] == Letter.amid { openGroup(at: position) }
                if Letter.isWordPart(text.letters[position]) { item.passStranger() }
                position += 1
            }
        }
        endSentence(at: count)
        setAsideBelowHeadings()
    }

    private mutating func take(_ found: WordHits.Hit) {
        // Of what is asked for every word, nothing may be asked of the whole reader: it would be copied.
        let isHotline = lexicon.senses[Int(found.word)].source == lexicon.named.hotline
        if isHotline, isWayToWork(hotline: found) { return item.passStrangers(found.length) }
        let hit = isHotline && isOtherLine(found) ? otherLine(found) : found
        let word = Int(hit.word)
        let classes = lexicon.index.firstClasses(word)
        let sense = lexicon.senses[word]
        func isOne(of role: Int) -> Bool { classes & 1 << UInt64(role) != 0 }
        if sense.times != 0 || sense.levels != 0 || isOne(of: Lexicon.otherBody) { place(hit, sense, classes) }
        if isTaskWord(hit) { return item.unexplained = 0 }
        if isPlanOfItem(hit, sense) { return item.passStrangers(hit.length) }
        if item.unexplained > 0, sense.acts != 0, isName(hit) { return item.unexplained += 1 }
        if sense.acts == lexicon.named.sponsoring, Self.isOwnPayment(Int(hit.start), text) {
            return item.unexplained = 0
        }
        if isOne(of: Lexicon.placeAbove) || isOne(of: Lexicon.placeBelow) { placeName(hit, classes) }
        if isOne(of: Lexicon.neighbour) { placeNeighbour(hit) }
        if isOne(of: Lexicon.bodyBeside) { placeNeighbour(hit, isOfClause: true) }
        if isOne(of: Lexicon.unrelated) { disown() }
        if isOne(of: Lexicon.joiner) { item.join(with: .joiner) }
        if isOne(of: Lexicon.means) {
            item.means = (clause, item.mentions.count)
            lasting.meansSentence = sentence
        }
        if isOne(of: Lexicon.etcetera) { item.link.insert(.etcetera) }
        if isOne(of: Lexicon.everything) { takeAll(hit, sense) }
        if isOne(of: Lexicon.each) { item.each = (clause, Int(hit.start)) }
        if isOne(of: Lexicon.changedTo) || isFromTo(hit) { changeTo() }
        if isOne(of: Lexicon.inTurn) { beginTurn() }
        if isOne(of: Lexicon.negation) { deny(at: Int(hit.start)) }
        if isOne(of: Lexicon.result) { denial?.isOfResult = true }
        takeBounds(hit, classes)
        if sense.standings != 0 { stand(sense, at: Int(hit.start), length: Int(hit.length)) }
        if sense.isMention { mention(hit, sense) } else { passWord(hit, classes) }
        // 网站、公示栏等形式的申请: what stands before is an example.
        if sense.carriers & 1 << UInt64(Roles.several) != 0 { item.link.insert(.etcetera) }
        if isOne(of: Lexicon.zero) {
            tellZero(at: Int(hit.start)..<Int(hit.start + hit.length))
            if deniesOn(hit) { deny(at: Int(hit.start)) }
        }
    }

    /// What a word says of all numbers of its clause, or of those that follow.
    private mutating func takeBounds(_ hit: WordHits.Hit, _ classes: UInt64) {
        func isOne(of role: Int) -> Bool { classes & 1 << UInt64(role) != 0 }
        if hits.length(of: Lexicon.present, at: Int(hit.start), in: lexicon.index) != nil { scope.present = clause }
        // 最高 bounds the number that it stands before.
        if isOne(of: Lexicon.limit), hit.length > 2 || text.letters[Int(hit.start)] != Letter.most {
            scope.limited = clause
        }
        if isOne(of: Lexicon.people) {
            item.people = clause
            item.peoplePlace = Int(hit.start)..<Int(hit.start + hit.length)
        }
        if isOne(of: Lexicon.budget) { scope.budgeted = clause }
        if isOne(of: Lexicon.honour) { scope.honoured = clause }
        if isOne(of: Lexicon.halfDenial) { scope.halfDenied = (clause, Int(hit.start)) }
        if isOne(of: Lexicon.wholeAgain), !item.hasContent {
            if scope.isPart, text.letters[Int(hit.start)] == Letter.actual { scope.wholeAgain = clause }
            scope.isPart = false
            scope.group = nil
            // 计划全年培训3次
            if scope.planned != clause || item.hasNumber { scope.isPlan = false }
        }
    }

    /// What a word that says nothing of a number leaves of the letters before it that no word explains.
    private mutating func passWord(_ hit: WordHits.Hit, _ classes: UInt64) {
        func isOne(of role: Int) -> Bool { classes & 1 << UInt64(role) != 0 }
        if isOne(of: Lexicon.head), item.unexplained > 1 { item.isOtherName = true }
        // 预算信息2条: none, where it does not stand right before a number.
        let end = Int(hit.start + hit.length)
        let isStranger =
            isOne(of: Lexicon.budget) && !isOne(of: Lexicon.glue) && end < text.letters.count
            && !Letter.isDigit(text.letters[end])
        let isPlace = isOne(of: Lexicon.placeAbove) && item.unexplained > 0
        let isPeople = isOne(of: Lexicon.people) && !isOne(of: Lexicon.glue)
        if isPlace || isPeople || isStranger {
            item.passStrangers(hit.length)
        } else {
            item.unexplained = 0
        }
    }

    private mutating func takeAll(_ hit: WordHits.Hit, _ sense: WordSense) {
        item.everything = clause
        if isRest(before: Int(hit.start)) { item.rest = clause }
        let isAlready = text.letters[Int(hit.start)] == Letter.already
        if !isAlready, sense.acts == 0 { item.allOf = clause }
        // 计划发放30万元，已发放21万元
        if isAlready, isHead { scope.isPlan = false }
    }

    /// “柳溪发布”微信公众号: a word within quotation marks behind other letters is part of a name.
    private func isName(_ hit: WordHits.Hit) -> Bool {
        let end = Int(hit.start + hit.length)
        guard end < text.letters.count, text.omitted(before: end).isQuote,
            !text.omitted(before: Int(hit.start)).isQuote
        else { return false }
        // 应办理“12345”热线256件: the mark opens a name.
        return (max(sentenceBegin, end - Self.longestName)..<Int(hit.start)).contains {
            text.omitted(before: $0).isQuote
        }
    }

    /// 96345便民热线; 96345、12345热线: whether the hotline is a service with a number of its own, be it named with another.
    private func isOtherLine(_ hit: WordHits.Hit) -> Bool {
        var end = Int(hit.start)
        if Letter.isDigit(text.letters[end]) {
            return end > 0 && Letter.joiners.contains(text.letters[end - 1])
                && tellings.last?.place.upperBound != end - 1 && isService(before: end - 1)
        }
        let first = end - min(item.unexplained, Self.longestName)
        while end > first, Letter.isIdeograph(text.letters[end - 1]) { end -= 1 }
        return end - Self.serviceDigits >= first && isService(before: end)
    }

    private func isService(before end: Int) -> Bool {
        let digits = text.letters[..<end].suffix(Self.serviceDigits)
        return digits.count == Self.serviceDigits && digits.allSatisfy(Letter.isDigit)
            && !digits.elementsEqual([0x31, 0x32, 0x33, 0x34, 0x35])
    }

    private func otherLine(_ hit: WordHits.Hit) -> WordHits.Hit {
        WordHits.Hit(word: lexicon.otherLine ?? hit.word, start: hit.start, length: hit.length)
    }

    private static let serviceDigits = 5
    private static let longestName = 12
    private static let mostWords = 500

    private mutating func mention(_ hit: WordHits.Hit, _ sense: WordSense) {
        let isHandedOn =
            sense.acts & lexicon.named.assigning != 0
            && (isForBelow(Int(hit.start + hit.length)) || isBehindThoseBelow(Int(hit.start)))
        let mention = Mention(
            start: hit.start, end: hit.start + hit.length,
            word: isHandedOn ? lexicon.delegation ?? hit.word : hit.word, clause: clause, link: item.link,
            object: isGround(hit, sense) ? Roles.none : object(of: sense), other: sense.other)
        // “一网一微”更新信息388条: through what, nobody knows.
        if sense.acts & lexicon.named.disclosing != 0, item.isStrange, text.omitted(before: Int(hit.start)).isQuote {
            item.unknownWay = clause
        }
        if isThroughStranger(sense) || isInColumn(hit, sense) { item.unknownWay = clause }
        if sense.acts != 0 {
            item.isStrange = false
            item.isStrangeHere = false
        }
        noteSubject(hit, sense)
        item.link = []
        item.unexplained = 0
        spoken |= 1 << UInt128(mention.object)
        if mention.object != 0 { item.isOtherName = false }
        if mention.object != 0, told.subject == 0 { told.open(with: mention.object, lexicon) }
        if lexicon.objects[Int(mention.object)].isAllowance {
            lasting.allowances = (lasting.allowances.bits | 1 << UInt128(mention.object), sentence)
        }
        keep(mention)
        if sense.object != 0 || sense.acts != 0 && !lexicon.stages(sense.acts, .seats) { item.hasContent = true }
        // 在县政府网站公开
        if sense.carriers != 0, hit.start > 0, text.letters[Int(hit.start) - 1] == Letter.within {
            lasting.meansSentence = sentence
        }
        if sense.source != 0 { source = sense.source }
        denial?.take(mention, sense, lexicon)
        if denial != nil, isOfSome(mention, sense) { denial?.isOfSome = true }
    }

    /// No number is told behind more than `mostWords`; they would be gone through for each word anew.
    private mutating func keep(_ mention: Mention) {
        if item.mentions.count > Self.mostWords { item.clear() }
        if group.isEmpty {
            item.mentions.append(mention)
        } else if behind.count < Self.mostWords {
            behind.append(mention)
        }
    }

    /// Whether a word says through what, or is a thing of its own.
    func isWay(_ mention: Mention) -> Bool {
        lexicon.senses[Int(mention.word)].carriers != 0 || mention.object != 0
    }

    /// 转派各社区, 交办至相关科室: whether what follows is whom cases are handed on to.
    private func isForBelow(_ end: Int) -> Bool {
        let start = end < text.letters.count && Letter.handsOn.contains(text.letters[end]) ? end + 1 : end
        return hits.length(of: Lexicon.lowerBody, at: start, in: lexicon.index) != nil
    }

    /// 向28个村转派, 对28个村转派: whether the numbers before it count those whom cases are handed on to.
    private func isBehindThoseBelow(_ start: Int) -> Bool {
        guard let first = group.first, let named = behind.last, Int(named.end) == start,
            unitGroup(quantities[first]) == .things, named.object != 0, lexicon.objects[Int(named.object)].bond == nil
        else { return false }
        let begin = quantities[first].whole.lowerBound
        guard begin > 0 else { return false }
        return [Letter.towards, Letter.against].contains(text.letters[begin - 1])
            || Letter.handsOn.contains(text.letters[begin - 1])
    }

    private func object(of sense: WordSense) -> UInt8 {
        // Not to be captured with the whole reader, which would be copied.
        let (sentence, clause) = (sentence, clause)
        let before =
            group.isEmpty
            ? last.flatMap { $0.sentence == sentence ? $0.roles.object : nil } ?? told.allowance
            : item.mentions.last { $0.object != 0 && $0.clause == clause }?.object
        if let applied = applied(for: sense.object) { return applied }
        // 残疾人补贴213人；为特困人员发放护理补贴12人: of whom its own clause names.
        let here = group.isEmpty ? item.mentions.last { $0.object != 0 && $0.clause == clause }?.object : nil
        if let here, lexicon.follows(sense.object, here), lexicon.objects[Int(here)].isAllowance { return here }
        if let before, lexicon.follows(sense.object, before), lexicon.objects[Int(sense.object)].heir == nil {
            return before
        }
        if let villagers = ofVillagers(sense.object) { return villagers }
        let object = lexicon.object(sense.object, after: item.unexplained)
        if lexicon.objects[Int(object)].once != 0 {
            if let heir = heir(of: object) { return heir }
            // 办理结果：予以公开8件: of nothing that has results of its own.
            if lexicon.objects[Int(object)].family == .kinds { return Roles.none }
        }
        // 公告栏公示20条: what a channel does is no kind.
        if sense.acts != 0, lexicon.objects[Int(object)].family == .kinds, item.link.isEmpty, isDoneByChannel {
            return Roles.none
        }
        // 民政类, 民政信息: of the kind that the word before names; 培训信息: of a kind that has no name.
        guard sense.object != 0, item.unexplained == 0, item.link.isEmpty, lexicon.isClassifier(sense.object),
            isBehindMention, let mention = mentions.last, case let named = kind(mention), named != 0
        else { return object }
        switch lexicon.objects[Int(named)].family {
        case .kinds: return named
        case .information, .explained, .posts, .aside: return object
        default: return lexicon.objects[Int(sense.object)].named ?? object
        }
    }

    /// Whether the clause names a channel and has no other verb for it.
    private var isDoneByChannel: Bool {
        let last = mentions.suffix(Self.nearest).last { mention in
            let sense = lexicon.senses[Int(mention.word)]
            return mention.clause == clause && (sense.acts != 0 || sense.carriers != 0)
        }
        return last.map { lexicon.senses[Int($0.word)].acts == 0 } ?? false
    }

    private static let nearest = 12

    /// The kind of information that a word names: 应急类.
    private func kind(_ mention: Mention) -> UInt8 {
        lexicon.objects[Int(mention.other)].family == .kinds && mention.other != 0 ? mention.other : mention.object
    }

    /// What an object is that was spoken of before.
    func heir(of object: UInt8) -> UInt8? {
        let traits = lexicon.objects[Int(object)]
        return traits.once == 0 || traits.once & spoken != 0 ? traits.heir : nil
    }

    private var mentions: [Mention] { group.isEmpty ? item.mentions : behind }

    /// Whether nothing stands between the last mention and here.
    private var isBehindMention: Bool { mentions.last.map { Int($0.end) == position } ?? false }
}
