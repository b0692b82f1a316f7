import Catalogue

/// Rates of some, which say nothing of all.
extension Finding {
    /// 投诉类满意率88%, 办结率100%的村, 低保对象参保率100%: a rate of a kind, of places, or of other people.
    mutating func takeRateOfSome(_ reader: RoleReader) {
        guard unit == .percent else { return }
        takeMeasureBehind(reader)
        takeContented(reader)
        guard measures != 0 else { return }
        takePopulation(reader)
        if isOfKind(reader) || isOfPlaces(reader) {
            mark = .share
            isOfSome = true
        }
    }

    /// 100%办结率、100%满意率: what the rate is of stands right behind it.
    private mutating func takeMeasureBehind(_ reader: RoleReader) {
        guard measures == 0, mark == nil, let first = reader.behind.first,
            let end = reader.group.last.map({ reader.quantities[$0].whole.upperBound }),
            // 以98.1%的满意率
            Int(first.start) == end || Int(first.start) == end + 1 && reader.text.letters[end] == Letter.attributive,
            case let named = reader.lexicon.senses[Int(first.word)].measure, named != 0
        else { return }
        measure = named
        measures = 1 << UInt64(named)
    }

    /// 代表建议26件，满意件达到23件，占办理件的88%: the share of those who are content is the rate.
    private mutating func takeContented(_ reader: RoleReader) {
        guard measures == 0, let last = reader.last, last.sentence == reader.sentence,
            last.clause == reader.clause - 1, last.roles.unit == .cases
        else { return }
        let letters = reader.text.letters
        let start = reader.clauseStart(before: last.place.lowerBound)
        let here = reader.group.first.map { reader.clauseStart(before: reader.quantities[$0].whole.lowerBound) }
        guard letters[start...].starts(with: Letter.contented), here.map({ letters[$0] }) == Letter.occupies,
            let proposals = reader.tellings[reader.sentenceStart...].prefix(Self.mostOfRate).first(where: {
                $0.roles.varieties & reader.lexicon.proposers != 0
            })
        else { return }
        object = proposals.roles.object
        objects = 1 << UInt128(object)
        varieties = proposals.roles.varieties
        measure = reader.lexicon.named.contentment
        measures = 1 << UInt64(measure)
        mark = nil
    }

    /// 咨询类满意率, 投诉类工单满意率, but not 各类诉求满意率
    private func isOfKind(_ reader: RoleReader) -> Bool {
        let letters = reader.text.letters
        guard let named = reader.item.mentions.last(where: { reader.lexicon.senses[Int($0.word)].measure != 0 }) else {
            return false
        }
        let end = Int(named.start)
        let before = letters[max(0, end - Self.longestKind)..<end]
        let start = before.lastIndex(where: Letter.endsItem).map { $0 + 1 } ?? before.startIndex
        guard let kind = letters[start..<end].lastIndex(of: Letter.kind), kind > 0,
            Letter.isIdeograph(letters[kind - 1]), !Letter.beforeKind.contains(letters[kind - 1])
        else { return false }
        // 投诉类工单, but not 公文类信息
        return kind + 1 == end
            || reader.words(at: kind + 1).contains { $0.source != 0 || isOfCases($0, reader) }
            || reader.words(at: kind).contains { isOfCases($0, reader) }
    }

    private func isOfCases(_ sense: WordSense, _ reader: RoleReader) -> Bool {
        reader.lexicon.objects[Int(sense.object)].bond != nil
    }

    private static let longestKind = 8

    /// 办结率100%的村有12个
    private func isOfPlaces(_ reader: RoleReader) -> Bool {
        guard let end = reader.group.last.map({ reader.quantities[$0].whole.upperBound }),
            reader.text.letters[end] == Letter.attributive
        else { return false }
        let (lexicon, hits) = (reader.lexicon, reader.hits)
        return hits.length(of: Lexicon.lowerBody, at: end + 1, in: lexicon.index) != nil
            || hits.length(of: Lexicon.placeBelow, at: end + 1, in: lexicon.index) != nil
            || reader.words(at: end + 1).contains { lexicon.objects[Int($0.object)].family == .place }
            || reader.text.letters.suffix(from: end + 1).first.map(Letter.townships.contains) ?? false
    }

    /// 低收入人口医保参保率100%, 低保、特困人员医保参保率: of those people, not of all.
    private mutating func takePopulation(_ reader: RoleReader) {
        let lexicon = reader.lexicon
        let here = reader.item.mentions.suffix(Self.mostOfRate).filter { $0.clause == reader.clause }
        guard
            let cover = here.last(where: {
                lexicon.objects[Int($0.object)].family == .cover && $0.object != lexicon.named.sponsored
            })
        else { return }
        let isOfOthers = here.contains { mention in
            mention.start < cover.start
                && (lexicon.objects[Int(mention.object)].isAllowance || mention.object == lexicon.named.sponsored)
        }
        // 脱贫人口医保参保率100%，养老保险参保率100%
        let goesOn =
            reader.last.map {
                $0.sentence == reader.sentence && $0.roles.standing == .share && $0.roles.measure == measure
            } ?? false
        let isOfAll = here.contains { reader.lexicon.stages(reader.lexicon.senses[Int($0.word)].acts, .seats) }
        // 脱贫人口1268人，医保参保率100%
        let isOfThem =
            reader.last.map { $0.clause == reader.clause - 1 && $0.people != nil && $0.sentence == reader.sentence }
            ?? false
        guard isOfOthers || reader.item.people == reader.clause || (goesOn || isOfThem) && !isOfAll else { return }
        object = cover.object
        objects = 1 << UInt128(object)
        mark = .share
        isOfSome = true
    }

    private static let mostOfRate = 8
}
