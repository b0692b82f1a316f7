import Catalogue
import Checks
import Output

/// Findings on their way to the reader: the gravest first, what staff have accepted after what they have not; those of
/// one gravity in the order in which they come, which is that of the archive.
///
/// However many they are, no more than a few megabytes of them are in memory.
package final class FindingQueue {
    private struct Gravity: Hashable {
        let isWaived: Bool
        let severity: Severity
    }

    private static let order = [false, true].flatMap { isWaived in
        Severity.allCases.sorted(by: >).map { Gravity(isWaived: isWaived, severity: $0) }
    }

    private var rows: [Gravity: RowSpool] = [:]

    package init() {}

    /// - Parameter row: what is told of the finding.
    package func add(_ finding: Finding, _ row: [Entry]) throws {
        let gravity = Gravity(isWaived: finding.isWaived, severity: finding.severity)
        let spool = rows[gravity] ?? RowSpool()
        rows[gravity] = spool
        try spool.append(row, finding.isWaived ? nil : finding.severity.emphasis)
    }

    package func visit(_ body: ([Entry], Emphasis?) throws -> Void) throws {
        for gravity in Self.order { try rows[gravity]?.visit(body) }
    }

    /// Those that nobody has accepted.
    package func count(of severity: Severity) -> Int {
        rows[Gravity(isWaived: false, severity: severity)]?.count ?? 0
    }

    package var waivedCount: Int { rows.reduce(0) { $0 + ($1.key.isWaived ? $1.value.count : 0) } }
}
