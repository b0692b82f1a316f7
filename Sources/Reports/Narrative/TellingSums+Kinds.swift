import Catalogue
import Values

/// The kinds of information that are listed under one channel, which add up to what it published.
extension TellingSums {
    /// 网站公开甲类5条、乙类73条: the channel's figure is 78, and so it is where other channels stand between.
    mutating func addKinds() {
        var start = 0
        while start < tellings.count {
            let first = tellings[start]
            listPosts(from: start)
            // 公众号发布会议3次、通知12条: the 12 are not all that the account sent out.
            if isKind(first), isBesideTimes(start) { tellings[start].roles.carriers = 0 }
            let kinds = isKind(tellings[start]) ? kinds(from: start) : []
            start += 1
            if kinds.count > 1 { add(kinds) }
        }
    }

    /// Whether kinds of the same channel are counted otherwise in the same clause.
    private func isBesideTimes(_ place: Int) -> Bool {
        let telling = tellings[place]
        return tellings[max(0, place - Self.mostParts)...].prefix(Self.mostParts * 2).contains {
            $0.clause == telling.clause && $0.roles.unit == .times && $0.roles.carriers == telling.roles.carriers
                && $0.roles.acts & lexicon.named.disclosing != 0
                && lexicon.objects[Int($0.roles.object)].family == .kinds
        }
    }

    /// The numbers of the sentence that tell of kinds through the same channel as the first.
    private func kinds(from start: Int) -> [Int] {
        let first = tellings[start]
        let rest = tellings[start...].prefix(Self.farthest).prefix { $0.sentence == first.sentence }
        guard !hasWhole(start, before: rest.endIndex) else { return [] }
        var places = [start]
        for place in rest.indices.dropFirst()
        where isKind(tellings[place]) && tellings[place].roles.carriers == first.roles.carriers
            && (tellings[place].roles.standing == first.roles.standing || tellings[place].hasOwnAct)
            && tellings[place].quantity != tellings[place - 1].quantity
        {
            places.append(place)
        }
        return places
    }

    func isKind(_ telling: Telling) -> Bool {
        let roles = telling.roles
        guard roles.carriers.nonzeroBitCount == 1, roles.unit == .cases, roles.told == .figures,
            roles.standing == .whole || roles.standing == .part,
            roles.acts == 0 || roles.acts & lexicon.named.disclosing != 0
        else { return false }
        return roles.object == Roles.unknown || lexicon.objects[Int(roles.object)].family == .kinds
    }

    /// Whether the channel's number stands beside its kinds.
    private func hasWhole(_ place: Int, before end: Int) -> Bool {
        let first = tellings[place]
        let isBefore = tellings[..<place].suffix(Self.farthest).contains {
            $0.sentence >= first.sentence - 1 && $0.roles.carriers == first.roles.carriers && $0.roles.unit == .cases
        }
        return isBefore
            || tellings[place..<end].contains {
                $0.roles.carriers == first.roles.carriers && $0.roles.unit == .cases && !isKind($0)
            }
    }

    private mutating func add(_ places: [Int]) {
        guard let last = places.last, var sum = places.first.map({ tellings[$0] }) else { return }
        for index in places.dropFirst() {
            guard let amount = sum.amount.adding(tellings[index].amount) else { return }
            sum.amount = amount
            sum.place = sum.place.lowerBound..<tellings[index].place.upperBound
        }
        sum.roles.told = .sum
        sum.roles.standing = .whole
        sum.quantity = nil
        for index in places { tellings[index].roles.standing = .part }
        tellings.insert(sum, at: last + 1)
    }

    /// 网站发布政务类信息36条，概况类信息141条; 网站公开政策文件23条、医疗等方面的信息29条: in a list of kinds information of one sort is a
    /// kind. Information that nothing describes may be the sum of what stands beside it.
    mutating func listInformation() {
        for place in tellings.indices where isOfOneSort(tellings[place]) {
            let sort = tellings[place]
            let around = max(0, place - Self.mostParts)..<min(tellings.count, place + Self.mostParts)
            let kinds = around.filter { isListed(tellings[$0], with: sort) }
            let sum = kinds.reduce(Int64(0)) { $0 &+ tellings[$1].amount.value }
            let others = tellings[around].contains {
                $0.sentence == sort.sentence && $0.roles.unit == .cases && $0.roles.carriers != 0
                    && $0.roles.carriers != sort.roles.carriers
            }
            guard !kinds.isEmpty, sum != sort.amount.value, !others, !kinds.contains(where: { tellings[$0].opensPart })
            else { continue }
            tellings[place].roles.object = lexicon.named.anyKind
            tellings[place].roles.standing = tellings[kinds[0]].roles.standing
        }
    }

    /// Whether a number of pieces that one channel published is of information of one sort.
    private func isOfOneSort(_ telling: Telling) -> Bool {
        let roles = telling.roles
        let isDescribed =
            roles.object == Roles.several
            || telling.isOfSort && lexicon.objects[Int(roles.object)].family == .information
        return isDescribed && roles.carriers.nonzeroBitCount == 1 && roles.unit == .cases && roles.told == .figures
            && [.whole, .part].contains(roles.standing)
    }

    /// Whether a number of the sentence is of a kind that the same channel published.
    private func isListed(_ kind: Telling, with sort: Telling) -> Bool {
        kind.sentence == sort.sentence && isOfKind(kind.roles) && isKind(kind)
            && kind.roles.carriers == sort.roles.carriers
    }

    /// 来访348件；来电72件；来信10件；其他7件: what is left of cases is no information of another kind.
    mutating func dropOtherCases() {
        for place in tellings.indices.dropFirst() where tellings[place].roles.object == lexicon.named.otherKind {
            let other = tellings[place]
            guard other.roles.acts == 0, other.roles.carriers == 0, other.quantity != nil else { continue }
            let before = tellings[..<place].suffix(Self.mostParts).filter {
                $0.paragraph == other.paragraph && $0.sentence >= other.sentence - 1
                    && $0.roles.unit == other.roles.unit
            }
            if before.contains(where: isOfCases), !before.contains(where: isOfInformation) {
                tellings[place].roles.object = Roles.unknown
            }
        }
    }

    private func isOfCases(_ telling: Telling) -> Bool {
        telling.roles.source != 0 || lexicon.objects[Int(telling.roles.object)].bond != nil
            || telling.roles.object == lexicon.named.petition
    }

    private func isOfInformation(_ telling: Telling) -> Bool {
        [.information, .kinds, .explained].contains(lexicon.objects[Int(telling.roles.object)].family)
            || telling.roles.acts & lexicon.named.disclosing != 0
    }
}
