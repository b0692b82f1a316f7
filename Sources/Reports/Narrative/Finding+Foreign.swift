import Catalogue

/// People and cases that belong to something else than what was named near them.
extension Finding {
    /// Whether people of their own are counted, or those for whom something else is paid.
    func isForeign(_ reader: RoleReader) -> Bool {
        let lexicon = reader.lexicon
        // 接待来访企业12批: no applicants where nobody spoke of requests.
        if object == lexicon.named.bareWay, lexicon.objects[Int(object)].over & reader.spoken == 0 { return true }
        // 资助1840名低保对象参合: what they are given is insurance.
        // 为困难群众缴费，医保参保21560人: those of another clause.
        if acts & lexicon.named.sponsoring != 0, hasActHere || !hasObjectHere,
            lexicon.beats(lexicon.named.sponsored, object)
        {
            return true
        }
        // 走访低保家庭273户: not all there are.
        let isVisited =
            hasActHere
            || reader.tellings.suffix(Self.mostVisited).contains { $0.clause == reader.clause && $0.hasOwnAct }
        if acts == lexicon.named.visiting, isVisited, mark == nil || !isMarkNear,
            unit == .households || unit == .persons, lexicon.objects[Int(object)].isAllowance
        {
            return true
        }
        // 落实低保政策。全年帮扶困难党员30人
        if isObjectBefore, !hasObjectHere, lexicon.objects[Int(object)].isAllowance,
            reader.item.people == reader.clause
        {
            return true
        }
        if isOfAnotherSentence(reader) || isOtherStaff(reader) || isOfAge(lexicon) || isHelpedElse(reader)
            || isOfAllPaid(reader) || isInsured(reader) || isOnList(reader) || isOfOtherPeople(reader)
            || areIssues(reader)
        {
            return true
        }
        // 发放临时救助金7.9万元，累计接待群众374人次
        if unit == .personTimes, !hasObjectHere, lexicon.stages(acts, .opens),
            lexicon.objects[Int(object)].isAllowance
        {
            return true
        }
        // 收到政府信息公开来函6件: what came in is no information that was disclosed.
        return lexicon.stages(acts, .opens) && acts & lexicon.named.disclosing != 0 && carriers == 0
            && lexicon.objects[Int(object)].family == .information
    }

    /// 接待来访31批，公报刊发4期: what is disclosed is not the cases that were told of before.
    func isDisclosed(_ reader: RoleReader) -> Bool {
        let lexicon = reader.lexicon
        guard !hasObjectHere, hasActHere, acts & lexicon.named.disclosing != 0, !lexicon.stages(acts, .closes) else {
            return false
        }
        // （三）依申请公开情况。公示栏公开140条
        let isThroughChannel = isObjectBefore && hasCarrierHere && lexicon.objects[Int(object)].family == nil
        return lexicon.objects[Int(object)].bond != nil || isThroughChannel || isProactiveBesideRequests(reader)
    }

    /// 依申请公开5条，主动公开100条, but not 收到申请5件，主动公开2件、不予公开3件
    private func isProactiveBesideRequests(_ reader: RoleReader) -> Bool {
        guard object == reader.lexicon.named.request, acts & reader.lexicon.named.proactive != 0, !reader.scope.isPart,
            let end = reader.group.last.map({ reader.quantities[$0].whole.upperBound })
        else { return false }
        return !reader.text.letters[end...].prefix { !Letter.endsSentence($0) }.contains(Letter.not)
    }

    /// 常住人口2.1万人，60岁以上5860人: some of those that were told of before.
    private func isOfAge(_ lexicon: Lexicon) -> Bool {
        varieties & lexicon.ages != 0 && !hasObjectHere && object > Roles.several
            && !lexicon.objects[Int(object)].isAllowance
    }

    /// 发放临时救助金14万元，为11户困难家庭解决过渡住房: something else is done for them; but 为11户送去温暖.
    private func isHelpedElse(_ reader: RoleReader) -> Bool {
        if isNamedForElse(reader) { return true }
        guard unit == .persons || unit == .households, !hasObjectHere, reader.lexicon.objects[Int(object)].isAllowance,
            let start = reader.group.first.map({ reader.quantities[$0].whole.lowerBound }), start > 0,
            let end = reader.group.last.map({ reader.quantities[$0].whole.upperBound }),
            reader.text.letters[start - 1] == Letter.forWhom, let last = reader.last, last.clause < reader.clause
        else { return false }
        let isPaid = reader.behind.contains { reader.lexicon.stages(reader.lexicon.senses[Int($0.word)].acts, .pays) }
        let letters = reader.text.letters
        let stop = letters[end...].prefix(Self.longestDeed).firstIndex(where: Letter.endsClause)
        let places = end..<(stop ?? min(end + Self.longestDeed, letters.count))
        return !isPaid
            && places.contains { reader.hits.length(of: Lexicon.otherDeed, at: $0, in: reader.lexicon.index) != nil }
    }

    private static let longestDeed = 40
    private static let mostVisited = 6

    /// 发放低保金612万元、高龄津贴41万元，惠及困难群众2600人: those whom all of the list were paid to.
    private func isOfAllPaid(_ reader: RoleReader) -> Bool {
        guard unit == .persons || unit == .households, !hasObjectHere, reader.turn == nil, let last = reader.last,
            last.sentence == reader.sentence, last.clause < reader.clause
        else { return false }
        let list = reader.tellings[reader.sentenceStart...].suffix(2)
        return list.count == 2
            && list.allSatisfy {
                $0.roles.unit == .money && $0.clause == last.clause
                    && reader.lexicon.objects[Int($0.roles.object)].isAllowance
            } && Set(list.map(\.roles.object)).count == 2
    }

    /// 低保对象参加医保210人: only those of them who are insured.
    private func isInsured(_ reader: RoleReader) -> Bool {
        let lexicon = reader.lexicon
        let here = reader.item.mentions.suffix(Self.mostOfPayments + 1).filter { $0.clause == reader.clause }
        guard unit == .persons || unit == .households, lexicon.objects[Int(object)].family == .cover, hasObjectHere,
            let place = here.lastIndex(where: { $0.object == object }), place > 0,
            lexicon.senses[Int(here[place - 1].word)].acts & lexicon.named.attending != 0
        else { return false }
        return reader.item.people == reader.clause
            || here[..<place].contains { lexicon.objects[Int($0.object)].isAllowance }
    }

    /// 公示特困名单12人: those whose names were disclosed this time, not all there are.
    private func isOnList(_ reader: RoleReader) -> Bool {
        guard unit == .persons || unit == .households, reader.lexicon.objects[Int(object)].isAllowance,
            let word = reader.item.mentions.last,
            reader.group.contains(where: { reader.quantities[$0].whole.lowerBound == Int(word.end) })
        else { return false }
        return Letter.endsList.contains(reader.text.letters[Int(word.end) - 1])
    }

    /// 发放高龄津贴46.7万元，集中供养31人: told apart as those of another allowance are.
    func isVariedElse(_ lexicon: Lexicon) -> Bool {
        [.persons, .households].contains(unit) && !hasObjectHere && lexicon.objects[Int(object)].isAllowance
            && varieties & lexicon.modes != 0
            && lexicon.added[Int(object)] & lexicon.modes == 0
    }

    /// 安排1名专人负责12345热线: staff for something else.
    private func isOtherStaff(_ reader: RoleReader) -> Bool {
        let lexicon = reader.lexicon
        guard object == lexicon.named.staff else { return false }
        // 敬老院供养特困老人12名，工作人员5名
        if reader.told.allowance != nil || reader.told.isOfCases { return true }
        let near = (reader.item.mentions + reader.behind).suffix(Self.mostOfStaff)
        // 便民服务中心工作人员12人
        let isOfBody = reader.item.mentions.last { $0.object == object }.map { named in
            named.start > 0 && Letter.endsCounter.contains(reader.text.letters[Int(named.start) - 1])
        }
        // 2名工作人员负责政务公开和信访
        let isOfDisclosure = near.contains {
            $0.clause == reader.clause && lexicon.objects[Int($0.object)].family == nil
                && lexicon.beats($0.object, lexicon.named.staff)
        }
        if isOfBody ?? false, !isOfDisclosure { return true }
        return !isOfDisclosure
            && near.contains { mention in
                let traits = lexicon.objects[Int(mention.object)]
                return mention.clause == reader.clause
                    && (lexicon.senses[Int(mention.word)].source != 0 || traits.bond != nil || traits.isAllowance)
            }
    }

    private static let mostOfStaff = 12

    /// Whether words that nobody knows say that the number is not of what a sentence before named.
    private func isOfAnotherSentence(_ reader: RoleReader) -> Bool {
        guard !hasObjectHere else { return false }
        // 信访工作。年末收养单位87个, but 信访工作有序推进。共计35件
        if isObjectBefore, !hasActHere, reader.item.isStrangeHereBefore { return true }
        // 低保工作。辖区有8140户: all who live there.
        if isObjectBefore, isOfPlace(reader.lexicon), reader.item.mentions.contains(where: { isDistrict($0, reader) }) {
            return true
        }
        // 低保工作。投入55万元帮26户搬迁
        let isFund = unit == .money && isObjectBefore && reader.lexicon.stages(acts, .funds)
        guard unit == .persons || unit == .households || isFund, isObjectBefore || !hasActHere,
            reader.lexicon.objects[Int(object)].isAllowance,
            let end = reader.group.last.map({ reader.quantities[$0].whole.upperBound })
        else { return false }
        let isKnown = reader.hits.places(at: end).contains {
            reader.lexicon.index.firstClasses(Int(reader.hits.all[$0].word)) & Lexicon.telling != 0
        }
        return Letter.isIdeograph(reader.text.letters[end]) && !isKnown
    }

    private func isDistrict(_ mention: RoleReader.Mention, _ reader: RoleReader) -> Bool {
        mention.clause == reader.clause
            && reader.text.letters[Int(mention.start)..<Int(mention.end)].contains(Letter.seat)
    }
}
