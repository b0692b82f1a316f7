import Catalogue

/// Which number of a list is whose.
extension RoleReader {
    /// 12345热线受理数、办结数分别为312件、309件: holders that only what was done tells apart share all else; where something
    /// else tells them apart, what was done is said of them all.
    func toldApart(_ holders: [Holder]) -> [Holder] {
        var holders = holders
        let deeds = holders.map { Deed(acts: $0.acts, mark: $0.mark) }
        let measures = holders.map(\.measure)
        if holders.count > 1, Set(measures).count == measures.count, !measures.contains(0) { share(&holders) }
        guard holders.count > 1, deeds.allSatisfy({ $0 != Deed() }), Set(deeds).count == deeds.count else {
            for index in holders.indices {
                holders[index].acts = 0
                holders[index].mark = nil
            }
            return holders
        }
        share(&holders)
        return holders
    }

    /// What is named once is said of them all.
    private func share(_ holders: inout [Holder]) {
        for index in holders.indices.dropFirst() { holders[index].share(holders[index - 1]) }
        for index in holders.indices.dropLast().reversed() { holders[index].share(holders[index + 1]) }
    }

    private struct Deed: Hashable {
        var acts: UInt64 = 0
        var mark: NarrativeStanding?
    }

    /// 受理和办结12345热线36件和35件: as many numbers side by side as deeds.
    mutating func beginUnsaidTurn(_ quantity: Int) {
        guard group.first == quantity, let list = list(from: quantity) else { return }
        let holders = listedHolders()
        let areRates = holders.count > 1 && holders.allSatisfy { $0.measure != 0 }
        if !areRates, isOfYears(list) {
            let isOfMonths = monthsBefore(list.lowerBound) != nil
            let holders = list.map {
                Holder(time: isOfMonths ? .partOfYear : $0 == list.upperBound ? .thisYear : .otherYear)
            }
            turn = Turn(holders: holders, clause: clause, hasSource: false)
            return
        }
        // 制定、废止、现行有效规范性文件3件、1件、12件
        let areDeeds = holders.allSatisfy { $0.acts != 0 }
        guard list.count == 2 || areRates || areDeeds, holders.count == list.count,
            areRates || holders[0].acts != 0 || holders[0].mark != nil
        else { return }
        turn = Turn(holders: holders, clause: clause, hasSource: holders.contains { $0.source != 0 })
    }

    /// 连续三年达到95%、97.3%、99.1%: as many numbers as years, of which the last is this one.
    private func isOfYears(_ list: ClosedRange<Int>) -> Bool {
        let start = quantities[list.lowerBound].whole.lowerBound
        let letters = text.letters
        let year = letters[clauseStart(before: start)..<start].lastIndex(of: Letter.year)
        guard let place = year ?? monthsBefore(list.lowerBound), place > 1,
            Letter.beforeYears.contains(letters[place - 2]), listLength(from: list.lowerBound) == list.count
        else { return false }
        let digit = ChineseNumeral.digit(letters[place - 1]).map { Int($0) } ?? Int(letters[place - 1]) - 0x30
        return digit == list.count
    }

    /// 连续三个月: where 个 stands.
    private func monthsBefore(_ quantity: Int) -> Int? {
        let start = quantities[quantity].whole.lowerBound
        let said = text.letters[clauseStart(before: start)..<start]
        return said.indices.dropLast().last { said[$0] == Letter.piecewise && said[$0 + 1] == Letter.month }
    }

    /// The numbers that stand side by side, or with only a mark or 和 between them; nil where it is alone.
    private func list(from first: Int) -> ClosedRange<Int>? {
        var last = first
        while last + 1 < quantities.count, last - first < Self.longestList * 3 {
            let (end, next) = (quantities[last].whole.upperBound, quantities[last + 1].whole.lowerBound)
            guard next == end || next == end + 1 && Letter.joiners.contains(text.letters[end]) else { break }
            last += 1
        }
        return last > first ? first...last : nil
    }

    /// 分别为286户512人、73户75人: whether each holder has all numbers up to the next mark.
    private func isByMark(from first: Int, of holders: Int) -> Bool {
        guard let list = list(from: first) else { return false }
        let items = 1 + list.dropFirst().count { quantities[$0].whole.lowerBound > quantities[$0 - 1].whole.upperBound }
        return list.count > items && items == holders
    }

    mutating func nextInTurn(_ quantity: Int) -> Holder? {
        guard var current = turn else { return nil }
        // 分别为286户512人，73户75人
        let start = quantities[quantity].whole.lowerBound
        if current.clause == clause - 1, current.next > 0, !current.isTold, start > 0,
            current.first?.unit == unitGroup(quantities[quantity]), Letter.endsClause(text.letters[start - 1])
        {
            current.clause = clause
        }
        guard current.clause == clause else { return nil }
        if current.next == 0 { current.isByMark = isByMark(from: quantity, of: current.holders.count) }
        let isBeside = quantity > 0 && quantities[quantity - 1].whole.upperBound == start
        let goesOn = current.isByMark && isBeside && current.next > 0
        guard goesOn || !current.isTold else { return nil }
        if !goesOn { current.next += 1 }
        turn = current
        return current.holders[current.next - 1]
    }

    /// What a number told in turn is of: what tells its holder apart, then its own words, then what the first was of.
    mutating func shareTurn(_ roles: inout Roles, _ holder: Holder, _ finding: Finding) {
        if holder.acts != 0 {
            roles.acts = carried(lexicon.strongest(holder.acts), &roles)
            roles.told = .figures
        }
        if let mark = holder.mark { roles.standing = mark }
        if turn?.isAim ?? false { roles.standing = .plan }
        // 分别比上年增加61条、46条
        if let first = turn?.first, first.standing == .change, roles.standing == .whole { roles.standing = .change }
        guard let first = turn?.first else {
            turn?.first = roles
            return
        }
        guard holder.time != nil || holder.acts != 0 || holder.mark != nil else { return }
        if holder.object == 0, !finding.hasObjectHere { roles.object = first.object }
        if holder.source == 0, !finding.hasSourceHere { roles.source = first.source }
        if holder.carriers == 0, !finding.hasCarrierHere { roles.carriers = first.carriers }
        if holder.measure == 0, finding.measure == 0 { roles.measure = first.measure }
        if holder.varieties == 0, finding.varieties == 0 { roles.varieties = first.varieties }
        if holder.acts == 0, !finding.hasActHere { roles.acts = first.acts }
    }
}

extension RoleReader.Holder {
    /// Takes what another names and it does not.
    fileprivate mutating func share(_ other: Self) {
        if object == 0 { object = other.object }
        if measure == 0 { measure = other.measure }
        if source == 0 { source = other.source }
        if carriers == 0 { carriers = other.carriers }
        if varieties == 0 { varieties = other.varieties }
    }
}
