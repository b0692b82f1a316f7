import Catalogue
import Values

/// Sums that a text does not tell itself: the kinds listed under one channel, the outcomes of requests told one by one.
struct TellingSums {
    var tellings: [Telling]
    let lexicon: Lexicon

    init(_ tellings: [Telling], _ lexicon: Lexicon) {
        self.tellings = tellings
        self.lexicon = lexicon
        nameWholes()
        countListed()
        openParts()
        openPayments()
        partLists()
        payApplicants()
        nameAges()
        nameAgesBefore()
        partAges()
        partYears()
        partListedYears()
        partAccruedYears()
        partTimes()
        openHandled()
        openPopulation()
        partAccrued()
        partRunning()
        partCalls()
        partFirstCalls()
        closeLists()
        partCarriedIn()
        dropCarriedSums()
        dropWithheld()
        dropOtherCases()
        nameDisputes()
        addPlaces()
        openWholes()
        listInformation()
        addKinds()
        addOutcomes()
        openDirect()
        dropZeros()
    }

    /// 受理312件，自行办结312件: what was not handed on is all of it; but 受理1263件，自行处理447件.
    private mutating func openDirect() {
        for place in tellings.indices where tellings[place].roles.acts & lexicon.named.direct != 0 {
            let own = tellings[place]
            guard own.quantity != nil else { continue }
            let near = tellings[max(0, place - Self.mostParts)...].prefix(Self.mostParts * 2).filter {
                $0.sentence >= own.sentence - 1 && $0.sentence <= own.sentence && $0.paragraph == own.paragraph
                    && $0.roles.unit == own.roles.unit && $0.roles.source == own.roles.source
            }
            let isHandedOn = near.contains { $0.roles.acts & lexicon.named.delegating != 0 }
            let received = near.first {
                $0.place.lowerBound < own.place.lowerBound
                    && ($0.roles.acts == 0 || lexicon.stages($0.roles.acts, .opens))
            }
            guard received.map({ $0.amount.value == own.amount.value }) ?? !isHandedOn else { continue }
            tellings[place].roles.acts = lexicon.named.closing
        }
    }

    /// 未收到书面申请，收到网上申请2件: none of one kind is not none at all.
    private mutating func dropZeros() {
        for place in tellings.indices where tellings[place].quantity == nil {
            let zero = tellings[place]
            let isOfOneWay = zero.givesWay || isOfWay(zero.roles)
            guard zero.roles.told == .zero, isOfOneWay, isOfRequests(zero.roles) else { continue }
            let others = tellings[(place + 1)...].prefix(Self.mostParts).prefix {
                $0.sentence <= zero.sentence + 1 && $0.paragraph == zero.paragraph
            }
            if others.contains(where: hasCome) { tellings[place].roles.standing = .share }
        }
    }

    /// 发文93件，其中主动公开80件，不公开13件: what adds up to a number by what was disclosed and what was not says that not all
    /// of it was disclosed.
    private mutating func dropWithheld() {
        for place in tellings.indices.dropLast() where tellings[place].roles.acts == lexicon.named.disclosing {
            let whole = tellings[place]
            let parts = tellings[(place + 1)...].prefix(Self.mostParts).prefix {
                $0.sentence == whole.sentence && $0.roles.standing == .part && $0.roles.unit == whole.roles.unit
            }
            guard parts.contains(where: { $0.roles.acts & lexicon.named.withholding != 0 && $0.amount.value > 0 }),
                parts.reduce(Int64(0), { $0 &+ $1.amount.value }) == whole.amount.value
            else { continue }
            tellings[place].roles.object = Roles.unknown
        }
    }

    private func isOfRequests(_ roles: Roles) -> Bool {
        (roles.object == lexicon.named.request || isOfWay(roles))
            && (roles.acts == 0 || lexicon.stages(roles.acts, .opens))
            && roles.time == .thisYear && roles.level == .own
    }

    private func isOfWay(_ roles: Roles) -> Bool { lexicon.objects[Int(roles.object)].heir == lexicon.named.request }

    /// Whether a number tells of requests of one kind that came in.
    private func hasCome(_ telling: Telling) -> Bool {
        telling.quantity != nil && isOfRequests(telling.roles) && isOfWay(telling.roles) && telling.amount.value > 0
    }

    /// 通过网站和新媒体公开937条，其中网站91条、公众号846条: of channels told one by one the whole is all that was
    /// disclosed. 共发布项目信息6条、应急信息20条: the first of several kinds is no total.
    private mutating func openWholes() {
        for place in tellings.indices.dropLast() {
            if isMixed(place) { tellings[place].roles.object = lexicon.named.anyKind }
            let roles = tellings[place].roles
            let next = tellings[place + 1]
            if roles.standing == .total, isOfKind(roles), isOfKind(next.roles), next.roles.object != roles.object,
                next.clause == tellings[place].clause, next.roles.unit == roles.unit
            {
                tellings[place].roles.standing = .whole
            }
            // 公开党务信息63条、政务信息112条: one kind of several.
            if isOfKind(roles), next.clause == tellings[place].clause, next.roles.unit == roles.unit, !next.hasOwnAct,
                lexicon.objects[Int(next.roles.object)].family == .information, next.roles.standing == .whole
            {
                tellings[place + 1].roles.standing = .part
            }
            if isWhole(roles), areChannels(place) {
                tellings[place].roles.carriers = 0
                tellings[place].roles.standing = .total
            }
        }
    }

    /// 工作信息402条（政务动态397条、计划总结2条、通知公告3条）: of several kinds, whatever the first is called.
    private func isMixed(_ place: Int) -> Bool {
        let whole = tellings[place]
        guard isOfKind(whole.roles), tellings[place + 1].opensPart, tellings[place + 1].isInBrackets else {
            return false
        }
        let parts = tellings[(place + 1)...].prefix(Self.mostParts).prefix {
            $0.sentence == whole.sentence && $0.isInBrackets && $0.roles.unit == whole.roles.unit
        }
        return parts.contains { $0.roles.object == whole.roles.object }
            && parts.contains { isOfKind($0.roles) && $0.roles.object != whole.roles.object }
            && parts.reduce(Int64(0), { $0 &+ $1.amount.value }) == whole.amount.value
    }

    /// 人员4人，其中专职1人、兼职3人: what adds up to a number that nothing else names is what it is of.
    private mutating func nameWholes() {
        for place in tellings.indices.dropLast(2) where tellings[place].roles.object <= Roles.several {
            let whole = tellings[place]
            let parts = tellings[(place + 1)...].prefix(Self.mostParts).prefix {
                $0.sentence == whole.sentence && $0.roles.standing == .part && $0.roles.unit == whole.roles.unit
            }
            guard parts.count > 1, let object = parts.first?.roles.object, object > Roles.several,
                lexicon.objects[Int(object)].bond == nil, lexicon.objects[Int(object)].family != .kinds,
                whole.roles.standing == .whole || whole.roles.standing == .total, whole.roles.source == 0,
                parts.allSatisfy({ $0.roles.object == object && $0.roles.varieties != 0 }),
                Set(parts.map(\.roles.varieties)).count == parts.count,
                parts.reduce(Int64(0), { $0 &+ $1.amount.value }) == whole.amount.value
            else { continue }
            tellings[place].roles.object = object
            if whole.roles.acts == 0, let acts = parts.first?.roles.acts { tellings[place].roles.acts = acts }
        }
    }

    func isOfKind(_ roles: Roles) -> Bool { lexicon.objects[Int(roles.object)].family == .kinds }

    private func isWhole(_ roles: Roles) -> Bool {
        let isInformation = roles.object == 0 || lexicon.objects[Int(roles.object)].family == .information
        return roles.carriers != 0 && roles.unit == .cases && isInformation
            && roles.acts & lexicon.named.disclosing != 0
            && (roles.standing == .whole || roles.standing == .total)
    }

    /// Whether the parts behind a number are those of different channels; where it has one channel itself, only if they
    /// are all of it.
    private func areChannels(_ place: Int) -> Bool {
        let whole = tellings[place]
        // 网站121条（同比增加37条）
        let parts = tellings[(place + 1)...].prefix(Self.mostParts).filter { $0.roles.standing != .change }.prefix {
            $0.sentence <= whole.sentence + 1 && $0.roles.standing == .part && $0.roles.unit == .cases
        }
        let ways = Set(parts.map(\.roles.carriers).filter { $0.nonzeroBitCount == 1 })
        // 新媒体公开518条，其中公众号421条、微博97条: all of the accounts, not all that was disclosed.
        let isOfAccounts =
            whole.roles.carriers.nonzeroBitCount == 1 && whole.roles.carriers & lexicon.named.accounts != 0
        // 利用公众号、微博发布618条，其中网站200条
        let areTogether = whole.roles.carriers & 1 << UInt64(Roles.together) != 0
        if areTogether, ways.contains(where: { $0 & lexicon.named.accounts == 0 }) { return true }
        // 通过网站、公众号等渠道公开512条，其中网站362条
        let areAll = whole.roles.carriers & 1 << UInt64(Roles.several) != 0
        if areAll, ways.contains(where: { $0 & lexicon.named.official != 0 }) { return true }
        guard ways.count > 1, !isOfAccounts || ways.contains(where: { $0 & lexicon.named.accounts == 0 }) else {
            return false
        }
        let sum = parts.reduce(Int64(0)) { $0 &+ $1.amount.value }
        return whole.roles.carriers.nonzeroBitCount > 1 || sum == whole.amount.value
    }

    static let mostParts = 8

    /// 15个行政村，1个社区: places of two kinds side by side are those of the township, without a verb.
    private mutating func addPlaces() {
        let seats = lexicon.stageBits[ActStage.seats.rawValue]
        for place in tellings.indices.dropLast() {
            openPlaces(at: place)
            let (first, second) = (tellings[place].roles, tellings[place + 1].roles)
            guard isPlace(first), isPlace(second), first.object != second.object,
                tellings[place].sentence == tellings[place + 1].sentence, first.acts & ~seats == 0,
                second.acts & ~seats == 0
            else { continue }
            tellings[place].roles.acts = seats
            tellings[place + 1].roles.acts = seats
        }
    }

    /// 辖18个村（居），其中行政村15个、社区3个: two kinds of places that are all of what was told before.
    private mutating func openPlaces(at place: Int) {
        let parts = tellings[place...(place + 1)]
        guard place > 0, tellings[place - 1].roles.unit == .things,
            tellings[place - 1].sentence == tellings[place].sentence, tellings[place - 1].roles.standing != .part,
            tellings[place - 1].roles.level == .own,
            parts.allSatisfy({ $0.roles.standing == .part && lexicon.objects[Int($0.roles.object)].family == .place }),
            parts.reduce(Int64(0), { $0 &+ $1.amount.value }) == tellings[place - 1].amount.value
        else { return }
        for part in [place, place + 1] {
            tellings[part].roles.standing = .whole
            tellings[part].roles.acts = 0
        }
    }

    /// 受理14件，其中上年结转1件、本年新收13件: the first adds up both, and what came this year is told behind it.
    private mutating func partCarriedIn() {
        for place in tellings.indices.dropFirst()
        where tellings[place].roles.standing == .part && lexicon.stages(tellings[place].roles.acts, .carriedIn) {
            let part = tellings[place]
            // 收到申请16件（含上年结转0件）
            guard part.amount.value > 0 else { continue }
            guard
                let whole = tellings[..<place].suffix(Self.mostParts).lastIndex(where: { isSum($0, with: part) })
            else { continue }
            let rest = tellings[(whole + 1)...].prefix(Self.mostParts).indices.filter {
                tellings[$0].sentence == part.sentence && tellings[$0].roles.standing == .part
                    && tellings[$0].roles.object == part.roles.object && tellings[$0].roles.unit == part.roles.unit
            }
            tellings[whole].roles.told = .sum
            // 其中上年结转2件，转来10件，自收15件: neither is all that came this year.
            let new = rest.filter { lexicon.stages(tellings[$0].roles.acts, .opens) }
            tellings[whole].hasCarriedIn = new.count != 1
            if let only = new.first, new.count == 1 { tellings[only].roles.standing = .whole }
            // 共14件，其中上年结转1件，办结13件: of all of them.
            for index in rest where index > place && tellings[index].hasOwnAct && tellings[index].clause > part.clause {
                if lexicon.stages(tellings[index].roles.acts, .closes) { tellings[index].roles.standing = .whole }
            }
        }
    }

    /// Whether a number is of all requests, those carried in among them.
    private func isSum(_ telling: Telling, with part: Telling) -> Bool {
        let roles = telling.roles
        return telling.sentence >= part.sentence - 1 && telling.paragraph == part.paragraph
            && roles.object == lexicon.named.request && part.roles.object == lexicon.named.request
            && roles.unit == .cases
            && (roles.told == .figures || telling.hasCarriedIn)
            && (roles.standing == .whole || roles.standing == .total) && telling.amount.value > part.amount.value
            && (roles.acts == 0 || lexicon.stages(roles.acts, .opens) || lexicon.stages(roles.acts, .closes))
    }

    private func isPlace(_ roles: Roles) -> Bool {
        roles.unit == .things && lexicon.objects[Int(roles.object)].family == .place && roles.standing == .whole
    }

    /// 收到5件，予以公开3件，不掌握信息2件: all are replied to.
    private mutating func addOutcomes() {
        for place in tellings.indices where isReceived(tellings[place]) { addOutcomes(of: place) }
    }

    static let farthest = 40

    private mutating func addOutcomes(of received: Int) {
        let whole = tellings[received]
        var sum: Telling?
        var count = 0
        // 通过信函收到申请5件，…: how it was applied for is told of the whole only.
        let heir = lexicon.objects[Int(whole.roles.object)].heir ?? whole.roles.object
        for telling in tellings[received...].dropFirst().prefix(Self.farthest)
        where [heir, whole.roles.object].contains(telling.roles.object) && telling.paragraph == whole.paragraph {
            guard lexicon.stages(telling.roles.acts, .outcome), telling.roles.told == .figures,
                telling.roles.unit == whole.roles.unit
            else { continue }
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
        // 收到5件，予以公开5件
        guard var result = sum, count > 1 || result.amount.value == whole.amount.value else { return }
        let open = tellings[received...].first {
            $0.roles.object == whole.roles.object && lexicon.stages($0.roles.acts, .carriedOut)
        }
        // 收到16件，公开6件，不掌握4件，…，结转下年3件: all but those carried over.
        let before = tellings[received...].dropFirst().first {
            $0.roles.object == whole.roles.object && lexicon.stages($0.roles.acts, .carriedIn)
                && $0.sentence == whole.sentence
        }
        let all = result.amount.value &+ (open?.amount.value ?? 0)
        guard all == whole.amount.value || all == whole.amount.value &+ (before?.amount.value ?? 0) else { return }
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
}
