import Values

/// A table as its format declares it: cells with a place and spans, not yet expanded.
struct Grid: Equatable {
    var cells: [Cell] = []
    /// Rows that begin a page and may be the rest of the one above.
    var rests: Set<Int> = []
    /// Of a table whose rows are lines of text.
    var lines: Table.Lines?

    struct Cell: Equatable {
        var row: Int
        var column: Int
        var rowSpan = 1
        var columnSpan = 1
        /// UTF-8; its line breaks and tabs become spaces in the transcript.
        var text: [UInt8]
        /// Where it was seen, if it was recognised.
        var place: PicturePlace?
    }

    /// Which cell stands at each position, by row: an index into `cells`, or nil where the source has none.
    ///
    /// Where cells overlap, the earlier has the place. Rows and columns that no cell begins in are left out: a span of
    /// 100 columns over a table of 7 is 7 wide.
    func owners(limit: Int) throws(DocumentError) -> [[Int?]] {
        let rows = Self.ranks(of: cells.map(\.row))
        let columns = Self.ranks(of: cells.map(\.column))
        guard rows.count.multipliedReportingOverflow(by: columns.count).partialValue <= limit else {
            throw .limit(.tableCells(limit))
        }
        var owners = [[Int?]](repeating: [Int?](repeating: nil, count: columns.count), count: rows.count)
        for (index, cell) in cells.enumerated() {
            let down = rows.range(from: cell.row, span: cell.rowSpan)
            let across = columns.range(from: cell.column, span: cell.columnSpan)
            for row in down {
                for column in across where owners[row][column] == nil { owners[row][column] = index }
            }
        }
        return owners
    }

    /// The rows of `rests` as they are counted once those without cells are left out.
    var expandedRests: Set<Int> {
        guard !rests.isEmpty else { return [] }
        let rows = Self.ranks(of: cells.map(\.row))
        return Set(rests.filter { rows.places.contains($0) }.map { rows.range(from: $0, span: 1).lowerBound })
    }

    /// The distinct places that cells begin at, in order.
    private static func ranks(of places: [Int]) -> Ranks {
        var distinct: [Int] = []
        for place in places.sorted() where place != distinct.last { distinct.append(place) }
        return Ranks(places: distinct)
    }

    private struct Ranks {
        var places: [Int]
        var count: Int { places.count }

        func range(from start: Int, span: Int) -> Range<Int> {
            let end = start.addingReportingOverflow(max(span, 1))
            return rank(of: start)..<(end.overflow ? count : rank(of: end.partialValue))
        }

        /// How many places lie before `place`.
        private func rank(of place: Int) -> Int { places.partitioningIndex { $0 >= place } }
    }
}
