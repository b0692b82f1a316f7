import Catalogue

/// Numbers that are not the township's, or not of what the verb before them says.
extension RoleReader {
    /// 转办我镇, 派发至我街道, but 转办我镇各站所: what came in before was the county's.
    func isGiven(to name: Range<Int>) -> Bool {
        let position = name.lowerBound
        let isHandedOn = position > 0 && Letter.handsOn.contains(text.letters[position - 1])
        let end = isHandedOn ? position - 1 : position
        guard end > 0, hits.length(of: Lexicon.lowerBody, at: name.upperBound, in: lexicon.index) == nil else {
            return false
        }
        if Letter.gives.contains(text.letters[end - 1]) { return true }
        return item.mentions.last.map {
            Int($0.end) == end && lexicon.senses[Int($0.word)].acts & lexicon.assigning != 0
        } ?? false
    }

    /// 县政府网站公开1200条，其中柳溪镇200条: of what the county's website has, ours is the whole.
    mutating func isOfOurs(_ name: Range<Int>, _ isPlain: Bool) -> Bool {
        guard scope.isPart, tellings.count == scope.partStart, let last, let index = lastTelling,
            last.sentence == sentence, isPlain || item.unexplained > 1, isAll(behind: name.upperBound),
            last.roles.carriers & lexicon.official != 0, isSiteOfCounty(before: last.place.lowerBound)
        else { return false }
        let start = name.lowerBound - (isPlain ? 0 : item.unexplained)
        guard start > 1, text.letters[start - 2] == Letter.among else { return false }
        tellings[index].roles.level = .above
        return true
    }

    /// 我镇200条, 我镇公开200条, but 我镇动态200条: whether what follows is of no kind.
    private func isAll(behind end: Int) -> Bool {
        Letter.isDigit(text.letters[end])
            || words(at: end).contains {
                $0.acts & lexicon.disclosing != 0 || lexicon.objects[Int($0.object)].family == .information
            }
    }

    /// 到位临时救助资金50万元, 资金到位50万元: what there is to pay.
    func hasArrived(_ found: FoundQuantity) -> Bool {
        func isBehind(_ end: Int) -> Bool { end > 1 && text.letters[end - 2..<end].elementsEqual(Letter.arrived) }
        return isBehind(found.whole.lowerBound) || item.mentions.last.map { isBehind(Int($0.start)) } ?? false
    }

    /// 除3件正在办理外
    func isException(_ found: FoundQuantity) -> Bool {
        var end = found.whole.lowerBound
        if end > 0, Letter.afterExcept.contains(text.letters[end - 1]) { end -= 1 }
        return end > 0 && text.letters[end - 1] == Letter.except
    }

    /// 未受理256件: a number behind the very verb that is denied; 未受理申请 tells of none.
    func isDenied(_ found: FoundQuantity, _ finding: Finding) -> Bool {
        guard let denial, finding.hasActHere, let verb = item.mentions.last else { return false }
        let acts = lexicon.senses[Int(verb.word)].acts
        // 未补正1件 is an outcome.
        let isDoing = lexicon.stages(acts, .opens) || lexicon.stages(acts, .pays) || acts & lexicon.disclosing != 0
        return Int(verb.end) == found.whole.lowerBound && isDoing && (1...2).contains(Int(verb.start) - denial.start)
    }

    /// 未及时公开信息12条, 其中3件未按期答复: of those that were not, or too late.
    func isHalfDenied(_ found: FoundQuantity, _ finding: Finding) -> Bool {
        let isBefore = scope.halfDenied.start < found.whole.lowerBound
        return scope.halfDenied.clause == clause && (isBefore || finding.hasActBehind)
    }

    /// 未收到不予公开的申请, 未收到收费的申请: whether a word that is denied says which of them.
    func isOfSome(_ mention: Mention, _ sense: WordSense) -> Bool {
        let isNarrow = lexicon.stages(sense.acts, .outcome) || lexicon.objects[Int(sense.object)].once != 0
        return isNarrow && text.letters[Int(mention.end)] == Letter.attributive
    }
}
