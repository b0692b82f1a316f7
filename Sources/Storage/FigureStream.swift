import Documents
import GRDB
import Reports

/// One figure as an export tells it, with the place it was read from.
package struct ExportedFigure: Sendable, Equatable {
    package let figure: StatedFigure
    package let edition: String
    /// The path of the document as it was imported.
    package let path: String
    /// The line of the transcript that the figure stands in, from 1.
    package let line: Int
}

extension Archive {
    /// Reports whose figures are gathered at a time: some megabytes, whatever the size of the archive.
    private static let block = 500

    /// Hands over every figure that the filter admits, by county, township, year and indicator, of one state of the
    /// archive from first to last. `body` may ask the archive other questions; when it throws, so does this.
    package func figures(_ filter: Filter, _ body: (ExportedFigure) throws -> Void) throws {
        let places = try places(ofIndicators: filter.indicators)
        try reading { db in
            let selection = try Selection(filter, db)
            let stream = try FigureStream(archive: self, db, places: places)
            var start = 0
            while start < selection.entries.count {
                let end = min(start + Self.block, selection.entries.count)
                try stream.emit(selection.entries[start..<end], places: selection.places, body)
                start = end
            }
        }
    }
}

/// The export of one block of reports after the other.
private struct FigureStream {
    private struct Cell {
        let indicator: Int
        let reading: Reading
        let start: Int
    }

    private let archive: Archive
    private let places: [Int]
    private let scan: FigureScan
    private let sources: HotStatement
    private let corrections: Corrections

    init(archive: Archive, _ db: Database, places: [Int]) throws {
        self.archive = archive
        self.places = places
        scan = try FigureScan(db)
        corrections = try Corrections(db)
        sources = try HotStatement(
            db,
            """
            SELECT edition, path, text FROM report JOIN document ON document.id = document_id WHERE report.id = ?1
            """)
    }

    func emit(
        _ entries: ArraySlice<Selection.Entry>, places names: [Place], _ body: (ExportedFigure) throws -> Void
    ) throws {
        let cells = try cells(Array(entries))
        for (entry, cells) in zip(entries, cells) where !cells.isEmpty {
            let source = try source(ofReport: entry.report)
            for cell in cells {
                let figure = StatedFigure(
                    report: entry.report, place: names[entry.place], year: entry.year, indicator: cell.indicator,
                    reading: cell.reading,
                    corrected: corrections[archive.indicatorIDs[cell.indicator], entry.report])
                try body(
                    ExportedFigure(
                        figure: figure, edition: source.edition, path: source.path,
                        line: source.lines.line(at: cell.start)))
            }
        }
    }

    /// Each report's cells, by indicator.
    private func cells(_ entries: [Selection.Entry]) throws -> [[Cell]] {
        let order = entries.indices.sorted { entries[$0].report < entries[$1].report }
        let reports = order.map { entries[$0].report }
        var cells: [[Cell]] = Array(repeating: [], count: entries.count)
        for place in places {
            try scan.scan(indicator: archive.indicatorIDs[place], reports: reports) { index, row in
                cells[order[index]].append(
                    Cell(indicator: place, reading: try archive.reading(row), start: row.range.lowerBound))
            }
        }
        return cells
    }

    private func source(ofReport report: Int64) throws -> (edition: String, path: String, lines: LineNumbers) {
        defer { sources.reset() }
        sources.bind(report, at: 1)
        guard try sources.step() else { throw ArchiveError.damaged(path: archive.path, detail: "document") }
        return (sources.string(0), sources.string(1), LineNumbers(sources.bytes(2)))
    }
}
