/// How far rows without cells can be believed to be blank, in text that keeps no trace of blank cells.
///
/// Where labels were copied first and the numbers after them, every row but one looks blank, and none of them is.
struct BlankTrust {
    private var blanks: [(place: RowPlace, label: Range<Int>)] = []
    private var straysInTables = Set<Int>()
    private var wholeCount = 0
    private var brokenCount = 0
    /// Whether lines that stood there before were left out: no number stands twice in the whole text, and no zero.
    private let areLinesUnique: Bool

    init(_ rows: [TableRow], _ text: UnsafeBufferPointer<UInt8>) {
        var seen = Set<UInt64>()
        areLinesUnique =
            rows.allSatisfy { row in
                row.layout != .lossy || row.range.isEmpty || seen.insert(Self.hash(text, row.range)).inserted
            } && seen.count >= Self.tableLines
    }

    /// Lines of a table that is copied out a cell a line; a header alone has ten.
    private static let tableLines = 24

    private static func hash(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> UInt64 {
        text[range].reduce(FNV.offset) { FNV.combined($0, UInt32($1)) }
    }

    mutating func noteBlank(_ row: OpenRow) { blanks.append((row.place, row.label)) }
    /// A number that stands in a table and in no row.
    mutating func noteStray(inTable table: Int) { straysInTables.insert(table) }
    mutating func noteWhole() { wholeCount += 1 }
    mutating func noteBroken() { brokenCount += 1 }

    /// The rows that are not to be taken for blank: those of tables in which numbers have lost their rows, and all of
    /// them where some rows have cells and none has all of them, or where equal lines were left out.
    func doubtful(in index: FormIndex) -> [(place: RowPlace, label: Range<Int>)] {
        let isNoneWhole = brokenCount > 0 && wholeCount == 0
        return blanks.filter {
            isNoneWhole || areLinesUnique || straysInTables.contains(index.blocks[$0.place.block].table)
        }
    }
}
