extension Finding {
    /// Takes one of the acts of a clause, those behind it taken already.
    mutating func add(
        acts new: UInt64, isHere: Bool, isNext: Bool, _ doing: inout Chain, _ lexicon: Lexicon
    ) {
        if acts == 0 {
            acts = new
            hasActHere = isHere
            doing.isOpen = true
        } else if doing.isOpen, !doing.isBroken, isHere == hasActHere, !doing.link.contains(.comma), isNext {
            let isBeside = doing.link.contains(.joiner)
            let isListed = doing.link.joins
            doing.link = []
            doing.isBroken = true
            if isListed, let opening = lexicon.opening(of: new, besideCarriedIn: acts) {
                isWithCarriedIn = true
                acts = opening
                return
            }
            // 梳理并公开12条: what was done last counts.
            if !isBeside || !lexicon.isStageless(new) || !lexicon.outdoes(new, acts) { acts |= new }
        }
    }

    /// What is paid to those of several allowances is none's alone.
    mutating func spread(_ reader: RoleReader, _ last: Telling?) {
        // 高龄津贴164人、累计发放资金16.4万元: in one breath, of one thing.
        let isOneBreath =
            last?.clause == reader.clause && last?.roles.unit != .money || isOnlyPaid(last, reader)
        let isOfSeveral =
            reader.hasSeveralAllowances && !isOneBreath || unit == .money && reader.hasSeveralUnpaid
        // 低保512人、特困75人，发放资金266.9万元
        let isOfSeveralUnpaid =
            unit == .money && reader.hasSeveralUnpaid && mark == nil
            && last.map { $0.clause == reader.clause || !$0.hasOwnAct } ?? true
        let isSum = (isTotal && isOfSeveral || isOfSeveralUnpaid) && !hasObjectHere
        if reader.lexicon.objects[Int(object)].isAllowance, isSum || isPaidToBoth(last, reader) {
            object = Roles.several
        }
    }
}
