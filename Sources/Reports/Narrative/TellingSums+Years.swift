import Catalogue
import Values

/// Numbers of all years beside those of this one, and of all cases beside those that came this year.
extension TellingSums {
    /// 累计公开143条，其中本年新增46条: the first is of all years, the second is this year's.
    mutating func partYears() {
        var hasGrown = false
        for place in tellings.indices.dropLast() {
            let roles = tellings[place].roles
            // 累计203条，全文电子化率96%；其中本年度新增58条
            guard
                let index = tellings.indices[(place + 1)...].prefix(3).first(where: {
                    tellings[$0].roles.unit != .percent && tellings[$0].roles.standing != .change
                })
            else { continue }
            let next = tellings[index]
            if isLaterSum(next, of: tellings[place]) || isLaterOnly(index, of: place) {
                tellings[index].roles.standing = .running
                if roles.carriers == 0, roles.object == Roles.none { tellings[place].roles.standing = .total }
                continue
            }
            // 其他信息累计1203条（2023年新增82条）; 公众号累计发文1260篇，本年286篇
            let family = lexicon.objects[Int(roles.object)].family
            let isOfChannel =
                roles.carriers.nonzeroBitCount <= 1 && roles.unit == .cases
                && (roles.object == Roles.none && roles.acts & lexicon.named.disclosing != 0 || family == .posts)
            // 政府文件143条，新增24条: behind a whole of which the text has said so.
            let isListed = hasGrown && family == .kinds && roles.standing == .whole && next.isNew
            // 其他信息累计公开203条，其中本年新增12条
            let isOfKind = family == .kinds && roles.standing == .whole && tellings[place].isSummedUp
            guard family == .information || family == .kinds || isOfChannel,
                roles.standing == .total || roles.standing == .running || isListed || isOfKind,
                roles.carriers == next.roles.carriers, isThisYears(next, of: tellings[place]),
                next.roles.object == roles.object, next.roles.unit == roles.unit,
                next.sentence <= tellings[place].sentence + 1
            else { continue }
            hasGrown = hasGrown || next.isNew && family == .information
            tellings[place].roles.standing = .running
            tellings[index].hasOwnObject = next.hasOwnObject || tellings[place].hasOwnObject
            tellings[index].roles.standing =
                family != .kinds && roles.carriers == 0 || family == .information && next.isNew ? .total : .whole
        }
    }

    /// 全年公开169条，…，截至2012年12月31日，累计公开318条: of all years.
    private func isLaterSum(_ sum: Telling, of year: Telling) -> Bool {
        let isYears = year.isSaidThisYear || year.isOfYear
        let isNow = !year.isUpToNow && sum.isUpToNow
        // 2022年公开89条，累计412条
        let isAfter = sum.isAccrued && !sum.isSaidThisYear && sum.sentence == year.sentence && sum.clause > year.clause
        return sum.sentence <= year.sentence + 1
            && (isYears && isNow || year.isSaidThisYear && isAfter) && sum.roles.standing == .total
            && (year.roles.standing == .whole || year.roles.standing == .total)
            && year.roles.carriers == 0 && sum.roles.carriers == 0 && year.roles.unit == sum.roles.unit
            && [year, sum].allSatisfy {
                let isInformation = lexicon.objects[Int($0.roles.object)].family == .information
                return (isInformation || $0.roles.object == Roles.none) && $0.roles.acts & lexicon.named.disclosing != 0
            } && sum.amount.value > year.amount.value
    }

    /// 2022年网站公开89条，累计公开412条: of all years where the sentence has told of nothing else.
    private func isLaterOnly(_ place: Int, of before: Int) -> Bool {
        let (sum, year) = (tellings[place], tellings[before])
        guard sum.isAccrued, !sum.isSaidThisYear, year.isOfYear, sum.clause > year.clause,
            sum.sentence == year.sentence, before == 0 || tellings[before - 1].sentence < year.sentence
        else { return false }
        return year.roles.carriers & ~lexicon.named.official == 0 && year.roles.carriers != 0 && sum.roles.carriers == 0
            && sum.roles.standing == .total && year.roles.standing == .whole && year.roles.unit == sum.roles.unit
            && lexicon.objects[Int(sum.roles.object)].family == .information && sum.amount.value > year.amount.value
    }

    /// 截至目前累计发布2431条，2023年发布302条
    private func isThisYears(_ next: Telling, of whole: Telling) -> Bool {
        let isSite = next.roles.carriers & ~lexicon.named.official == 0
        if next.isNew, next.roles.carriers == 0 || isSite && next.roles.acts & lexicon.named.disclosing != 0 {
            return true
        }
        guard next.isSaidThisYear else { return false }
        // 累计公开2860条，2022年公开512条
        let isOfAll = !whole.isSaidThisYear && !whole.isOfYear && !next.isAccrued && next.clause != whole.clause
        return next.roles.standing == .part
            || isOfAll && next.sentence == whole.sentence && next.amount.value < whole.amount.value
            || whole.isUpToNow && !next.isUpToNow && next.clause != whole.clause && next.sentence == whole.sentence
                && next.amount.value < whole.amount.value
    }

    /// 截至2022年底累计收到派单1175件，其中2022年收到175件: of cases and money the first is of all years. How many people,
    /// places or documents there are is told of no year, and 其中 says what happened to some of them.
    mutating func partAccruedYears() {
        for place in tellings.indices.dropLast() {
            let (whole, year) = (tellings[place], tellings[place + 1])
            guard whole.isCumulative, !whole.isOfYear || whole.isUpToNow,
                [.whole, .total].contains(whole.roles.standing),
                isOfAllYears(whole, year), year.isSaidThisYear, !year.isOfDecember, year.roles.standing == .part,
                year.roles.acts == whole.roles.acts || !year.hasOwnAct && year.isCountAlone,
                year.roles.object == whole.roles.object || !year.hasOwnObject
            else { continue }
            tellings[place].roles.standing = .running
            tellings[place + 1].roles.standing = .whole
            tellings[place + 1].roles.object = whole.roles.object
            tellings[place + 1].roles.acts = whole.roles.acts
            // 其中2022年受理175件，办结1170件: more than came this year.
            for index in tellings.indices[(place + 2)...].prefix(Self.mostParts)
            where tellings[index].sentence == whole.sentence && tellings[index].roles.unit == whole.roles.unit
                && tellings[index].amount.value > year.amount.value && !tellings[index].isSaidThisYear
            {
                tellings[index].roles.standing = .running
            }
        }
    }

    /// 截至3月31日发放低保金268.37万元。其中城市61.25万元；农村207.12万元: what adds up to money of a part of the year is of that part.
    mutating func partTimes() {
        for place in tellings.indices where isPaidInPart(tellings[place]) {
            let whole = tellings[place]
            let parts = tellings[(place + 1)...].prefix(Self.mostParts).indices.filter {
                let part = tellings[$0]
                return part.roles.unit == .money && part.roles.object == whole.roles.object
                    && part.paragraph == whole.paragraph && part.roles.time == .thisYear && !part.isSaidThisYear
                    && lexicon.stages(part.roles.acts, .pays) && part.roles.varieties != 0
                    && [.whole, .total, .part].contains(part.roles.standing)
            }
            guard parts.count > 1, parts.reduce(Int64(0), { $0 &+ tellings[$1].amount.value }) == whole.amount.value
            else { continue }
            for part in parts { tellings[part].roles.time = .partOfYear }
        }
    }

    private func isPaidInPart(_ telling: Telling) -> Bool {
        telling.roles.unit == .money && telling.roles.time == .partOfYear && telling.roles.level == .own
            && lexicon.stages(telling.roles.acts, .pays) && [.whole, .total].contains(telling.roles.standing)
    }

    /// Whether a part of a number is told in its sentence, by the same channel and of the same kind, and both count
    /// what comes in the course of a year.
    private func isOfAllYears(_ whole: Telling, _ part: Telling) -> Bool {
        let isFlow =
            whole.roles.unit == .money
            ? lexicon.stages(whole.roles.acts, .pays) : whole.roles.unit == .cases && whole.roles.source != 0
        return isFlow && whole.quantity != nil && part.sentence == whole.sentence
            && part.roles.unit == whole.roles.unit && part.amount.value <= whole.amount.value
            && part.roles.source == whole.roles.source && part.roles.carriers == whole.roles.carriers
            && part.roles.varieties == whole.roles.varieties
    }

    /// 累计公开2860条，其中2020年960条、2021年988条、2022年912条: where years are told one by one, that of the report counts.
    mutating func partListedYears() {
        for place in tellings.indices.dropLast() {
            let whole = tellings[place]
            let isInformation =
                lexicon.objects[Int(whole.roles.object)].family == .information
                || whole.roles.object == Roles.none && whole.roles.acts & lexicon.named.disclosing != 0
            guard whole.roles.unit == .cases, isInformation || whole.roles.source != 0, whole.quantity != nil,
                whole.roles.standing == .total || whole.roles.standing == .running
                    || whole.roles.standing == .whole && !isInformation
            else { continue }
            let parts = tellings.indices[(place + 1)...].prefix(Self.mostParts).prefix {
                tellings[$0].sentence == whole.sentence && tellings[$0].roles.unit == whole.roles.unit
                    && tellings[$0].roles.carriers == whole.roles.carriers
            }
            let own = parts.filter { tellings[$0].roles.time == .thisYear }
            // 受理386件，去年343件，今年多43件: a difference.
            guard parts.count > 2 || parts.count == 2 && tellings[place + 1].opensPart, own.count == 1,
                let year = own.first,
                tellings[year].roles.standing == .part || tellings[year].isSaidThisYear,
                parts.allSatisfy({ $0 == year || tellings[$0].roles.time == .otherYear }),
                parts.reduce(Int64(0), { $0 &+ tellings[$1].amount.value }) == whole.amount.value
            else { continue }
            tellings[place].roles.standing = .running
            tellings[year].roles.object = whole.roles.object
            tellings[year].roles.standing = .total
        }
    }

    /// 上年结转6件、本年新受理438件，共计444件: a sum of both is not how many came this year.
    mutating func dropCarriedSums() {
        for place in tellings.indices.dropFirst(2) where tellings[place].roles.standing == .total {
            let sum = tellings[place]
            guard sum.quantity != nil, sum.roles.source != 0, !lexicon.stages(sum.roles.acts, .closes) else { continue }
            let before = tellings[..<place].suffix(Self.mostParts).filter {
                $0.sentence == sum.sentence && $0.roles.unit == sum.roles.unit && $0.roles.source == sum.roles.source
            }
            guard let carried = before.last(where: { lexicon.stages($0.roles.acts, .carriedIn) }),
                before.contains(where: {
                    lexicon.stages($0.roles.acts, .opens)
                        && $0.amount.value &+ carried.amount.value == sum.amount.value
                })
            else { continue }
            tellings[place].roles.standing = .share
        }
    }

    /// 行政诉讼案件3件，其中涉及政府信息公开1件: of all disputes those over information count.
    mutating func nameDisputes() {
        for place in tellings.indices.dropLast() {
            let whole = tellings[place]
            guard lexicon.named.disputes & 1 << UInt128(whole.roles.object) != 0, whole.quantity != nil,
                [.whole, .total].contains(whole.roles.standing), tellings[place + 1].opensPart
            else { continue }
            let part = tellings.indices[(place + 1)...].prefix(Self.mostOfDisputes).first {
                tellings[$0].sentence == whole.sentence && tellings[$0].quantity != nil && tellings[$0].hasOwnObject
                    && lexicon.named.ofInformation & 1 << UInt128(tellings[$0].roles.object) != 0
                    && tellings[$0].amount.value <= whole.amount.value
            }
            guard let part else { continue }
            tellings[part].roles.object = whole.roles.object
            tellings[part].roles.acts = whole.roles.acts
            tellings[part].roles.standing = .whole
            tellings[place].roles.standing = .share
        }
    }

    private static let mostOfDisputes = 3
}
