import Values

/// How much one file may still expand to; archives within an archive spend from the same budget.
struct ExpansionBudget {
    private let limit: Int
    private var bytesLeft: Int
    private var ratioLeft: Int
    private let limits: Limits
    /// How much is left when the file is no longer a light one; nil where nothing is kept of what was expanded.
    private var heavyAt: Int?

    /// Small files of blanks honestly shrink to nearly nothing.
    private static let freeBytes = 1 << 20

    /// The budget of an archive, which is gone through file by file.
    init(packed: Int, limits: Limits) { self.init(packed: packed, limit: limits.expandedBytes, limits) }

    /// The budget of a document, of which all that is expanded is kept.
    init(package packed: Int, limits: Limits) {
        self.init(packed: packed, limit: min(limits.packageBytes, limits.expandedBytes), limits)
        heavyAt = limit - Limits.lightBytes
    }

    private init(packed: Int, limit: Int, _ limits: Limits) {
        self.limits = limits
        self.limit = limit
        bytesLeft = limit
        let (product, overflow) = packed.multipliedReportingOverflow(by: limits.expansionRatio)
        ratioLeft = overflow ? limit : max(product, Self.freeBytes)
    }

    mutating func spend(_ bytes: Int) throws(DocumentError) {
        bytesLeft -= bytes
        ratioLeft -= bytes
        guard bytesLeft >= 0 else { throw .limit(.expandedBytes(limit)) }
        guard ratioLeft >= 0 else { throw .limit(.expansionRatio(limits.expansionRatio)) }
        if let heavyAt, bytesLeft < heavyAt {
            limits.turn()
            self.heavyAt = nil
        }
    }
}
