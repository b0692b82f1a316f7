/// What is to be seen in the place of one cell.
struct CellInk {
    enum Look {
        /// Nothing but paper and specks.
        case blank
        /// Something that is no writing, or too faint to be read.
        case unclear
        case writing(Writing)
    }

    /// Letters in a cell.
    struct Writing {
        /// The smallest rectangle around them.
        var box: PixelBox
        /// The same with some paper around it, as far as the cell's lines leave any.
        var surroundings: PixelBox
        /// Where the letters are narrow and in one line, as those of a figure are, how wide each is, in parts of their
        /// height; nil of any other.
        var widths: [Double]?

        var isFigure: Bool { widths != nil }
    }

    /// Ink that hangs together.
    private struct Stroke {
        var box: PixelBox
        var area: Int
        var longest: Int { max(box.width, box.height) }
    }

    let look: Look

    /// - Parameter place: the cell within its ruled lines, which may reach a little into it.
    init(_ place: PixelBox, of raster: Raster, _ ink: Ink) {
        let inner = Self.withoutRules(place, ink)
        guard inner.width > 3, inner.height > 3 else {
            look = .blank
            return
        }
        let strokes = Self.strokes(in: inner, of: ink).filter {
            !Self.isAtSide($0.box, of: inner) && !Self.isRest($0, of: inner)
        }
        let letters = strokes.filter { $0.longest >= Self.letter }
        guard var box = letters.first?.box else {
            let specks = strokes.reduce(0) { $0 + $1.area }
            let isUnclear = specks > Self.specks || Self.isVeiled(inner, ink) || Self.isFaint(inner, raster)
            look = isUnclear ? .unclear : .blank
            return
        }
        for stroke in letters { box.formUnion(stroke.box) }
        look = .writing(
            Writing(
                box: box, surroundings: box.grown(by: Self.margin, within: inner),
                widths: Self.widths(ofFigure: letters.map(\.box), in: box)))
    }

    /// Pixels of paper that a figure keeps around itself.
    private static let margin = 4

    /// Whether a seal may hide a digit: so much of the cell is red that one would have room under it.
    private static func isVeiled(_ place: PixelBox, _ ink: Ink) -> Bool {
        guard !ink.isVeiled.isEmpty else { return false }
        var count = 0
        for row in place.top..<place.bottom {
            for position in row * ink.width + place.left..<row * ink.width + place.right {
                count += Int(ink.isVeiled[position])
            }
        }
        return count > veil
    }

    /// Pixels of red under which a digit of small type may lie.
    private static let veil = 120

    /// Pixels of the least letter, a dash, at its longer side.
    private static let letter = 7
    /// Pixels that noise may leave in a cell in all.
    private static let specks = 40
    /// How far a ruled line may reach into a cell.
    private static let reach = 8

    /// The place without rows at its sides that are mostly ink, and without the lines at its left and right.
    private static func withoutRules(_ place: PixelBox, _ ink: Ink) -> PixelBox {
        var box = place
        func share(_ columns: Range<Int>, _ rows: Range<Int>) -> Bool {
            var count = 0
            for row in rows { for column in columns { count += Int(ink.isInk[row * ink.width + column]) } }
            return count * 5 > columns.count * rows.count * 2
        }
        // Every side as far in as the last such row or column.
        for depth in 0..<min(reach, box.height / 4) {
            let (top, bottom) = (place.top + depth, place.bottom - 1 - depth)
            if share(place.left..<place.right, top..<top + 1) { box.top = top + 1 }
            if share(place.left..<place.right, bottom..<bottom + 1) { box.bottom = bottom }
        }
        let deepest = min(reach, place.width / 4)
        func isInk(_ column: Int, _ row: Int) -> Bool { ink.isInk[(place.top + row) * ink.width + column] == 1 }
        box.left += lines(within: deepest, height: place.height) { isInk(place.left + $0, $1) }
        box.right -= lines(within: deepest, height: place.height) { isInk(place.right - 1 - $0, $1) }
        return box
    }

    /// How many columns from one side on the last line takes that stands there: columns next to one another, one of
    /// them mostly ink, which together have ink over nearly all of the height. A digit beside the line, be its stem
    /// half as high as the cell, is none.
    private static func lines(within deepest: Int, height: Int, _ isInk: (_ column: Int, _ row: Int) -> Bool) -> Int {
        var end = 0
        var isCovered = [Bool](repeating: false, count: height)
        var most = 0
        for column in 0..<deepest {
            let rows = (0..<height).filter { isInk(column, $0) }
            let isMostlyInk = rows.count * 5 > height * 2
            let isLine = most * 5 > height * 2 && isCovered.count(where: { $0 }) * 5 >= height * 4
            if isLine ? isMostlyInk : rows.count * 10 > height {
                for row in rows { isCovered[row] = true }
                most = max(most, rows.count)
                if most * 5 > height * 2, isCovered.count(where: { $0 }) * 5 >= height * 4 { end = column + 1 }
            } else {
                isCovered = [Bool](repeating: false, count: height)
                most = 0
            }
        }
        return end
    }

    /// The rest of a ruled line: along a side, or thin, near one, and as long as the cell is high, which no digit is.
    private static func isAtSide(_ box: PixelBox, of place: PixelBox) -> Bool {
        let depth = 4
        if box.right <= place.left + depth || box.left >= place.right - depth || box.bottom <= place.top + depth
            || box.top >= place.bottom - depth
        {
            return true
        }
        return box.width <= 5 && box.height * 100 >= place.height * 92
            && (box.right <= place.left + 3 * depth || box.left >= place.right - 3 * depth)
    }

    /// The rest of ruled lines that lie aslant and meet in a corner: thin, along sides, over most of the cell's width.
    private static func isRest(_ stroke: Stroke, of place: PixelBox) -> Bool {
        let depth = 4
        let box = stroke.box
        let touches = box.top <= place.top + depth || box.bottom >= place.bottom - depth
        return touches && box.width * 5 >= place.width * 3 && stroke.area <= 4 * (box.width + box.height)
            && (box.left <= place.left + depth || box.right >= place.right - depth)
    }

    private static func strokes(in place: PixelBox, of ink: Ink) -> [Stroke] {
        var isOpen = [Bool](repeating: false, count: place.width * place.height)
        for row in 0..<place.height {
            let start = (place.top + row) * ink.width + place.left
            for column in 0..<place.width { isOpen[row * place.width + column] = ink.isInk[start + column] == 1 }
        }
        var strokes: [Stroke] = []
        var waiting: [Int] = []
        for first in isOpen.indices where isOpen[first] {
            isOpen[first] = false
            waiting.append(first)
            var stroke = Stroke(box: PixelBox(left: .max, top: .max, right: 0, bottom: 0), area: 0)
            while let position = waiting.popLast() {
                let (row, column) = position.quotientAndRemainder(dividingBy: place.width)
                stroke.area += 1
                stroke.box.formUnion(PixelBox(left: column, top: row, right: column + 1, bottom: row + 1))
                for near in max(row - 1, 0)...min(row + 1, place.height - 1) {
                    for beside in max(column - 1, 0)...min(column + 1, place.width - 1)
                    where isOpen[near * place.width + beside] {
                        isOpen[near * place.width + beside] = false
                        waiting.append(near * place.width + beside)
                    }
                }
            }
            stroke.box.left += place.left
            stroke.box.right += place.left
            stroke.box.top += place.top
            stroke.box.bottom += place.top
            strokes.append(stroke)
        }
        return strokes
    }

    /// Whether something is there that is too light to be ink: three by three pixels together clearly below the paper.
    private static func isFaint(_ place: PixelBox, _ raster: Raster) -> Bool {
        var counts = [Int](repeating: 0, count: 256)
        for row in place.top..<place.bottom {
            for column in place.left..<place.right { counts[Int(raster.light[row * raster.width + column])] += 1 }
        }
        var rest = place.width * place.height * 3 / 4
        let paper =
            counts.firstIndex {
                rest -= $0; return rest < 0
            } ?? 255
        var dark = 0
        for row in stride(from: place.top + 5, to: place.bottom - 7, by: 2) {
            for column in stride(from: place.left + 5, to: place.right - 7, by: 2) {
                var sum = 0
                for near in row..<row + 3 {
                    for beside in column..<column + 3 { sum += Int(raster.light[near * raster.width + beside]) }
                }
                if sum < paper * 9 * 84 / 100 { dark += 1 }
            }
        }
        return dark > 6
    }

    /// Digits and signs are narrow, each of one stroke, side by side; ideographs are as wide as high.
    private static func widths(ofFigure letters: [PixelBox], in box: PixelBox) -> [Double]? {
        let height = letters.map(\.height).max() ?? 0
        guard height * 4 >= box.height * 3 else { return nil }
        var columns: [PixelBox] = []
        for letter in letters.sorted(by: { $0.left < $1.left }) {
            if let last = columns.last, letter.left < last.right {
                columns[columns.count - 1].formUnion(letter)
            } else {
                columns.append(letter)
            }
        }
        let isFigure = columns.allSatisfy { column in
            let tallest = letters.filter { $0.left >= column.left && $0.right <= column.right }.map(\.height).max() ?? 0
            return column.width * 100 <= height * 88 && tallest * 10 >= column.height * 8
        }
        return isFigure ? columns.map { Double($0.width) / Double(height) } : nil
    }
}
