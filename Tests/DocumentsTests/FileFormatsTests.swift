import Testing

@testable import Documents

@Suite struct FileFormatsTests {
    /// What becomes of a file, in short.
    private func use(_ bytes: [UInt8], name: String = "a") throws -> String {
        let format = try OpenedFile(bytes, name: name).format
        return switch format.use {
        case .document(let mediaType, _, _): "document \(mediaType.rawValue)"
        case .archive: "archive"
        case .encrypted: "encrypted"
        case .refused: "refused \(format.name.en)"
        }
    }

    /// An ending belongs to one format, and a format that is looked for in folders is one that something is made of.
    /// Other programs keep nothing of ours but the words.
    @Test(arguments: [
        "政府信息公开工作年度报告整改通知\n白杨镇人民政府：", "政府信息公开工作年度报告核实通知", "政府信息公开\u{2F2F}作年度报告催报通知\n",
        "青禾县政府信息公开工作年度报告缺报名单", "青禾县政府信息公开工作年度报告核实事项汇总表", "办公室核对清单\n下列事项", "工作表,内容,行数\n甲,乙,9\n丙,丁,3\n",
        "sheet,content,rows\na,b,9\nc,d,3\n", "文件\nSHA-256 " + String(repeating: "8a", count: 30) + "\n9d1f",
        "SHA-256\n" + String(repeating: "8a", count: 31) + " 9d",
    ])
    func ownWordsAreRefused(text: String) {
        #expect(throws: DocumentError.ownOutput) {
            try DocumentReader.read(Array(text.utf8), name: text.contains(",") ? "a.csv" : "a.txt")
        }
    }

    @Test(arguments: [
        "青禾县柳溪镇2022年政府信息公开工作年度报告\n办公室核对清单，收到政府信息公开工作年度报告整改通知1份",
        "SHA-256 " + String(repeating: "8a", count: 31) + "\n公开",
    ])
    func otherWordsAreNot(text: String) throws {
        #expect(try !DocumentReader.read(Array(text.utf8), name: "a.txt").text.isEmpty)
    }

    @Test func endingsAreEachTheirFormats() {
        let endings = FileFormat.all.flatMap(\.endings)
        #expect(Set(endings).count == endings.count)
        for format in FileFormat.all {
            if case .document = format.use { continue }
            #expect(format.endings.isEmpty || format.isArchive, "\(format.name.en)")
        }
        #expect(
            FileFormat.documentEndings == [
                "docx", "xlsx", "ods", "odt", "pages", "wps", "doc", "xls", "pdf", "rtf", "html", "mht", "txt",
            ])
        #expect(
            FileFormat.isExpected("柳溪镇/2020.DOCX") && !FileFormat.isExpected("docx") && !FileFormat.isExpected("a.png"))
    }

    @Test func pagesInUTF16() throws {
        let page = "<!DOCTYPE html><html><body><p>青禾县</p></body></html>"
        for isBig in [true, false] {
            for hasMark in [true, false] {
                #expect(try use(Fixture.utf16(page, bigEndian: isBig, mark: hasMark)) == "document text/html")
            }
        }
    }

    /// A Word file's parts are found wherever they stand in the package.
    @Test func partsInAnyOrder() throws {
        let word = PackedFile.make(
            .zip,
            [.init("word/document.xml", [0x20]), .init("_rels/.rels", [0x20]), .init("[Content_Types].xml", [0x20])])
        #expect(try use(word).hasPrefix("document application/vnd.openxml"))
        #expect(try use(PackedFile.make(.zip, [.init("word/a.txt", [0x20])])) == "archive")
    }

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
        #expect(try use(compound(["WordDocument"])) == "document application/msword")
        #expect(try use(compound(["WordDocument"]), name: "a.WPS") == "document application/vnd.ms-works")
        #expect(try use(compound(["EncryptionInfo", "EncryptedPackage"])) == "encrypted")
        #expect(try use(compound(["Workbook"])) == "document application/vnd.ms-excel")
        #expect(try use(compound(["PowerPoint Document"])) == "refused PowerPoint (ppt)")
        #expect(try use(compound(["MatOST"])) == "document application/vnd.ms-works")
    }

    @Test func encryptedWordDocumentIsSeenInItsHeader() throws {
        var bytes = compound(["WordDocument"])
        bytes += [UInt8](repeating: 0, count: 1024 - bytes.count)
        bytes[512 + 116] = 1
        var header = [UInt8](repeating: 0, count: 512)
        header[0] = 0xEC
        header[1] = 0xA5
        #expect(try use(bytes + header) == "document application/msword")
        header[11] = 0x01
        #expect(try use(bytes + header) == "encrypted")
    }

    @Test func otherOfficeFiles() throws {
        let bytes = { (part: String) in
            PackedFile.make(.zip, [.init("[Content_Types].xml", [0x20]), .init(part, [0x20])])
        }
        expectUnsupported(bytes("ppt/presentation.xml"), format: "PowerPoint (pptx)")
        #expect(try use(bytes("xl/workbook.xml")).hasSuffix("spreadsheetml.sheet"))
        #expect(try use(bytes("xl/workbook.bin")) == "document application/vnd.ms-excel")
    }

    @Test func openDocuments() throws {
        let types = ["text": "text", "text-template": "text", "spreadsheet": "spreadsheet"]
        for (type, name) in types {
            let mark = Array("application/vnd.oasis.opendocument.\(type)".utf8)
            let found = try use(PackedFile.make(.zip, [.init("mimetype", mark)]))
            #expect(found == "document application/vnd.oasis.opendocument.\(name)")
        }
    }

    @Test func workbookOfExcel2003() throws {
        let xml = "<?xml version=\"1.0\"?><Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\"/>"
        #expect(try use(Array(xml.utf8)) == "document application/vnd.ms-excel")
    }

    @Test func documentsOfOtherStandards() {
        expectUnsupported(PackedFile.make(.zip, [.init("OFD.xml", [0x20])]), format: "OFD")
        expectUnsupported(PackedFile.make(.zip, [.init("mimetype", [0x20])]), format: "OpenDocument (odp)")
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
        arguments: [
            [0x89, 0x50, 0x4E, 0x47, 0x0D], [0xFF, 0xD8, 0xFF, 0xE0], [0x42, 0x4D] + [UInt8](repeating: 0, count: 30),
            [0x49, 0x49, 0x2A, 0x00, 0x01],
        ] as [[UInt8]])
    func damagedPictures(bytes: [UInt8]) throws {
        #expect(try use(bytes, name: "a.pdf").hasPrefix("document image/"))
        do {
            _ = try DocumentReader.read(bytes, name: "a.pdf")
            Issue.record("read")
        } catch {
            guard case .damaged = error else {
                Issue.record("\(error)")
                return
            }
        }
    }
}
