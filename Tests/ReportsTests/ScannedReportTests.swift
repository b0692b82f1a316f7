import Catalogue
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

    /// The tables of a web page that are pictures, each saved within it.
    @Test func picturesInAPage() throws {
        let folder = try Folder()
        let form = try ScannedForm(LoadedCatalogue.codebook(), edition: "2021", seed: 6, type: "11pt")
        let score = try form.score(form.pictures(in: folder.url), Shared.reports())
        #expect(score.silentlyWrong == [])
        #expect(score.read * 100 >= score.cells * 95, "\(score.unread)")
    }
}
