import Catalogue

/// Cases that come from several sides, of which only one is a source that is known.
extension Finding {
    /// 12345热线及“互联网+督查”平台共受理, but not 12345热线及时办理平台派单: whether a name that nobody knows is listed beside a
    /// source and ends as what cases come through.
    func isListedWithVenue(_ index: Int, _ reader: RoleReader) -> Bool {
        let (letters, start) = (reader.text.letters, end(of: index, reader) + 1)
        let isJoined =
            start < letters.count && letters[start] != Letter.span && Letter.joiners.contains(letters[start - 1])
        for place in start..<min(start + Self.longestVenue, letters.count) where isJoined {
            if Letter.endsItem(letters[place]) || Letter.isDigit(letters[place]) && place > start + Self.shortestVenue {
                return false
            }
            let isVenue = reader.hits.length(of: Lexicon.venue, at: place, in: reader.lexicon.index) != nil
            if isVenue, place - start >= Self.shortestVenue { return true }
        }
        return false
    }

    private static let shortestVenue = 2
    private static let longestVenue = 14

    /// 12345、网络舆情、信访等各类诉求: the source is the first of a list that is closed by 等 before what is counted.
    func isFirstOfExamples(_ index: Int, _ reader: RoleReader) -> Bool {
        let mentions = reader.item.mentions
        guard Letter.joiners.contains(reader.text.letters[end(of: index, reader)]) else { return false }
        return mentions[(index + 1)...].prefix(Self.mostOfExamples).contains { other in
            other.clause == mentions[index].clause && other.link.contains(.etcetera)
                && reader.lexicon.objects[Int(other.object)].bond == .carried
        }
    }

    /// 12345热线工单、领导留言: where the name of a source ends, with the cases that it sends.
    private func end(of index: Int, _ reader: RoleReader) -> Int {
        let mentions = reader.item.mentions
        let next = mentions.indices.contains(index + 1) ? mentions[index + 1] : mentions[index]
        // 12345热线转办、网络舆情
        let isSent = reader.lexicon.senses[Int(next.word)].acts & reader.lexicon.named.assigning != 0
        let isCases =
            next.start == mentions[index].end
            && (isSent || reader.lexicon.objects[Int(next.object)].bond == .carried)
        return Int(isCases ? next.end : mentions[index].end)
    }

    /// 12345热线涉及信访、投诉等312件; 12345热线、信访件办结率100%
    func isOfExamples(_ reader: RoleReader) -> Bool {
        object != 0 && (reader.item.linkBefore.contains(.etcetera) || unit == .percent)
    }

    private static let mostOfExamples = 6

    /// 公开法规文件12条、信息公开目录1条、财政信息3条: in a list of kinds a catalogue is one of them, not what something went out through.
    mutating func nameCatalogue(_ reader: RoleReader) {
        guard hasCarrierHere, !hasObjectHere, !hasActHere, unit == .cases, let last = reader.last,
            last.sentence == reader.sentence, last.clause >= reader.clause - 1,
            reader.lexicon.objects[Int(last.roles.object)].family == .kinds,
            let start = reader.group.first.map({ reader.quantities[$0].whole.lowerBound }),
            reader.text.letters[..<start].suffix(2).elementsEqual(Letter.catalogue)
        else { return }
        // 政策文件12条，信息公开目录65条: what the catalogue has of them, or a catalogue; nobody says which.
        object = last.clause == reader.clause ? reader.lexicon.named.guides : Roles.unknown
        objects = 1 << UInt128(object)
        carriers = last.roles.carriers
        (hasObjectHere, hasCarrierHere) = (true, false)
    }

    /// 残疾人两项补贴728人67.2万元，就业培训2期: behind what people are given no information is counted.
    func isBesideAllowance(_ reader: RoleReader) -> Bool {
        let before = reader.tellings[min(reader.sentenceStart, reader.tellings.count)...].suffix(RoleReader.mostSources)
        return carriers == 0 && acts == 0 && reader.told.allowance != nil
            && before.contains { [.persons, .households, .money].contains($0.roles.unit) }
    }

    /// 通过公开目录（含指南、目录）发布信息163条: a kind that something went out through is not what went out.
    func isMeans(_ mention: RoleReader.Mention, _ new: UInt8, _ reader: RoleReader) -> Bool {
        let (means, lexicon) = (reader.item.means, reader.lexicon)
        return means.clause == mention.clause && reader.item.mentions.indices.contains(means.count)
            && mention.start >= reader.item.mentions[means.count].start
            && lexicon.objects[Int(object)].family == .information && acts & lexicon.named.disclosing != 0
            && lexicon.objects[Int(new)].family == .kinds
    }

    /// 扶贫社会保障就业类信息12条: of several kinds that nothing parts, and of none of them.
    mutating func takeMixed(_ mention: RoleReader.Mention, _ new: UInt8, _ reader: RoleReader) -> Bool {
        let lexicon = reader.lexicon
        func isKind(_ object: UInt8) -> Bool { lexicon.objects[Int(object)].family == .kinds }
        guard unit == .cases, isKind(object), isKind(new), object != new, object != lexicon.named.anyKind,
            let next = reader.item.mentions.first(where: { $0.start == mention.end }), next.object == object,
            reader.text.letters[Int(next.start)...Int(next.end)].contains(Letter.kind)
        else { return false }
        object = lexicon.named.anyKind
        objects = 1 << UInt128(object)
        return true
    }

    /// 公告栏等线下渠道: whether a word for several channels says that they are no sites or accounts.
    func isOffline(_ mention: RoleReader.Mention, _ sense: WordSense, _ reader: RoleReader) -> Bool {
        let word = reader.text.letters[Int(mention.start)..<Int(mention.end)]
        return sense.carriers & 1 << UInt64(Roles.several) != 0
            && zip(word, word.dropFirst()).contains { [$0, $1] == Letter.offline }
    }

    /// 特困户73户、残疾人986人: people of a kind that an allowance named before is not for.
    func isOfOtherPeople(_ reader: RoleReader) -> Bool {
        guard unit == .persons || unit == .households, !hasObjectHere, !hasActHere, reader.isBesidePeople,
            reader.item.linkBefore == .enumeration, reader.lexicon.objects[Int(object)].isAllowance
        else { return false }
        return !reader.lexicon.named.isFor(object, reader.text.letters[reader.item.peoplePlace])
    }

    /// 编发信息94期: issues, and not pieces of information.
    func areIssues(_ reader: RoleReader) -> Bool {
        unit == .cases && carriers == 0
            && [.information, .kinds].contains(reader.lexicon.objects[Int(object)].family)
            && reader.group.allSatisfy {
                reader.text.letters[reader.quantities[$0].number.upperBound - 1] == Letter.issue
            }
    }

    /// 其他行政复议2件，行政诉讼1件; 征地引发诉讼2件、复议1件: disputes of another cause, named or told of just before.
    func isOfOtherCause(_ reader: RoleReader) -> Bool {
        let lexicon = reader.lexicon
        guard lexicon.named.disputes & 1 << UInt128(object) != 0, hasObjectHere, !hasActHere, let last = reader.last,
            last.roles.object == lexicon.named.disputeThing, last.sentence == reader.sentence, last.quantity != nil,
            reader.clause - last.clause <= 1, !reader.item.isAfterStop, reader.item.mentions.count == 1,
            !reader.says(
                Letter.information, from: Int(reader.item.mentions[0].start), to: Int(reader.item.mentions[0].end))
        else { return false }
        let end = last.place.lowerBound
        let named = reader.text.letters[max(reader.sentenceBegin, end - Self.longestCause)..<end]
        return zip(named, named.dropFirst()).contains { Letter.otherCauses.contains([$0, $1]) }
    }

    private static let longestCause = 10
}
