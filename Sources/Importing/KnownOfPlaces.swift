import Foundation
import Reports
import Storage
import Values

/// What an archive knows of the place of a report that the report does not: in which years it was there, and under
/// which name it stands now.
struct KnownOfPlaces {
    private let archive: Archive?
    /// Without these no report need be looked up.
    private let hasTerms: Bool
    private let hasOtherNames: Bool
    private let today: String

    init(_ archive: Archive?) throws {
        self.archive = archive
        hasTerms = try archive?.townshipTerms().isEmpty == false
        hasOtherNames = try archive?.hasOtherNames() ?? false
        today = String(Date.now.ISO8601Format().prefix(10))
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
        if let doubt = Doubt.ofYearNotOver(read.report.year, today: today) { read = read.adding(doubt) }
        if hasTerms, let doubt = try archive?.doubtOfTerm(of: read.report) { read = read.adding(doubt) }
        if isFiled, hasOtherNames, let place = try archive?.standingPlace(of: read.report) { read.standsUnder = place }
        return read
    }
}
