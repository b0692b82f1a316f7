import Testing

@testable import Documents

/// Documents of Apple's Pages, of which the preview within is read.
@Suite struct PagesTests {
    private func file(_ members: [PackedFile.Member]) -> [UInt8] { PackedFile.make(.zip, members) }

    @Test(.enabled(if: PDFFile.canBeRead, "needs mupdf-tools"))
    func thePreviewIsReadAndSaidToBeOne() throws {
        var preview = PDFFile()
        preview.write("柳溪镇2021年政府信息公开工作年度报告", x: 100, y: 60)
        let bytes = file([
            .init("index.xml", Array("<x/>".utf8)), .init("QuickLook/Preview.pdf", preview.bytes),
            .init("QuickLook/Thumbnail.jpg", [0xFF, 0xD8, 0xFF]),
        ])
        let document = try DocumentReader.read(bytes, name: "年报.pages")
        #expect(String(decoding: document.text, as: UTF8.self).contains("柳溪镇2021年"))
        #expect(document.mediaType == .pages)
        #expect(document.notices == [.previewOnly(isFirstPage: false)])
    }

    @Test func withoutAPreviewItIsRefused() throws {
        let bytes = file([.init("Index/Document.iwa", [1, 2, 3]), .init("Metadata/Properties.plist", [4])])
        do {
            _ = try DocumentReader.read(bytes, name: "年报.pages")
            Issue.record("read")
        } catch {
            guard case .unsupported(let format, let remedy) = error else {
                Issue.record("\(error)")
                return
            }
            #expect(format.en.contains("Pages") && remedy.en.contains("PDF"))
        }
    }

    /// A preview too small to be read is no report, and the remedy is the same.
    @Test(.enabled(if: PDFFile.canBeRead, "needs mupdf-tools"))
    func whatIsNoPictureIsAnError() {
        let bytes = file([.init("Index/Document.iwa", [1]), .init("preview.jpg", [0xFF, 0xD8, 0xFF, 0xE0, 1])])
        #expect(throws: DocumentError.self) { try DocumentReader.read(bytes, name: "年报.pages") }
    }
}
