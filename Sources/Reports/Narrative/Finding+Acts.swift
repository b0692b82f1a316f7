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
}
