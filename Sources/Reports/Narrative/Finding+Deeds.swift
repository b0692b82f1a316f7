import Catalogue

/// People and things that are named right before a number, or together with others, and are not all that there is.
extension Finding {
    /// 为低保户86户送去慰问品: those for whom something else is done; but 为低保户286户发放低保金.
    func isNamedForElse(_ reader: RoleReader) -> Bool {
        let (lexicon, letters) = (reader.lexicon, reader.text.letters)
        guard unit == .persons || unit == .households, hasObjectHere, !usesBehind,
            lexicon.named.lasting & 1 << UInt128(object) != 0,
            let named = reader.item.mentions.last(where: { $0.object == object }), named.clause == reader.clause,
            named.start > 0, Letter.helps.contains(letters[Int(named.start) - 1]),
            let end = reader.group.last.map({ reader.quantities[$0].whole.upperBound })
        else { return false }
        let isGiven = reader.behind.contains { $0.object == object }
        let rest = letters[end...].prefix(Self.farthestElse).prefix { !Letter.endsClause($0) }
        return !isGiven
            && rest.indices.contains { reader.hits.length(of: Lexicon.otherDeed, at: $0, in: lexicon.index) != nil }
    }

    private static let farthestElse = 40
    private static let mostBeside = 40

    /// 困难群众、低保对象587人: whether people that no allowance is of are listed just before its word.
    func isBesideOthers(_ mention: RoleReader.Mention, _ reader: RoleReader) -> Bool {
        let start = Int(mention.start)
        return start > 1 && mention.clause == reader.clause && [.persons, .households].contains(unit)
            && !reader.item.mentions.suffix(Self.mostBeside).contains { Int($0.end) == start - 1 }
            && (reader.stands(Lexicon.glue, before: start - 1) || reader.stands(Lexicon.people, before: start - 1))
    }

    /// 人大代表建议、12345热线共330件: what is listed before a source is counted with its cases.
    func isListedBeforeSource(_ mention: RoleReader.Mention, _ new: UInt8, _ reader: RoleReader) -> Bool {
        let (lexicon, end) = (reader.lexicon, Int(mention.end))
        let traits = lexicon.objects[Int(new)]
        let isCases = traits.bond == .stated || traits.family == nil && traits.bond == nil
        guard unit == .cases, source > Roles.manySources, hasSourceHere, mention.clause == reader.clause, isCases,
            Letter.joiners.contains(reader.text.letters[end])
        else { return false }
        return reader.item.mentions.suffix(Self.mostBeside).contains {
            Int($0.start) == end + 1 && lexicon.senses[Int($0.word)].source == source
        }
    }

    /// 12345热线咨询、投诉312件: whether a kind of cases stands right behind the source that sends them.
    func isBeforeKinds(_ index: Int, _ reader: RoleReader) -> Bool {
        let mentions = reader.item.mentions
        guard unit == .cases, objects.nonzeroBitCount > 1, mentions.indices.contains(index + 1) else { return false }
        let next = mentions[index + 1]
        return next.start == mentions[index].end && reader.lexicon.objects[Int(next.object)].bond == .stated
    }

    /// 为416名重度残疾人和312名困难残疾人发放补贴: what the disabled of a sort are paid is theirs.
    mutating func takeBenefit(_ reader: RoleReader) -> Bool {
        let lexicon = reader.lexicon
        guard unit == .persons, varieties & lexicon.benefits != 0, object == Roles.none,
            let end = reader.group.last.map({ reader.quantities[$0].whole.upperBound }),
            reader.behind.contains(where: { lexicon.stages(lexicon.senses[Int($0.word)].acts, .pays) })
        else { return false }
        let rest = reader.text.letters[end...].prefix(Self.farthestElse).prefix { !Letter.endsClause($0) }
        guard zip(rest, rest.dropFirst()).contains(where: { [$0, $1] == Letter.subsidy }) else { return false }
        object = lexicon.named.disability
        objects = 1 << UInt128(object)
        (hasObjectHere, usesBehind) = (true, true)
        return true
    }

    /// 制定、废止规范性文件4件: of both.
    func isOfSeveralDeeds(_ reader: RoleReader) -> Bool {
        let bits = acts & reader.lexicon.stageBits[ActStage.documents.rawValue]
        return bits.nonzeroBitCount > 1 && unit != .percent && !isNothing(reader)
            && reader.item.each.clause != reader.clause
    }
}
