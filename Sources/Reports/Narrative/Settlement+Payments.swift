import Catalogue
import Values

extension Settlement {
    /// 争取资金20万元，发放13.6万元: what was paid, not what there was to pay.
    func paid(after first: Candidate, among others: some Sequence<Candidate>) -> Candidate? {
        let lexicon = read.lexicon
        let acts = first.telling.roles.acts
        // 低保资金210万元，支出198.5万元
        let isFund = acts == 0 && first.telling.roles.unit == .money && first.telling.hasOwnObject
        guard lexicon.stages(acts, .funds) || isFund, !lexicon.stages(acts, .pays) else { return nil }
        return others.first {
            lexicon.stages($0.telling.roles.acts, .pays) && $0.telling.sentence == first.telling.sentence
                && $0.order == first.order
                && (!isFund
                    || $0.telling.amount.value < first.telling.amount.value && !$0.telling.hasOwnObject
                        && $0.telling.clause == first.telling.clause + 1
                        && $0.telling.roles.varieties == first.telling.roles.varieties)
        }
    }
}
