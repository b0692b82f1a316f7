import Values

/// A workbook as its format declares it: sheets of cells with what they show.
struct Workbook {
    var sheets: [Sheet] = []

    struct Sheet {
        var name: String
        var isHidden = false
        /// Those that show something, and the merged ones, by rows from the top and from the left.
        var cells: [SheetCell] = []
        var hiddenRows = LineRanges()
        var hiddenColumns = LineRanges()
        /// Cells with digits that merged ones lie over, which say something else.
        var covered: [(row: Int, column: Int)] = []

        init(name: String, isHidden: Bool = false) {
            self.name = name
            self.isHidden = isHidden
        }
    }
}

/// One cell of a sheet; rows and columns count from 0.
struct SheetCell: Equatable {
    var row: Int
    var column: Int
    var rowSpan = 1
    var columnSpan = 1
    /// What it shows, in UTF-8.
    var text: [UInt8]
    /// The number it holds, where it shows another.
    var stored: String?
}

/// Rows or columns of a sheet, as stretches of neighbours.
struct LineRanges {
    private(set) var ranges: [Range<Int>] = []

    init(_ ranges: [Range<Int>] = []) {
        for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) { insert(range) }
    }

    /// Takes a stretch that begins nowhere before those taken already.
    mutating func insert(_ range: Range<Int>) {
        guard !range.isEmpty else { return }
        if let last = ranges.last, range.lowerBound <= last.upperBound {
            ranges[ranges.count - 1] = last.lowerBound..<max(last.upperBound, range.upperBound)
        } else {
            ranges.append(range)
        }
    }

    /// The stretch that a line is in.
    func range(around line: Int) -> Range<Int>? {
        let index = ranges.partitioningIndex(where: { $0.upperBound > line })
        return index < ranges.count && ranges[index].contains(line) ? ranges[index] : nil
    }
}

/// How much more a workbook may hold: text is counted where it is shown, however often one stored text is.
struct SheetBudget {
    private var cellsLeft: Int
    private var bytesLeft: Int
    private let limits: Limits

    init(_ limits: Limits) {
        self.limits = limits
        cellsLeft = limits.tableCells
        bytesLeft = limits.sheetBytes
    }

    mutating func spend(on cell: SheetCell, times count: Int = 1) throws(DocumentError) {
        cellsLeft = cellsLeft.subtractingReportingOverflow(count).partialValue
        let (bytes, overflow) = cell.text.count.multipliedReportingOverflow(by: count)
        bytesLeft = overflow ? -1 : bytesLeft - bytes
        guard cellsLeft >= 0 else { throw .limit(.sheetCells(limits.tableCells)) }
        guard bytesLeft >= 0 else { throw .limit(.sheetBytes(limits.sheetBytes)) }
    }
}

/// What a workbook calls its places: `C5`, `表2!C5`.
enum CellName {
    static func column(_ number: Int) -> String {
        var letters = ""
        var rest = number
        while rest >= 0 {
            letters = String(UnicodeScalar(UInt8(ascii: "A") + UInt8(rest % 26))) + letters
            rest = rest / 26 - 1
        }
        return letters
    }

    /// Row and column from 0; nil of what is no such name, or beyond any sheet.
    static func place(_ name: some StringProtocol) -> (row: Int, column: Int)? {
        var column = 0
        var row = 0
        for byte in name.utf8 {
            switch byte {
            case UInt8(ascii: "$"): continue
            case UInt8(ascii: "A")...UInt8(ascii: "Z") where row == 0:
                column = column * 26 + Int(byte - UInt8(ascii: "A")) + 1
            case UInt8(ascii: "0")...UInt8(ascii: "9"): row = row * 10 + Int(byte - UInt8(ascii: "0"))
            default: return nil
            }
            guard column <= columns, row <= rows else { return nil }
        }
        return column > 0 && row > 0 ? (row - 1, column - 1) : nil
    }

    /// The size of a sheet (ECMA-376 part 1, 18.3.1.13 and 18.3.1.73; LibreOffice has as many).
    static let rows = 1_048_576
    static let columns = 16_384
}
