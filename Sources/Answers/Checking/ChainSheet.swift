import Catalogue
import Checks
import Output
import Values

/// What must carry on from year to year, followed through all years of a township: one chain a row, with the year it
/// broke in.
///
/// The links of a township come one after the other. Which years there are is known only at the end.
final class ChainSheet {
    private let name: (Indicator.ID) -> Entry
    private let words: (Phrase) -> String
    private var years: Set<Int> = []
    /// The chains of the townships before: county, township, rule and indicator, then years and states in turn.
    private let finished = RowSpool()
    /// Those of the township at hand, in the order of their first links.
    private var keys: [Key] = []
    private var chains: [Key: [Int: Link.State]] = [:]

    /// - Parameters:
    ///   - name: what an indicator is called.
    ///   - words: the language of the answer.
    init(name: @escaping (Indicator.ID) -> Entry, word words: @escaping (Phrase) -> String) {
        self.name = name
        self.words = words
    }

    private struct Key: Hashable {
        var county: String
        var township: String
        var rule: String
        var indicator: Indicator.ID
    }

    func add(_ links: [Link]) throws {
        for link in links {
            let key = Key(county: link.county, township: link.township, rule: link.rule, indicator: link.indicator)
            if let last = keys.last, (last.county, last.township) != (key.county, key.township) { try finishTownship() }
            if chains[key] == nil { keys.append(key) }
            chains[key, default: [:]][link.year] = link.state
            years.insert(link.year)
        }
    }

    private func finishTownship() throws {
        for key in keys {
            // A chain of which no link could be decided says nothing.
            guard let states = chains[key], states.values.contains(where: { $0 != .undecided }) else { continue }
            try finished.append(
                [.text(key.county), .text(key.township), .text(key.rule), name(key.indicator)]
                    + states.flatMap { [.year($0.key), .text($0.value.rawValue)] })
        }
        keys = []
        chains = [:]
    }

    func write(to writer: SheetWriter) throws {
        try finishTownship()
        let years = years.sorted()
        let columns = [Columns.county, Columns.township, FindingSheets.rule, Columns.indicator]
        let sheet = Sheet(
            title: Phrase(zh: "逐年衔接", en: "Chains over years"),
            columns: columns + years.map { Column("\($0)", Phrase(zh: "\($0)年", en: "\($0)")) }
                + [Column("broken_in", Phrase(zh: "断开年度", en: "broken in"))])
        try writer.write(sheet) { add in
            try finished.visit { row, _ in
                let states = Self.states(row.dropFirst(columns.count))
                let broken = years.filter { states[$0] == .broken }
                try add(
                    row.prefix(columns.count) + years.map { states[$0].map { .text(word($0)) } ?? .empty }
                        + [.text(broken.map { "\($0)" }.joined(separator: ";"))])
            }
        }
    }

    private static func states(_ entries: ArraySlice<Entry>) -> [Int: Link.State] {
        var states: [Int: Link.State] = [:]
        for (year, state) in zip(entries, entries.dropFirst()) {
            if case .number(let year) = year, case .text(let word) = state {
                states[Int(year.units)] = Link.State(rawValue: word)
            }
        }
        return states
    }

    private func word(_ state: Link.State) -> String {
        switch state {
        case .held: words(Phrase(zh: "相符", en: "held"))
        case .broken: words(Phrase(zh: "断开", en: "broken"))
        case .undecided: words(Phrase(zh: "无法判断", en: "undecided"))
        }
    }
}
