import Catalogue

/// What of the words around a number its unit can count.
extension Finding {
    func sees(_ object: UInt8, _ lexicon: Lexicon) -> Bool {
        guard unit == .percent else { return lexicon.counts(unit, object) }
        let family = lexicon.objects[Int(object)].family
        return family != .aside && family != .kinds
    }

    /// What a word is to a number of this unit.
    func seen(_ mention: RoleReader.Mention, _ lexicon: Lexicon) -> UInt8? {
        // 安全生产47条: a kind of information where no course is spoken of.
        if object == Roles.none, unit == .cases, lexicon.objects[Int(mention.object)].family == .other,
            lexicon.objects[Int(mention.other)].family == .kinds
        {
            return mention.other
        }
        if mention.object != 0, sees(mention.object, lexicon) { return mention.object }
        return mention.other != 0 && sees(mention.other, lexicon) ? mention.other : nil
    }

    /// 热线受理146件，其中投诉类37件，转办各村103件: of what the source sent, told right before its kinds.
    func isHandedOn(_ reader: RoleReader) -> Bool {
        guard acts & reader.lexicon.named.delegating != 0, let last = reader.last, last.roles.source == 0 else {
            return false
        }
        let near = reader.tellings.suffix(Self.mostKinds)
        // 热线受理146件，信访20件，其中投诉类7件，转办12件
        guard let source = near.lastIndex(where: { $0.roles.source > Roles.manySources && $0.quantity != nil }) else {
            return false
        }
        return near[source].sentence == reader.sentence && near.indices.contains(source + 1)
            && near[source + 1].opensPart
    }

    private static let mostKinds = 20

    /// 更新街道概况及辖区11个社区: a place right behind its number goes before what is listed before the district.
    func isPlaceBehind(_ reader: RoleReader) -> Bool {
        let lexicon = reader.lexicon
        guard unit == .things, lexicon.objects[Int(object)].family == .kinds, let named = reader.behind.first,
            lexicon.objects[Int(named.object)].family == .place, let seat = reader.item.mentions.last,
            lexicon.stages(lexicon.senses[Int(seat.word)].acts, .seats)
        else { return false }
        return reader.group.contains {
            reader.quantities[$0].whole.lowerBound == Int(seat.end)
                && reader.quantities[$0].whole.upperBound == Int(named.start)
        }
    }
}
