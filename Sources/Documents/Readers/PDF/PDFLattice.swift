/// Tables told by their ruled lines: where no line is drawn between two positions, they are one cell.
struct PDFLattice {
    /// Sides of columns and rows.
    private let xs: [Double]
    private let ys: [Double]
    private let lines: PDFRulings

    /// The tables of a page, each from lines that meet.
    static func tables(rulings: PDFRulings, words: [PDFWord]) -> (tables: [PDFTable], rest: [PDFWord]) {
        var rest = words
        var tables: [PDFTable] = []
        for group in connected(rulings) {
            let lattice = PDFLattice(group)
            guard lattice.xs.count > 2, lattice.ys.count > 1 else { continue }
            let (inside, outside) = lattice.partition(rest)
            guard !inside.isEmpty else { continue }
            tables.append(lattice.table(of: inside))
            rest = outside
        }
        return (tables, rest)
    }

    private init(_ lines: PDFRulings) {
        self.lines = lines
        // Tables whose left and right sides are open end where their horizontal lines do.
        xs = PDFTable.clustered(lines.vertical.map(\.at) + lines.horizontal.flatMap { [$0.start, $0.end] })
        ys = PDFTable.clustered(lines.horizontal.map(\.at) + lines.vertical.flatMap { [$0.start, $0.end] })
    }

    private var box: PDFBox {
        PDFBox(left: xs.first ?? 0, top: ys.first ?? 0, right: xs.last ?? 0, bottom: ys.last ?? 0)
    }

    private func partition(_ words: [PDFWord]) -> (inside: [PDFWord], outside: [PDFWord]) {
        let box = self.box
        var inside: [PDFWord] = []
        var outside: [PDFWord] = []
        for word in words {
            let (x, y) = word.box.centre
            // Where a page cuts a cell, lines end before the words do.
            let bottom = isOpen(at: box.bottom, x) ? box.bottom + word.size : box.bottom
            let isIn = x > box.left && x < box.right && y > box.top && y < bottom
            if isIn { inside.append(word) } else { outside.append(word) }
        }
        return (inside, outside)
    }

    private func isOpen(at side: Double, _ x: Double) -> Bool {
        !Self.isDrawn(lines.horizontal, at: side, through: x)
    }

    private func table(of words: [PDFWord]) -> PDFTable {
        let columns = xs.count - 1
        let regions = regions()
        var contents: [Int: [PDFWord]] = [:]
        for word in words.flatMap(split) {
            guard let column = Self.interval(of: word.box.centre.x, in: xs),
                let row = Self.interval(of: min(word.box.centre.y, box.bottom - 1), in: ys)
            else { continue }
            contents[regions[row * columns + column], default: []].append(word)
        }
        var extents: [Int: (rows: ClosedRange<Int>, columns: ClosedRange<Int>)] = [:]
        for (position, region) in regions.enumerated() {
            let (row, column) = position.quotientAndRemainder(dividingBy: columns)
            let old = extents[region] ?? (row...row, column...column)
            extents[region] = (
                min(old.rows.lowerBound, row)...max(old.rows.upperBound, row),
                min(old.columns.lowerBound, column)...max(old.columns.upperBound, column)
            )
        }
        let cells = extents.sorted { $0.key < $1.key }.map { region, extent in
            let (left, right) = (xs[extent.columns.lowerBound], xs[extent.columns.upperBound + 1])
            let lines = PDFLine.lines(of: contents[region] ?? [])
            return PDFTable.Cell(
                row: extent.rows.lowerBound, rowSpan: extent.rows.count, left: left, right: right,
                text: PDFLine.joined(lines.map { PDFLine.joined($0.words.map(\.text)) }),
                isOpenAbove: extent.rows.lowerBound == 0 && isOpen(at: box.top, (left + right) / 2),
                isOpenBelow: extent.rows.upperBound + 2 == ys.count && isOpen(at: box.bottom, (left + right) / 2))
        }
        return PDFTable(cells: cells, rowCount: ys.count - 1, box: box)
    }

    /// For each position, row by row, the first position of the cell it belongs to.
    private func regions() -> [Int] {
        let columns = xs.count - 1
        var sets = DisjointSets(count: columns * (ys.count - 1))
        for row in 0..<ys.count - 1 {
            let y = (ys[row] + ys[row + 1]) / 2
            for column in 0..<columns {
                let x = (xs[column] + xs[column + 1]) / 2
                let position = row * columns + column
                if column + 1 < columns, !Self.isDrawn(lines.vertical, at: xs[column + 1], through: y) {
                    sets.unite(position, position + 1)
                }
                if row + 2 < ys.count, !Self.isDrawn(lines.horizontal, at: ys[row + 1], through: x) {
                    sets.unite(position, position + columns)
                }
            }
        }
        return (0..<columns * (ys.count - 1)).map { sets.root(of: $0) }
    }

    private static func isDrawn(_ segments: [PDFRulings.Segment], at place: Double, through middle: Double) -> Bool {
        segments.contains {
            abs($0.at - place) <= PDFRulings.tolerance && $0.start <= middle && middle <= $0.end
        }
    }

    private static func interval(of value: Double, in sides: [Double]) -> Int? {
        guard let side = sides.lastIndex(where: { $0 <= value }), side + 1 < sides.count else { return nil }
        return side
    }

    /// A word that runs through a vertical line is two, which the program joined because cells stand close.
    /// Its letters are not placed one by one; an ideograph is taken for twice as wide as another character.
    private func split(_ word: PDFWord) -> [PDFWord] {
        let y = word.box.centre.y
        let walls = xs.filter {
            $0 > word.box.left + 2 && $0 < word.box.right - 2 && Self.isDrawn(lines.vertical, at: $0, through: y)
        }
        guard !walls.isEmpty else { return [word] }
        let widths = word.text.map { $0.isASCII ? 1.0 : 2.0 }
        let unit = (word.box.right - word.box.left) / widths.reduce(0, +)
        var parts: [PDFWord] = []
        var left = word.box.left
        var part = -1
        for (character, width) in zip(word.text, widths) {
            let middle = left + width * unit / 2
            let cell = walls.count { $0 <= middle }
            if cell != part {
                parts.append(PDFWord(text: "", box: word.box))
                parts[parts.count - 1].box.left = left
                part = cell
            }
            left += width * unit
            parts[parts.count - 1].text.append(character)
            parts[parts.count - 1].box.right = left
        }
        return parts
    }

    /// Lines that meet, directly or through others, make one table; lines of one direction only make none.
    private static func connected(_ rulings: PDFRulings) -> [PDFRulings] {
        let (horizontal, vertical) = (rulings.horizontal, rulings.vertical)
        let reach = PDFRulings.tolerance
        var sets = DisjointSets(count: horizontal.count + vertical.count)
        for (index, line) in horizontal.enumerated() {
            for (other, crossing) in vertical.enumerated()
            where crossing.at >= line.start - reach && crossing.at <= line.end + reach
                && line.at >= crossing.start - reach && line.at <= crossing.end + reach
            {
                sets.unite(index, horizontal.count + other)
            }
        }
        var groups: [Int: (horizontal: [PDFRulings.Segment], vertical: [PDFRulings.Segment])] = [:]
        for (index, line) in horizontal.enumerated() {
            groups[sets.root(of: index), default: ([], [])].horizontal.append(line)
        }
        for (index, line) in vertical.enumerated() {
            groups[sets.root(of: horizontal.count + index), default: ([], [])].vertical.append(line)
        }
        return groups.values.filter { !$0.horizontal.isEmpty && !$0.vertical.isEmpty }
            .map { PDFRulings(horizontal: $0.horizontal, vertical: $0.vertical) }
            .sorted { ($0.horizontal.first?.at ?? 0) < ($1.horizontal.first?.at ?? 0) }
    }
}

/// Sets that are merged step by step; each is named after its least member.
struct DisjointSets {
    private var parents: [Int]

    init(count: Int) { parents = Array(0..<count) }

    mutating func root(of member: Int) -> Int {
        var root = member
        while parents[root] != root { root = parents[root] }
        var current = member
        while parents[current] != root { (parents[current], current) = (root, parents[current]) }
        return root
    }

    mutating func unite(_ one: Int, _ other: Int) {
        let (first, second) = (root(of: one), root(of: other))
        parents[max(first, second)] = min(first, second)
    }
}
