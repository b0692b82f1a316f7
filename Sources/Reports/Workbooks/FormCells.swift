import Catalogue

/// The cells of one edition's form, by the labels that lead to each: those of its row and its column, and those above
/// and beside them.
struct FormCells: Sendable {
    let edition: String
    let cellCount: Int
    let headings: [String]
    private var cells: [Cell] = []
    /// The cells by a label that names row and column at once: 规范性文件·本年制发件数.
    private var named: [UInt64: [Int]] = [:]

    struct Cell: Sendable {
        let indicator: Indicator.ID
        /// The place of its table.
        let table: Int
        /// What the form counts amounts in.
        let multiplier: Int64
        /// Whether it is a difference, that may be below 0.
        let isSigned: Bool
        /// The labels without which it is not named, each with its variants.
        fileprivate var needed: [Set<UInt64>] = []
        fileprivate var others: [Set<UInt64>] = []
    }

    init(_ index: FormIndex) {
        edition = index.edition
        cellCount = index.cellCount
        headings = index.headings
        let keys = index.keysByEntry
        for number in index.entries.indices {
            guard case .row(let row) = index.entries[number].kind else { continue }
            add(row: row, entry: number, of: index, keys)
        }
        for block in index.blocks.indices where index.blocks[block].isUnlabelled {
            for row in index.blocks[block].rows.indices { add(row: row, block: block, of: index, keys) }
        }
    }

    private mutating func add(row: Int, entry: Int, of index: FormIndex, _ keys: [Set<UInt64>]) {
        let block = index.entries[entry].block
        var above: [Set<UInt64>] = []
        var parent = index.entries[entry].parent
        while let group = parent {
            above.append(keys[group])
            parent = index.entries[group].parent
        }
        add(row: row, block: block, label: keys[entry], above: above, of: index, keys)
    }

    private mutating func add(
        row number: Int, block: Int, label: Set<UInt64>? = nil, above: [Set<UInt64>] = [], of index: FormIndex,
        _ keys: [Set<UInt64>]
    ) {
        let own = index.blocks[block]
        let row = own.rows[number]
        guard row.isOfForm else { return }
        for (column, indicator) in row.indicators.enumerated() {
            guard let indicator else { continue }
            var cell = Cell(
                indicator: indicator, table: own.table, multiplier: max(row.multiplier, own.columnMultipliers[column]),
                isSigned: index.signed[indicator])
            cell.others = above
            if let label { cell.needed.append(label) }
            for entry in index.entries.indices where index.blocks[index.entries[entry].block].table == own.table {
                switch index.entries[entry].kind {
                case .opening: cell.others.append(keys[entry])
                case .header(column: nil) where index.entries[entry].block == block: cell.others.append(keys[entry])
                case .header(let header?) where index.entries[entry].block == block && header == column:
                    if own.columnCount > 1 || label == nil {
                        cell.needed.append(keys[entry])
                    } else {
                        cell.others.append(keys[entry])
                    }
                default: break
                }
            }
            // What spans columns is needed where it alone tells columns with one header apart.
            let spans = own.above[column].map { keys[$0] }
            if own.namesakes[column].count > 1 { cell.needed += spans } else { cell.others += spans }
            name(cell, [index.labels[indicator], row.label + own.headers[column]])
        }
    }

    private mutating func name(_ cell: Cell, _ names: [String]) {
        for key in Set(names.compactMap(LabelKey.of)) { named[key, default: []].append(cells.count) }
        cells.append(cell)
    }

    /// The cell that headers from the top down are of; nil where they leave a doubt.
    func cell(under path: [UInt64]) -> Cell? {
        if path.count == 1, let found = named[path[0]] { return found.count == 1 ? cells[found[0]] : nil }
        let found = cells.filter { $0.isNamed(by: path) }
        return found.count == 1 ? found[0] : nil
    }
}

extension FormCells.Cell {
    /// Whether each of some labels is one of its own, and none is missing that it needs.
    fileprivate func isNamed(by path: [UInt64]) -> Bool {
        var rest = path
        for label in needed {
            guard let place = rest.lastIndex(where: label.contains) else { return false }
            rest.remove(at: place)
        }
        var others = others
        for key in rest {
            guard let place = others.firstIndex(where: { $0.contains(key) }) else { return false }
            others.remove(at: place)
        }
        return true
    }
}
