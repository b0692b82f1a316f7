import Catalogue

/// What a word of the catalogue says of a number.
struct WordSense: Sendable {
    var object: UInt8 = 0
    /// What it is for units that do not count the first: 惠农补贴 are pieces of information and money.
    var other: UInt8 = 0
    var source: UInt8 = 0
    var measure: UInt8 = 0
    var acts: UInt64 = 0
    var carriers: UInt64 = 0
    var varieties: UInt128 = 0
    /// Standings, times and levels as bits.
    var standings: UInt16 = 0
    var times: UInt8 = 0
    var levels: UInt8 = 0

    /// Whether it says anything of what is counted, so that numbers look back for it.
    var isMention: Bool {
        object != 0 || source != 0 || measure != 0 || acts != 0 || carriers != 0 || varieties != 0 || standings != 0
    }

    mutating func add(_ role: NarrativeRole, _ place: Int) {
        let bit = UInt64(1) << UInt64(place & 63)
        switch role {
        case .object:
            other = object
            object = UInt8(truncatingIfNeeded: place)
        case .source: source = UInt8(truncatingIfNeeded: place)
        case .measure: measure = UInt8(truncatingIfNeeded: place)
        case .act: acts |= bit
        case .carrier: carriers |= bit
        case .variety: varieties |= 1 << UInt128(place)
        case .standing: standings |= UInt16(truncatingIfNeeded: bit)
        case .time: times |= UInt8(truncatingIfNeeded: bit)
        case .level: levels |= UInt8(truncatingIfNeeded: bit)
        case .unit, .told: break
        }
    }

    func has(_ standing: NarrativeStanding) -> Bool { standings & 1 << UInt16(standing.rawValue) != 0 }
    func has(_ time: NarrativeTime) -> Bool { times & 1 << UInt8(time.rawValue) != 0 }
    func has(_ level: NarrativeLevel) -> Bool { levels & 1 << UInt8(level.rawValue) != 0 }
}
