import Support
import Testing

@testable import Documents

/// Where on a picture something was recognised, and the picture of it cut out again.
@Suite struct PicturePlaceTests {
    @Test func placesAreTenThousandthsOfTheDrawing() {
        // 200 by 100 pixels, of 0.36 points each.
        var source = ScanSource(page: 2, degrees: -0.5, width: 200, height: 100)
        let place = source.place(of: PDFBox(left: 7.2, top: 9, right: 36, bottom: 18))
        #expect(
            place == PicturePlace(page: 2, turned: 35_950, left: 1000, top: 2500, right: 5000, bottom: 5000))
        source.degrees = 270
        source.picture = 1
        #expect(source.place(of: PDFBox(left: -9, top: 0, right: 100, bottom: 3.6)).turned == 27_000)
        let beyond = source.place(of: PDFBox(left: -9, top: 0, right: 100, bottom: 3.6))
        #expect(beyond.left == 0 && beyond.right == 10_000 && beyond.picture == 1)
    }

    private func document() -> Document {
        var document = Document(text: Array("140\t\t7\n热线120件，办结118件。\n".utf8), blocks: [], encoding: "UTF-8")
        document.seenCells = [
            .init(range: 0..<3, place: place(left: 0)), .init(range: 4..<4, place: place(left: 1)),
            .init(range: 5..<6, place: place(left: 2)), .init(range: 7..<40, place: place(left: 0), isLine: true),
        ]
        return document
    }

    private func place(left: Int) -> PicturePlace {
        PicturePlace(page: 1, turned: 0, left: left, top: 0, right: 9000, bottom: 100)
    }

    @Test func aFigureHasThePlaceOfItsCell() {
        let document = document()
        #expect(document.place(of: 0..<3)?.left == 0)
        #expect(document.place(of: 1..<2)?.left == 0)
        #expect(document.place(of: 4..<4)?.left == 1)
        #expect(document.place(of: 5..<6)?.left == 2)
        // Beyond what was recognised, and over the end of a cell.
        #expect(document.place(of: 5..<8) == nil)
        #expect(document.place(of: 40..<41) == nil)
        #expect(Document(text: [0x31], blocks: [], encoding: "UTF-8").place(of: 0..<1) == nil)
    }

    /// Of a long line the part around a number is enough.
    @Test func aFigureOfALineHasThePlaceAroundIt() throws {
        var document = document()
        let text = String(repeating: "字", count: 30) + "120件" + String(repeating: "字", count: 30)
        document.text = Array(text.utf8)
        document.seenCells = [.init(range: 0..<document.text.count, place: place(left: 0), isLine: true)]
        let place = try #require(document.place(of: 90..<96))
        #expect(place.left > 3000 && place.left < 4300 && place.right > 4700 && place.right < 6000)
    }

    @Test func turningARasterMovesItsCorners() {
        let raster = Raster(width: 3, height: 2, light: [1, 2, 3, 4, 5, 6])
        #expect(raster.turned(0).light == [1, 2, 3, 4, 5, 6])
        #expect(raster.turned(1).light == [4, 1, 5, 2, 6, 3] && raster.turned(1).width == 2)
        #expect(raster.turned(2).light == [6, 5, 4, 3, 2, 1])
        #expect(raster.turned(3).light == [3, 6, 2, 5, 1, 4])
        #expect(raster.turned(1).turned(3).light == raster.light)
    }

    /// A page of paper with a black square, and what is cut out around it, however the page lies.
    @Test(.enabled(if: PDFFile.canBeRead, "needs mupdf-tools"), arguments: [0, 9000])
    func theCellIsCutOutOfTheOriginal(turned: Int) throws {
        let side = 200
        var pixels = [UInt8](repeating: 255, count: side * side * 3)
        for row in 20..<40 { for position in (row * side + 100) * 3..<(row * side + 140) * 3 { pixels[position] = 0 } }
        var scan = ScannedPDF(dotsPerInch: 72)
        scan.add(pixmap: Array("P6\n\(side) \(side)\n255\n".utf8) + pixels)
        let upright = PicturePlace(page: 1, turned: 0, left: 5000, top: 1000, right: 7000, bottom: 2000)
        // Turned clockwise, what was above is at the right.
        let place =
            turned == 0
            ? upright : PicturePlace(page: 1, turned: 9000, left: 8000, top: 5000, right: 9000, bottom: 7000)
        let elsewhere = PicturePlace(page: 1, turned: turned, left: 1000, top: 8000, right: 2000, bottom: 9000)
        let cuts = try PictureCutter(scan.bytes, name: "scan.pdf").cut([place, elsewhere])
        let cut = try #require(cuts[place])
        #expect((cut.width > cut.height) == (turned == 0))
        #expect(cut.light.count == cut.width * cut.height)
        #expect(cut.light.count { $0 < 64 } * 10 > cut.light.count * 8)
        #expect(try #require(cuts[elsewhere]).light.allSatisfy { $0 == 255 })
    }

    @Test(.enabled(if: PDFFile.canBeRead, "needs mupdf-tools"))
    func aPictureThatIsNotInTheDocumentIsNone() throws {
        var scan = ScannedPDF(dotsPerInch: 20)
        scan.add(pixmap: Array("P6\n9 9\n255\n".utf8) + [UInt8](repeating: 255, count: 243))
        let cutter = try PictureCutter(scan.bytes, name: "scan.pdf")
        let within = PicturePlace(picture: 3, page: 1, turned: 0, left: 0, top: 0, right: 9, bottom: 9)
        #expect(try cutter.cut([within]).isEmpty)
    }
}
