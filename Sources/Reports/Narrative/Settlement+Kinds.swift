import Catalogue
import Values

/// Which numbers of one kind of information are added up.
extension Settlement {
    /// 网站等平台发布动态71条，公众号发布动态88条: a part of the sentence's whole that went out another way than the number before it, and
    /// is no part of that.
    func isBeside(_ candidate: Candidate, _ before: Candidate?) -> Bool {
        guard let before, before.place < candidate.place, candidate.place - before.place <= Self.farthest else {
            return false
        }
        let (part, whole) = (candidate.telling, before.telling)
        return part.roles.carriers != 0 && part.roles.carriers & whole.roles.carriers == 0 && part.hasOwnAct
            && part.hasOwnObject && whole.roles.carriers != 0
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
