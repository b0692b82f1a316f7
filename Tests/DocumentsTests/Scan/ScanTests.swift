import Foundation
import Testing

@testable import Documents

/// What a page shows, found in pixels that tests paint themselves.
@Suite struct ScanTests {
    /// A page of paper with what is painted on it.
    private struct Page {
        var raster: Raster

        init(width: Int = 900, height: Int = 600, paper: UInt8 = 255) {
            raster = Raster(width: width, height: height, light: [UInt8](repeating: paper, count: width * height))
        }

        mutating func fill(_ box: PixelBox, light: UInt8 = 0) {
            for row in box.top..<box.bottom {
                for column in box.left..<box.right { raster.light[row * raster.width + column] = light }
            }
        }

        /// Lines around cells of 100 by 40 pixels.
        mutating func table(rows: Int, columns: Int, left: Int = 100, top: Int = 100) {
            for row in 0...rows {
                fill(
                    PixelBox(
                        left: left, top: top + row * 40, right: left + columns * 100 + 3, bottom: top + row * 40 + 3))
            }
            for column in 0...columns {
                fill(
                    PixelBox(
                        left: left + column * 100, top: top, right: left + column * 100 + 3, bottom: top + rows * 40 + 3
                    ))
            }
        }

        /// A digit one: a stroke of the height of letters.
        mutating func stroke(_ left: Int, _ top: Int, width: Int = 4, height: Int = 22, light: UInt8 = 0) {
            fill(PixelBox(left: left, top: top, right: left + width, bottom: top + height), light: light)
        }

        var ink: Ink { Ink(raster) }
    }

    private func pixmap(_ header: String, _ pixels: [UInt8]) -> [UInt8] { Array(header.utf8) + pixels }

    @Test func redIsPaperAndBlackUnderItIsBlack() throws {
        let pixels: [UInt8] = [216, 32, 42, 40, 6, 8, 0, 0, 0, 255, 255, 255]
        let raster = try #require(Raster(pixmap: pixmap("P6\n# by hand\n2 2\n255\n", pixels)))
        #expect(raster.light[0] == 255 && raster.light[1] < 80)
        #expect(Array(raster.light[2...]) == [0, 255])
    }

    @Test(arguments: [
        "P5\n2 2\n255\n", "P6\n2 2\n65535\n", "P6\n9999999999 2\n255\n", "P6\n3 2\n255\n", "P6\n0 0\n255\n", "P6",
    ])
    func otherPixmapsAreNone(header: String) {
        #expect(Raster(pixmap: pixmap(header, [UInt8](repeating: 0, count: 12))) == nil)
    }

    @Test func rulesAreFoundAndLettersAreNot() {
        var page = Page()
        page.table(rows: 3, columns: 4)
        for row in 0..<3 { for column in 0..<4 { page.stroke(150 + column * 100, 110 + row * 40) } }
        let rules = ScanRules(page.ink)
        #expect(rules.horizontal.map(\.at) == [101.5, 141.5, 181.5, 221.5])
        #expect(rules.vertical.map(\.at) == [101.5, 201.5, 301.5, 401.5, 501.5])
        #expect(rules.vertical.allSatisfy { abs($0.length - 123) <= 2 })
    }

    /// The strokes of 理其政 meet in squares.
    @Test func squaresOfLettersAreNoTable() {
        var page = Page()
        page.table(rows: 3, columns: 4)
        let rules = ScanRules(page.ink)
        for row in [150, 172] { page.fill(PixelBox(left: 210, top: row, right: 290, bottom: row + 3)) }
        for column in [210, 250, 287] { page.fill(PixelBox(left: column, top: 150, right: column + 3, bottom: 175)) }
        let both = ScanRules(page.ink)
        #expect(both.horizontal == rules.horizontal && both.vertical == rules.vertical)
    }

    /// Cells with borders of their own, which meet no other.
    @Test func cellsApartAreATable() {
        var page = Page()
        for column in 0..<4 { page.table(rows: 1, columns: 1, left: 100 + 120 * column) }
        #expect(ScanRules(page.ink).vertical.count == 8)
    }

    @Test(arguments: [-2.0, -0.7, 0, 1.3])
    func skewIsMeasured(degrees: Double) {
        var page = Page()
        let slope = tan(degrees * .pi / 180)
        for line in 0..<10 {
            for column in 50..<850 where column % 3 > 0 {
                let row = 60 + line * 45 + Int((Double(column) * slope).rounded())
                page.fill(PixelBox(left: column, top: row, right: column + 1, bottom: row + 8))
            }
        }
        #expect(abs(Skew.angle(of: page.ink) + degrees) <= 0.1)
    }

    private func look(_ page: Page) -> String {
        let place = PixelBox(left: 101, top: 101, right: 202, bottom: 142)
        return switch CellInk(place, of: page.raster, page.ink).look {
        case .blank: "blank"
        case .unclear: "unclear"
        case .writing(let writing): writing.isFigure ? "figure" : "text"
        }
    }

    @Test func whatACellShows() {
        var page = Page()
        page.table(rows: 1, columns: 1)
        #expect(look(page) == "blank")
        var speck = page
        speck.stroke(150, 120, width: 2, height: 2)
        #expect(look(speck) == "blank")
        var faint = page
        faint.stroke(150, 110, width: 10, light: 205)
        #expect(look(faint) == "unclear")
        var figure = page
        figure.stroke(150, 110)
        figure.stroke(160, 110, width: 12)
        #expect(look(figure) == "figure")
        var ideograph = page
        ideograph.stroke(150, 110, width: 24)
        #expect(look(ideograph) == "text")
        var dash = page
        dash.stroke(150, 120, width: 12, height: 3)
        #expect(look(dash) != "blank" && look(dash) != "unclear")
    }

    /// Figures at the left or right of low rows, as spreadsheets print them: their stems are no part of the line beside
    /// them, were they half as high as the cell.
    @Test(arguments: [106, 107, 109, 110], [17, 20, 24])
    func digitsBesideALine(left: Int, height: Int) {
        for place in [left, 303 - left - 4] {
            var page = Page()
            page.table(rows: 1, columns: 1)
            page.stroke(place, 110, height: height)
            #expect(look(page) == "figure")
        }
    }

    /// Shadows and tinted headings are paper.
    @Test func darkPaperIsNoInk() {
        var page = Page(paper: 150)
        page.table(rows: 1, columns: 1)
        #expect(look(page) == "blank")
        page.stroke(150, 110)
        #expect(look(page) == "figure")
    }

    /// Under the red of a seal a digit may lie that nothing shows.
    @Test func redMayHideSomething() {
        var page = Page()
        page.table(rows: 1, columns: 1)
        var isRed = [UInt8](repeating: 0, count: page.raster.light.count)
        for row in 110..<130 { for column in 140..<160 { isRed[row * page.raster.width + column] = 1 } }
        page.raster = Raster(
            width: page.raster.width, height: page.raster.height, light: page.raster.light, isRed: isRed)
        #expect(look(page) == "unclear")
        page.stroke(150, 112, width: 4)
        #expect(look(page) == "figure")
    }

    /// A line that lies aslant leaves a rest within the cell.
    @Test func theRestOfALineIsNoWriting() {
        var page = Page()
        page.table(rows: 1, columns: 1)
        // Alone it is something that cannot be read, beside a digit it is none.
        page.stroke(112, 103, width: 2, height: 37)
        #expect(look(page) == "unclear")
        page.stroke(150, 110)
        let place = PixelBox(left: 101, top: 101, right: 202, bottom: 142)
        guard case .writing(let writing) = CellInk(place, of: page.raster, page.ink).look else {
            Issue.record("no writing")
            return
        }
        #expect(writing.widths?.count == 1)
        #expect(writing.box == PixelBox(left: 150, top: 110, right: 154, bottom: 132))
    }

    /// Lines that lie aslant and meet in a corner of the cell leave one stroke, as wide as the cell.
    @Test func theRestOfACornerIsNoWriting() {
        var page = Page()
        page.table(rows: 1, columns: 1)
        for column in 104..<190 {
            page.fill(PixelBox(left: column, top: 136 - column / 60, right: column + 1, bottom: 138 - column / 60))
        }
        page.stroke(104, 112, width: 2, height: 24)
        page.stroke(150, 108)
        let place = PixelBox(left: 101, top: 101, right: 202, bottom: 142)
        guard case .writing(let writing) = CellInk(place, of: page.raster, page.ink).look else {
            Issue.record("no writing")
            return
        }
        #expect(writing.widths?.count == 1)
    }

    @Test func noiseIsMixedOut() {
        var page = Page()
        page.table(rows: 1, columns: 1)
        #expect(page.raster.noise == 0)
        #expect(page.raster.withoutNoise().light == page.raster.light)
        for position in page.raster.light.indices {
            let change = [-60, 0, 45, -20, 60, -45, 20][position * 31 % 7]
            page.raster.light[position] = UInt8(min(max(Int(page.raster.light[position]) + change, 0), 255))
        }
        let quiet = page.raster.withoutNoise()
        #expect(quiet.noise * 2 < page.raster.noise)
        #expect(ScanRules(Ink(quiet)).horizontal.count == 2)
    }

    @Test func aSealDoesNotCutLines() {
        var page = Page()
        page.table(rows: 3, columns: 4)
        page.fill(PixelBox(left: 310, top: 90, right: 340, bottom: 240), light: 255)
        #expect(ScanRules(page.ink).horizontal.isEmpty)
        var isRed = [UInt8](repeating: 0, count: page.raster.light.count)
        for row in 90..<240 { for column in 310..<340 { isRed[row * page.raster.width + column] = 1 } }
        page.raster = Raster(
            width: page.raster.width, height: page.raster.height, light: page.raster.light, isRed: isRed)
        #expect(ScanRules(page.ink).horizontal.map(\.at) == [101.5, 141.5, 181.5, 221.5])
    }

    /// A page whose upper side is shorter than its lower one becomes flat.
    @Test func perspectiveIsTakenOut() throws {
        var page = Page(width: 900, height: 900)
        func edge(_ row: Int) -> Double { 100 - 30 * Double(row - 100) / 700 }
        for line in 0...10 {
            let row = 100 + line * 70
            page.fill(PixelBox(left: Int(edge(row)), top: row, right: 900 - Int(edge(row)), bottom: row + 3))
        }
        for column in 0...10 {
            for row in 100..<803 {
                let left = Int(edge(row) + (900 - 2 * edge(row)) * Double(column) / 10)
                page.fill(PixelBox(left: left, top: row, right: left + 3, bottom: row + 1))
            }
        }
        let perspective = try #require(Perspective(of: page.ink))
        let flat = perspective.flattened(page.raster)
        func edge(of raster: Raster, _ row: Int) -> Int {
            (0..<raster.width).first { raster.light[row * raster.width + $0] < 128 } ?? 0
        }
        #expect(edge(of: page.raster, 160) - edge(of: page.raster, 720) > 20)
        #expect(abs(edge(of: flat, 160) - edge(of: flat, 720)) <= 3)
        #expect(ScanRules(Ink(flat)).horizontal.count == 11)
        #expect(Perspective(of: Ink(flat)) == nil)
        var upright = Page()
        upright.table(rows: 8, columns: 6)
        #expect(Perspective(of: upright.ink) == nil)
    }

    @Test func readingsOfAFigure() {
        func text(_ readings: [String], _ widths: [Double]?) -> String { FigureReading.text(readings, widths: widths) }
        #expect(text(["13", "13"], [0.4, 0.6]) == "13")
        // Specks beside a figure are no sign of it.
        #expect(text([".13", "13-"], [0.4, 0.6]) == "13")
        // One stroke is one digit: the other stands in the neighbour's cell.
        #expect(text(["31", "1"], [0.4]) == "1")
        #expect(text(["41", "41"], [0.4]) == "41\u{FFFD}1\u{FFFD}4")
        // A wide one may be two that touch.
        #expect(text(["00", "00"], [0.85]) == "00")
        #expect(text(["3", "8"], [0.6]) == "3\u{FFFD}8")
        #expect(text(["3", "8", "3"], nil) == "3")
        #expect(text(["-43", "43"], [0.3, 0.6, 0.6]) == "-43")
        #expect(text(["7", "x"], [0.6]) == "7\u{FFFD}x")
        #expect(text(["16/", "16/"], [0.4, 0.6, 0.6]) == "16/\u{FFFD}")
        #expect(text(["", ""], [0.6]) == "\u{FFFD}")
        #expect(text(["/", "/"], [0.4]) == "/")
        #expect(FigureReading.isFigure("1,234.5") && !FigureReading.isFigure("无") && !FigureReading.isFigure("-"))
    }

    @Test func figuresAreReadFromTheirPlacesInALine() {
        var page = Page()
        for column in 0..<3 { page.stroke(100 + column * 100, 110, width: 12) }
        let figures = (0..<3).map { column in
            let box = PixelBox(left: 100 + column * 100, top: 110, right: 112 + column * 100, bottom: 132)
            return FigurePicture(
                of: CellInk.Writing(box: box, surroundings: box, widths: [0.5]), in: page.raster)
        }
        let setting = FigureStrip.Setting(digits: 30, count: 2, isBackward: true, signs: "0123456789")
        let strips = FigureStrip.strips(of: figures, setting)
        #expect(strips.count == 2)
        // Digits of 22 by 12 pixels become 30 by 16, with 40 of paper around each.
        let signs = [Tesseract.Sign(text: "4", left: 40, right: 56), Tesseract.Sign(text: "7", left: 97, right: 112)]
        #expect(strips[0].readings(signs).map(\.figure) == [2, 1])
        #expect(strips[0].readings(signs).map(\.text) == ["4", "7"])
        #expect(strips[1].readings([]).map(\.text) == [""])
        // As many signs as strokes: their order tells, wherever they are said to stand.
        let moved = [Tesseract.Sign(text: "4", left: 40, right: 56), Tesseract.Sign(text: "7", left: 61, right: 66)]
        #expect(strips[0].readings(moved).map(\.text) == ["4", "7"])
        // One too many: the places tell.
        #expect(strips[0].readings(moved + signs).map(\.text) == ["474", "7"])
        #expect(strips[0].graymap.starts(with: Array("P5\n152 58\n".utf8)))
    }

    @Test func signsOfTheProgramByTheirPictures() {
        let rows = "1 40 2 56 30 0\n~ 60 2 62 30 0\n7 97 2 112 30 1\n3 9 9 9 9 2\n4 x 2 56 30 0\n"
        let signs = Tesseract.signs(in: Array(rows.utf8), count: 2)
        #expect(signs.map { $0.map(\.text) } == [["1"], ["7"]])
    }

    @Test func wordsOfTheProgramByTheirPictures() {
        let header = "level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext\n"
        let rows = """
            1\t1\t0\t0\t0\t0\t0\t0\t60\t40\t-1\t
            4\t1\t1\t1\t1\t0\t10\t12\t30\t20\t-1\t
            5\t1\t1\t1\t1\t1\t10\t14\t8\t11\t96.5\t1 2
            5\t9\t1\t1\t1\t1\t10\t14\t8\t11\t96.5\t7
            5\t2\t1\t1\t1\t1\tx\t14\t8\t11\t96.5\t7
            """
        let words = Tesseract.words(in: Array((header + rows).utf8), count: 2)
        #expect(words.map { $0.map(\.text) } == [["12"], []])
        #expect(words[0][0].box == PixelBox(left: 10, top: 12, right: 18, bottom: 32))
    }
}
