import Catalogue
import Values

/// Sums that a sentence tells behind what they add up.
extension RoleReader {
    /// 12345热线受理咨询126件、投诉99件、求助87件，共312件: the sum is of the source, and what it adds up are its parts.
    mutating func sumUpCalls(_ finding: inout Finding, _ found: FoundQuantity) {
        guard finding.isTotal, finding.unit == .cases, !finding.hasObjectHere, !finding.hasSourceHere else { return }
        let list = tellings.indices[min(max(sentenceStart, told.partStart), tellings.count)...].suffix(Self.mostSources)
        if isSumOfOthers(list, found) { finding.forget() }
        guard list.count > 1, let first = list.first, tellings[first].roles.source > Roles.manySources,
            list.dropFirst().allSatisfy({
                tellings[$0].roles.source == 0 || tellings[$0].roles.source == tellings[first].roles.source
            }),
            list.allSatisfy({
                tellings[$0].roles.unit == .cases && tellings[$0].quantity != nil && !isCarry(tellings[$0].roles.acts)
            }),
            list.reduce(Int64(0), { $0 &+ tellings[$1].amount.value }) == found.amount.value
        else { return }
        finding.object = Roles.none
        finding.objects = 0
        finding.source = tellings[first].roles.source
        finding.acts = tellings[first].roles.acts
        for index in list { tellings[index].roles.standing = .part }
    }

    /// 政策解读12条、舆情回应6条，共18条: of different things, and of none of them.
    private func isSumOfOthers(_ list: some Collection<Int>, _ found: FoundQuantity) -> Bool {
        let objects = list.map { tellings[$0].roles.object }
        return list.count > 1 && Set(objects).count == list.count
            && objects.allSatisfy { $0 > Roles.several && lexicon.objects[Int($0)].family == .explained }
            && list.reduce(Int64(0), { $0 &+ tellings[$1].amount.value }) == found.amount.value
    }
}
