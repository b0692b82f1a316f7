import Catalogue
import Documents
import Foundation
import Support
import Testing

@testable import Reports

/// Reports with known figures, printed, scanned and read: none may be wrong and count as certain. `Tests/Benchmarks`
/// has more kinds of scans.
@Suite(.serialized, .enabled(if: ScannedForm.canBeMade, "needs chromium, poppler-utils, mupdf-tools and tesseract-ocr"))
struct ScannedReportTests {
    /// The per cent of cells read, and proved, are what was reached: turned, noisy, compressed and stamped at once is
    /// not quite what a plain scan has.
    @Test(arguments: [
        ("2021", PaperScan(), false, 97, 85), ("2019", PaperScan(turn: 1.3, quality: 40, noise: 60), true, 85, 60),
    ])
    func scan(edition: String, paper: PaperScan, isStamped: Bool, read: Int, proved: Int) throws {
        let folder = try Folder()
        let form = try ScannedForm(
            LoadedCatalogue.codebook(), edition: edition, seed: 5, type: "11pt", stamped: isStamped)
        let score = try form.score(form.scan(paper, in: folder.url), Shared.reports())
        #expect(score.silentlyWrong == [])
        #expect(score.wrong == [])
        #expect(score.read * 100 >= score.cells * read, "\(score.unread)")
        #expect(score.proved * 100 >= score.cells * proved)
    }

    /// A page on its side: it is turned, and each figure keeps where on the turned page it was seen.
    @Test func lyingOnItsSide() throws {
        let folder = try Folder()
        let form = try ScannedForm(LoadedCatalogue.codebook(), edition: "2021", seed: 7, type: "11pt")
        let file = try form.scan(PaperScan(turn: 90), in: folder.url)
        let report = try Shared.reports().read(
            DocumentReader.read(file, name: "scan.pdf"), path: "青禾县/2020/柳溪镇.pdf")
        #expect(report.cellsRead * 100 >= report.cellsExpected * 97)
        let places = report.figures.compactMap(\.place)
        #expect(places.count == report.figures.count)
        #expect(places.allSatisfy { abs($0.turned - 27_000) < 200 && $0.left < $0.right && $0.top < $0.bottom })
        #expect(Set(places.map(\.page)).count > 1)
    }

    /// The tables of a web page that are pictures, each saved within it.
    @Test func picturesInAPage() throws {
        let folder = try Folder()
        let form = try ScannedForm(LoadedCatalogue.codebook(), edition: "2021", seed: 6, type: "11pt")
        let score = try form.score(form.pictures(in: folder.url), Shared.reports())
        #expect(score.silentlyWrong == [])
        #expect(score.read * 100 >= score.cells * 95, "\(score.unread)")
    }
}
