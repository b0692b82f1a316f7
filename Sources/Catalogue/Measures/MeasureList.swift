import Values

/// The measures that there are, in the order in which they are listed, found by their codes and by words.
package struct MeasureList: Sendable, RandomAccessCollection {
    private let measures: [Measure]

    package var startIndex: Int { 0 }
    package var endIndex: Int { measures.count }
    package subscript(place: Int) -> Measure { measures[place] }

    /// Reads the embedded measures and those of users' files, over the embedded indicators and those of the files.
    package static func load(adding local: [LocalFile] = []) throws -> MeasureList {
        try load(IndicatorList(Indicator.load(adding: local)), adding: local)
    }

    /// Reads the embedded measures and after them those of users' files.
    ///
    /// - Parameter indicators: those of the program's catalogue and of the users' files.
    package static func load(_ indicators: IndicatorList, adding local: [LocalFile] = []) throws -> MeasureList {
        let own = try local.filter { try $0.hasMeasures }
        return try MeasureList(
            DataFiles.measures.map { try $0.parsed() }, own.map { try YAMLValue(parsing: $0.text, file: $0.name) },
            indicators)
    }

    private init(_ embedded: [YAMLValue], _ own: [YAMLValue], _ indicators: IndicatorList) throws {
        var units = Dictionary(indicators.map { ($0.code, $0.unit) }, uniquingKeysWith: { $1 })
        var drafts: [Measure] = []
        for file in embedded + own {
            let added = try MeasureFile(file).drafts(units: units)
            drafts += added
            for draft in added { units[draft.code] = Unit(rawValue: draft.unit.name) ?? .things }
        }
        try Self.requireNames(drafts, indicators, own: Set(own.map(\.file)))
        var expansion = MeasureExpansion(drafts)
        measures = try expansion.expanded()
    }

    /// A name means one thing: no code, label or synonym may be another measure's, nor one of a user's own an
    /// indicator's. A user's indicator that is called as a measure of ours is no reason to refuse either.
    private static func requireNames(_ measures: [Measure], _ indicators: IndicatorList, own: Set<String>) throws {
        let owners = own.isEmpty ? [:] : names(of: indicators)
        var ours: [String: String] = [:]
        for measure in measures {
            for name in Set(measure.names.map { $0.lowercased() }).sorted() {
                let taken = ours.updateValue(measure.code, forKey: name)
                let owner = taken ?? (own.contains(measure.file) ? owners[name] : nil)
                guard let owner else { continue }
                throw MeasureError.taken(file: measure.file, line: measure.line, name: name, by: owner)
            }
        }
    }

    /// Codes, groups of codes and labels, each with an indicator that it is of.
    static func names(of indicators: IndicatorList) -> [String: String] {
        var owners: [String: String] = [:]
        for indicator in indicators {
            owners[indicator.code] = indicator.code
            owners[indicator.label.zh] = indicator.code
            owners[indicator.label.en.lowercased()] = indicator.code
            // A group of indicators is no measure, and a measure no group of them.
            var group = indicator.code[...]
            while let dot = group.lastIndex(of: ".") {
                group = group[..<dot]
                if owners[String(group)] == nil { owners[String(group)] = indicator.code }
            }
        }
        return owners
    }

    package func measure(_ code: String) -> Measure? { first { $0.code == code } }

    /// Those whose code, group of codes or name a word is.
    package func named(_ word: String) -> [Measure] {
        let lowercase = word.halfWidth.lowercased()
        return filter { measure in
            measure.code.hasPrefix(lowercase + ".") || measure.names.contains { $0.lowercased() == lowercase }
        }
    }

    /// What a user's words mean: measures by their codes and names, and by parts of their names where no indicator is
    /// meant; indicators as ever. Beside a measure stands the indicator that tells the same.
    package func meaning(
        of words: [String], among indicators: IndicatorList
    ) throws(IndicatorWordError) -> (indicators: [Indicator.ID], measures: [Measure]) {
        var ids = Set<Indicator.ID>()
        var codes = Set<String>()
        for word in words.flatMap(splitList).map(\.halfWidth) {
            let exact = named(word)
            let found = indicators.matches(word)
            let measured = exact.isEmpty && found.isEmpty ? partlyNamed(word) : exact
            guard !measured.isEmpty || !found.isEmpty else {
                let known = indicators.flatMap { [$0.code, $0.label.zh] }
                if let near = Nearest.name(to: word, among: known + flatMap(\.names)), !known.contains(near) {
                    throw .unknown(word, nearest: near)
                }
                _ = try indicators.ids(meantBy: [word])
                throw .unknown(word, nearest: nil)
            }
            codes.formUnion(measured.map(\.code))
            ids.formUnion(found + measured.compactMap { $0.told.flatMap(indicators.id(of:)) })
        }
        return (ids.sorted(), filter { codes.contains($0.code) })
    }

    /// Those that words mean, where nothing else could be meant.
    package func measures(meantBy words: [String]) throws(IndicatorWordError) -> [Measure] {
        var codes = Set<String>()
        for word in words.flatMap(splitList).map(\.halfWidth) {
            let found = named(word).isEmpty ? partlyNamed(word) : named(word)
            guard !found.isEmpty else {
                throw .unknown(word, nearest: Nearest.name(to: word, among: flatMap(\.names)))
            }
            codes.formUnion(found.map(\.code))
        }
        return filter { codes.contains($0.code) }
    }

    private func partlyNamed(_ word: String) -> [Measure] {
        guard word.count > 1 else { return [] }
        let lowercase = word.lowercased()
        return filter { $0.names.contains { $0.lowercased().contains(lowercase) } }
    }
}

extension Measure {
    /// All that it may be called by.
    package var names: [String] { [code, label.zh, label.en] + synonyms }
}
