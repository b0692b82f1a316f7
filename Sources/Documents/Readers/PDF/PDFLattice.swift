import Values

/// A table told by its ruled lines: where no line is drawn between two positions, they are one cell.
struct PDFLattice {
    /// Sides of columns and rows.
    private let xs: PDFSides
    private let ys: PDFSides
    /// The lines drawn at each side.
    private let walls: [[PDFRulings.Segment]]
    private let floors: [[PDFRulings.Segment]]
    /// Whether the page's own edge cuts the table off: what stands beyond belongs to the outermost column.
    private let isCutAtLeft: Bool
    private let isCutAtRight: Bool

    /// The tables of a page, each from lines that meet, and the page without what stands in them.
    static func tables(of page: PDFPage) -> (tables: [PDFTable], rest: PDFPage) {
        var rest = page
        var tables: [PDFTable] = []
        for group in PDFRulings(page.rules).connected {
            guard let lattice = PDFLattice(group, pageWidth: page.width) else { continue }
            let own = PDFOverlay.removed(
                from: rest.glyphs, isIn: { lattice.position(of: $0.box.centre, size: $0.size) != nil },
                crosses: lattice.crossesWall)
            let positions = own.map { lattice.position(of: $0.box.centre, size: $0.size) }
            guard positions.contains(where: { $0 != nil }) else { continue }
            let table = lattice.table(of: own, at: positions, shifted: lattice.shiftedRows(page), on: page)
            // Rows of figures in one cell each: its lines do not part the columns, which what stands in them tells.
            guard table.cells.count(where: { PDFOpenRow.isOfFigures($0.text) }) < hiddenRows else { continue }
            tables.append(table)
            rest.glyphs = zip(own, positions).filter { $1 == nil }.map(\.0)
        }
        return (tables, rest)
    }

    /// A cell or two may hold several figures.
    private static let hiddenRows = 3

    init?(_ lines: PDFRulings, pageWidth: Double) {
        // Tables whose left and right sides are open end where their horizontal lines do.
        xs = PDFSides(lines.vertical.map(\.at) + lines.horizontal.flatMap { [$0.start, $0.end] })
        ys = PDFSides(lines.horizontal.map(\.at) + lines.vertical.flatMap { [$0.start, $0.end] })
        guard xs.count > 1, ys.count > 0, xs.count * ys.count <= 100_000 else { return nil }
        walls = xs.sorted(lines.vertical)
        floors = ys.sorted(lines.horizontal)
        isCutAtLeft = xs[0] < 4
        isCutAtRight = xs[xs.count] > pageWidth - 4
        // Lines around the whole and between rows part no columns: those are told by what stands in them.
        guard walls[1..<xs.count].contains(where: { !$0.isEmpty }) else { return nil }
    }

    private var box: PDFBox { PDFBox(left: xs[0], top: ys[0], right: xs[xs.count], bottom: ys[ys.count]) }

    /// The position that a point is in, row by row; nil outside the table.
    private func position(of point: PDFPoint, size: Double) -> Int? {
        let box = self.box
        guard point.x > box.left || isCutAtLeft, point.x < box.right || isCutAtRight, point.y > box.top else {
            return nil
        }
        if point.y >= box.bottom {
            // Where a page cuts a cell, lines end before the words do.
            guard point.y < box.bottom + size, !isFloor(ys.count, at: point.x) else { return nil }
        }
        guard let row = ys.interval(of: min(point.y, box.bottom - 0.01)),
            let column = xs.interval(of: min(max(point.x, box.left), box.right - 0.01))
        else { return nil }
        return row * xs.count + column
    }

    /// The rows right behind which a figure stands, where no cell is: it was pushed out of the last one. Not where
    /// words stand beside the table, whose figures are their own. Where the characters of a scan stand is not that
    /// certain.
    private func shiftedRows(_ page: PDFPage) -> Set<Int> {
        let edge = xs[xs.count]
        let isDigit = { (glyph: PDFGlyph) in glyph.scalar.properties.numericType == .decimal }
        let level = page.glyphs.filter {
            !$0.scalar.properties.isWhitespace && ys.interval(of: $0.box.centre.y) != nil
        }
        let outer = level.filter { $0.box.centre.x >= edge }
        guard page.scan == nil, !isCutAtRight, outer.allSatisfy(isDigit) else { return [] }
        let rows = Dictionary(grouping: outer) { ys.interval(of: $0.box.centre.y) }
        let shifted = rows.filter { row, figure in
            let figure = figure.sorted { $0.box.left < $1.box.left }
            guard let first = figure.first, first.box.left < edge + 3 * first.size else { return false }
            // What begins within the table is a text that runs over it.
            let inner = level.filter { $0.box.centre.x < edge && ys.interval(of: $0.box.centre.y) == row }
            return inner.contains(where: isDigit)
                && inner.allSatisfy { first.box.left - $0.box.right > 0.3 * first.size }
                && zip(figure, figure.dropFirst()).allSatisfy {
                    $1.box.left - $0.box.right < 0.3 * first.size && abs($0.baseline - $1.baseline) < 0.3 * first.size
                }
        }
        return Set(shifted.keys.compactMap(\.self))
    }

    /// - Parameter shifted: Rows of whose figures one stands behind the last cell, so that each may be its neighbour's.
    private func table(
        of glyphs: [PDFGlyph], at positions: [Int?], shifted: Set<Int>, on page: PDFPage
    ) -> PDFTable {
        let names = names()
        var contents: [Int: [PDFGlyph]] = [:]
        for (glyph, position) in zip(glyphs, positions) {
            if let position { contents[position, default: []].append(glyph) }
        }
        let regions = parted(Region.all(names, columns: xs.count), contents)
        let torn = torn(glyphs, positions.map { $0.map { names[$0] } }).union(overrun(regions, contents))
        let texts = regions.map { region in
            let own = region.positions(columns: xs.count).flatMap { contents[$0] ?? [] }
            let text = PDFCellText.text(of: own, in: box(of: region), areas: page.areas)
            let isHidden = text.isEmpty && region.isWhole && isCut(region)
            let isShifted = !shifted.isDisjoint(with: region.rows) && !text.contains(where: \.isLetter)
            return text + (torn.contains(region.name) || isHidden || isShifted ? PDFCellText.unread : "")
        }
        let size = glyphs.map(\.size).min() ?? 10
        let rows = ys.withoutSlivers(thinner: 0.6 * size, zip(regions, texts).filter { !$1.isEmpty }.map(\.0.rows))
        let columns = xs.withoutSlivers(
            thinner: 0.6 * size, zip(regions, texts).filter { !$1.isEmpty }.map(\.0.columns))
        var table = PDFTable(rowCount: rows.last ?? 0, sides: xs.sides(kept: columns), box: box)
        for (region, text) in zip(regions, texts) where !text.isEmpty || region.isWhole && !isVoid(region) {
            let down = rows[region.rows.lowerBound]..<rows[region.rows.upperBound]
            let across = columns[region.columns.lowerBound]..<columns[region.columns.upperBound]
            guard !down.isEmpty, !across.isEmpty else { continue }
            let box = box(of: region)
            let middle = box.centre.x
            table.cells.append(
                PDFTable.Cell(
                    row: down.lowerBound, rowSpan: down.count, columns: across, text: text,
                    place: page.scan?.place(of: box),
                    isOpenAbove: down.lowerBound == 0 && !isFloor(0, at: middle),
                    isOpenBelow: down.upperBound == table.rowCount && !isFloor(ys.count, at: middle)))
        }
        return table
    }

    private func box(of region: Region) -> PDFBox {
        PDFBox(
            left: xs[region.columns.lowerBound], top: ys[region.rows.lowerBound],
            right: xs[region.columns.upperBound], bottom: ys[region.rows.upperBound])
    }

    /// Whether the page's edge hides a part of a cell: nothing seen in it does not mean that it is blank.
    private func isCut(_ region: Region) -> Bool {
        isCutAtLeft && region.columns.lowerBound == 0 || isCutAtRight && region.columns.upperBound == xs.count
    }

    /// The cells that share a number with another cell or with what lies outside: whose it is cannot be known.
    private func torn(_ glyphs: [PDFGlyph], _ names: [Int?]) -> Set<Int> {
        let digits = glyphs.indices.filter { glyphs[$0].scalar.properties.numericType == .decimal }
            .sorted { glyphs[$0].box.left < glyphs[$1].box.left }
        var torn = Set<Int>()
        for (index, one) in digits.enumerated() {
            for other in digits[(index + 1)...] {
                let (left, right) = (glyphs[one].box, glyphs[other].box)
                guard right.left - left.right < 0.15 * glyphs[one].size else { break }
                guard names[one] != names[other], abs(left.centre.y - right.centre.y) < 0.3 * glyphs[one].size else {
                    continue
                }
                for name in [names[one], names[other]] { if let name { torn.insert(name) } }
            }
        }
        return torn
    }

    /// The regions, those in which columns are seen though no line parts them as several.
    private func parted(_ regions: [Region], _ contents: [Int: [PDFGlyph]]) -> [Region] {
        var result: [Region] = []
        for region in regions {
            for part in parts(of: region, contents) {
                // Cells of what is no rectangle are as high as no line parts them.
                let above = result.lastIndex {
                    !part.isWhole && $0.name == part.name && $0.columns == part.columns
                        && $0.rows.upperBound == part.rows.lowerBound
                }
                if let above {
                    result[above].rows = result[above].rows.lowerBound..<part.rows.upperBound
                } else {
                    result.append(part)
                }
            }
        }
        return result
    }

    private func parts(of region: Region, _ contents: [Int: [PDFGlyph]]) -> [Region] {
        guard region.columns.count > 1 else { return [region] }
        let sides = region.columns.dropFirst().filter { !walls[$0].isEmpty }.map { (side: $0, x: xs[$0]) }
        let glyphs = region.positions(columns: xs.count).flatMap { contents[$0] ?? [] }
        guard !sides.isEmpty, !glyphs.isEmpty else { return [region] }
        let cuts = PDFOpenRow(glyphs, sides: sides).cuts(isWhole: region.isWhole)
        let edges = [region.columns.lowerBound] + cuts + [region.columns.upperBound]
        return zip(edges, edges.dropFirst()).map { start, end in
            Region(name: region.name, rows: region.rows, columns: start..<end, isWhole: region.isWhole)
        }
    }

    /// Cells whose figure begins before their side, and the blank ones before it: it may have been pushed out of those.
    private func overrun(_ regions: [Region], _ contents: [Int: [PDFGlyph]]) -> Set<Int> {
        var overrun = Set<Int>()
        for (before, region) in zip(regions, regions.dropFirst()) where before.rows.overlaps(region.rows) {
            let glyphs = region.positions(columns: xs.count).flatMap { contents[$0] ?? [] }
            guard before.columns.upperBound == region.columns.lowerBound, before.name != region.name,
                before.positions(columns: xs.count).allSatisfy({ contents[$0] == nil }),
                let first = glyphs.min(by: { $0.box.left < $1.box.left }),
                first.scalar.properties.numericType == .decimal,
                !glyphs.contains(where: { $0.scalar.properties.isAlphabetic }),
                first.box.left < xs[region.columns.lowerBound] - 0.1 * first.size
            else { continue }
            overrun.formUnion([before.name, region.name])
        }
        return overrun
    }

    /// Whether a place at the side of a table is no cell: rows shorter than others end before the table does.
    private func isVoid(_ region: Region) -> Bool {
        let y = (ys[region.rows.lowerBound] + ys[region.rows.upperBound]) / 2
        return [(region.columns.lowerBound, 0), (region.columns.upperBound, xs.count)].contains { side, outer in
            side == outer && !walls[side].isEmpty && !isWall(side, at: y)
        }
    }

    /// Where the tables of a page and their cells are, whatever stands in them.
    static func outlines(of page: PDFPage) -> [(box: PDFBox, cells: [PDFBox])] {
        PDFRulings(page.rules).connected.compactMap { group in
            PDFLattice(group, pageWidth: page.width).map { lattice in
                (lattice.box, Region.all(lattice.names(), columns: lattice.xs.count).map(lattice.box))
            }
        }
    }

    // MARK: Lines

    private func isWall(_ side: Int, at y: Double) -> Bool { walls[side].contains { $0.start <= y && y <= $0.end } }
    private func isFloor(_ side: Int, at x: Double) -> Bool { floors[side].contains { $0.start <= x && x <= $0.end } }

    /// Whether a character lies across a line between cells, as what is stamped over a table does.
    private func crossesWall(_ glyph: PDFGlyph) -> Bool {
        let margin = 0.25 * min(glyph.box.width, glyph.size)
        let (x, y) = glyph.box.centre
        let column = xs.sides(within: glyph.box.left + margin..<glyph.box.right - margin)
        let row = ys.sides(within: glyph.box.top + margin..<glyph.box.bottom - margin)
        return column.contains { isWall($0, at: y) } || row.contains { isFloor($0, at: x) }
    }

    // MARK: Cells

    /// For each position, row by row, the first position of the cell it belongs to.
    private func names() -> [Int] {
        let columns = xs.count
        var sets = DisjointSets(count: columns * ys.count)
        for row in 0..<ys.count {
            let y = (ys[row] + ys[row + 1]) / 2
            for column in 0..<columns {
                let x = (xs[column] + xs[column + 1]) / 2
                let position = row * columns + column
                if column + 1 < columns, !isWall(column + 1, at: y) { sets.unite(position, position + 1) }
                if row + 1 < ys.count, !isFloor(row + 1, at: x) { sets.unite(position, position + columns) }
            }
        }
        return (0..<columns * ys.count).map { sets.root(of: $0) }
    }

    /// Positions that are one cell.
    private struct Region {
        var name: Int
        var rows: Range<Int>
        var columns: Range<Int>
        /// Whether it is a rectangle; of others, each row is a region of its own.
        var isWhole: Bool

        static func all(_ names: [Int], columns: Int) -> [Region] {
            var extents: [Int: Region] = [:]
            var sizes: [Int: Int] = [:]
            for (position, name) in names.enumerated() {
                let (row, column) = position.quotientAndRemainder(dividingBy: columns)
                sizes[name, default: 0] += 1
                guard var region = extents[name] else {
                    extents[name] = Region(
                        name: name, rows: row..<row + 1, columns: column..<column + 1, isWhole: true)
                    continue
                }
                region.rows = region.rows.lowerBound..<row + 1
                region.columns =
                    min(region.columns.lowerBound, column)..<max(region.columns.upperBound, column + 1)
                extents[name] = region
            }
            var regions: [Region] = []
            for region in extents.values {
                if region.rows.count * region.columns.count == sizes[region.name] {
                    regions.append(region)
                } else {
                    regions += region.strips(names, columns: columns)
                }
            }
            return regions.sorted {
                ($0.rows.lowerBound, $0.columns.lowerBound) < ($1.rows.lowerBound, $1.columns.lowerBound)
            }
        }

        func positions(columns count: Int) -> [Int] {
            rows.flatMap { row in columns.map { row * count + $0 } }
        }

        private func strips(_ names: [Int], columns count: Int) -> [Region] {
            var strips: [Region] = []
            for row in rows {
                var start: Int?
                for column in columns.lowerBound...columns.upperBound {
                    let isOwn = column < columns.upperBound && names[row * count + column] == name
                    if isOwn, start == nil { start = column }
                    if !isOwn, let from = start {
                        strips.append(Region(name: name, rows: row..<row + 1, columns: from..<column, isWhole: false))
                        start = nil
                    }
                }
            }
            return strips
        }
    }
}

/// The sides of a table's columns, or of its rows: coordinates in order, each for all the lines that are one to the
/// eye.
struct PDFSides {
    let places: [Double]
    /// The least and the greatest coordinate of each side.
    private let bounds: [ClosedRange<Double>]

    /// Lines that are nearer than the tolerance are one.
    init(_ coordinates: [Double]) {
        var bounds: [ClosedRange<Double>] = []
        for coordinate in coordinates.sorted() {
            if let last = bounds.last, coordinate - last.upperBound <= PDFRulings.tolerance,
                coordinate - last.lowerBound <= 2 * PDFRulings.tolerance
            {
                bounds[bounds.count - 1] = last.lowerBound...coordinate
            } else {
                bounds.append(coordinate...coordinate)
            }
        }
        self.bounds = bounds
        places = bounds.map { ($0.lowerBound + $0.upperBound) / 2 }
    }

    /// For each side its number once the intervals between two strokes of one line are left out: those thinner than
    /// writing in which nothing that is `written` stands alone.
    func withoutSlivers(thinner limit: Double, _ written: [Range<Int>]) -> [Int] {
        let alone = Set(written.filter { $0.count == 1 }.map(\.lowerBound))
        var numbers: [Int] = []
        for side in places.indices {
            let isSliver = side > 0 && places[side] - places[side - 1] < limit && !alone.contains(side - 1)
            numbers.append((numbers.last ?? -1) + (isSliver ? 0 : 1))
        }
        return numbers
    }

    /// The coordinates of the sides that are left.
    func sides(kept numbers: [Int]) -> [Double] {
        places.indices.filter { $0 == 0 || numbers[$0] != numbers[$0 - 1] }.map { places[$0] }
    }

    /// How many intervals lie between the sides.
    var count: Int { max(places.count - 1, 0) }
    subscript(side: Int) -> Double { places[side] }

    /// The interval that a coordinate lies in.
    func interval(of place: Double) -> Int? {
        let next = places.partitioningIndex { $0 > place }
        return next > 0 && next < places.count ? next - 1 : nil
    }

    /// The inner sides between two coordinates.
    func sides(within range: Range<Double>) -> Range<Int> {
        let first = places.partitioningIndex { $0 > range.lowerBound }
        let end = places.partitioningIndex { $0 >= range.upperBound }
        return max(first, 1)..<max(min(end, count), max(first, 1))
    }

    /// Lines by the side they are drawn at.
    func sorted(_ segments: [PDFRulings.Segment]) -> [[PDFRulings.Segment]] {
        var result = [[PDFRulings.Segment]](repeating: [], count: places.count)
        for segment in segments {
            let side = bounds.partitioningIndex { $0.upperBound >= segment.at - 0.01 }
            if side < result.count { result[side].append(segment) }
        }
        return result
    }
}
