import Catalogue
import Values

/// Kinds of the cases that a source has sent, and other parts that a text tells without saying that they are.
extension TellingSums {
    /// 12345热线受理312件，咨询126件、投诉99件、其他87件: what adds up to the number before are its kinds, and nobody else's.
    mutating func partCalls() {
        for place in tellings.indices where isOfSource(tellings[place]) {
            let main = tellings[place]
            var sum: Int64 = 0
            let rest = tellings.indices[(place + 1)...].prefix(Self.mostParts).prefix {
                tellings[$0].paragraph == main.paragraph && tellings[$0].sentence <= main.sentence + 1
                    && tellings[$0].quantity != nil && tellings[$0].roles.unit == main.roles.unit
                    && tellings[$0].roles.source == 0 && !lexicon.stages(tellings[$0].roles.acts, .closes)
            }
            for (count, index) in rest.enumerated() {
                sum &+= tellings[index].amount.value
                guard sum < main.amount.value else {
                    if sum == main.amount.value, count > 0 { part(rest.prefix(count + 1)) }
                    break
                }
            }
        }
    }

    private mutating func part(_ places: some Sequence<Int>) {
        for place in places where tellings[place].roles.standing == .whole { tellings[place].roles.standing = .part }
    }

    private func isOfSource(_ telling: Telling) -> Bool {
        let roles = telling.roles
        return roles.source > Roles.manySources && roles.unit == .cases && telling.quantity != nil
            && (roles.acts == 0 || lexicon.stages(roles.acts, .opens))
            && (roles.standing == .whole || roles.standing == .total)
    }

    /// 12345热线受理环境投诉26件、物业纠纷36件: the first of a list of kinds is not all that came.
    mutating func partFirstCalls() {
        for place in tellings.indices.dropLast() where isOfSource(tellings[place]) {
            let (first, next) = (tellings[place], tellings[place + 1])
            guard first.hasOwnObject, lexicon.objects[Int(first.roles.object)].bond == .stated,
                next.clause == first.clause, next.roles.unit == .cases, next.roles.standing == .whole,
                next.roles.source == 0, next.roles.acts == 0 || !next.hasOwnAct, next.roles.object != first.roles.object
            else { continue }
            tellings[place].roles.standing = .part
        }
    }

    /// 养老保险缴费9860人，领取待遇5860人，参保15720人: the last adds up those before it.
    mutating func closeLists() {
        for place in tellings.indices.dropFirst(2) {
            let sum = tellings[place]
            let family = lexicon.objects[Int(sum.roles.object)].family
            guard family == .cover, sum.roles.unit == .persons, sum.roles.standing == .whole, sum.quantity != nil else {
                continue
            }
            let before = tellings.indices[..<place].suffix(2).filter {
                tellings[$0].sentence == sum.sentence && tellings[$0].roles.object == sum.roles.object
                    && tellings[$0].roles.unit == sum.roles.unit && tellings[$0].roles.standing == .whole
            }
            guard before.count == 2,
                before.reduce(Int64(0), { $0 &+ tellings[$1].amount.value }) == sum.amount.value
            else { continue }
            part(before)
            if !sum.hasOwnAct { tellings[place].roles.acts = 0 }
        }
    }

    /// 本年度公开512条，累计2860条，其中网站362条: parts of what all years had are of all years.
    mutating func partRunning() {
        for place in tellings.indices.dropLast()
        where tellings[place].roles.standing == .running && tellings[place + 1].opensPart {
            let whole = tellings[place]
            for index in tellings.indices[(place + 1)...].prefix(Self.mostParts) {
                let part = tellings[index]
                guard part.sentence == whole.sentence, part.roles.standing == .part else { break }
                if !part.isNew, !part.isSaidThisYear { tellings[index].roles.standing = .running }
            }
        }
    }

    /// 2022年受理312件，累计受理1260件: what has accrued behind this year's number is of all years.
    mutating func partAccrued() {
        for place in tellings.indices.dropFirst() {
            let (year, sum) = (tellings[place - 1], tellings[place])
            guard sum.isAccrued, !sum.isSaidThisYear, year.isSaidThisYear, year.sentence == sum.sentence,
                sum.clause == year.clause + 1, sum.roles.unit == year.roles.unit, year.roles.unit != .percent,
                sum.roles.object == year.roles.object, sum.roles.source == year.roles.source,
                sum.roles.acts == year.roles.acts, sum.amount.value > year.amount.value,
                year.quantity != nil, sum.quantity != nil, year.roles.standing == .whole,
                sum.roles.standing == .total, sum.roles.source != 0 || lexicon.stages(sum.roles.acts, .pays)
            else { continue }
            tellings[place].roles.standing = .running
        }
    }

    /// 办理12345热线1527件，办结1519件: how many there were, where it is told how many of them were closed.
    mutating func openHandled() {
        for place in tellings.indices.dropLast() {
            let handled = tellings[place]
            guard handled.roles.source > Roles.manySources, handled.roles.acts == lexicon.named.handling,
                handled.roles.unit == .cases, handled.roles.standing == .whole, handled.quantity != nil,
                handled.roles.object == Roles.none || lexicon.objects[Int(handled.roles.object)].bond != nil
            else { continue }
            let near = tellings[max(0, place - Self.mostParts)...].prefix(Self.mostParts * 2).filter {
                $0.paragraph == handled.paragraph && $0.roles.source == handled.roles.source
            }
            let isCame = near.contains { lexicon.stages($0.roles.acts, .opens) }
            let isClosed = near.contains {
                $0.sentence == handled.sentence && $0.clause > handled.clause && $0.quantity != nil
                    && $0.roles.acts == lexicon.named.closing && $0.roles.unit == .cases
                    && $0.amount.value <= handled.amount.value
                    // 办理790件，评价“已解决”的715件: not how many were closed.
                    && $0.amount.value >= handled.amount.value / 20 * 19
            }
            if isClosed, !isCame { tellings[place].roles.acts = lexicon.named.receiving }
        }
    }

    /// 公众号发布动态186条、资讯100条; 公众号发布图文186条、视频100条: what is listed beside other kinds is one of them.
    mutating func listPosts(from start: Int) {
        let list = tellings[start...].prefix(Self.mostParts).prefix { telling in
            telling.clause == tellings[start].clause && telling.roles.carriers == tellings[start].roles.carriers
                && (isKind(telling) || isPost(telling))
                && (!telling.hasOwnAct || telling.quantity == tellings[start].quantity)
        }
        guard list.count > 1, list.contains(where: isPost), list.allSatisfy({ $0.roles.standing == .whole }),
            Set(list.map(\.roles.object)).count == list.count
        else { return }
        for index in list.indices where isPost(tellings[index]) { tellings[index].roles.object = lexicon.named.anyKind }
    }

    /// 公开信息412条，其中1.组织机构6；2.规章80；…: numbers without a unit that add up to all that was disclosed are of its kinds.
    mutating func countListed() {
        for place in tellings.indices.dropLast(2) {
            let (whole, first) = (tellings[place], tellings[place + 1])
            guard first.roles.unit == .bare, first.opensPart, whole.roles.unit == .cases, whole.quantity != nil,
                whole.roles.acts & lexicon.named.disclosing != 0, whole.roles.told == .figures
            else { continue }
            let parts = tellings[(place + 1)...].prefix(Self.mostListed).prefix {
                $0.sentence == whole.sentence && $0.roles.unit == .bare && $0.quantity != nil
            }
            guard parts.count > 2, parts.allSatisfy({ $0.roles.carriers == 0 }),
                parts.reduce(Int64(0), { $0 &+ $1.amount.value }) == whole.amount.value
            else {
                continue
            }
            for index in parts.indices
            where lexicon.objects[Int(tellings[index].roles.object)].family == .kinds && tellings[index].hasOwnObject {
                tellings[index].roles.unit = .cases
                tellings[index].roles.standing = .part
            }
        }
    }

    private static let mostListed = 40

    private func isPost(_ telling: Telling) -> Bool {
        let roles = telling.roles
        return roles.carriers.nonzeroBitCount == 1 && roles.unit == .cases && roles.told == .figures
            && lexicon.objects[Int(roles.object)].family == .posts
    }
}
