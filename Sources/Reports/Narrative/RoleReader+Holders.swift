import Catalogue
import Values

extension RoleReader {
    /// What one number of a list is of.
    struct Holder: Equatable {
        var object: UInt8 = Roles.none
        var measure: UInt8 = Roles.none
        var source: UInt8 = Roles.none
        var carriers: UInt64 = 0
        var varieties: UInt128 = 0
        /// The year where it is told in turn of several.
        var time: NarrativeTime?
        /// What was done with it where that tells it apart: 受理、办结分别为.
        var acts: UInt64 = 0
        /// Whether it came or went where that tells it apart: 新增、退出分别为.
        var mark: NarrativeStanding?
    }

    /// The sources that numbers of the sentence were told of.
    private var toldSources: [UInt8] {
        let told = tellings[min(sentenceStart, tellings.count)...].suffix(Self.mostSources)
        let named = told.filter { $0.roles.standing != .part && !$0.isInBrackets }.map(\.roles.source)
        return Set(named.filter { $0 > Roles.manySources }).sorted()
    }

    /// 12345热线、县长信箱办结率均为100%: the sources that the clause names.
    private var namedSources: [UInt8] {
        let named = item.mentions.suffix(Self.mostSources).filter { $0.clause == clause }
        return Set(named.map { lexicon.senses[Int($0.word)].source }.filter { $0 > Roles.manySources }).sorted()
    }

    /// Whether numbers of several sources stand side by side before: 信访43件、12345热线320件，共363件.
    var hasSeveralSources: Bool {
        let sources = toldSources
        return sources.count > 1 || sources.count == 1 && hasToldOthers
    }

    /// Whether numbers of the sentence were told of other cases than a source's.
    private var hasToldOthers: Bool {
        tellings[min(sentenceStart, tellings.count)...].suffix(Self.mostSources).contains {
            $0.roles.unit == .cases && $0.roles.standing == .whole && $0.roles.source == Roles.none
                && lexicon.objects[Int($0.roles.object)].bond == .stated
        }
    }

    static let mostSources = 20

    /// Whether the sentence has told this rate of a source.
    private func hasRate(_ measure: UInt8, of source: UInt8) -> Bool {
        tellings[min(sentenceStart, tellings.count)...].suffix(Self.mostSources).contains {
            $0.roles.unit == .percent && $0.roles.measure == measure && $0.roles.source == source
        }
    }

    /// Whose the number is: of one thing as a rule, of each where 各, 均 or a zero says so, of its own in a list told in
    /// turn.
    mutating func forEachHolder(
        of finding: Finding, _ quantity: Int, _ body: (inout RoleReader, Holder) -> Void
    ) {
        if let own = ownTurn(of: finding, quantity) { return body(&self, own) }
        var holder = Holder(object: finding.object, measure: finding.measure)
        if isOfSeveralLists(finding, quantities[quantity].amount) { holder.object = Roles.several }
        // 低保、特困家庭的9名学生各领到3000元
        let isEach =
            item.each.clause == clause && item.each.start < quantities[quantity].whole.lowerBound
            // 会同各站所发布
            && hits.length(of: Lexicon.lowerBody, at: max(0, item.each.start), in: lexicon.index) == nil
        let several = UInt64(1) << UInt64(Roles.several)
        // 信访21件、热线317件，办结率均为100%
        let sources = isEach && finding.measure != 0 ? finding.hasSourceHere ? namedSources : toldSources : []
        // 热线312件、信访29件，办结率均达100%: of the source's, and below of those that are no source's; but 信访办结率.
        if sources.count == 1, hasToldOthers, finding.source == Roles.none, !finding.hasObjectHere {
            tell(finding, of: sources, body)
        }
        // 见面率、满意率100%: no rate is a sum.
        if sources.count > 1 {
            tell(finding, of: sources, body)
        } else if finding.measures.nonzeroBitCount > 1 {
            for rate in rates(of: finding) { body(&self, Holder(object: holder.object, measure: rate)) }
        } else if isEach || quantities[quantity].amount.value == 0, finding.objects.nonzeroBitCount > 1 {
            for object in 0..<UInt8(lexicon.objects.count) where finding.objects & 1 << UInt128(object) != 0 {
                body(&self, Holder(object: object, measure: holder.measure))
            }
        } else if isEach, finding.carriers.nonzeroBitCount > 1, finding.carriers & several == 0 {
            for place in Roles.places(finding.carriers) {
                body(&self, Holder(object: holder.object, carriers: 1 << UInt64(place)))
            }
        } else {
            if finding.objects.nonzeroBitCount > 1 { holder.object = Roles.several }
            // 指南、目录各1条: as often as things of the kind are named.
            let isOfKind = isEach && lexicon.objects[Int(holder.object)].family == .kinds
            for _ in 0..<(isOfKind ? finding.names : 1) { body(&self, holder) }
        }
    }

    /// The holder whose turn it is, if numbers are told in turn.
    private mutating func ownTurn(of finding: Finding, _ quantity: Int) -> Holder? {
        if finding.isDone { beginDone(quantity) }
        if turn != nil || finding.unit == .percent { turnAgain(quantity, finding) }
        if turn == nil, finding.unit == .percent, !finding.hasObjectHere, !finding.hasSourceHere { beginAims(quantity) }
        if turn == nil { beginUnsaidTurn(quantity) }
        guard var own = nextInTurn(quantity) else { return nil }
        // 12345热线和信访分别受理312件、36件
        if own.object == 0, own.source == 0 || isSourceAlone { own.object = finding.object }
        if own.measure == 0 { own.measure = finding.measure }
        return own
    }

    private func rates(of finding: Finding) -> [UInt8] {
        guard finding.measures.nonzeroBitCount > 1 else { return [finding.measure] }
        return Roles.places(finding.measures).map { UInt8($0) }
    }

    /// 办理信访件36件、12345热线312件、人大代表建议12件，满意率98%: of all of them, where not all of each are.
    private func isOfSeveralLists(_ finding: Finding, _ rate: Amount) -> Bool {
        guard finding.unit == .percent, !finding.hasObjectHere, !finding.hasSourceHere, finding.measure != 0,
            rate.value != Self.hundredPercent,
            let last = tellings[min(sentenceStart, tellings.count)...].last(where: { $0.roles.unit != .percent })
        else { return false }
        let list = tellings[min(sentenceStart, tellings.count)...].suffix(Self.mostSources).filter {
            $0.clause == last.clause && $0.roles.unit == .cases && $0.roles.standing == .whole
        }
        return list.contains { isProposed($0) } && list.contains { $0.roles.source > Roles.manySources }
    }

    /// In stored units.
    private static let hundredPercent: Int64 = 10_000

    /// Whether all that are told in turn have sources, so that what is counted is said of them all.
    private var isSourceAlone: Bool { turn?.holders.allSatisfy { $0.source != 0 } ?? false }

    /// Tells a rate of each source that the sentence has not told it of.
    private mutating func tell(
        _ finding: Finding, of sources: [UInt8], _ body: (inout RoleReader, Holder) -> Void
    ) {
        for source in sources {
            for rate in rates(of: finding) where !hasRate(rate, of: source) {
                body(&self, Holder(measure: rate, source: source))
            }
        }
    }
}
