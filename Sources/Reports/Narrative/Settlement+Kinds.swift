import Catalogue
import Values

/// Which numbers of one kind of information are added up.
extension Settlement {
    /// 网站等平台发布动态71条，公众号发布动态88条: a part of the sentence's whole that went out another way than the number before it, and
    /// is no part of that.
    ///
    /// - Parameter others: what is added up with it, wholes first.
    func isBeside(_ candidate: Candidate, _ others: [Candidate]) -> Bool {
        // 网站公开预算1条、决算1条，公示栏公开三公经费1条, but not 公开财政信息20条；网站公开预算1条、决算1条
        let isAddedUp = candidate.telling.isAddedUp
        guard let before = isAddedUp ? others.first : others.last, before.telling.roles.carriers != 0,
            before.telling.roles.carriers & candidate.telling.roles.carriers == 0
        else { return false }
        if isAddedUp { return true }
        guard before.place < candidate.place, candidate.place - before.place <= Self.farthest else {
            return false
        }
        let part = candidate.telling
        return part.roles.carriers != 0 && part.hasOwnAct && part.hasOwnObject
            && !tellings[(before.place + 1)...candidate.place].contains { $0.opensPart || $0.isInBrackets }
    }

    /// 财政管理类8条，其中部门预决算2条: a part of a part of the same kind.
    func isWithinOwnKind(_ candidate: Candidate) -> Bool {
        let part = candidate.telling
        let near = tellings[max(0, candidate.place - Self.farthest)...candidate.place]
        guard part.roles.standing == .part,
            let opening = near.lastIndex(where: {
                $0.opensPart && $0.isInBrackets == part.isInBrackets && $0.partStart == part.partStart
                    && $0.sentence == part.sentence
            }),
            let whole = near[..<opening].last(where: { $0.quantity != nil && $0.quantity != near[opening].quantity })
        else { return false }
        return whole.roles.object == part.roles.object && whole.roles.standing == .part
            && whole.sentence == part.sentence
    }

    private static let farthest = 20
}
