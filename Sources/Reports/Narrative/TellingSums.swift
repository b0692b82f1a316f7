import Values

/// Sums that a text does not tell itself: the kinds listed under one channel, the outcomes of requests told one by one.
struct TellingSums {
    private(set) var tellings: [Telling]
    private let lexicon: Lexicon

    init(_ tellings: [Telling], _ lexicon: Lexicon) {
        self.tellings = tellings
        self.lexicon = lexicon
        partYears()
        addPlaces()
        addKinds()
        addOutcomes()
    }

    /// 15个行政村，1个社区: places of two kinds side by side are those of the township, without a verb.
    private mutating func addPlaces() {
        let seats = lexicon.acts.indices.filter { lexicon.acts[$0].stage == .seats }.reduce(UInt64(0)) {
            $0 | 1 << UInt64($1)
        }
        for place in tellings.indices.dropLast() {
            let (first, second) = (tellings[place].roles, tellings[place + 1].roles)
            guard isPlace(first), isPlace(second), first.object != second.object,
                tellings[place].sentence == tellings[place + 1].sentence, first.acts & ~seats == 0,
                second.acts & ~seats == 0
            else { continue }
            tellings[place].roles.acts = seats
            tellings[place + 1].roles.acts = seats
        }
    }

    private func isPlace(_ roles: Roles) -> Bool {
        roles.unit == .things && lexicon.objects[Int(roles.object)].family == .place && roles.standing == .whole
    }

    /// 累计公开143条，其中本年新增46条: the first is of all years, the second is this year's.
    private mutating func partYears() {
        for place in tellings.indices.dropLast() {
            let roles = tellings[place].roles
            let next = tellings[place + 1]
            guard lexicon.objects[Int(roles.object)].family == .information,
                roles.standing == .total || roles.standing == .running,
                roles.carriers == 0, next.isNew || next.isSaidThisYear && next.roles.standing == .part,
                next.roles.carriers == 0,
                next.roles.object == roles.object, next.roles.unit == roles.unit,
                next.sentence <= tellings[place].sentence + 1
            else { continue }
            tellings[place].roles.standing = .running
            tellings[place + 1].roles.standing = .total
        }
    }

    /// 网站公开甲类5条、乙类73条: the channel's figure is 78.
    private mutating func addKinds() {
        var start = 0
        while start < tellings.count {
            var end = start + 1
            guard isKind(tellings[start]) else {
                start = end
                continue
            }
            while end < tellings.count, isKind(tellings[end]), tellings[end].clause == tellings[start].clause,
                tellings[end].roles.carriers == tellings[start].roles.carriers,
                tellings[end].quantity != tellings[end - 1].quantity
            {
                end += 1
            }
            if end - start > 1, !hasWhole(before: start) { add(start..<end) }
            start = end
        }
    }

    private static let farthest = 40

    private func isKind(_ telling: Telling) -> Bool {
        let roles = telling.roles
        guard roles.carriers.nonzeroBitCount == 1, roles.unit == .cases, roles.told == .figures,
            roles.standing == .whole || roles.standing == .part
        else { return false }
        return roles.object == Roles.unknown || lexicon.objects[Int(roles.object)].family == .kinds
    }

    /// Whether the channel's number stands before its kinds.
    private func hasWhole(before index: Int) -> Bool {
        let first = tellings[index]
        return tellings[..<index].suffix(Self.farthest).contains {
            $0.sentence >= first.sentence - 1 && $0.roles.carriers == first.roles.carriers && $0.roles.unit == .cases
        }
    }

    private mutating func add(_ range: Range<Int>) {
        var sum = tellings[range.lowerBound]
        for index in range.dropFirst() {
            guard let amount = sum.amount.adding(tellings[index].amount) else { return }
            sum.amount = amount
            sum.place = sum.place.lowerBound..<tellings[index].place.upperBound
        }
        sum.roles.told = .sum
        sum.roles.standing = .whole
        sum.quantity = nil
        for index in range { tellings[index].roles.standing = .part }
        tellings.insert(sum, at: range.upperBound)
    }

    /// 收到5件，予以公开3件，不掌握信息2件: all are replied to.
    private mutating func addOutcomes() {
        for place in tellings.indices where isReceived(tellings[place]) { addOutcomes(of: place) }
    }

    private mutating func addOutcomes(of received: Int) {
        let whole = tellings[received]
        var sum: Telling?
        var count = 0
        for telling in tellings[received...].dropFirst().prefix(Self.farthest)
        where telling.roles.object == whole.roles.object && telling.paragraph == whole.paragraph {
            guard lexicon.stages(telling.roles.acts, .outcome), telling.roles.told == .figures else { continue }
            count += 1
            guard var before = sum else {
                sum = telling
                continue
            }
            guard let amount = before.amount.adding(telling.amount) else { return }
            before.amount = amount
            before.place = before.place.lowerBound..<telling.place.upperBound
            sum = before
        }
        guard var result = sum, count > 1 else { return }
        let open = tellings[received...].first {
            $0.roles.object == whole.roles.object && lexicon.stages($0.roles.acts, .carriedOut)
        }
        // 收到16件，公开6件，不掌握4件，…，结转下年3件: all but those carried over.
        guard result.amount.value + (open?.amount.value ?? 0) == whole.amount.value else { return }
        result.roles.told = .sum
        result.roles.standing = .whole
        result.quantity = nil
        tellings.append(result)
    }

    private func isReceived(_ telling: Telling) -> Bool {
        let roles = telling.roles
        return roles.told == .figures && roles.object > Roles.several && roles.unit == .cases
            && (roles.standing == .whole || roles.standing == .total)
            && (roles.acts == 0 || lexicon.stages(roles.acts, .opens))
            && lexicon.objects[Int(roles.object)].bond == nil && lexicon.objects[Int(roles.object)].family == nil
    }
}

extension Amount {
    /// An amount of money that was read as a count.
    var inCents: Amount {
        let (cents, overflow) = value.multipliedReportingOverflow(by: 100)
        return overflow ? self : Amount(value: cents, qualifier: qualifier, precision: precision)
    }

    /// The sum, as exact as the less exact of the two; nil where it does not fit.
    func adding(_ other: Amount) -> Amount? {
        let (sum, overflow) = value.addingReportingOverflow(other.value)
        guard !overflow else { return nil }
        let qualifiers = Set([qualifier, other.qualifier].compactMap { $0 })
        return Amount(
            value: sum, qualifier: qualifiers.count > 1 ? .about : qualifiers.first,
            precision: max(precision, other.precision))
    }
}
