import Catalogue

/// Information of which the text says by an example or two, or by what it is about, and not all that was disclosed.
extension Finding {
    /// 公开乡村振兴、产业发展等信息115条, 公开关于水稻种植的信息115条: of a kind that nobody knows; but 公开工作动态、政策解读、通知公告等信息115条
    /// may be all.
    func isOfFewExamples(_ reader: RoleReader) -> Bool {
        guard let named = namedInformation(reader), let verb = verb(before: named, reader) else { return false }
        let letters = reader.text.letters
        let said = letters[Int(verb.end)..<Int(named.start)]
        if said.starts(with: Letter.about) { return true }
        // 等各类信息, 等相关信息; 主动公开民生等信息; 《…通知》等信息
        guard named.link.contains(.etcetera), acts & reader.lexicon.named.proactive == 0,
            let end = said.lastIndex(of: Letter.andSoOn), !said.contains(Letter.closeTitle),
            !letters[end..<Int(named.end)].contains(where: Letter.ofAnyKind.contains)
        else { return false }
        return said[..<end].count(where: Letter.joiners.contains) < Self.fewestForAll - 1 && !hasParts(reader)
    }

    /// 等信息256条，其中网站120条: whether the number is divided.
    private func hasParts(_ reader: RoleReader) -> Bool {
        guard let end = reader.group.last.map({ reader.quantities[$0].whole.upperBound }) else { return false }
        return reader.text.letters[end...].prefix(2).contains(Letter.among)
    }

    /// 对隐患排查、限期整改的信息共公开9条: what it is about stands in front of the verb.
    func isAboutWhatIsSaidFirst(_ reader: RoleReader) -> Bool {
        guard let named = namedInformation(reader), verb(before: named, reader) == nil else { return false }
        let letters = reader.text.letters
        let start = reader.clauseStart(before: Int(named.start))
        return letters[start] == Letter.against && letters[Int(named.start) - 1] == Letter.attributive
            && letters[start..<Int(named.start)].contains(Letter.enumerationComma)
    }

    /// The word 信息 of a number of pieces that were disclosed, of no channel.
    private func namedInformation(_ reader: RoleReader) -> RoleReader.Mention? {
        guard object == reader.lexicon.named.someInformation, unit == .cases, hasObjectHere, hasActHere, carriers == 0,
            acts & reader.lexicon.named.disclosing != 0
        else { return nil }
        return reader.item.mentions.last { $0.object == object && $0.clause == reader.clause }
    }

    private func verb(before named: RoleReader.Mention, _ reader: RoleReader) -> RoleReader.Mention? {
        reader.item.mentions.last {
            $0.clause == reader.clause && $0.end <= named.start
                && reader.lexicon.senses[Int($0.word)].acts & reader.lexicon.named.disclosing != 0
        }
    }

    /// As many examples may stand for all that there is.
    private static let fewestForAll = 3
}
