/// Allowances that people of several ages are listed for before it is said what is done.
extension RoleReader {
    /// 为90岁以上老人43人、80—89岁老人392人发放高龄津贴: all of the list are paid.
    mutating func giveAges(_ roles: Roles, _ finding: Finding) {
        // 为312名困难残疾人、416名重度残疾人发放两项补贴
        let axes = lexicon.sorts
        guard finding.usesBehind || finding.hasActBehind, finding.varieties & axes != 0,
            lexicon.objects[Int(finding.object)].isAllowance
        else { return }
        for index in tellings.indices.reversed().prefix(Self.mostAges)
        where tellings[index].sentence == sentence && tellings[index].roles.object <= Roles.unknown {
            let other = tellings[index].roles
            // 走访512名80岁以上老人并为86名90岁以上老人发放: something else is done for them.
            let isListed =
                tellings[index].clause == clause && other.unit == finding.unit
                && (other.acts == 0 || !lexicon.isStageless(other.acts))
            // 为312名困难残疾人发放生活补贴22.5万元，为416名重度残疾人发放护理补贴
            let isOfOther =
                lexicon.differ(other.varieties & lexicon.benefits, finding.varieties & lexicon.benefits)
                && (other.unit == .money || other.unit == finding.unit)
            if isListed && other.varieties & axes != 0 || isOfOther { tellings[index].roles.object = finding.object }
        }
    }

    /// 为1043位80—89岁老人按每月60元、217位90—99岁老人每月120元发放: those of the list before the money.
    mutating func giveAgesOfList(_ object: UInt8) {
        for index in tellings.indices.reversed().prefix(Self.mostAges * 2)
        where tellings[index].clause == clause && tellings[index].roles.unit == .persons
            && (tellings[index].roles.object <= Roles.unknown || tellings[index].roles.object == object)
            && tellings[index].roles.varieties & lexicon.ages != 0
        {
            tellings[index].roles.object = object
            if [.standard, .average].contains(tellings[index].roles.standing) {
                tellings[index].roles.standing = .whole
            }
        }
    }

    private static let mostAges = 5
}
