import Catalogue

extension Finding {
    /// 预算210万元，执行198.5万元; 任务240条，完成286条: what was done of what was to be done just before is of the same thing.
    mutating func takeDone(_ reader: RoleReader) -> Bool {
        guard unit != .percent, !hasObjectHere, !hasCarrierHere, !hasSourceHere, mark == nil, !reader.scope.isPart,
            let last = planned(reader)
        else { return false }
        let isGranted = isGranted(reader)
        let applied = reader.lexicon.objects[Int(last.roles.object)].heir
        if last.roles.standing != .plan, !isGranted { return false }
        let isDoing =
            hasActHere && (reader.lexicon.stages(acts, .closes) || reader.lexicon.stages(acts, .pays))
        guard last.roles.source == 0, strangers < 2 || isGranted,
            isDoing || isGranted || isTotal || reader.scope.ours == reader.clause
        else { return false }
        object = applied ?? last.roles.object
        objects = 1 << UInt128(object)
        // 受理低保申请36户，审批18户
        if applied != nil || isGranted, reader.lexicon.named.lasting & objects != 0 { mark = .intake }
        // 上级下达指标130万元，执行120.5万元: paid; 申报126人，发放1098人
        let isPaid =
            reader.lexicon.stages(acts, .pays)
            && (unit == .money || last.roles.acts & reader.lexicon.named.applying != 0)
        if applied == nil, last.roles.acts != 0, !isPaid { acts = last.roles.acts }
        (carriers, source, varieties) = (last.roles.carriers, last.roles.source, last.roles.varieties)
        isDone = true
        return true
    }

    /// The last number of its unit in the clause before, if that was to be done.
    private func planned(_ reader: RoleReader) -> Telling? {
        guard let near = reader.last, near.sentence == reader.sentence, reader.clause - near.clause <= 1 else {
            return nil
        }
        let told = reader.tellings[min(reader.sentenceStart, reader.tellings.count)...].suffix(Self.mostPlanned)
        let last = told.last { $0.roles.unit == unit && $0.clause >= reader.clause - 1 && $0.quantity != nil }
        return last.flatMap { $0.roles.standing == .plan || isApplied($0, reader.lexicon) ? $0 : nil }
    }

    private static let mostPlanned = 4

    /// 受理临时救助申请60户
    private func isApplied(_ telling: Telling, _ lexicon: Lexicon) -> Bool {
        [.persons, .households, .personTimes].contains(telling.roles.unit)
            && lexicon.objects[Int(telling.roles.object)].heir.map { lexicon.objects[Int($0)].isAllowance } ?? false
    }

    /// 申报60户，审批50户
    private func isGranted(_ reader: RoleReader) -> Bool {
        guard let start = reader.group.first.map({ reader.quantities[$0].whole.lowerBound }), start > 1 else {
            return false
        }
        return Letter.granted.contains(Array(reader.text.letters[start - 2..<start]))
    }

    /// 由510元调整为545元, 提高420元，达到6540元: an allowance that rose to so little is what one of them is given.
    func standingOfRise(from last: Telling, _ reader: RoleReader) -> NarrativeStanding? {
        guard mark == nil, unit == .money, acts == 0 || reader.lexicon.stages(acts, .seats),
            last.roles.unit == .money, last.clause >= reader.clause - 1
        else { return nil }
        guard last.roles.standing == .change, isSmall(reader) else { return nil }
        return reader.standingOfStandard(before: last.place.lowerBound)
    }

    private func isSmall(_ reader: RoleReader) -> Bool {
        reader.group.allSatisfy { reader.quantities[$0].amount.value < RoleReader.largestStandard }
    }
}
