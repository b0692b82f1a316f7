import Catalogue

extension Lexicon.ObjectTraits {
    init(_ value: RoleValue, _ vocabulary: RoleVocabulary) {
        units = value.units.reduce(0) { $0 | 1 << UInt16((UnitGroup.named($1) ?? .other).rawValue) }
        // A name goes before the family that it is of: a result of proposals is told before them, though they are told
        // before kinds.
        over = value.over.flatMap { vocabulary.places(of: $0, in: .object) }.reduce(0) { bits, place in
            let other = vocabulary.of(.object)[place]
            guard value.over.contains(other.name) || !other.over.contains(value.name) else { return bits }
            return bits | 1 << UInt128(place)
        }
        family = value.family.flatMap(ObjectFamily.named)
        bond = value.bond
        func place(_ name: String?) -> UInt8? {
            name.flatMap { vocabulary.place(of: $0, in: .object) }.map { UInt8(truncatingIfNeeded: $0) }
        }
        named = place(value.named)
        plain = place(value.plain)
        heir = place(value.heir)
        once = value.once.reduce(0) { bits, name in place(name).map { bits | 1 << UInt128($0) } ?? bits }
        follows = value.follows.reduce(0) { bits, name in place(name).map { bits | 1 << UInt128($0) } ?? bits }
    }
}

extension Lexicon.ActTraits {
    init(_ value: RoleValue, _ vocabulary: RoleVocabulary) {
        over = value.over.reduce(0) { bits, name in
            vocabulary.place(of: name, in: .act).map { bits | 1 << UInt64($0) } ?? bits
        }
        stage = value.stage
    }
}
