import Catalogue
import Values

/// What of a sum, or behind a number whose parts are told, is a whole again.
extension RoleReader {
    /// Of a sum over several things, what is told of one of them is its whole: 其中低保5万元.
    func isOwnWhole(_ finding: Finding, _ traits: Lexicon.ObjectTraits) -> Bool {
        // 重点领域（63条）：公开财政等信息49条；公开基层信息14条: of the kind that the parts are of.
        let isOfSameKind = traits.family == .kinds && finding.object == scope.partOf
        if item.isAfterStop, !isOfSameKind, finding.hasObjectHere || finding.hasSourceHere,
            finding.isTotal || finding.hasActHere
        {
            return true
        }
        if let isWhole = isBracketed(finding) { return isWhole }
        if isOfAnother(finding, traits) { return true }
        if isWholeBesideParts(finding, traits) { return true }
        if scope.partOf == Roles.unknown || scope.partOf == Roles.none && !traits.isAllowance { return false }
        if finding.unit == .percent, isBehindParts(finding) { return true }
        // 医保参保2.36万人，其中低保对象386人: those of them who are insured.
        if lexicon.objects[Int(scope.partOf)].family == .cover, finding.unit != .money { return false }
        let isFunded =
            finding.isTotal && lexicon.stages(finding.acts, .pays) || finding.isOfAll(self) || isBehindParts(finding)
        if isFunded, finding.object == scope.partOf { return true }
        let whole = lexicon.objects[Int(scope.partOf)].family
        // 公开信息263条，其中解读8条，召开会议2次，培训1次
        let isBesideOthers = last.map {
            $0.sentence == sentence && $0.roles.standing == .whole && $0.roles.object > Roles.several
                && lexicon.objects[Int($0.roles.object)].family == nil
        }
        if whole == .information || whole == .kinds, !finding.hasActHere, !item.isAfterStop, isBesideOthers != true {
            return false
        }
        let isOwn = finding.hasObjectHere || last?.roles.object == finding.object && last?.roles.standing == .whole
        return finding.object != scope.partOf && finding.object > Roles.several && isOwn
            && traits.bond == nil && (traits.family == nil || traits.isAllowance)
    }

    /// Whether a number behind others that are parts is a whole of its own.
    private func isWholeBesideParts(_ finding: Finding, _ traits: Lexicon.ObjectTraits) -> Bool {
        if isOfEverybody(finding, traits) { return true }
        // 残疾人986人，其中享受残疾人两项补贴728人: all who are given what is for them.
        if let people = scope.group?.people, traits.isAllowance, finding.hasObjectHere,
            finding.hasActHere, lexicon.stages(finding.acts, .serves),
            lexicon.named.isFor(finding.object, text.letters[people])
        {
            return true
        }
        // 制定规范性文件3件，其中联合制定1件，废止1件: what else was done with documents.
        if finding.hasActHere, lexicon.stages(finding.acts, .documents), finding.object == scope.partOf,
            finding.object == lexicon.named.normativeDocument, scope.partStart > 0, scope.partStart <= tellings.count,
            tellings[scope.partStart - 1].roles.acts & finding.acts == 0
        {
            return true
        }
        // 医疗保险参保率98.4%，其中脱贫人口100%，养老保险参保率97.6%
        if finding.unit == .percent, finding.hasObjectHere, traits.family == .cover, finding.object != scope.partOf {
            return true
        }
        return false
    }

    /// 困难群众863人，其中低保512人、特困75人: those in need are no people of a kind, of whom some would be given an allowance.
    private func isOfEverybody(_ finding: Finding, _ traits: Lexicon.ObjectTraits) -> Bool {
        guard traits.isAllowance, finding.hasObjectHere, scope.partOf <= Roles.unknown, scope.group == nil,
            scope.partStart > sentenceStart, scope.partStart <= tellings.count,
            isCounted(tellings[scope.partStart - 1].roles.unit)
        else { return false }
        let end = tellings[scope.partStart - 1].place.lowerBound
        return text.letters[..<end].suffix(2).elementsEqual(Letter.masses)
    }

    /// Whether parts are told that no `；` has parted from here.
    var isAmongParts: Bool { scope.isPart && scope.partStart >= told.partStart }

    /// 低保286户512人，其中残疾人136人，发放198.5万元; 发放9.6万元，其中因病7.2万元，惠及50户: what a clause of its own tells in another
    /// unit than all parts have is of the whole; but whose 其中城市35户，发放38.2万元 is nobody says.
    func isBehindParts(_ finding: Finding) -> Bool {
        guard scope.isPart || scope.partsEnd == clause, outer.isEmpty, scope.partStart > sentenceStart,
            scope.partStart < tellings.count, finding.hasActHere || finding.measure != 0, turn == nil,
            let last = tellings[scope.partStart...].suffix(Self.mostGiven).last(where: { $0.clause < clause }),
            last.roles.standing != .whole
        else { return false }
        let whole = tellings[scope.partStart - 1]
        let parts = tellings[scope.partStart...].prefix(Self.longestList).filter { $0.clause < clause }
        let family = lexicon.objects[Int(whole.roles.object)].family
        guard family == .allowance || family == .cover, whole.roles.standing != .part,
            parts.allSatisfy({ isCounted($0.roles.unit) == isCounted(whole.roles.unit) && $0.roles.unit != .percent })
        else { return false }
        switch finding.unit {
        case .money
        where isCounted(whole.roles.unit) && !finding.hasActBehind && !isPaidByParts(of: whole.roles.object): break
        case .persons, .households, .personTimes:
            guard whole.roles.unit == .money, lexicon.stages(finding.acts, .serves) else { return false }
        case .percent: return family == .cover && finding.measure != 0
        default: return false
        }
        // 其中80—89岁892人，发放53.5万元，90岁以上206人，发放12.4万元: each of its age.
        let axis = lexicon.modes | lexicon.areas | (isPaidAgain ? lexicon.ages : 0)
        let varied = parts.filter { $0.roles.varieties & axis != 0 && $0.roles.object == whole.roles.object }
        return varied.isEmpty
            || varied.count > 1
                && varied.filter({ $0.roles.unit == whole.roles.unit }).reduce(0, { $0 &+ $1.amount.value })
                    == whole.amount.value
    }

    /// Whether the sentence goes on to more money behind the number at hand.
    private var isPaidAgain: Bool {
        guard let here = group.last else { return false }
        let end = quantities[here].whole.upperBound
        return quantities[(here + 1)...].prefix(4).contains { next in
            unitGroup(next) == .money && next.whole.lowerBound >= end
                && !text.letters[end..<next.whole.lowerBound].contains(where: Letter.endsSentence)
        }
    }

    /// 其中困难312人，发放22.5万元，重度416人，发放44.7万元: whether the sentence goes on to more people and what they are paid,
    /// and names no other allowance.
    private func isPaidByParts(of object: UInt8) -> Bool {
        guard let here = group.last else { return false }
        var end = quantities[here].whole.upperBound
        var areMore = false
        for next in quantities[(here + 1)...].prefix(Self.mostGiven) where next.whole.lowerBound >= end {
            let between = end..<next.whole.lowerBound
            let isElse = between.contains { place in
                Letter.endsPart(text.letters[place])
                    || words(at: place).contains {
                        lexicon.objects[Int($0.object)].isAllowance && $0.object != object || $0.has(.total)
                    }
            }
            let unit = unitGroup(next)
            guard !isElse, unit == .money || isCounted(unit) else { return false }
            if unit == .money { return areMore }
            areMore = true
            end = next.whole.upperBound
        }
        return false
    }

    private func isCounted(_ unit: UnitGroup) -> Bool { [.persons, .households, .personTimes].contains(unit) }

    /// Whether a number in brackets right behind another tells the same thing in another unit, and of how much.
    private func isBracketed(_ finding: Finding) -> Bool? {
        // 资金15.4万元（97人次）: as many got it; 508户（804人）.
        let start = quantities[group.first ?? 0].whole.lowerBound
        let isBeside = last.map { $0.roles.unit == .money || $0.roles.unit == .households && finding.unit == .persons }
        if start > 0, text.letters[start - 1] == Letter.openBracket, let last, isBeside ?? false,
            finding.unit != .money, finding.object == last.roles.object
        {
            return last.roles.standing != .part
        }
        return nil
    }

    /// Whether a number is of something else than the whole whose parts are told.
    private func isOfAnother(_ finding: Finding, _ traits: Lexicon.ObjectTraits) -> Bool {
        // 农村低保391户，其中一档76户；城镇低保52户
        if item.isAfterStop, finding.hasObjectHere, traits.isAllowance || traits.family == .cover,
            finding.object != scope.partOf || finding.varieties != 0
        {
            return true
        }
        // 公开信息84条，其中动态71条，接受咨询89人次
        let whole = lexicon.objects[Int(scope.partOf)].family
        if whole == .information || whole == .kinds, finding.hasActHere, finding.hasObjectHere, traits.bond != nil,
            finding.acts & lexicon.named.disclosing == 0
        {
            return true
        }
        // 两个平台受理1673件，其中12345热线1108件; 代表建议17件，其中主办6件；委员提案14件
        let isOtherSource =
            finding.hasSourceHere && finding.source > Roles.manySources && finding.source != scope.partSource
        let isOtherSide =
            item.isAfterStop && finding.hasObjectHere && traits.family == nil
            && lexicon.differ(finding.varieties, scope.partVarieties)
        let isOfCases = finding.object <= Roles.several || traits.bond != nil
        if isOtherSource && isOfCases || isOtherSide { return true }
        // 人员4人，其中专职1人，会议2次，培训班1次: no part of the staff.
        return scope.partUnit == .persons && finding.unit == .times && finding.hasObjectHere
    }
}
