import Catalogue
import Values

/// One edition of the form, prepared for reading: every label it prints, by key, and what stands there.
struct FormIndex: Sendable {
    /// A label of the form, in printed order.
    struct PrintedLabel: Sendable {
        enum Kind: Sendable {
            /// A table's heading or a block's caption.
            case opening
            /// A header over columns or labels; `column` where it is the one over a column of figures.
            case header(column: Int?)
            /// A header that spans columns.
            case spanning
            /// The header over a local column of serial numbers.
            case serials
            /// A row with cells of its own, by its place in `Block.rows`.
            case row(Int)
            /// A label over rows, with no cells of its own.
            case group

            var isHeader: Bool {
                switch self {
                case .header, .spanning, .serials: true
                case .opening, .row, .group: false
                }
            }
        }

        var kind: Kind
        var block: Int
        /// The entry of the group or row it stands under.
        var parent: Int?
        /// Of a group, the row that it is itself in documents that give it cells of its own.
        var ownRow: Int?
    }

    struct Block: Sendable {
        var columnCount: Int
        /// The printed headers of the columns.
        var headers: [String]
        var columnMultipliers: [Int64]
        /// The indicators of each row, one for each column.
        var rows: [Row]
        /// Of each column, the entries of the headers that span it, from the top.
        var above: [[Int]] = []
        /// What these print, by their entries.
        var aboveHeaders: [Int: String] = [:]
        /// Of each column, those whose own headers read the same.
        var namesakes: [[Int]] = []
        /// The headers in the form's own order, where they tell that it is this; else none.
        var usualHeaders: [HeaderOrder.Item] = []
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
        var indicators: [Indicator.ID?]
        /// Whether its cells are cells of the form; else they are those of another edition's row in its place.
        var isOfForm = true
        /// The rows that another edition has one row for, this one.
        var replaced: Range<Int> = 0..<0
    }

    let edition: String
    /// What stands in its tables besides its own labels, the same for all editions.
    let words: HeaderWords
    let cellCount: Int
    let units: PerIndicator<Unit>
    let labels: PerIndicator<String>
    /// The cells whose numbers may be below 0: how many more or fewer there are.
    private(set) var signed: PerIndicator<Bool>
    /// The headings of the tables.
    let headings: [String]
    private(set) var entries: [PrintedLabel] = []
    /// Of the entries that are numbered as they are printed: （七）, 3.
    private(set) var enumerators: [Int: [UInt32]] = [:]
    private(set) var blocks: [Block] = []
    private var entriesByKey: [UInt64: [Int]] = [:]
    private var candidatesByKey = KeyTable<[Int]>([:])
    /// Every label, in all variants.
    private var printed: [String] = []
    /// How many letters the longest label has.
    private(set) var mostLetters = 0
    /// The keys of what labels begin with.
    private var beginnings = KeyTable<Void>([])
    private var rowCounts: [Int] = []
    /// Of rows whose cells are no cells of the form.
    private(set) var borrowed = Set<Indicator.ID>()

    init(
        _ form: Form, _ words: HeaderWords, codebook: Codebook, units: PerIndicator<Unit>,
        labels: PerIndicator<String>
    ) {
        self.words = words
        edition = form.edition
        let cells = form.cells
        cellCount = cells.count
        headings = form.tables.map(\.heading.printed)
        (self.units, self.labels) = (units, labels)
        signed = PerIndicator(codebook.indicators) { _ in false }
        for cell in cells where cell.column.isSigned { codebook.indicators.id(of: cell.code).map { signed[$0] = true } }
        for (tableNumber, table) in form.tables.enumerated() {
            for (blockNumber, block) in table.blocks.enumerated() {
                let number = blocks.count
                if blockNumber == 0 { add(table.heading, .opening, block: number) }
                if let caption = block.caption { add(caption, .opening, block: number) }
                let above = addHeaders(of: block, number: number)
                let printed = block.columns.flatMap { $0.above.map(\.printed) }
                let names = block.columns.map(\.header)
                blocks.append(
                    Block(
                        columnCount: block.columns.count, headers: block.columns.map(\.header.printed),
                        columnMultipliers: block.columns.map(\.multiplier), rows: [], above: above,
                        aboveHeaders: Dictionary(
                            zip(above.joined(), printed), uniquingKeysWith: { one, _ in one }),
                        namesakes: names.map { name in names.indices.filter { names[$0] == name } },
                        isSpanned: block.columns.contains { !$0.above.isEmpty },
                        isUnlabelled: block.rows.first?.label == nil, table: tableNumber))
                for row in block.rows {
                    add(row, of: block, number: number, parent: nil, name: table.heading.printed, codebook: codebook)
                }
            }
        }
        for number in blocks.indices { blocks[number].usualHeaders = Self.usualHeaders(of: blocks[number]) }
        rowCounts = headings.indices.map { table in
            blocks.filter { $0.table == table }.flatMap(\.rows).count(where: \.isOfForm)
        }
        candidatesByKey = KeyTable(entriesByKey)
        let beginnings = printed.map(LabelKey.beginnings)
        mostLetters = beginnings.reduce(0) { max($0, $1.count + 1) }
        self.beginnings = KeyTable(beginnings.flatMap { $0 })
        borrowed = Set(blocks.flatMap(\.rows).filter { !$0.isOfForm }.flatMap(\.indicators).compactMap { $0 })
    }

    private static func usualHeaders(of block: Block) -> [HeaderOrder.Item] {
        let levels = HeaderOrder(above: block.above)
        let items = levels.usual.map { item -> HeaderOrder.Item in
            if case .column(let columns) = item { .column(columns.flatMap { block.namesakes[$0] }) } else { item }
        }
        return levels.columns(items) == Array(block.above.indices) ? items : []
    }

    /// How many rows of the form a table has.
    func rowCount(ofTable table: Int) -> Int { rowCounts[table] }

    /// The entries that a label may be, in printed order.
    func candidates(_ key: UInt64) -> [Int]? { candidatesByKey[key] }

    /// How many figures stand in the row of a label; nil of what is none.
    func columnCount(ofRow key: UInt64) -> Int? {
        candidates(key)?.lazy.compactMap { number in
            if case .row = entries[number].kind { blocks[entries[number].block].columnCount } else { nil }
        }.first
    }

    /// Whether a label may go on behind letters of this key.
    func isBeginning(_ key: UInt64) -> Bool { beginnings.contains(key) }

    /// The keys of each entry's label.
    var keysByEntry: [Set<UInt64>] {
        var keys = Array(repeating: Set<UInt64>(), count: entries.count)
        for (key, numbers) in entriesByKey {
            for number in numbers { keys[number].insert(key) }
        }
        return keys
    }

    /// The indicators of a row, one for each column.
    func indicators(of row: RowPlace) -> [Indicator.ID?] { blocks[row.block].rows[row.row].indicators }

    /// Whether rows stand under an entry.
    func hasChildren(_ number: Int) -> Bool { number + 1 < entries.count && entries[number + 1].parent == number }

    var keys: some Sequence<UInt64> { entriesByKey.keys }

    /// The keys of headers over labels: 统计指标, 信息内容.
    var cornerKeys: some Sequence<UInt64> {
        entriesByKey.lazy.filter { _, numbers in
            numbers.contains { number in
                if case .header(column: nil) = entries[number].kind { true } else { false }
            }
        }.map(\.key)
    }

    /// The keys of rows with cells and of headers over them: what tells an edition. Headings and groups are words of
    /// the narrative too.
    var tellingKeys: Set<UInt64> {
        Set(
            entriesByKey.filter { _, numbers in
                numbers.contains { number in
                    switch entries[number].kind {
                    case .row: true
                    case .header(let column): column != nil
                    case .opening, .group, .serials, .spanning: false
                    }
                }
            }.keys)
    }

    private mutating func add(_ label: Form.Label, _ kind: PrintedLabel.Kind, block: Int, parent: Int? = nil) {
        for key in Set(label.all.compactMap(LabelKey.of)) { entriesByKey[key, default: []].append(entries.count) }
        printed += label.all
        let enumerator = LabelKey.enumerator(label.printed)
        if !enumerator.isEmpty { enumerators[entries.count] = enumerator }
        entries.append(PrintedLabel(kind: kind, block: block, parent: parent))
    }

    /// Returns the entries of the headers above each column.
    private mutating func addHeaders(of block: Form.Block, number: Int) -> [[Int]] {
        for label in block.serials { add(label, .serials, block: number) }
        for label in block.corner { add(label, .header(column: nil), block: number) }
        var spanning: [(label: Form.Label, entry: Int)] = []
        for label in block.columns.flatMap(\.above) where !spanning.contains(where: { $0.label == label }) {
            spanning.append((label, entries.count))
            add(label, .spanning, block: number)
        }
        for (column, header) in block.columns.enumerated() {
            add(header.header, .header(column: column), block: number)
        }
        return block.columns.map { column in
            column.above.compactMap { label in spanning.first { $0.label == label }?.entry }
        }
    }

    private mutating func add(
        _ row: Form.Row, of block: Form.Block, number: Int, parent: Int?, name: String, codebook: Codebook
    ) {
        let indicators = block.columns.map { Form.code(row, $0).flatMap(codebook.indicators.id(of:)) }
        let hasCells = indicators.contains { $0 != nil }
        let entry = entries.count
        if hasCells {
            let label = row.label?.printed ?? name
            blocks[number].rows.append(Row(label: label, multiplier: row.multiplier, indicators: indicators))
        }
        if let label = row.label {
            add(label, hasCells ? .row(blocks[number].rows.count - 1) : .group, block: number, parent: parent)
        }
        let first = blocks[number].rows.count
        for child in row.rows {
            add(child, of: block, number: number, parent: entry, name: name, codebook: codebook)
        }
        if let older = row.older { addOwnRow(older, of: row, first: first, entry: entry, to: number, block, codebook) }
    }

    /// Gives a group the one row that an older edition has for all that stand under it.
    private mutating func addOwnRow(
        _ code: String, of row: Form.Row, first: Int, entry: Int, to number: Int, _ block: Form.Block,
        _ codebook: Codebook
    ) {
        let indicators = block.columns.map { column in
            column.code.flatMap { codebook.indicators.id(of: "\(code).\($0)") }
        }
        entries[entry].ownRow = blocks[number].rows.count
        blocks[number].rows.append(
            Row(
                label: row.label?.printed ?? code, multiplier: 1, indicators: indicators, isOfForm: false,
                replaced: first..<blocks[number].rows.count))
    }
}
