import Catalogue

extension Roles {
    /// What the sentence says of a number in one role, by the names that definitions use; empty where it says nothing.
    /// Nil where the vocabulary is not the one that the roles refer to.
    package func names(of role: NarrativeRole, in vocabulary: RoleVocabulary) -> [String]? {
        switch role {
        case .unit: return [unit.name]
        case .standing: return [standing.name]
        case .time: return [time.name]
        case .level: return [level.name]
        case .told: return [told.name]
        case .object, .act, .carrier, .source, .measure, .variety:
            let known = vocabulary.of(role)
            let places = values(of: role).filter { $0 != Int(Self.none) }
            guard places.allSatisfy(known.indices.contains) else { return nil }
            return places.map { known[$0].name }
        }
    }

    /// The roles that have these names; nil where the vocabulary does not know one any more.
    package init?(_ names: [NarrativeRole: [String]], in vocabulary: RoleVocabulary) {
        func first<Value: KnownRoleValue>(_ role: NarrativeRole) -> Value? {
            names[role]?.first.flatMap(Value.named)
        }
        guard let unit: UnitGroup = first(.unit), let standing: NarrativeStanding = first(.standing),
            let time: NarrativeTime = first(.time), let level: NarrativeLevel = first(.level),
            let told: NarrativeTelling = first(.told)
        else { return nil }
        self.init(unit: unit)
        (self.standing, self.time, self.level, self.told) = (standing, time, level, told)
        for role in [NarrativeRole.object, .act, .carrier, .source, .measure, .variety] {
            for name in names[role] ?? [] {
                guard let place = vocabulary.place(of: name, in: role), place < role.most else { return nil }
                switch role {
                case .object: object = UInt8(place)
                case .act: acts |= 1 << UInt64(place)
                case .carrier: carriers |= 1 << UInt64(place)
                case .source: source = UInt8(place)
                case .measure: measure = UInt8(place)
                default: varieties |= 1 << UInt128(place)
                }
            }
        }
    }
}
