import Catalogue

/// A definition made ready for numbers: for each role the values that will do, as bits.
final class CompiledDefinition: Sendable {
    let indicator: Indicator.ID
    /// Its place in the catalogue; of two of one code the earlier one is the better way to tell it.
    let order: Int
    private let masks: [Condition]
    /// The objects and the kinds of units that it asks for, as bits; all where it asks for none.
    let objects: UInt128
    let units: UInt128
    /// For each axis that is added up, the bits of its varieties.
    let axes: [UInt128]
    /// Whether all numbers of a sentence are added up.
    let addsEach: Bool

    /// The values of one role that will do.
    struct Condition: Sendable {
        let role: NarrativeRole
        let bits: UInt128
    }

    init(_ definition: NarrativeDefinition, order: Int, indicator: Indicator.ID, _ vocabulary: RoleVocabulary) {
        self.order = order
        self.indicator = indicator
        masks = zip(NarrativeRole.allCases, definition.bits).compactMap { role, bits in
            bits == .max ? nil : Condition(role: role, bits: bits)
        }
        objects = masks.first { $0.role == .object }?.bits ?? ~0
        units = masks.first { $0.role == .unit }?.bits ?? ~0
        addsEach = definition.adds.contains(NarrativeDefinition.each)
        axes = definition.adds.filter { $0 != NarrativeDefinition.each }.map { axis in
            vocabulary.of(.variety).enumerated().reduce(0) {
                $1.element.family == axis ? $0 | 1 << UInt128($1.offset) : $0
            }
        }
    }

    func accepts(_ roles: Roles) -> Bool { masks.allSatisfy { $0.holds(roles) } }

    /// The roles that a number fails on.
    func failing(_ roles: Roles) -> [NarrativeRole] { masks.filter { !$0.holds(roles) }.map(\.role) }

    /// The roles that it asks for.
    var roles: [NarrativeRole] { masks.map(\.role) }
}

extension CompiledDefinition.Condition {
    func holds(_ roles: Roles) -> Bool {
        switch role {
        case .unit: has(roles.unit.rawValue)
        case .object: has(Int(roles.object))
        case .act: roles.acts == 0 ? has(0) : UInt64(truncatingIfNeeded: bits) & roles.acts != 0
        case .carrier: has(Int(roles.carrier))
        case .source: has(Int(roles.source))
        case .measure: has(Int(roles.measure))
        case .variety: roles.varieties == 0 ? has(0) : bits & roles.varieties != 0
        case .standing: has(roles.standing.rawValue)
        case .time: has(roles.time.rawValue)
        case .level: has(roles.level.rawValue)
        case .told: has(roles.told.rawValue)
        }
    }

    private func has(_ place: Int) -> Bool { bits & 1 << UInt128(place) != 0 }
}
