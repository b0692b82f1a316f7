import Testing

@testable import Documents

@Suite struct ContainerTests {
    /// A compound file with nothing but a directory entry for each stream.
    private func compound(_ streams: [String]) -> [UInt8] {
        var bytes = CompoundFile.signature + [UInt8](repeating: 0, count: 504)
        bytes[30] = 9
        for name in streams {
            var entry = Array((name + "\0").utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] })
            let length = UInt8(entry.count)
            entry += [UInt8](repeating: 0, count: 128 - entry.count)
            entry[64] = length
            entry[66] = 2
            bytes += entry
        }
        return bytes + [UInt8](repeating: 0, count: (4 - streams.count % 4) % 4 * 128)
    }

    @Test func compoundFiles() throws {
        #expect(try Container(of: compound(["WordDocument"])) == .legacyWord(.word))
        guard case .encrypted = try Container(of: compound(["EncryptionInfo", "EncryptedPackage"])),
            case .unsupported = try Container(of: compound(["Workbook"])),
            case .unsupported = try Container(of: compound(["PowerPoint Document"]))
        else {
            Issue.record("not told apart")
            return
        }
    }

    @Test func encryptedWordDocumentIsSeenInItsHeader() throws {
        var bytes = compound(["WordDocument"])
        bytes += [UInt8](repeating: 0, count: 1024 - bytes.count)
        bytes[512 + 116] = 1
        var header = [UInt8](repeating: 0, count: 512)
        header[0] = 0xEC
        header[1] = 0xA5
        #expect(try Container(of: bytes + header) == .legacyWord(.word))
        header[11] = 0x01
        #expect(try Container(of: bytes + header) == .encrypted(LegacyWord.format))
    }

    @Test(arguments: [
        ("xl/workbook.xml", "Excel (xlsx)"), ("ppt/presentation.xml", "PowerPoint (pptx)"),
    ])
    func otherOfficeFiles(part: String, format: String) {
        let bytes = PackedFile.make(.zip, [.init("[Content_Types].xml", [0x20]), .init(part, [0x20])])
        expectUnsupported(bytes, format: format)
    }

    @Test func documentsOfOtherStandards() {
        expectUnsupported(PackedFile.make(.zip, [.init("OFD.xml", [0x20])]), format: "OFD")
        expectUnsupported(PackedFile.make(.zip, [.init("mimetype", [0x20])]), format: "OpenDocument (odt)")
    }

    private func expectUnsupported(_ bytes: [UInt8], format: String) {
        do {
            _ = try DocumentReader.read(bytes, name: "a.docx")
            Issue.record("read")
        } catch {
            guard case .unsupported(let found, _) = error else {
                Issue.record("\(error)")
                return
            }
            #expect(found.en == format)
        }
    }

    @Test(
        arguments: [([0x89, 0x50, 0x4E, 0x47, 0x0D], "PNG"), ([0xFF, 0xD8, 0xFF, 0xE0], "JPEG")] as [([UInt8], String)])
    func pictures(bytes: [UInt8], format: String) {
        #expect(throws: DocumentError.picture(format: format)) { try DocumentReader.read(bytes, name: "a.pdf") }
    }
}
