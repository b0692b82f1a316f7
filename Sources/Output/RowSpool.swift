/// Rows that wait for those after them: the columns of a table are as wide as its widest cell, and the gravest findings
/// stand first. No more than a few megabytes of them are in memory.
package final class RowSpool {
    private let bytes: ByteSpool
    package private(set) var count = 0

    /// - Parameter mostBytes: that are kept in memory.
    package init(mostBytes: Int = 4 << 20) {
        bytes = ByteSpool(mostBytes: mostBytes)
    }

    package func append(_ row: [Entry], _ emphasis: Emphasis? = nil) throws {
        count += 1
        try bytes.append { $0.append(row: row, emphasis) }
    }

    /// Hands over the rows in the order in which they came; may be asked for several times.
    package func visit(_ body: ([Entry], Emphasis?) throws -> Void) throws {
        try bytes.visit { bytes in
            var reader = RowBytes(bytes)
            while let row = reader.next() { try body(row.entries, row.emphasis) }
            return reader.position
        }
    }
}
