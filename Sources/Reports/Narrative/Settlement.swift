import Catalogue
import Values

/// Makes one figure for each indicator of all numbers that its definitions take.
struct Settlement {
    let read: RoleReader
    let tellings: [Telling]
    private let definitions: [CompiledDefinition]
    private var candidates: [Candidate] = []
    /// The indicator that each quantity belongs to.
    private(set) var owner: [Indicator.ID?]

    struct Candidate {
        /// The indicator, and the definition's place in the catalogue.
        var indicator: Indicator.ID
        var order: Int
        /// The definition's place among those compiled.
        var definition: Int
        var telling: Telling
        /// The place among all tellings: the order of the text.
        var place: Int

        /// By indicator; of one, what goes before: the better definition, wholes before parts, figures before words,
        /// then the order of the text.
        var rank: (Indicator.ID, Int, Int, Int, Int) {
            let roles = telling.roles
            return (
                indicator, order, roles.standing == .part ? 1 : 0, roles.told == .figures ? 0 : 1, place
            )
        }
    }

    init(_ read: RoleReader, _ tellings: [Telling], _ definitions: [CompiledDefinition]) {
        self.read = read
        self.tellings = tellings
        self.definitions = definitions
        owner = Array(repeating: nil, count: read.quantities.count)
    }

    mutating func offer(_ telling: Int, to definition: Int) {
        candidates.append(
            Candidate(
                indicator: definitions[definition].indicator, order: definitions[definition].order,
                definition: definition, telling: tellings[telling], place: telling))
    }

    mutating func reading(of text: [UInt8]) -> NarrativeReading {
        candidates.sort { $0.rank < $1.rank }
        var result = NarrativeReading(figures: [], quantities: [], claims: [], doubts: [])
        var start = 0
        while start < candidates.count {
            let indicator = candidates[start].indicator
            let end = candidates[start...].firstIndex { $0.indicator != indicator } ?? candidates.count
            settle(candidates[start..<end], into: &result, text)
            start = end
        }
        result.figures.sort { ($0.range.lowerBound, $0.indicator) < ($1.range.lowerBound, $1.indicator) }
        result.claims.sort { ($0.range.lowerBound, $0.indicator) < ($1.range.lowerBound, $1.indicator) }
        result.quantities = quantities()
        result.doubts += read.doubtsOfOtherYears(in: text)
        result.doubts += read.unclear.map {
            Doubt(.unclearNumber, at: read.text.bytes($0), found: string(text, $0))
        }
        doubtScopes(into: &result, text)
        doubtMonths(into: &result, text)
        return result
    }

    private mutating func settle(
        _ all: ArraySlice<Candidate>, into result: inout NarrativeReading, _ text: [UInt8]
    ) {
        if let first = all.first, definitions[first.definition].addsEach { return addEach(all, into: &result) }
        // 收集意见建议128条，人大代表建议3件、政协提案6件: the parts of the better definition go before another's whole.
        // 发出督办单23份，办理县政府督办件31件: so does what one office handed on.
        let best = all.prefix { $0.order == all.first?.order }
        if best.count < all.count, !best.contains(where: { isWhole($0) }), let axis = sharedAxis(best),
            axis == read.lexicon.overseers || Set(best.map { $0.telling.roles.varieties & axis }).count > 1
        {
            return settleParts(best, axis, into: &result, text)
        }
        // 书记信箱收到9件，县长信箱收到14件，回复23件: the better number is of all of them.
        if best.count == 1, let first = best.first, best.count < all.count, !isWhole(first),
            sum(of: all.dropFirst()) == first.telling.amount.value
        {
            return add([first], first.telling.amount, into: &result)
        }
        // 镇人大代表提出建议31件；承办县政协提案2件: what different people proposed is added up.
        if best.count < all.count, !best.contains(where: { isWhole($0) }), let axis = sharedAxis(best),
            all.dropFirst(best.count).allSatisfy({ rest in
                let side = rest.telling.roles.varieties & axis
                return side != 0 && best.allSatisfy { $0.telling.roles.varieties & side == 0 }
            })
        {
            return settleParts(all, axis, into: &result, text)
        }
        let wholes = all.filter { isWhole($0) }
        guard let first = wholes.first ?? all.first else { return }
        guard wholes.isEmpty, let axis = sharedAxis(all) else {
            let best = closest(to: first, among: wholes)
            add([best], best.telling.amount, into: &result)
            doubtWays(all, beside: best, into: &result, text)
            return doubt(wholes, beside: best, into: &result, text)
        }
        settleParts(all, axis, into: &result, text)
    }

    /// Adds up what one sentence tells of a kind in pieces: 部门预算1条、部门决算1条.
    private mutating func addEach(_ all: ArraySlice<Candidate>, into result: inout NarrativeReading) {
        guard let first = all.first else { return }
        var parts: [Candidate] = []
        var amount = Amount(value: 0)
        let named = all.contains { $0.telling.hasOwnObject }
        // 社会救助信息36条，其中低保类12条: the parts are in the whole.
        let hasWhole = first.telling.roles.standing != .part
        for candidate in all
        where isOfSentence(candidate.telling, first.telling) && candidate.order == first.order
            && isListed(candidate.telling, behind: first.telling, byName: named)
            && !(hasWhole && candidate.telling.roles.standing == .part && !isBeside(candidate, parts.last))
            && !isWithinOwnKind(candidate)
        {
            guard let sum = amount.adding(candidate.telling.amount) else { break }
            amount = parts.isEmpty ? candidate.telling.amount : sum
            parts.append(candidate)
        }
        add(parts, amount, into: &result)
    }

    /// Whether two numbers are told together; as are 机构职能：公开信息3条。领导信息：公开信息5条.
    private func isOfSentence(_ telling: Telling, _ first: Telling) -> Bool {
        telling.sentence == first.sentence
            || telling.isOfHeading && first.isOfHeading && telling.paragraph == first.paragraph
    }

    /// Kinds are told of all over a sentence; 转派社区487件、站所105件，回访93件 only in a list or with a verb.
    private func isListed(_ telling: Telling, behind first: Telling, byName: Bool) -> Bool {
        let traits = read.lexicon.objects[Int(telling.roles.object)]
        guard traits.family == .kinds || traits.isAllowance else {
            return telling.clause == first.clause || telling.hasOwnAct
        }
        return telling.hasOwnObject || !byName
    }

    /// Of numbers and the total that closes them, the total; of a rounded figure and an exact one that it may be
    /// rounded from, the exact one.
    private func closest(to first: Candidate, among others: some Sequence<Candidate>) -> Candidate {
        if let total = total(of: first, among: others) { return total }
        // 审批低保33户…现有低保417户: of those who are on the rolls, not of those who came.
        let isStock =
            first.telling.roles.unit == .persons || first.telling.roles.unit == .households
            || first.telling.roles.unit == .things && read.lexicon.counts(.persons, first.telling.roles.object)
        if isStock, !first.telling.isSaidThisYear,
            let present = others.first(where: { $0.telling.isSaidPresent && $0.order == first.order })
        {
            return present
        }
        // 为43人发放救助金3.9万元；全年共救助156人次，发放24.7万元
        if !first.telling.isOfYear, !first.telling.isSaidPresent, first.telling.roles.unit != .percent,
            let yearly = others.first(where: {
                $0.telling.isOfYear && $0.telling.sentence == first.telling.sentence && $0.order == first.order
                    && $0.telling.amount.value > first.telling.amount.value
            })
        {
            return yearly
        }
        if let paid = paid(after: first, among: others) { return paid }
        // 截至11月底受理256件…全年受理280件
        if first.telling.until != nil,
            let yearly = others.first(where: {
                $0.telling.until == nil && $0.order == first.order
                    && $0.telling.amount.value > first.telling.amount.value
            })
        {
            return yearly
        }
        if first.telling.givesWay, let better = others.first(where: { outranks($0, first) }) { return better }
        guard first.telling.amount.qualifier != nil else { return first }
        let value = first.telling.amount.value
        return others.first {
            $0.telling.amount.qualifier == nil && abs($0.telling.amount.value - value) <= value / 20
        } ?? first
    }

    /// 审批到位58户，小额先行救助17户，共75户
    private func total(of first: Candidate, among others: some Sequence<Candidate>) -> Candidate? {
        guard [.whole, .intake].contains(first.telling.roles.standing) else { return nil }
        return others.first {
            $0.telling.roles.standing == .total && sumsUp($0.telling, first.telling)
                && $0.telling.amount.value > first.telling.amount.value && $0.order == first.order
        }
    }

    /// 应公开400条，实际公开320条; 各村公开栏1200条，镇公开栏120条
    private func outranks(_ one: Candidate, _ other: Candidate) -> Bool {
        // 共需办理8件。已办结7件
        other.telling.givesWay && !one.telling.givesWay
            && one.telling.sentence - other.telling.sentence
                == (other.telling.isDue && one.telling.sentence > other.telling.sentence ? 1 : 0)
            && one.order == other.order && (!other.telling.isDue || isDone(one.telling, of: other.telling))
    }

    /// Whether a total sums up what was told before: in the same sentence, or 今年以来累计 behind news of a day.
    private func sumsUp(_ total: Telling, _ first: Telling) -> Bool {
        total.sentence == first.sentence || total.isSaidThisYear && !first.isSaidThisYear
    }

    private static let mostParts = 100

    /// The sum of several numbers of different varieties; nil where they are not such.
    private func sum(of parts: ArraySlice<Candidate>) -> Int64? {
        guard parts.count > 1, parts.count <= Self.mostParts,
            Set(parts.map(\.telling.roles.varieties)).count == parts.count
        else { return nil }
        return parts.reduce(Int64(0)) { $0 &+ $1.telling.amount.value }
    }

    /// Adds up the numbers of different varieties, such as urban and rural.
    private mutating func settleParts(
        _ all: ArraySlice<Candidate>, _ axis: UInt128, into result: inout NarrativeReading, _ text: [UInt8]
    ) {
        let all = Self.withoutPartsOfWholes(all)
        var parts: [Candidate] = []
        var rivals: [Candidate] = []
        var seen: [UInt128] = []
        let divisions = [read.lexicon.hosting, read.lexicon.classes]
        var amount = Amount(value: 0)
        for candidate in all {
            let variety = candidate.telling.roles.varieties
            let candidate = seen.contains(variety) ? candidate : closest(to: candidate, of: variety, in: all)
            // The same number in another sentence is the same thing told again.
            let isAgain = parts.contains {
                $0.telling.sentence != candidate.telling.sentence
                    && $0.telling.amount.value == candidate.telling.amount.value
            }
            // 县人大代表建议13件，主办10件，协办3件: the first is of all of them.
            let isWithin = divisions.contains { variety & $0 != 0 && seen.contains(variety & ~$0) }
            guard variety & axis != 0, !seen.contains(variety), !isAgain, !isWithin, !candidate.telling.mayHaveCome,
                let sum = amount.adding(candidate.telling.amount)
            else {
                rivals.append(candidate)
                continue
            }
            seen.append(variety)
            parts.append(candidate)
            amount = parts.count == 1 ? candidate.telling.amount : sum
        }
        add(parts, amount, into: &result)
        let same = rivals.filter { seen.contains($0.telling.roles.varieties) || $0.telling.mayHaveCome }
        if let first = parts.first {
            doubt(
                same.filter { rival in
                    !parts.contains { $0.telling.amount.value == rival.telling.amount.value }
                }, beside: first, into: &result, text)
        }
    }

    /// 收到建议27件，闭会期间6件，共33件
    private func closest(to first: Candidate, of variety: UInt128, in all: [Candidate]) -> Candidate {
        closest(to: first, among: all.prefix(Self.mostParts).filter { $0.telling.roles.varieties == variety })
    }

    /// 网民留言43条，其中县长信箱31条: the parts are in the whole; but 网民留言28条，其中已回复21条 tells of what counts.
    private static func withoutPartsOfWholes(_ all: ArraySlice<Candidate>) -> [Candidate] {
        let best = all.prefix { $0.order == all.first?.order }
        if best.count < all.count, best.allSatisfy({ $0.telling.roles.standing == .part }) { return Array(best) }
        let hasWhole = all.contains { $0.telling.roles.standing != .part }
        return all.filter { !hasWhole || $0.telling.roles.standing != .part }
    }

    /// Whether a number tells of all varieties of each axis, or of none in particular.
    func isWhole(_ candidate: Candidate) -> Bool {
        definitions[candidate.definition].axes.allSatisfy {
            (candidate.telling.roles.varieties & $0).nonzeroBitCount != 1
        }
    }

    /// The axis on which every number has a variety.
    private func sharedAxis(_ all: ArraySlice<Candidate>) -> UInt128? {
        guard let axes = all.first.map({ definitions[$0.definition].axes }) else { return nil }
        return axes.first { axis in all.allSatisfy { $0.telling.roles.varieties & axis != 0 } }
    }

    private mutating func add(_ parts: [Candidate], _ amount: Amount, into result: inout NarrativeReading) {
        guard let first = parts.first else { return }
        let place = parts.dropFirst().reduce(first.telling.place) { $0.spanning($1.telling.place) }
        let range = read.text.bytes(place)
        let indicator = first.indicator
        result.figures.append(Figure(indicator: indicator, reading: .reported(amount), range: range))
        result.claims.append(
            NarrativeClaim(
                indicator: indicator, definition: first.order, roles: first.telling.roles, range: range))
        for part in parts {
            if let quantity = part.telling.quantity, owner[quantity] == nil { owner[quantity] = indicator }
        }
    }

    /// Says that another sentence tells another number.
    private func doubt(
        _ rivals: [Candidate], beside chosen: Candidate, into result: inout NarrativeReading, _ text: [UInt8]
    ) {
        let rival = rivals.first {
            // 遗留事项9件，也已全部销号: words tell of others beside the number, and do not gainsay it.
            $0.telling.amount.value != chosen.telling.amount.value && $0.order == chosen.order
                && !outranks(chosen, $0) && !goesOn(chosen.telling, behind: $0.telling)
                && ($0.telling.roles.told == .figures || chosen.telling.roles.told != .figures)
                && ($0.telling.roles.standing != .part || chosen.telling.roles.standing == .part)
        }
        guard let rival else { return }
        result.doubts.append(
            Doubt(
                .narrativeDisagrees, at: read.text.bytes(rival.telling.place),
                found: string(text, rival.telling.place), expected: string(text, chosen.telling.place)))
    }

    /// Says where only what stood before kept a number from being a figure, once for each indicator; where a number is
    /// told of parts of the year one by one, which may be all of it; and where cases that came in are told by a bound.
    private func doubtScopes(into result: inout NarrativeReading, _ text: [UInt8]) {
        var done = Set<Indicator.ID>()
        var periods: [Indicator.ID: Telling] = [:]
        for telling in tellings where telling.quantity != nil {
            let isScoped = telling.isScopeCarried || telling.hasCarriedIn
            let isBound = telling.isBound && read.lexicon.stages(telling.roles.acts, .opens)
            let isOfPeriod = telling.roles.time == .partOfYear && telling.roles.level == .own
            guard isScoped || isBound || isOfPeriod, let indicator = indicator(of: telling, isBound: isBound) else {
                continue
            }
            let figure = result.figures.first { $0.indicator == indicator }
            if !isScoped, figure != nil { continue }
            var found = telling
            if !isScoped, !isBound {
                // 1-11月受理980件；12月受理92件
                guard let first = periods.updateValue(telling, forKey: indicator),
                    first.paragraph == telling.paragraph, first.period != telling.period
                else { continue }
                found = first
            }
            guard done.insert(indicator).inserted, figure?.reading.amount != telling.amount else { continue }
            result.doubts.append(
                Doubt(
                    isBound ? .unclearNumber : .narrativeScope, at: read.text.bytes(found.place),
                    found: string(text, found.place),
                    expected: figure.map { String(decoding: text[$0.range], as: UTF8.self) } ?? ""))
        }
    }

    /// What a number would be a figure of, were it of this year, of the township and no bound.
    private func indicator(of telling: Telling, isBound: Bool) -> Indicator.ID? {
        var roles = telling.roles
        if telling.hasCarriedIn { roles.told = .figures }
        if isBound { roles.standing = .whole }
        roles.time = .thisYear
        roles.level = .own
        return definitions.first { $0.accepts(roles) }?.indicator
    }

    private func quantities() -> [Quantity] {
        var roles: [Roles?] = Array(repeating: nil, count: read.quantities.count)
        for telling in tellings {
            if let quantity = telling.quantity, roles[quantity] == nil { roles[quantity] = telling.roles }
        }
        return read.quantities.indices.compactMap { index in
            let quantity = read.quantities[index]
            guard owner[index] != nil || quantity.unit != nil else { return nil }
            return Quantity(
                amount: quantity.amount, unit: quantity.unit.map { read.lexicon.unitNames[$0] } ?? "",
                range: read.text.bytes(quantity.number), indicator: owner[index],
                roles: roles[index] ?? Roles(unit: read.unitGroup(quantity)))
        }
    }

    func string(_ text: [UInt8], _ letters: Range<Int>) -> String {
        String(decoding: text[read.text.bytes(letters)], as: UTF8.self)
    }
}
