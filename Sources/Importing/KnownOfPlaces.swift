import Reports
import Storage
import Values

/// What an archive knows of the place of a report that the report does not: in which years it was there, and under
/// which name it stands now.
struct KnownOfPlaces {
    private let archive: Archive?
    /// Without these no report need be looked up. They are those of many reports, read once.
    private let terms: TownshipTerms
    private let hasOtherNames: Bool
    private let today: String?

    /// - Parameter today: `2021-02-04`; without it no year is said not to be over.
    init(_ archive: Archive?, today: String?) throws {
        self.archive = archive
        self.today = today
        terms = try archive?.townshipTerms() ?? TownshipTerms()
        hasOtherNames = try archive?.hasOtherNames() ?? false
    }

    /// What became of a file, with what is known besides.
    func noting(_ result: ImportResult) throws -> ImportResult {
        let fate: ImportResult.Fate
        switch result.fate {
        case .stored(let outcome, let read): fate = .stored(outcome, try noting(read, outcome))
        case .read(let read, let outcome): fate = .read(try noting(read, outcome), outcome)
        default: return result
        }
        return ImportResult(path: result.path, location: result.location, fate: fate)
    }

    private func noting(_ read: ReadReport, _ outcome: Outcome?) throws -> ReadReport {
        var read = read
        let report = read.report
        var filed: Place?
        if case .revision(_, _, let place) = outcome { filed = place }
        if let today, let doubt = Doubt.ofYearNotOver(report.year, today: today) { read = read.adding(doubt) }
        let isNamed = outcome?.isContested == false && (hasOtherNames || filed != nil)
        guard isNamed || !terms.isEmpty else { return read }
        let place = try filed ?? archive?.standingPlace(of: report) ?? report.place
        if let doubt = terms.doubt(of: place, report.year) { read = read.adding(doubt) }
        if isNamed, place != report.place { read.standsUnder = place }
        return read
    }
}
