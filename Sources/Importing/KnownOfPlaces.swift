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
        case .stored(let outcome, let read): fate = .stored(outcome, try noting(read, isFiled: !outcome.isContested))
        case .read(let read, let outcome):
            fate = .read(try noting(read, isFiled: outcome?.isContested == false), outcome)
        default: return result
        }
        return ImportResult(path: result.path, location: result.location, fate: fate)
    }

    private func noting(_ read: ReadReport, isFiled: Bool) throws -> ReadReport {
        var read = read
        let report = read.report
        if let today, let doubt = Doubt.ofYearNotOver(report.year, today: today) { read = read.adding(doubt) }
        let isNamed = isFiled && hasOtherNames
        guard isNamed || !terms.isEmpty else { return read }
        let place = try archive?.standingPlace(of: report)
        let own = Place(county: report.county, township: report.township)
        if let doubt = terms.doubt(of: place ?? own, report.year) { read = read.adding(doubt) }
        if isNamed, let place { read.standsUnder = place }
        return read
    }
}
