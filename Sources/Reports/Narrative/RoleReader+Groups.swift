import Catalogue

/// Some people of whom others are told: of 残疾人 those in 低保 are not all who are.
extension RoleReader {
    struct Group {
        /// What they are themselves, which is told of all of them.
        var object: UInt8
        /// The letters that name them.
        var people: Range<Int>?
        /// The clause that alone tells of them: 临时救助50户，其中低保18户.
        var clause: Int?
    }

    /// 低保512人中, 监测对象32户108人中, 残疾人中: what follows is told of these people; but 全镇人口中.
    mutating func openGroup(at position: Int) {
        guard position > 1, position + 1 < text.letters.count,
            !Letter.behindAmid.contains(text.letters[position + 1])
        else { return }
        let people = item.people == clause ? item.peoplePlace : nil
        guard !group.isEmpty else {
            let before = text.letters[max(0, position - Self.longestPeople)..<position]
            guard Letter.endsPeopleOf.contains(text.letters[position - 1]), !before.contains(where: isEverybody)
            else { return }
            let near = item.mentions.suffix(Self.longestPeople)
            let named = near.last { $0.clause == clause && Int($0.end) >= position - Self.longestPeople }
            scope.group = Group(object: named?.object ?? Roles.none, people: people)
            return
        }
        let end = group.last.map { quantities[$0].whole.upperBound } ?? position
        let isPeople = group.allSatisfy { [.persons, .households].contains(unitGroup(quantities[$0])) }
        let isNoun = Letter.endsPeopleOf.contains(text.letters[position - 1])
        // 农业人口32100人中
        let start = quantities[group[0]].whole.lowerBound
        let isEverybody = people == nil && start > 0 && text.letters[start - 1] == Letter.mouth
        guard isPeople, !isEverybody, end == position || isNoun && position - end <= Self.longestPeople + 2 else {
            return
        }
        describe()
        guard let last, last.clause == clause else { return }
        let isOfPlace =
            last.roles.object == Roles.none && last.roles.acts != 0
            && last.roles.acts & ~lexicon.stageBits[ActStage.seats.rawValue] == 0
        guard !isOfPlace || people != nil else { return }
        scope.group = Group(object: last.roles.object, people: people)
    }

    private func isEverybody(_ letter: UInt16) -> Bool { Letter.everybody.contains(letter) }

    private static let longestPeople = 4

    /// 残疾人512人，其中享受低保136人: the parts of people of a kind are no wholes either.
    mutating func openGroup(of whole: Telling) {
        guard scope.group == nil, whole.sentence == sentence else { return }
        guard let people = whole.people else { return openGroup(ofGiven: whole) }
        guard !text.letters[people].suffix(2).elementsEqual(Letter.farmers)
        else { return }
        scope.group = Group(object: whole.roles.object, people: people)
    }

    /// 临时救助50户，其中低保对象18户; 公益性岗位136个，其中低保户26人: of those who are given one thing some are given another. Not
    /// so where allowances of all kinds are told of together.
    private mutating func openGroup(ofGiven whole: Telling) {
        let object = whole.roles.object
        let isAllowance =
            lexicon.objects[Int(object)].isAllowance && object != lexicon.named.otherAid
            && lexicon.named.lasting & 1 << UInt128(object) == 0
        guard
            isAllowance && [.persons, .households, .personTimes, .money].contains(whole.roles.unit)
                || object == lexicon.named.welfarePost
        else { return }
        scope.group = Group(object: object, clause: clause)
    }

    /// 监测户32户，落实低保19户: of people of a kind that the clause before counts, fewer are given something.
    mutating func openGroup(before finding: Finding, _ found: FoundQuantity) {
        let isGiven = lexicon.stages(finding.acts, .serves) || lexicon.stages(finding.acts, .funds)
        guard scope.group == nil, [.persons, .households].contains(finding.unit), finding.hasActHere, isGiven,
            finding.hasObjectHere, let last, last.clause == clause - 1, last.sentence == sentence,
            let people = last.people
        else { return }
        let isMore = tellings.suffix(Self.mostGiven).contains {
            $0.clause == last.clause && $0.roles.unit == finding.unit && $0.amount.value > found.amount.value
        }
        if isMore { scope.group = Group(object: last.roles.object, people: people) }
    }

    /// Whether a number counts some of the people that others are told of, and not all who are given an allowance.
    func isOfGroup(_ finding: Finding, _ traits: Lexicon.ObjectTraits) -> Bool {
        guard traits.isAllowance || finding.object == lexicon.named.welfarePost else { return false }
        if let group = scope.group, group.clause.map({ $0 == clause }) ?? true {
            let people = text.letters[group.people ?? 0..<0]
            return group.object != finding.object && !lexicon.named.isFor(finding.object, people)
        }
        // 党员低保户12户, 残疾人62人享受低保
        guard lexicon.named.lasting & 1 << UInt128(finding.object) != 0, item.people == clause,
            [.persons, .households].contains(finding.unit),
            let start = group.first.map({ quantities[$0].whole.lowerBound })
        else { return false }
        let end = item.peoplePlace.upperBound
        let isBeforeNoun = item.mentions.last { $0.object == finding.object }.map { Int($0.start) == end } ?? false
        // 享受低保的残疾人136人
        let begin = item.peoplePlace.lowerBound
        let isDescribed = end == start && begin > 0 && text.letters[begin - 1] == Letter.attributive
        return isBeforeNoun || end == start && finding.usesBehind || isDescribed
    }

    /// 残疾人986人: whether people of a kind stand right beside the numbers.
    var isBesidePeople: Bool {
        guard item.people == clause, let first = group.first, let last = group.last else { return false }
        let (end, start) = (item.peoplePlace.upperBound, quantities[first].whole.lowerBound)
        // 残疾人共986人
        let isBefore = (0...2).contains(start - end) && text.letters[end..<start].allSatisfy(Letter.thereAre.contains)
        return isBefore || item.peoplePlace.lowerBound == quantities[last].whole.upperBound
    }
}
