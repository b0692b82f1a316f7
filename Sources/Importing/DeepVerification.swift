import Catalogue
import Dispatch
import Documents
import Reports
import Storage
import Synchronization
import Values

/// The stored originals read again as if they came in today, and every figure held against the one in the archive.
///
/// Earlier revisions are read again, too, but for those that were replaced just because the program learnt to read
/// better.
package struct DeepVerification {
    private static let chunk = 100

    private let archive: Archive
    private let codebook: Codebook
    private let reader: ReportReader
    /// What the archive's indicators are in the codebook, whose order may be another.
    private let known: PerIndicator<Indicator.ID?>

    package init(_ archive: Archive, codebook: Codebook) throws(CatalogueError) {
        self.archive = archive
        self.codebook = codebook
        reader = try ReportReader(codebook)
        known = PerIndicator(archive.indicators) { codebook.indicators.id(of: $0.code) }
    }

    /// Reads everything again, or so many hundredths of the reports by chance, and tells what differs and how many
    /// reports were read.
    package func run(sample: Int? = nil) throws -> (reports: Int, differences: [RereadingDifference]) {
        let ids = try chosen(sample)
        var differences: [RereadingDifference] = []
        for start in stride(from: 0, to: ids.count, by: Self.chunk) {
            let summaries = try archive.reports(withIDs: Array(ids[start..<min(start + Self.chunk, ids.count)]))
            let stored = try summaries.map(fetch)
            let found = Mutex(Array(repeating: [RereadingDifference](), count: stored.count))
            DispatchQueue.concurrentPerform(iterations: stored.count) { number in
                let result = compare(stored[number])
                found.withLock { $0[number] = result }
            }
            differences += found.withLock { $0.flatMap { $0 } }
        }
        return (ids.count, differences)
    }

    private func chosen(_ percent: Int?) throws -> [Int64] {
        var wanted: [Int64] = []
        var last: (id: Int64, fingerprint: Fingerprint)?
        // Of one township and year, the revisions stand one after the other.
        try archive.eachReport(Filter(includesEveryRevision: true)) { report in
            if let last, last.fingerprint != report.fingerprint { wanted.append(last.id) }
            last = report.isCurrent ? nil : (report.id, report.fingerprint)
            if report.isCurrent { wanted.append(report.id) }
        }
        if let last { wanted.append(last.id) }
        guard let percent else { return wanted }
        return wanted.indices.shuffled().prefix((wanted.count * percent + 99) / 100).sorted().map { wanted[$0] }
    }

    private struct Stored: Sendable {
        let report: StoredReport
        let original: [UInt8]
        let transcript: [UInt8]
    }

    private func fetch(_ summary: ReportSummary) throws -> Stored {
        Stored(
            report: try archive.report(summary), original: try archive.original(of: summary),
            transcript: try archive.transcript(of: summary))
    }

    private func compare(_ stored: Stored) -> [RereadingDifference] {
        let summary = stored.report.summary
        let override = IdentityOverride(
            county: summary.place.county.isEmpty ? nil : summary.place.county, township: summary.place.township,
            year: summary.year)
        do {
            let document = try DocumentReader.read(stored.original, name: summary.path)
            let report = try reader.read(
                document, at: stored.report.position(in: document), path: summary.path, override: override)
            guard document.text == stored.transcript else { return [RereadingDifference(summary, .transcript)] }
            return figures(report, stored.report)
        } catch let error as any ExplainedError {
            return [RereadingDifference(summary, .refused(error.explanation))]
        } catch {
            let text = String(describing: error)
            return [RereadingDifference(summary, .refused(Phrase(zh: text, en: text)))]
        }
    }

    private func figures(_ found: Report, _ stored: StoredReport) -> [RereadingDifference] {
        var rest = Dictionary(found.figures.map { ($0.indicator, $0) }) { first, _ in first }
        var differences: [RereadingDifference] = []
        for figure in stored.report.figures {
            let other = known[figure.indicator].flatMap { rest.removeValue(forKey: $0) }
            if other?.reading != figure.reading || other?.range != figure.range {
                differences.append(
                    RereadingDifference(
                        stored.summary,
                        .figure(archive.indicators[figure.indicator], stored: figure.reading, found: other?.reading)))
            }
        }
        for figure in rest.values.sorted(by: { $0.indicator < $1.indicator }) {
            differences.append(
                RereadingDifference(
                    stored.summary, .figure(codebook.indicators[figure.indicator], stored: nil, found: figure.reading)))
        }
        return differences
    }
}

/// Something that a stored original gives when it is read again, and the archive has otherwise.
package struct RereadingDifference: Sendable, Equatable {
    package enum Kind: Sendable, Equatable {
        /// The original is no longer taken for a report.
        case refused(Phrase)
        /// The text itself differs, so that no position can be compared.
        case transcript
        /// Nil where one of the two has no such figure; equal readings stand at different positions.
        case figure(Indicator, stored: Reading?, found: Reading?)
    }

    package let report: ReportSummary
    package let kind: Kind

    init(_ report: ReportSummary, _ kind: Kind) {
        self.report = report
        self.kind = kind
    }
}
