import Values

/// What one cell of a sheet says.
package enum Entry: Sendable, Hashable {
    case text(String)
    case number(Number)
    /// The digits of a number that is no figure of a report: what an average comes to.
    case decimal(String)
    /// Several words: a list in JSON, elsewhere one text with semicolons between them.
    case list([String])
    /// Whether something is so: `true` or `false`.
    case flag(Bool)
    /// A word of a fixed list: as programs know it, and as people read it.
    case word(String, Phrase)
    /// Why there is no number where one could be.
    case gap(Gap)
    /// Nothing to say: the value beside a `state` column that tells why, the rest of a merged cell.
    case empty

    package init(_ reading: Reading, _ unit: Unit) {
        switch reading {
        case .reported(let amount): self = .number(Number(amount, unit.displayScale))
        case .blank: self = .gap(.blank)
        case .notApplicable: self = .gap(.notApplicable)
        case .unreadable: self = .gap(.unreadable)
        }
    }
}

/// Why a cell of a comparison has no number. The ways look different from each other and from 0 in every format.
///
/// Raw values are what CSV, TSV and JSON print, but for `absent`, which is the empty cell and `null` there: a
/// township that says nothing of an indicator is the common case, and the one that readers of data expect to be empty.
package enum Gap: String, Sendable, CaseIterable {
    case blank
    case notApplicable = "not_applicable"
    case unreadable
    /// There is a report, and it does not mention this.
    case absent
    /// There is a report, but when it was read nobody looked for this.
    case notRead = "not_read"
    /// There is no report of this township and year.
    case noReport = "no_report"
    /// There is none, as the township was not there in that year.
    case noTownship = "no_township"
    /// A ratio over 0.
    case undefined
    /// What it is worked out of is not proved, or too vague to bound it.
    case uncertain

    /// What a reading is where it is no number.
    package init?(_ reading: Reading) {
        switch reading {
        case .reported: return nil
        case .blank: self = .blank
        case .notApplicable: self = .notApplicable
        case .unreadable: self = .unreadable
        }
    }

    /// The word of the machine formats; in a language where they are asked for in one.
    func word(in language: Language?) -> String {
        if self == .absent { return "" }
        return language.map { Mark(self).sign[$0] } ?? rawValue
    }
}
