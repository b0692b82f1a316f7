/// The ruled lines of a raster, in pixels: straight runs of ink that are long, thin, and meet.
struct ScanRules {
    struct Line: Equatable {
        /// The middle of its thickness.
        var at: Double
        var start: Int
        /// The first pixel behind it.
        var end: Int
        var thickness: Double

        var length: Int { end - start }
    }

    private(set) var horizontal: [Line]
    private(set) var vertical: [Line]

    /// What is longer is a line although nothing meets it.
    private static let certain = 240
    /// Strokes of letters are shorter, unless they are verticals of small cells.
    private static let shortest = (across: 56, down: 22)
    /// How near lines must come to meet.
    private static let reach = 5

    init(_ ink: Ink) {
        horizontal = Self.lines(ink, longerThan: Self.shortest.across)
        vertical = Self.lines(ink.transposed, longerThan: Self.shortest.down)
        // Strokes of letters go no further than their cell: they meet no line at both ends.
        for _ in 0..<3 {
            let before = (horizontal.count, vertical.count)
            vertical = vertical.filter { line in
                line.length >= Self.certain
                    || Self.meets(line, at: line.start, horizontal) && Self.meets(line, at: line.end, horizontal)
            }
            horizontal = horizontal.filter { line in
                line.length >= Self.certain
                    || Self.meets(line, at: line.start, vertical) && Self.meets(line, at: line.end, vertical)
            }
            if before == (horizontal.count, vertical.count) { break }
        }
        removeLetters()
    }

    /// Pixels of the least table or, where cells stand apart, cell; strokes that meet one another in less are letters.
    private static let leastTable = (across: 240, down: 26)

    /// Takes out the lines that meet but one another, in no more room than a word has: 理其政 has closed squares.
    private mutating func removeLetters() {
        var sets = DisjointSets(count: horizontal.count + vertical.count)
        for (index, line) in horizontal.enumerated() {
            for (other, crossing) in vertical.enumerated()
            where Self.reaches(line, crossing) && Self.reaches(crossing, line) {
                sets.unite(index, horizontal.count + other)
            }
        }
        var extents: [Int: PixelBox] = [:]
        func note(_ set: Int, _ box: PixelBox) { extents[set, default: box].formUnion(box) }
        for (index, line) in horizontal.enumerated() {
            let at = Int(line.at)
            note(sets.root(of: index), PixelBox(left: line.start, top: at, right: line.end, bottom: at))
        }
        for (index, line) in vertical.enumerated() {
            let at = Int(line.at)
            note(
                sets.root(of: horizontal.count + index),
                PixelBox(left: at, top: line.start, right: at, bottom: line.end))
        }
        let small = Set(
            extents.filter { $1.width < Self.leastTable.across && $1.height < Self.leastTable.down }.keys)
        guard !small.isEmpty else { return }
        let count = horizontal.count
        horizontal = horizontal.indices.filter { !small.contains(sets.root(of: $0)) }.map { horizontal[$0] }
        vertical = vertical.indices.filter { !small.contains(sets.root(of: count + $0)) }.map { vertical[$0] }
    }

    /// Whether one line gets as far as another one's course.
    private static func reaches(_ line: Line, _ other: Line) -> Bool {
        Double(line.start - reach) <= other.at && other.at <= Double(line.end + reach)
    }

    /// The lines in points.
    var rules: [PDFRule] {
        func rule(_ line: Line, isHorizontal: Bool) -> PDFRule {
            PDFRule(
                isHorizontal: isHorizontal, at: line.at * PixelScale.points,
                start: Double(line.start) * PixelScale.points, end: Double(line.end) * PixelScale.points)
        }
        return horizontal.map { rule($0, isHorizontal: true) } + vertical.map { rule($0, isHorizontal: false) }
    }

    private static func meets(_ line: Line, at place: Int, _ others: [Line]) -> Bool {
        others.contains { other in
            abs(other.at - Double(place)) <= Double(reach) + other.thickness / 2
                && Double(other.start - reach) <= line.at
                && line.at <= Double(other.end + reach)
        }
    }

    // MARK: Runs

    /// A run of ink in one row.
    private struct Run {
        var row: Int
        var start: Int
        var end: Int
    }

    /// Runs of neighbouring rows, put together.
    private struct Bundle {
        var top: Int
        var bottom: Int
        var start: Int
        var end: Int
        /// The run seen last.
        var last: Run
    }

    /// A line is thicker only where it is a filled area.
    private static let thickest = 14
    /// Pixels that noise may have taken out of a line.
    private static let gap = 4
    /// More than these is a picture of something else.
    private static let limit = 20_000

    private static func lines(_ ink: Ink, longerThan length: Int) -> [Line] {
        var open: [Bundle] = []
        var lines: [Line] = []
        let runs = runs(ink, longerThan: length)
        guard runs.count <= limit else { return [] }
        for run in runs {
            let (done, rest) = open.split(by: { $0.bottom < run.row - 1 })
            lines += done.compactMap(line)
            open = rest
            let hit = open.firstIndex { $0.last.start < run.end && run.start < $0.last.end && $0.last.row < run.row }
            if let hit {
                open[hit].bottom = run.row
                open[hit].start = min(open[hit].start, run.start)
                open[hit].end = max(open[hit].end, run.end)
                open[hit].last = run
            } else {
                open.append(Bundle(top: run.row, bottom: run.row, start: run.start, end: run.end, last: run))
            }
        }
        return (lines + open.compactMap(line)).sorted { ($0.at, $0.start) < ($1.at, $1.start) }
    }

    private static func line(_ bundle: Bundle) -> Line? {
        guard bundle.bottom - bundle.top < thickest else { return nil }
        return Line(
            at: Double(bundle.top + bundle.bottom + 1) / 2, start: bundle.start, end: bundle.end,
            thickness: Double(bundle.bottom - bundle.top))
    }

    /// A row counts together with its neighbours, since a line that is not quite level passes from one to the next.
    private static func runs(_ ink: Ink, longerThan length: Int) -> [Run] {
        var runs: [Run] = []
        guard ink.height > 2, ink.width > length else { return [] }
        ink.isInk.withUnsafeBufferPointer { isInk in
            ink.isVeiled.withUnsafeBufferPointer { isVeiled in
                var row = 1
                while row < ink.height - 1, runs.count <= limit {
                    addRuns(ofRow: row, ink.width, isInk, isVeiled, longerThan: length, to: &runs)
                    row += 1
                }
            }
        }
        return runs
    }

    /// What a seal hides neither ends a run nor counts as a part of it.
    private static func addRuns(
        ofRow row: Int, _ width: Int, _ isInk: UnsafeBufferPointer<UInt8>, _ isVeiled: UnsafeBufferPointer<UInt8>,
        longerThan length: Int, to runs: inout [Run]
    ) {
        let first = row * width
        var start = -1
        var (last, filled) = (0, 0)
        // Hidden pixels since the start, those of them before the last that is seen, and the last of them.
        var (veiled, veiledInside, lastVeiled) = (0, 0, 0)
        func close() {
            let seen = last - start - veiledInside
            if start >= 0, seen >= length, filled * 20 >= seen * 17 {
                runs.append(Run(row: row, start: start - first, end: last + 1 - first))
            }
            start = -1
        }
        for position in first..<first + width {
            if isInk[position] | isInk[position - width] | isInk[position + width] == 1 {
                if start < 0 { (start, filled, veiled) = (position, 0, 0) }
                filled += 1
                (last, veiledInside) = (position, veiled)
            } else if start >= 0 {
                if !isVeiled.isEmpty, isVeiled[position] == 1 {
                    veiled += 1
                    lastVeiled = position
                } else if position - max(last, lastVeiled) > gap {
                    close()
                    lastVeiled = 0
                }
            }
        }
        close()
    }
}

extension Array {
    /// The elements that belong, and the others, each in order.
    fileprivate func split(by belongs: (Element) -> Bool) -> ([Element], [Element]) {
        (filter(belongs), filter { !belongs($0) })
    }
}
