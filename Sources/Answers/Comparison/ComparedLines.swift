import Catalogue
import Storage

/// The lines of a comparison, one after the other: each over all townships and years, and no more than one in memory
/// but where they are few.
struct ComparedLines {
    /// What is compared, in its order.
    struct Subjects {
        var indicators: [Indicator.ID]
        let divisor: Indicator.ID?
        let measures: [Measure]

        var count: Int { indicators.count + measures.count }
    }

    /// Lines of so many cells together stay in memory: a country's townships over six years.
    static let mostCells = 400_000

    private let archive: Archive
    private let grid: ComparisonGrid
    private let filter: Filter
    private let breaks: EditionBreaks
    private let subjects: Subjects
    private var kept: [ComparedLine]?

    /// - Parameters:
    ///   - grid: of the townships and years that are compared.
    ///   - mostCells: that may be in memory together.
    init(
        _ archive: Archive, _ subjects: Subjects, grid: ComparisonGrid, filter: Filter, _ breaks: EditionBreaks,
        mostCells: Int = Self.mostCells
    ) throws {
        self.archive = archive
        self.grid = grid
        self.filter = filter
        self.breaks = breaks
        self.subjects = subjects
        guard subjects.count * grid.townships.count * grid.years.count <= mostCells else { return }
        var kept: [ComparedLine] = []
        try visit { kept.append($0) }
        self.kept = kept
    }

    func visit(_ body: (ComparedLine) throws -> Void) throws {
        var cursor = cursor
        while let line = try cursor.next() { try body(line) }
    }

    var cursor: Cursor { Cursor(lines: self, grid: grid) }

    /// Makes one line after the other.
    struct Cursor {
        fileprivate let lines: ComparedLines
        fileprivate var grid: ComparisonGrid
        private var number = 0
        private var divisor: ComparedLine?
        private var operands: MeasureOperands?

        fileprivate init(lines: ComparedLines, grid: ComparisonGrid) {
            self.lines = lines
            self.grid = grid
        }

        mutating func next() throws -> ComparedLine? {
            defer { number += 1 }
            if let kept = lines.kept { return number < kept.count ? kept[number] : nil }
            let subjects = lines.subjects
            if number < subjects.indicators.count {
                let line = try line(subjects.indicators[number])
                guard let indicator = subjects.divisor else { return line }
                let divisor = try divisor ?? self.line(indicator)
                self.divisor = divisor
                return ComparedLine(line, per: divisor)
            }
            let place = number - subjects.indicators.count
            guard place < subjects.measures.count else { return nil }
            try grid.keep([])
            var operands =
                try operands
                ?? MeasureOperands(lines.archive, over: subjects.measures, grid: grid, filter: lines.filter)
            try operands.keep([subjects.measures[place]])
            self.operands = operands
            return ComparedLine(subjects.measures[place], of: operands, lines.breaks)
        }

        private mutating func line(_ indicator: Indicator.ID) throws -> ComparedLine {
            try grid.keep(lines.breaks.indicators(for: [indicator]))
            return ComparedLine(indicator, in: grid, lines.breaks)
        }
    }
}
