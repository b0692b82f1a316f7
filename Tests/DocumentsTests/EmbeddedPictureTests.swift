import Synchronization
import Support
import Testing

@testable import Documents

/// Pictures within documents: found wherever a relation leads, and told of where they could not be read.
@Suite struct EmbeddedPictureTests {
    private static let picture: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 1, 2, 3]
    private static let body =
        "<w:p><w:r><w:t>见下图</w:t></w:r></w:p><w:p><w:r><w:drawing>"
        + "<a:blip xmlns:a=\"a\" xmlns:r=\"r\" r:embed=\"rId7\"/></w:drawing></w:r></w:p>"

    private static func relations(target: String) -> String {
        """
        <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId7" \
        Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" Target="\(target)"/>\
        </Relationships>
        """
    }

    private func pictures(of file: [UInt8], name: String) throws -> [[UInt8]] {
        let found = Mutex<[[UInt8]]>([])
        var limits = Limits()
        limits.takePicture = { picture in found.withLock { $0.append(picture) } }
        _ = try DocumentReader.read(file, name: name, limits: limits)
        return found.withLock { $0 }
    }

    @Test(arguments: ["media/image1.png", "/word/media/image1.png", "../word/./media/image1.png"])
    func aTargetIsAPathFromThePartOrFromTheRoot(target: String) throws {
        let file = WordFile.make(
            body: Self.body,
            extra: [
                .init("word/_rels/document.xml.rels", Array(Self.relations(target: target).utf8)),
                .init("word/media/image1.png", Self.picture),
            ])
        #expect(try pictures(of: file, name: "a.docx") == [Self.picture])
    }

    @Test(arguments: ["media/image1.png", "/word/media/image1.png"])
    func picturesOfAWordFileInOneXMLFile(target: String) throws {
        func part(_ name: String, _ content: String) -> String {
            "<pkg:part pkg:name=\"\(name)\">\(content)</pkg:part>"
        }
        func xml(_ content: String) -> String { "<pkg:xmlData>\(content)</pkg:xmlData>" }
        let parts =
            part("/word/_rels/document.xml.rels", xml(Self.relations(target: target)))
            + part("/word/document.xml", xml(WordFile.xml(body: Self.body)))
            + part("/word/media/image1.png", "<pkg:binaryData>iVBORwEC\nAw==</pkg:binaryData>")
        let space = "http://schemas.microsoft.com/office/2006/xmlPackage"
        let file = "<pkg:package xmlns:pkg=\"\(space)\">\(parts)</pkg:package>"
        #expect(try pictures(of: Array(file.utf8), name: "a.doc") == [Self.picture])
    }

    @Test func documentsWithinAWordFileInOneXMLFileAreNamed() throws {
        let file = """
            <?xml version="1.0"?><w:wordDocument xmlns:w="http://schemas.microsoft.com/office/word/2003/wordml">\
            <w:body><w:p><w:r><w:t>收到7件。</w:t></w:r></w:p><w:altChunk/></w:body></w:wordDocument>
            """
        #expect(try DocumentReader.read(Array(file.utf8), name: "a.doc").notices == [.partUnread])
    }

    /// An emblem is passed over; what may be a table is told of.
    @Test(.enabled(if: PDFFile.canBeRead, "needs mupdf-tools"))
    func picturesThatCannotBeReadAreCounted() throws {
        let damaged = Self.picture + [UInt8](repeating: 7, count: 5_000)
        var limits = Limits()
        let pieces: [Piece] = [.line(Array("见下图".utf8)), .picture(damaged), .picture(Self.picture), .picture(damaged)]
        #expect(try EmbeddedPictures.read(pieces, limits: limits).notices == [.picturesFailed(count: 2)])
        limits.scannedPages = 1
        #expect(try EmbeddedPictures.read(pieces, limits: limits).notices == [.picturesFailed(count: 2)])
    }
}
