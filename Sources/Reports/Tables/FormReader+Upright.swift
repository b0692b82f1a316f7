import Catalogue

/// The table without labels standing upright: a line for each of its columns, with the headers that span them in front.
extension FormReader {
    private struct UprightLine {
        var block: Int
        var spanning: [Int]
        var namesakes: [Int]
        var cell: TableToken
    }

    /// Reads such a table, if one begins at a position; where it ends. One that lacks a column is named and not read.
    mutating func passUpright(at position: Int) -> Int? {
        let start = pieces[position].row
        guard let first = uprightLine(start) else { return nil }
        let block = index.blocks[first.block]
        var cells = [TableToken?](repeating: nil, count: block.columnCount)
        var above: [Int] = []
        var end = start
        while let line = uprightLine(end), line.block == first.block {
            for entry in line.spanning { above = path(to: entry, in: block) }
            guard let column = line.namesakes.first(where: { block.above[$0] == above && cells[$0] == nil }) else {
                break
            }
            cells[column] = line.cell
            end += 1
        }
        guard end - start > block.namesakes.map(\.count).max() ?? 0 else { return nil }
        leaveTable()
        let label = rows[start].range.lowerBound..<rows[start].range.lowerBound
        if cells.allSatisfy({ $0 != nil }) {
            let place = RowPlace(block: first.block, row: 0)
            sheet.standing = RowStanding(isOfOtherCopy: isOfOtherCopy(place, line: start, .headed))
            sheet.fill(place, label: label, cells: cells, FormSheet.Terms())
            for line in start..<end { isUsed[line] = true }
        } else {
            note(transposed: block.table, rows: start..<end)
        }
        return pieces[position...].firstIndex { $0.row >= end } ?? pieces.count
    }

    /// A line whose last text heads a column of the table without labels, with one cell behind it.
    private func uprightLine(_ number: Int) -> UprightLine? {
        guard number < rows.count, rows[number].layout == .exact, case let tokens = rows[number].tokens,
            (2...4).contains(tokens.count), let cell = tokens.last, cell.cell != .other,
            case let labels = tokens.dropLast().filter({ $0.cell != .blank }),
            let header = labels.last?.key.flatMap(index.candidates)
        else { return nil }
        for entry in header.map({ index.entries[$0] }) where index.blocks[entry.block].isUnlabelled {
            guard case .header(let column?) = entry.kind else { continue }
            let spanning = labels.dropLast().compactMap { label in
                label.key.flatMap(index.candidates)?.first { number in
                    if case .spanning = index.entries[number].kind {
                        index.entries[number].block == entry.block
                    } else {
                        false
                    }
                }
            }
            guard spanning.count == labels.count - 1 else { return nil }
            return UprightLine(
                block: entry.block, spanning: spanning, namesakes: index.blocks[entry.block].namesakes[column],
                cell: cell)
        }
        return nil
    }

    /// The headers from the top down to one of them.
    private func path(to entry: Int, in block: FormIndex.Block) -> [Int] {
        for above in block.above {
            if let level = above.firstIndex(of: entry) { return Array(above[...level]) }
        }
        return []
    }
}
