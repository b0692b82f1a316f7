import Catalogue

extension RoleReader {
    /// What the numbers of a sentence have told so far.
    struct SentenceTold {
        /// Whether cases came in.
        var hasOpened = false
        var hasThisYear = false
        /// The allowances that money was told of, as bits.
        var allowances: UInt128 = 0
        /// Those that people were counted for since, and no money was told of, as bits.
        var unpaid: UInt128 = 0
        /// Whether money was told of since the last `；`.
        var isPaidSinceStop = false
        /// By object and unit, the varieties that numbers were told of; and the objects that were told of more than
        /// one.
        var varieties: [UInt16: UInt128] = [:]
        var mixed: UInt128 = 0
        /// The objects that parts of several varieties were told of.
        var several: UInt128 = 0
        /// The last thing that was denied.
        var denied = Roles.none
        /// How many numbers had been told when it was.
        var deniedStart = 0
        /// Whether it was that something had been carried over.
        var isCarryDenied = false
        /// The first thing that was spoken of, and whether it is cases.
        var subject = Roles.none
        var isOfCases = false
        /// The allowance that heads the sentence.
        var heading = Roles.none
        /// How many numbers had been told when it stood.
        var headingStart = 0
        /// The channels that numbers of their own were told of.
        var ways: UInt64 = 0

        /// The kinds of information that numbers were told of, as bits.
        var kinds: UInt128 = 0
        /// The years that one list names, and its sentence.
        var years: [Int] = []
        var yearSentence = -1
        /// The first township that it names, if that may be another.
        var place: NamedPlace?
        /// The sentence that named another year last.
        var otherYearSentence = -1
        /// The clause that 我镇 or the township's own name opens.
        var oursClause = -1
        /// How many parts of the year were named.
        var periods = 0
        /// The word for the last of them.
        var period: [UInt16] = []
        /// How many numbers had been told at the last `；`.
        var partStart = 0

        /// The first thing that was spoken of, if it is paid.
        var allowance: UInt8?

        mutating func open(with object: UInt8, _ lexicon: Lexicon) {
            subject = object
            allowance = lexicon.objects[Int(object)].isAllowance ? object : nil
            isOfCases = lexicon.objects[Int(object)].bond == .carried
        }

        mutating func endPart(at count: Int) {
            partStart = count
            isPaidSinceStop = false
            unpaid = 0
        }

        /// Takes who was counted, of no whole before.
        mutating func countPeople(_ roles: Roles, _ lexicon: Lexicon) {
            guard roles.unit == .persons || roles.unit == .households, roles.standing == .whole,
                roles.time == .thisYear, lexicon.objects[Int(roles.object)].isAllowance,
                roles.object != lexicon.named.otherAid
            else { return }
            unpaid |= 1 << UInt128(roles.object)
        }

        mutating func take(_ roles: Roles, _ lexicon: Lexicon) {
            if lexicon.stages(roles.acts, .opens) { hasOpened = true }
            if roles.time == .thisYear { hasThisYear = true }
            if roles.carriers.nonzeroBitCount == 1, roles.unit == .cases { ways |= roles.carriers }
            let family = lexicon.objects[Int(roles.object)].family
            if family == .kinds { kinds |= 1 << UInt128(roles.object) }
            guard family == .allowance || family == .cover else { return }
            if roles.unit == .money, family == .allowance, [.whole, .total, .part].contains(roles.standing) {
                allowances |= 1 << UInt128(roles.object)
                isPaidSinceStop = true
                unpaid = 0
            }
            let key = Self.key(roles.object, roles.unit)
            if let before = varieties.updateValue(roles.varieties, forKey: key), before != roles.varieties {
                if before != 0, roles.varieties != 0, before & roles.varieties == 0 {
                    several |= 1 << UInt128(roles.object)
                }
                mixed |= 1 << UInt128(roles.object)
            }
        }

        /// 农村低保12户，发放5万元，城市低保3户，共发放2万元: whether a total is of the last variety, not of all.
        func goesOn(_ object: UInt8, _ unit: UnitGroup, _ last: UInt128) -> Bool {
            if let before = varieties[Self.key(object, unit)], before != last { return true }
            return !isMixed(object)
        }

        /// 80-89岁386人，每月50元；90-99岁47人: whether another variety of the same axis was told of.
        func hasVaried(_ object: UInt8, _ unit: UnitGroup, on axis: UInt128) -> Bool {
            varieties[Self.key(object, unit)].map { $0 & axis != 0 } ?? false
        }

        /// Whether parts of several varieties of an allowance were told, and no money of any.
        func isUnpaid(_ object: UInt8) -> Bool {
            several & 1 << UInt128(object) != 0 && varieties[Self.key(object, .money)] == nil
        }

        /// Whether numbers of several varieties of an allowance were told.
        func isMixed(_ object: UInt8) -> Bool { mixed & 1 << UInt128(object) != 0 }

        private static func key(_ object: UInt8, _ unit: UnitGroup) -> UInt16 {
            UInt16(object) << 4 | UInt16(unit.rawValue)
        }
    }
}
