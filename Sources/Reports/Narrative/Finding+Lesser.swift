import Catalogue

/// What lets a number give way to another.
extension Finding {
    /// 应公开400条, 共需办理8件, but 回应关切3条
    func isDue(_ mention: RoleReader.Mention, _ reader: RoleReader) -> Bool {
        let (start, letters) = (Int(mention.start), reader.text.letters)
        guard start > 0, Letter.dues.contains(letters[start - 1]) else { return false }
        return start == 1 || !Letter.answers.contains(letters[start - 2])
    }

    /// 占道经营, 占用耕地: no share of anything.
    func isOccupying(_ mention: RoleReader.Mention, _ reader: RoleReader) -> Bool {
        let letters = reader.text.letters
        return mention.end - mention.start == 1 && letters[Int(mention.start)] == Letter.occupies
            && Letter.occupied.contains(letters[Int(mention.end)])
    }

    /// 现行有效12件，公开12件: the same documents again.
    func areSameDocuments(as last: Telling?, _ reader: RoleReader) -> Bool {
        guard !hasObjectHere, hasActHere, acts & reader.lexicon.named.disclosing != 0, let last,
            last.roles.object == object,
            reader.lexicon.stages(last.roles.acts, .documents), let here = reader.group.first
        else { return false }
        return reader.quantities[here].amount == last.amount
    }

    /// 低保512人、特困75人，发放资金266.9万元: what those of both allowances were paid.
    func isPaidToBoth(_ last: Telling?, _ reader: RoleReader) -> Bool {
        guard unit == .money, hasActHere, reader.lexicon.stages(acts, .pays), let last, reader.turn == nil,
            last.sentence == reader.sentence, last.clause >= reader.clause - 1,
            [.persons, .households].contains(last.roles.unit),
            !hasObjectHere || last.clause == reader.clause && last.roles.object == object
        else { return false }
        return areOfSeveralAllowances(besides: last, reader) {
            [.persons, .households].contains($0.roles.unit) && $0.roles.standing != .part
        }
    }

    /// 发放低保金186万元、特困供养金63万元，惠及群众425人: those whom the money of both went to.
    func isServedByBoth(_ last: Telling?, _ reader: RoleReader) -> Bool {
        guard unit == .persons || unit == .households, hasActHere, reader.lexicon.stages(acts, .serves), !hasObjectHere,
            let last, last.sentence == reader.sentence, last.clause == reader.clause - 1, last.roles.unit == .money
        else { return false }
        return areOfSeveralAllowances(besides: last, reader) { $0.roles.unit == .money }
    }

    /// Whether the clause of a number tells of several allowances, and something holds of all its numbers of them.
    private func areOfSeveralAllowances(
        besides last: Telling, _ reader: RoleReader, where holds: (Telling) -> Bool
    ) -> Bool {
        let told = reader.tellings[reader.sentenceStart...].suffix(RoleReader.mostSources).filter {
            $0.clause == last.clause && reader.lexicon.objects[Int($0.roles.object)].isAllowance
        }
        return Set(told.map(\.roles.object)).count > 1 && told.allSatisfy(holds)
    }

    /// 热线办理：受理438件: whether a word stands in the clause of another.
    func isOfClause(of other: Int, _ mention: RoleReader.Mention, _ reader: RoleReader) -> Bool {
        reader.item.mentions[other].clause == mention.clause
    }

    /// 行政复议应诉案件: whether the word of the object stands right behind another dispute.
    func isSide(_ mention: RoleReader.Mention, _ new: UInt8, _ reader: RoleReader) -> Bool {
        let lexicon = reader.lexicon
        let (one, other) = (lexicon.objects[Int(new)], lexicon.objects[Int(object)])
        return new != object && one.over & 1 << UInt128(lexicon.named.request) != 0 && one.over == other.over
            && reader.item.mentions.contains { $0.start == mention.end && $0.object == object }
    }

    /// 各村公开栏, but 镇、村公开栏
    func isOfVillages(_ mention: RoleReader.Mention, _ reader: RoleReader) -> Bool {
        let (start, letters) = (Int(mention.start), reader.text.letters)
        let isListed =
            start > 0 && (Letter.joiners.contains(letters[start - 1]) || Letter.townships.contains(letters[start - 1]))
        return Letter.villages.contains(letters[start]) && !isListed
    }

    func hasActAfter(_ index: Int, _ reader: RoleReader) -> Bool {
        reader.item.mentions.dropFirst(index).contains { mention in
            // 较上年多受理45件
            let isChange = Letter.moreOrFewer.contains(reader.text.letters[max(0, Int(mention.start) - 1)])
            // 由510元调整为545元: no villages.
            let acts = reader.lexicon.senses[Int(mention.word)].acts
            return !isChange && acts & ~reader.lexicon.stageBits[ActStage.seats.rawValue] != 0
        }
    }

    /// 2起因政府信息公开申请提起的行政复议: a dispute, and not what it was for.
    func isCause(of reader: RoleReader) -> Bool {
        guard let last = reader.behind.prefix(8).last else { return false }
        return reader.lexicon.named.disputes & 1 << UInt128(last.object) != 0
            && reader.text.letters[Int(last.start) - 1] == Letter.attributive
    }

    /// 低保拨款总额：94万元 特困人员38人: behind a colon, what a space parts from the number is not of it.
    func isTable(_ reader: RoleReader) -> Bool {
        guard let start = reader.group.first.map({ reader.quantities[$0].whole.lowerBound }), start > 0,
            let first = reader.behind.first
        else { return false }
        return reader.text.letters[start - 1] == Letter.colon
            && [.space, .gap].contains(reader.text.omitted(before: Int(first.start)))
    }
}
