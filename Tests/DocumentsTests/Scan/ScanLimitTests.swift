import Support
import Testing
import Values

@testable import Documents

/// Scans that are refused, each with its reason; the program that recognises writing is not run.
@Suite(.enabled(if: PDFFile.canBeRead, "needs mupdf-tools")) struct ScanLimitTests {
    /// A picture of paper, as high as wide.
    private func scan(pages: Int = 1, side: Int = 40) -> [UInt8] {
        var scan = ScannedPDF(dotsPerInch: 20)
        for _ in 0..<pages {
            scan.add(pixmap: Array("P6\n\(side) \(side)\n255\n".utf8) + [UInt8](repeating: 255, count: side * side * 3))
        }
        return scan.bytes
    }

    /// InstalledPrograms that are there, as if no other were.
    private func programs(_ names: String..., in folder: Folder) throws -> InstalledPrograms {
        for name in names {
            let program = try #require(InstalledPrograms.ofSystem.first(of: name))
            try folder.write("#!/bin/sh\nexec \(program) \"$@\"\n", to: name)
            try ExternalProgram("/bin/chmod")?.run(["+x", folder.path(name)])
        }
        return InstalledPrograms(folders: [folder.path])
    }

    @Test func missingProgramIsNamedWithItsPackages() throws {
        let folder = try Folder()
        let programs = try programs("mutool", in: folder)
        let packages = ["tesseract-ocr", "tesseract-ocr-chi-sim"]
        #expect(throws: DocumentError.converter(.missing(format: Scan.format, packages: packages))) {
            try PDF.read(scan(), limits: Limits(), programs: programs)
        }
    }

    @Test(.enabled(if: InstalledPrograms.ofSystem.first(of: "tesseract") != nil, "needs tesseract-ocr"))
    func limitsAreNamed() {
        var limits = Limits()
        limits.scannedPages = 2
        limits.pictureSide = 39
        #expect(throws: DocumentError.limit(.pictureSide(39, found: 40))) { try PDF.read(scan(), limits: limits) }
        limits.pictureSide = 40
        #expect(throws: DocumentError.limit(.scannedPages(2))) { try PDF.read(scan(pages: 3), limits: limits) }
        #expect(throws: DocumentError.nothingRecognised) { try PDF.read(scan(), limits: limits) }
    }

    /// What a picture that breaks off still shows must not be taken for all of it.
    @Test(.enabled(if: PaperScan.programs != nil, "needs poppler-utils")) func cutPictureIsDamaged() throws {
        let folder = try Folder()
        let compressing = try #require(PaperScan.programs).compressing
        try folder.write(.init(scan(side: 400)), to: "scan.pdf")
        try compressing.run(["-r", "20", "-jpeg", folder.path("scan.pdf"), folder.path("page")])
        let bytes = [UInt8](try folder.data("page-1.jpg"))
        do {
            _ = try DocumentReader.read(Array(bytes.prefix(bytes.count * 2 / 3)), name: "page.jpg")
            Issue.record("read")
        } catch {
            guard case .damaged = error else {
                Issue.record("\(error)")
                return
            }
        }
    }
}
