import Testing

@testable import Documents

@Suite struct ArchiveExpansionTests {
    private typealias Member = PackedFile.Member

    private func expand(_ bytes: [UInt8], limits: Limits = Limits()) throws -> [String] {
        var lines: [String] = []
        let file = try OpenedFile(bytes, name: "")
        try ArchiveExpansion.forEachMember(of: file, limits: limits) { member in
            switch member.content {
            case .success(let file): lines.append("\(member.path)=\(String(decoding: file.bytes, as: UTF8.self))")
            case .failure(let error): lines.append("\(member.path)!\(error)")
            }
        }
        return lines
    }

    @Test(arguments: [PackedFile.Format.zip, .sevenZip, .tar, .compressedTar])
    func formats(format: PackedFile.Format) throws {
        let bytes = PackedFile.make(format, [Member("a/b.txt", [0x31]), Member("c.txt", [0x32])])
        #expect(try OpenedFile(bytes, name: "").format.isArchive)
        #expect(try expand(bytes).sorted() == ["a/b.txt=1", "c.txt=2"])
        #expect(throws: DocumentError.self) { try DocumentReader.read(bytes, name: "") }
    }

    /// Chinese Windows names files in GBK and sets no flag.
    @Test func namesInGBK() throws {
        let name: [UInt8] = [0xC1, 0xF8, 0xCF, 0xAA, 0xD5, 0xF2, 0x2E, 0x74, 0x78, 0x74]
        #expect(try expand(PackedFile.make(.zip, [Member(rawName: name, [0x31])])) == ["柳溪镇.txt=1"])
    }

    @Test func namesInUTF8() throws {
        #expect(try expand(PackedFile.make(.zip, [Member("柳溪镇.txt", [0x31])])) == ["柳溪镇.txt=1"])
    }

    /// Newer programs set bit 11 of the general purpose flags (APPNOTE 4.4.4) in the local and the central header.
    @Test func namesMarkedAsUTF8() throws {
        var bytes = PackedFile.make(.zip, [Member("柳溪镇.txt", [0x31])])
        for (header, offset) in [([0x50, 0x4B, 0x03, 0x04], 7), ([0x50, 0x4B, 0x01, 0x02], 9)] as [([UInt8], Int)] {
            let start = try #require(bytes.firstRange(of: header)).lowerBound
            bytes[start + offset] |= 0x08
        }
        #expect(try expand(bytes) == ["柳溪镇.txt=1"])
    }

    @Test func encryptedMemberFailsByItself() throws {
        let lines = try expand(PackedFile.encryptedZip)
        #expect(lines.count == 1 && lines[0].hasPrefix("h.txt!encrypted"))
    }

    @Test func pathsAreHarmless() throws {
        let bytes = PackedFile.make(
            .tar,
            [
                Member("../../etc/a", [0x31]), Member("/root/b", [0x32]), Member("C:\\temp\\c", [0x33]),
                Member("d\u{7}\n", [0x34]), Member(link: "e", to: "/etc/passwd"), Member("__MACOSX/._a", [0x35]),
            ])
        #expect(
            try expand(bytes) == ["etc/a=1", "root/b=2", "temp/c=3", "d__=4", "e!memberIsLink(to: \"/etc/passwd\")"])
    }

    /// As `cat` joins them: nothing of the first is lost without a word.
    @Test func archivesOneAfterTheOther() throws {
        for format in [PackedFile.Format.tar, .compressedTar] {
            let both = ["a.txt", "b.txt"].flatMap { PackedFile.make(format, [Member($0, [0x31])]) }
            #expect(try expand(both) == ["a.txt=1", "b.txt=1"])
        }
        let zips = ["a.txt", "b.txt"].map { PackedFile.make(.zip, [Member($0, [0x31])]) }
        let error = #expect(throws: DocumentError.self) { try expand(zips[0] + zips[1]) }
        guard case .damagedArchive = error else { throw error ?? .empty }
        // What stands behind is not an archive's.
        #expect(try expand(zips[0] + Array("the rest of a download".utf8)) == ["a.txt=1"])
    }

    @Test func archivesWithinArchives() throws {
        var bytes = PackedFile.make(.zip, [Member("柳溪镇.txt", [0x31])])
        bytes = PackedFile.make(.tar, [Member("in.zip", bytes), Member("x.txt", [0x32])])
        let third = PackedFile.make(.zip, [Member("二.tar", bytes)])
        #expect(try expand(third) == ["二.tar/in.zip/柳溪镇.txt=1", "二.tar/x.txt=2"])
        let fourth = PackedFile.make(.zip, [Member("三.zip", third)])
        #expect(
            try expand(fourth) == [
                "三.zip/二.tar/in.zip!limit(Documents.LimitExceeded.archiveDepth(3))", "三.zip/二.tar/x.txt=2",
            ])
    }

    @Test func wordFilesAreNoArchives() throws {
        let word = WordFile.make(body: WordFile.paragraph("a"))
        #expect(try !OpenedFile(word, name: "").format.isArchive)
        var paths: [String] = []
        let archive = try OpenedFile(PackedFile.make(.zip, [Member("a.docx", word)]), name: "")
        try ArchiveExpansion.forEachMember(of: archive) {
            paths.append($0.path)
        }
        #expect(paths == ["a.docx"])
    }

    @Test func limits() {
        let zeros = [UInt8](repeating: 0x20, count: 3 << 20)
        let bytes = PackedFile.make(.zip, [Member("a", zeros), Member("b", [0x31])])
        #expect(throws: DocumentError.limit(.expansionRatio(200))) { try expand(bytes) }
        var limits = Limits()
        limits.expandedBytes = 1 << 20
        #expect(throws: DocumentError.limit(.expandedBytes(1 << 20))) { try expand(bytes, limits: limits) }
        limits = Limits()
        limits.archiveEntries = 1
        limits.expansionRatio = 1_000_000
        #expect(throws: DocumentError.limit(.archiveEntries(1))) { try expand(bytes, limits: limits) }
    }

    @Test func largeMemberFailsByItself() throws {
        var limits = Limits()
        limits.fileBytes = 1
        let bytes = PackedFile.make(.zip, [Member("a", [0x31, 0x32]), Member("b", [0x33])])
        #expect(
            try expand(bytes, limits: limits) == ["a!limit(Documents.LimitExceeded.fileBytes(1, found: 2))", "b=3"])
    }

    @Test func damagedArchiveWithinIsOneFileAmongOthers() throws {
        let inner = Array(PackedFile.make(.sevenZip, [Member("a", Array(repeating: 0x31, count: 500))]).prefix(60))
        let lines = try expand(PackedFile.make(.zip, [Member("in.7z", inner), Member("b", [0x33])]))
        #expect(lines.count == 2 && lines[0].hasPrefix("in.7z!damaged") && lines[1] == "b=3")
    }

    /// libarchive has words in English only.
    @Test func damageIsToldInChinese() throws {
        let bytes = PackedFile.make(.zip, [Member("a.txt", [UInt8](repeating: 0x31, count: 3000))])
        let error = #expect(throws: DocumentError.self) { try expand(Array(bytes.prefix(bytes.count - 30))) }
        #expect(error?.explanation.zh == " zip 压缩包已损坏或不完整，请重新取得原文件")
    }

    @Test(arguments: [PackedFile.Format.zip, .sevenZip, .tar, .compressedTar])
    func everyTruncationIsExplained(format: PackedFile.Format) {
        let content = (0..<3000).map { UInt8(truncatingIfNeeded: $0 &* $0 >> 3) }
        let bytes = PackedFile.make(format, [Member("a.txt", content), Member("b.txt", content)])
        for part in 1..<50 {
            do {
                _ = try expand(Array(bytes.prefix(bytes.count * part / 50)))
            } catch let error as DocumentError {
                #expect(!error.explanation.zh.isEmpty)
            } catch {
                Issue.record("\(error)")
            }
        }
    }
}
