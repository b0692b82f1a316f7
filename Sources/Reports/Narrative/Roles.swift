import Catalogue

/// What is said of one number in a sentence. Open values are places in `RoleVocabulary`; several acts and carriers are
/// bits at those places.
package struct Roles: Sendable, Hashable {
    package var unit: UnitGroup
    package var object: UInt8 = Self.none
    package var acts: UInt64 = 0
    package var carriers: UInt64 = 0
    package var source: UInt8 = Self.none
    package var measure: UInt8 = Self.none
    package var varieties: UInt128 = 0
    package var standing: NarrativeStanding = .whole
    package var time: NarrativeTime = .thisYear
    package var level: NarrativeLevel = .own
    package var told: NarrativeTelling = .figures

    package static let none: UInt8 = 0
    package static let unknown: UInt8 = 1
    package static let several: UInt8 = 2
    /// Of sources: several at once.
    package static let manySources: UInt8 = 1
    /// Of carriers: several that are named one by one, without 等渠道.
    package static let together: UInt8 = 1

    package init(unit: UnitGroup) { self.unit = unit }

    /// The only carrier, or none, or several.
    package var carrier: UInt8 {
        if carriers == 0 { return Self.none }
        if carriers & 1 << UInt64(Self.together) != 0 { return Self.together }
        if carriers & 1 << UInt64(Self.several) != 0 || carriers.nonzeroBitCount > 2 { return Self.several }
        return carriers.nonzeroBitCount == 1 ? UInt8(carriers.trailingZeroBitCount) : Self.together
    }

    /// The places of the values of one role.
    package func values(of role: NarrativeRole) -> [Int] {
        switch role {
        case .unit: [unit.rawValue]
        case .object: [Int(object)]
        case .act: acts == 0 ? [0] : Self.places(acts)
        case .carrier: [Int(carrier)]
        case .source: [Int(source)]
        case .measure: [Int(measure)]
        case .variety: varieties == 0 ? [0] : Self.places(varieties)
        case .standing: [standing.rawValue]
        case .time: [time.rawValue]
        case .level: [level.rawValue]
        case .told: [told.rawValue]
        }
    }

    static func places<Bits: FixedWidthInteger>(_ bits: Bits) -> [Int] {
        (0..<Bits.bitWidth).filter { bits & 1 << Bits($0) != 0 }
    }
}
