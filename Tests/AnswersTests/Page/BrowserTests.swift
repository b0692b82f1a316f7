import Foundation
import Support
import Testing
import Values

@testable import Answers

/// The page as a browser sees it, on a telephone, a desk and a wall, and on paper.
@Suite(.serialized, .enabled(if: ExternalProgram("chromium") != nil, "chromium is not installed"))
struct BrowserTests {
    private static let widths = [375, 1280, 1920]

    /// The page in frames of several widths, and a script that measures them once they are there.
    private static let frames = """
        <!DOCTYPE html><meta charset="utf-8"><body>
        \(widths.map { "<iframe src='page.html' style='border:0;height:900px;width:\($0)px'></iframe>" }.joined())
        <script>
        onload = () => {
          for (const frame of document.querySelectorAll('iframe')) {
            const page = frame.contentDocument;
            const sizes = [...page.querySelectorAll('figure text, .axes text')]
              .map(text => parseFloat(frame.contentWindow.getComputedStyle(text).fontSize));
            const button = page.querySelectorAll('#indicator-1 th button')[2];
            const column = () => [...page.querySelectorAll('#indicator-1 tbody tr')]
              .map(row => row.cells[2].textContent);
            button.click();
            const falling = column();
            button.click();
            document.body.append(`<${[page.documentElement.scrollWidth, Math.min(...sizes),
              page.querySelector('.panel').getBoundingClientRect().width,
              falling.join('/'), column().join('/')].join(';')}>`);
          }
        };
        </script>
        """

    private func browse<Result>(
        _ arguments: [String], _ body: (URL, ExternalProgram.Run) throws -> Result
    ) throws -> Result {
        let browser = try #require(ExternalProgram("chromium"))
        let page = try SampleArchive.made.get().html(.chinese)
        return try withTemporaryFolder { folder in
            try Data(page.utf8).write(to: folder.appending(path: "page.html"))
            try Data(Self.frames.utf8).write(to: folder.appending(path: "frames.html"))
            let run = try browser.run(
                [
                    "--headless", "--no-sandbox", "--disable-gpu", "--allow-file-access-from-files",
                    "--user-data-dir=\(folder.appending(path: "profile").path)", "--virtual-time-budget=5000",
                ] + arguments, in: folder)
            return try body(folder, run)
        }
    }

    @Test func pageFitsItsWindowAndItsTablesSort() throws {
        let document = try browse(["--dump-dom", "frames.html"]) { $1.text }
        let measured = try document.all("&lt;([0-9.;/]+)&gt;").map { $0.components(separatedBy: ";") }
        #expect(measured.count == Self.widths.count, "\(document.suffix(600))")
        for (width, measures) in zip(Self.widths, measured) {
            try #require(measures.count == 5)
            #expect(Int(measures[0]).map { $0 <= width } == true, "\(measures)")
            #expect(Double(measures[1]) ?? 0 >= 12, "\(measures)")
            #expect(Double(measures[2]) ?? 0 >= 260, "\(measures)")
            #expect(measures[3] == "17/10/8/4/0" && measures[4] == "0/4/8/10/17", "\(measures)")
        }
    }

    /// Each sheet is A4, and what only a screen needs is not on it.
    @Test(.enabled(if: ExternalProgram("pdftotext") != nil, "poppler-utils is not installed"))
    func pageIsPrintedOnA4() throws {
        let arguments = ["--print-to-pdf=page.pdf", "--no-pdf-header-footer", "page.html"]
        let (text, boxes) = try browse(arguments) { folder, _ in
            let file = folder.appending(path: "page.pdf").path
            let text = try #require(ExternalProgram("pdftotext")).run(["-layout", file, "-"]).text
            let information = try #require(ExternalProgram("pdfinfo")).run(["-l", "99", file]).text
            return (text.filter { !$0.isWhitespace }, try information.all("Page +[0-9]+ size: +(.+)"))
        }
        #expect(text.contains("2022年要点") && text.contains("以前年度的错误5处"))
        #expect(!text.contains("↕") && !text.contains("左右滑动"))
        #expect(boxes.count > 3)
        for box in boxes { #expect(box.contains("A4"), "\(box)") }
    }
}
