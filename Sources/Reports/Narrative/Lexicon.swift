import Catalogue
import Values

/// The catalogue's words made ready for texts: one index over all of them, and what each says of a number.
final class Lexicon: Sendable {
    let index: WordIndex
    /// For each word of the index, what it says of numbers.
    let senses: [WordSense]
    /// For each word of the index, what one of the unit is in stored units; 0 for words that are no units.
    let scale: [Int64]
    /// For each word of the index, the group that it counts as a unit.
    let groups: [UnitGroup]
    let unitNames: [String]
    /// For each letter the one it is read as.
    let letters: [UInt16]
    /// The word 户次.
    let householdTimes: Int?
    /// The word `%`.
    let percent: Int?
    let yuan: Int?
    let objects: [ObjectTraits]
    /// For each act, those that give way to it, and how far it takes a case.
    let acts: [ActTraits]
    /// For each stage, the acts of it as bits.
    let stageBits: [UInt64]
    /// Acts that say nothing of cases: of places, people and money.
    let ofPeople: UInt64
    /// For each variety, its axis.
    let axes: [String?]
    let axisBits: [String: UInt128]
    /// For each object, the varieties whose numbers are added up.
    let added: [UInt128]
    /// The first words of handing on, and of other lines than the hotline.
    let delegation, otherLine: Int32?
    /// Values of the catalogue that single rules are about.
    let named: NamedRoles

    typealias Role = NarrativeLexicon.Role

    struct ObjectTraits: Sendable {
        var units: UInt16
        var over: UInt128
        var family: ObjectFamily?
        var isAllowance: Bool { family == .allowance }
        var bond: SourceBond?
        /// What it is after letters that no word explains, and what it is else.
        var named: UInt8?
        var plain: UInt8?
        var follows: UInt128
        var heir: UInt8?
        var once: UInt128
    }

    struct ActTraits: Sendable {
        var over: UInt64
        var stage: ActStage?
    }

    init(_ catalogue: NarrativeCatalogue) {
        let vocabulary = catalogue.vocabulary
        let tellers = NarrativeRole.allCases.filter { $0 != .unit && $0 != .told }
        letters = Self.letterTable(catalogue.lexicon.letters)
        let words = RoleLetters(vocabulary, letters)
        index = WordIndex(classes: Self.classes(catalogue, tellers, words, letters))
        senses = Self.completed(Self.senses(of: tellers, index, words), index, vocabulary)
        (unitNames, groups) = Self.units(vocabulary.of(.unit), index, words)
        (percent, yuan) = (index.number(of: Unit.percent.rawValue), index.number(of: Unit.yuan.rawValue))
        householdTimes = index.number(of: "户次")
        scale = unitNames.map { $0.isEmpty ? 0 : Unit(rawValue: $0)?.scale ?? 1 }
        objects = vocabulary.of(.object).map { ObjectTraits($0, vocabulary) }
        acts = vocabulary.of(.act).map { ActTraits($0, vocabulary) }
        stageBits = ActStage.allCases.map { Self.bits(of: [$0], vocabulary) }
        ofPeople = Self.bits(of: [.seats, .serves, .pays, .funds], vocabulary)
        delegation = Self.word(of: "delegate", .act, vocabulary, index, letters)
        otherLine = Self.word(of: "other_line", .source, vocabulary, index, letters)
        axes = vocabulary.of(.variety).map(\.family)
        axisBits = Self.bits(ofAxes: axes)
        (added, named) = (Self.added(catalogue, axisBits), NamedRoles(vocabulary))
    }

    /// The varieties of an age, of who is host to an account, of who proposed, of a level of deputies.
    var ages: UInt128 { axisBits["age"] ?? 0 }
    var hosting: UInt128 { axisBits["hosting"] ?? 0 }
    var proposers: UInt128 { axisBits["proposer"] ?? 0 }
    var overseers: UInt128 { axisBits["overseer"] ?? 0 }
    var tiers: UInt128 { axisBits["tier"] ?? 0 }
    var classes: UInt128 { axisBits["class"] ?? 0 }
    var benefits: UInt128 { axisBits["allowance"] ?? 0 }
    /// What sorts people that an allowance is for: of which disability, of what age.
    var sorts: UInt128 { benefits | ages }
    var modes: UInt128 { axisBits["mode"] ?? 0 }
    var areas: UInt128 { axisBits["area"] ?? 0 }

    /// The words of all classes, in the order of `Class`, then those of units and those of all other roles.
    private static func classes(
        _ catalogue: NarrativeCatalogue, _ tellers: [NarrativeRole], _ words: RoleLetters, _ letters: [UInt16]
    ) -> [[[UInt16]]] {
        let classes = Role.allCases.map { role in
            (catalogue.lexicon.words[role] ?? []).map { FoldedText.letters(of: $0, letters: letters) }
        }
        return classes + [words[.unit].flatMap { $0 }, tellers.flatMap { words[$0].flatMap { $0 } }]
    }

    /// The acts of some stages, as bits.
    private static func bits(of stages: [ActStage], _ vocabulary: RoleVocabulary) -> UInt64 {
        bits(vocabulary.of(.act)) { $0.stage.map(stages.contains) ?? false }
    }

    /// By the name of an axis the varieties that lie on it.
    private static func bits(ofAxes axes: [String?]) -> [String: UInt128] {
        axes.enumerated().reduce(into: [:]) { bits, axis in
            if let name = axis.element { bits[name, default: 0] |= 1 << UInt128(axis.offset) }
        }
    }

    /// The first word of a value.
    private static func word(
        of value: String, _ role: NarrativeRole, _ vocabulary: RoleVocabulary, _ index: WordIndex, _ letters: [UInt16]
    ) -> Int32? {
        vocabulary.of(role).first { $0.name == value }?.words.first
            .flatMap { index.number(of: FoldedText.letters(of: $0, letters: letters)) }.map { Int32($0) }
    }

    /// The values of a role that something holds of, as bits at their places.
    private static func bits<Bits: FixedWidthInteger>(
        _ values: [RoleValue], where holds: (RoleValue) -> Bool
    ) -> Bits {
        values.enumerated().reduce(0) { holds($1.element) ? $0 | 1 << Bits($1.offset) : $0 }
    }

    /// What each word of the index says.
    private static func senses(of roles: [NarrativeRole], _ index: WordIndex, _ words: RoleLetters) -> [WordSense] {
        var senses = Array(repeating: WordSense(), count: index.words.count)
        for role in roles {
            for (place, words) in words[role].enumerated() {
                for letters in words {
                    if let number = index.number(of: letters) { senses[number].add(role, place) }
                }
            }
        }
        return senses
    }

    /// For each word of the index, its unit and the group that this is of.
    private static func units(
        _ units: [RoleValue], _ index: WordIndex, _ words: RoleLetters
    ) -> (names: [String], groups: [UnitGroup]) {
        var names = Array(repeating: "", count: index.words.count)
        var groups = Array(repeating: UnitGroup.other, count: index.words.count)
        for (unit, letters) in zip(units, words[.unit]) {
            for (word, letters) in zip(unit.words, letters) {
                guard let number = index.number(of: letters) else { continue }
                names[number] = word
                groups[number] = UnitGroup.named(unit.name) ?? .other
            }
        }
        return (names, groups)
    }

    /// What a longer word says without being told so, of what it begins with: 农村低保户 is rural, 主动公开政府信息数量 is
    /// disclosed. Words for allowances have varieties so, words for information that name no act of their own have
    /// acts.
    private static func completed(
        _ senses: [WordSense], _ index: WordIndex, _ vocabulary: RoleVocabulary
    ) -> [WordSense] {
        let families = vocabulary.of(.object).map { $0.family.flatMap(ObjectFamily.named) }
        return zip(senses, index.words).map { sense, word in
            let family = families[Int(sense.object)]
            guard family == .allowance || family == .information && sense.acts == 0 else { return sense }
            var sense = sense
            for length in 1...word.count {
                guard let beginning = index.number(of: word[..<length]) else { continue }
                if family == .allowance { sense.varieties |= senses[beginning].varieties }
                if family == .information { sense.acts |= senses[beginning].acts }
            }
            return sense
        }
    }

    private static func added(_ catalogue: NarrativeCatalogue, _ axisBits: [String: UInt128]) -> [UInt128] {
        var added = Array(repeating: UInt128(0), count: catalogue.vocabulary.of(.object).count)
        for definition in catalogue.definitions {
            let bits = definition.adds.reduce(UInt128(0)) { $0 | (axisBits[$1] ?? 0) }
            guard bits != 0 else { continue }
            for name in definition.conditions[.object] ?? [] {
                if let place = catalogue.vocabulary.place(of: name, in: .object) { added[place] |= bits }
            }
        }
        return added
    }

    private static func letterTable(_ pairs: String) -> [UInt16] {
        var letters = [UInt16](unsafeUninitializedCapacity: 1 << 16) { letters, count in
            for letter in UInt32(0)..<1 << 16 {
                letters[Int(letter)] = UInt16(truncatingIfNeeded: Traditional.simplified(letter))
            }
            count = 1 << 16
        }
        let pairs = FoldedText.letters(of: pairs)
        for index in stride(from: 0, to: pairs.count - 1, by: 2) {
            letters[Int(pairs[index])] = letters[Int(pairs[index + 1])]
        }
        return letters
    }

    /// Whether a unit's group can count an object.
    func counts(_ unit: UnitGroup, _ object: UInt8) -> Bool {
        objects[Int(object)].units & 1 << UInt16(unit.rawValue) != 0
    }

    /// Whether one object beats another in the same item.
    func beats(_ object: UInt8, _ other: UInt8) -> Bool { objects[Int(object)].over & 1 << UInt128(other) != 0 }

    /// Of several acts, those that no other of them takes the place of.
    func strongest(_ bits: UInt64) -> UInt64 {
        guard bits & (bits &- 1) != 0 else { return bits }
        var result = bits
        for act in acts.indices where bits & 1 << UInt64(act) != 0 { result &= ~acts[act].over }
        return result
    }

    /// Whether the first acts leave nothing of the others.
    func outdoes(_ bits: UInt64, _ others: UInt64) -> Bool {
        acts.indices.contains { bits & 1 << UInt64($0) != 0 && acts[$0].over & others != 0 }
    }

    /// Of two acts, one of which is of last year's cases, the one of those that came.
    func opening(of one: UInt64, besideCarriedIn other: UInt64) -> UInt64? {
        if stages(one, .opens), stages(other, .carriedIn) { return one }
        return stages(one, .carriedIn) && stages(other, .opens) ? other : nil
    }

    /// Whether an act says nothing of how far a case is.
    func isStageless(_ bits: UInt64) -> Bool { stageBits.allSatisfy { $0 & bits == 0 } }

    /// Whether an object is another's in the wake of that one's number.
    func follows(_ object: UInt8, _ other: UInt8) -> Bool { objects[Int(object)].follows & 1 << UInt128(other) != 0 }

    /// What an object is behind some letters that no word explains.
    func object(_ object: UInt8, after strangers: Int) -> UInt8 {
        guard object != 0, let plain = objects[Int(object)].plain else { return object }
        return strangers > 0 ? objects[Int(object)].named ?? plain : plain
    }

    /// The axis that varieties are of, as bits of all of it.
    func axis(_ bits: UInt128) -> UInt128 {
        guard bits != 0, let family = axes[bits.trailingZeroBitCount] else { return 0 }
        return axisBits[family] ?? 0
    }

    /// Whether an object only says that the word before it is a kind: 类, 信息.
    func isClassifier(_ object: UInt8) -> Bool { object == named.anyKind || objects[Int(object)].plain != nil }

    /// Whether an object is a thing of its own, and a kind of information only among others: 行政许可, 建议提案.
    func isDone(_ object: UInt8) -> Bool {
        let traits = objects[Int(object)]
        return traits.named != nil && traits.plain == nil && object != named.normativeDocument
    }

    /// Whether two numbers are of different varieties on some axis.
    func differ(_ one: UInt128, _ other: UInt128) -> Bool {
        axisBits.values.contains { one & $0 != 0 && other & $0 != 0 && one & other & $0 == 0 }
    }

    func stages(_ bits: UInt64, _ stage: ActStage) -> Bool { bits & stageBits[stage.rawValue] != 0 }

    func isCarry(_ bits: UInt64) -> Bool {
        stages(bits, .carries) || stages(bits, .carriedIn) || stages(bits, .carriedOut)
    }
}
