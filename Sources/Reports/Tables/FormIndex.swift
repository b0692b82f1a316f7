import Catalogue
import Values

/// One edition of the form, prepared for reading: every label it prints, by key, and what stands there.
struct FormIndex: Sendable {
    /// A label of the form, in printed order.
    struct Entry: Sendable {
        enum Kind: Sendable {
            /// A table's heading or a block's caption.
            case opening
            /// A header over columns or labels; `column` where it is the one over a column of figures.
            case header(column: Int?)
            /// The header over a local column of serial numbers.
            case serials
            /// A row with cells of its own, by its place in `Block.rows`.
            case row(Int)
            /// A label over rows, with no cells of its own.
            case group

            var isHeader: Bool {
                switch self {
                case .header, .serials: true
                case .opening, .row, .group: false
                }
            }
        }

        var kind: Kind
        var block: Int
        /// The entry of the group or row it stands under.
        var parent: Int?
    }

    struct Block: Sendable {
        var columnCount: Int
        /// The printed headers of the columns.
        var headers: [String]
        var columnMultipliers: [Int64]
        /// The indicators of each row, one for each column.
        var rows: [Row]
        /// Whether there are headers that span columns.
        var isSpanned: Bool
        /// Whether its only row stands without a label under the headers.
        var isUnlabelled: Bool
        var table: Int
    }

    struct Row: Sendable {
        /// Its printed label, or the table's heading where it has none.
        var label: String
        var multiplier: Int64
        /// One for each column; nil where the form has no cell.
        var indicators: [Int?]
    }

    let edition: String
    let cellCount: Int
    /// Of every indicator of the codebook, its unit and its label.
    let units: [Unit]
    let labels: [String]
    private(set) var entries: [Entry] = []
    private(set) var blocks: [Block] = []
    private var entriesByKey: [UInt64: [Int]] = [:]

    init(_ form: Form, codebook: Codebook) {
        edition = form.edition
        cellCount = form.codes.count
        units = codebook.indicators.map(\.unit)
        labels = codebook.indicators.map(\.label.zh)
        for (tableNumber, table) in form.tables.enumerated() {
            for (blockNumber, block) in table.blocks.enumerated() {
                let number = blocks.count
                if blockNumber == 0 { add(table.heading, .opening, block: number) }
                if let caption = block.caption { add(caption, .opening, block: number) }
                addHeaders(of: block, number: number)
                blocks.append(
                    Block(
                        columnCount: block.columns.count, headers: block.columns.map(\.header.printed),
                        columnMultipliers: block.columns.map(\.multiplier), rows: [],
                        isSpanned: block.columns.contains { !$0.above.isEmpty },
                        isUnlabelled: block.rows.first?.label == nil, table: tableNumber))
                for row in block.rows {
                    add(row, of: block, number: number, parent: nil, name: table.heading.printed, codebook: codebook)
                }
            }
        }
    }

    /// The entries that a label may be, in printed order.
    func candidates(_ key: UInt64) -> [Int]? { entriesByKey[key] }

    /// Whether rows stand under an entry.
    func hasChildren(_ number: Int) -> Bool { number + 1 < entries.count && entries[number + 1].parent == number }

    var keys: some Sequence<UInt64> { entriesByKey.keys }

    /// The keys of rows with cells and of headers over them: what tells an edition. Headings and groups are words of the narrative too.
    var tellingKeys: Set<UInt64> {
        Set(
            entriesByKey.filter { _, numbers in
                numbers.contains { number in
                    switch entries[number].kind {
                    case .row: true
                    case .header(let column): column != nil
                    case .opening, .group, .serials: false
                    }
                }
            }.keys)
    }

    private mutating func add(_ label: Form.Label, _ kind: Entry.Kind, block: Int, parent: Int? = nil) {
        for key in Set(label.all.compactMap(LabelKey.of)) { entriesByKey[key, default: []].append(entries.count) }
        entries.append(Entry(kind: kind, block: block, parent: parent))
    }

    private mutating func addHeaders(of block: Form.Block, number: Int) {
        for label in block.serials { add(label, .serials, block: number) }
        for label in block.corner { add(label, .header(column: nil), block: number) }
        var above: [Form.Label] = []
        for label in block.columns.flatMap(\.above) where !above.contains(label) {
            above.append(label)
            add(label, .header(column: nil), block: number)
        }
        for (column, header) in block.columns.enumerated() {
            add(header.header, .header(column: column), block: number)
        }
    }

    private mutating func add(
        _ row: Form.Row, of block: Form.Block, number: Int, parent: Int?, name: String, codebook: Codebook
    ) {
        let indicators = block.columns.map { Form.code(row, $0).flatMap(codebook.place(of:)) }
        let hasCells = indicators.contains { $0 != nil }
        let entry = entries.count
        if hasCells {
            let label = row.label?.printed ?? name
            blocks[number].rows.append(Row(label: label, multiplier: row.multiplier, indicators: indicators))
        }
        if let label = row.label {
            add(label, hasCells ? .row(blocks[number].rows.count - 1) : .group, block: number, parent: parent)
        }
        for child in row.rows {
            add(child, of: block, number: number, parent: entry, name: name, codebook: codebook)
        }
    }
}
