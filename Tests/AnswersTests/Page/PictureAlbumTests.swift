import Catalogue
import Checks
import Documents
import Output
import Reports
import Storage
import Support
import Testing
import Values

@testable import Answers

/// Figures that were recognised in a scan are shown with their cell; nothing is recognised here, but told to have been.
@Suite(.enabled(if: ExternalProgram("mutool") != nil, "needs mupdf-tools")) struct PictureAlbumTests {
    private let folder: Folder
    private let archive: Archive
    private let codebook: Codebook
    private let proved = PicturePlace(page: 1, turned: 0, left: 1000, top: 1000, right: 3000, bottom: 2000)
    private let unproved = PicturePlace(page: 1, turned: 9000, left: 5000, top: 1000, right: 7000, bottom: 2000)

    init() throws {
        folder = try Folder()
        codebook = try LoadedCatalogue.codebook()
        archive = try Archive.openForWriting(path: folder.path("年报.sqlite"), indicators: codebook.indicators)
    }

    /// A report on one page of paper, of which two figures were recognised.
    private func store(_ bytes: [UInt8]? = nil) throws {
        var scan = ScannedPDF(dotsPerInch: 72)
        scan.add(pixmap: Array("P6\n99 99\n255\n".utf8) + [UInt8](repeating: 200, count: 99 * 99 * 3))
        let bytes = bytes ?? scan.bytes
        let text = Array("行政许可\t140\n行政处罚\t7\n".utf8)
        let ids = try archive.indicators.ids(meantBy: ["licensing.decisions", "penalties.decisions"])
        let figures = [
            Figure(
                indicator: ids[0], reading: .reported(Amount(value: 140)), range: 13..<16, recognition: .proved,
                place: proved),
            Figure(
                indicator: ids[1], reading: .reported(Amount(value: 7)), range: 30..<31, recognition: .unproved,
                place: unproved),
        ]
        let report = Report(
            township: "柳溪镇", county: "青禾县", year: 2022, edition: "2021", title: "", figures: figures, quantities: [],
            doubts: [], cellsExpected: 2, cellsRead: 2)
        let original = Original(
            bytes: bytes, fingerprint: Fingerprint(of: bytes), path: "柳溪镇.pdf", modifiedAt: 0, mode: 0o600)
        let document = Document(text: text, blocks: [], mediaType: .pdf, encoding: "UTF-8")
        _ = try archive.save([Submission(original: original, document: document, report: report)])
    }

    private func page() throws -> String {
        let ids = try archive.indicators.ids(meantBy: ["licensing.decisions", "penalties.decisions"])
        var page = try CountyPage(
            archive, county: "青禾县", subjects: PageSubjects(indicators: ids, measures: []), filter: Filter(),
            successions: codebook.successions, findings: [], stamp: SampleArchive.stamp, language: .english)
        return try page.html().text
    }

    @Test func eachRecognisedFigureIsShownWithItsCell() throws {
        try store()
        let page = try page()
        let pictures = try page.all("<img src=\"data:image/png;base64,iVBORw0KGgo[^\"]*\" alt=\"([^\"]*)\"")
        #expect(pictures.count == 2)
        #expect(pictures.first?.hasSuffix(": 140") == true && pictures.last?.hasSuffix(": 7") == true)
        #expect(page.contains("; img-src data:"))
        #expect(page.contains("Figures that were recognised from pictures are shown with their cell"))
    }

    /// What cannot be drawn is said, and the page comes all the same.
    @Test func aDamagedOriginalIsSaid() throws {
        try store(Array("%PDF-1.4 nothing".utf8))
        let page = try page()
        #expect(!page.contains("<img"))
        #expect(page.contains("0 are here and 2 are not"))
    }

    @Test func theTraceTellsThePlaceAndGivesThePicture() throws {
        try store()
        let report = try archive.report(township: "柳溪镇", year: 2022)
        let ids = try archive.indicators.ids(meantBy: ["licensing.decisions", "penalties.decisions", "fees.amount"])
        #expect(RecognitionWords.place(proved).en == "page 1, 20% from the left, 15% from the top")
        #expect(RecognitionWords.place(unproved).zh == "第 1 页（右转后），距左 60%、距上 15%")
        let png = try FigurePicture.png(of: [ids[0]], in: report, archive)
        #expect(png.starts(with: [0x89, 0x50, 0x4E, 0x47]))
        #expect(throws: FigurePictureError.several(["licensing.decisions", "penalties.decisions"])) {
            try FigurePicture.png(of: ids, in: report, archive)
        }
        #expect(throws: FigurePictureError.none(false)) { try FigurePicture.png(of: [ids[2]], in: report, archive) }
    }
}
