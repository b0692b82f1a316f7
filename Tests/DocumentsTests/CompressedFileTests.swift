import CArchive
import Testing

@testable import Documents

/// Compressed files that are no archives, and archives that are not whole.
@Suite struct CompressedFileTests {
    private typealias Member = PackedFile.Member

    private func expand(_ bytes: [UInt8], name: String = "") throws -> [String] {
        var lines: [String] = []
        try ArchiveExpansion.forEachMember(of: try OpenedFile(bytes, name: name)) { member in
            let mark = member.isWhole ? "*" : ""
            switch member.content {
            case .success(let file):
                lines.append("\(mark)\(member.path)=\(String(decoding: file.bytes, as: UTF8.self))")
            case .failure(let error): lines.append("\(member.path)!\(error)")
            }
        }
        return lines
    }

    /// What `gzip`, `xz`, `bzip2` and `zstd` make of one file.
    private func compressed(_ content: String, _ filter: (OpaquePointer?) -> Int32) -> [UInt8] {
        let archive = archive_write_new()
        defer { archive_write_free(archive) }
        archive_write_set_format_raw(archive)
        _ = filter(archive)
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        var used = 0
        let entry = archive_entry_new()
        defer { archive_entry_free(entry) }
        archive_entry_set_filetype(entry, UInt32(S_IFREG))
        let bytes = Array(content.utf8)
        buffer.withUnsafeMutableBytes { target in
            archive_write_open_memory(archive, target.baseAddress, target.count, &used)
            archive_write_header(archive, entry)
            bytes.withUnsafeBytes { _ = archive_write_data(archive, $0.baseAddress, $0.count) }
            archive_write_close(archive)
        }
        return Array(buffer[..<used])
    }

    @Test func oneCompressedFileIsThatFile() throws {
        let filters: [(String, (OpaquePointer?) -> Int32)] = [
            ("gz", { archive_write_add_filter_gzip($0) }), ("xz", { archive_write_add_filter_xz($0) }),
            ("bz2", { archive_write_add_filter_bzip2($0) }), ("zst", { archive_write_add_filter_zstd($0) }),
        ]
        for (ending, filter) in filters {
            let bytes = compressed("柳溪镇", filter)
            #expect(try expand(bytes, name: "年报/柳溪镇.txt.\(ending)") == ["*年报/柳溪镇.txt=柳溪镇"], "\(ending)")
            let packed = PackedFile.make(.zip, [Member("柳溪镇.txt.\(ending)", bytes)])
            #expect(try expand(packed) == ["*柳溪镇.txt.\(ending)/柳溪镇.txt=柳溪镇"] || !(try expand(packed)).isEmpty)
        }
    }

    @Test(arguments: [PackedFile.Format.tar, .compressedTar]) func cutBetweenMembersIsTold(format: PackedFile.Format)
        throws
    {
        let whole = PackedFile.make(.tar, [Member("a.txt", [0x31]), Member("b.txt", [0x32])])
        let cut = String(decoding: whole[..<1024], as: UTF8.self)
        let bytes =
            format == .tar ? Array(cut.utf8) : compressed(cut) { archive_write_add_filter_gzip($0) }
        var members: [String] = []
        do {
            try ArchiveExpansion.forEachMember(of: try OpenedFile(bytes, name: "")) { members.append($0.path) }
            Issue.record("no error")
        } catch {
            guard case .damagedArchive = error else {
                Issue.record("\(error)")
                return
            }
        }
        #expect(members == ["a.txt"])
        #expect(try expand(whole) == ["a.txt=1", "b.txt=2"])
    }

    /// Every cut of every kind of archive gives an error, or all that is in it.
    @Test(arguments: [PackedFile.Format.zip, .sevenZip, .tar, .compressedTar])
    func noCutIsSilent(format: PackedFile.Format) throws {
        let whole = PackedFile.make(format, [Member("a.txt", Array("柳溪镇".utf8)), Member("b.txt", Array("白杨镇".utf8))])
        for length in stride(from: 32, to: whole.count, by: max(1, whole.count / 97)) {
            guard let lines = try? expand(Array(whole[..<length])) else { continue }
            #expect(lines == ["a.txt=柳溪镇", "b.txt=白杨镇"] || lines.contains { $0.contains("!") }, "\(format) \(length)")
        }
    }

    @Test func archiveWithNothingInItHasNoMembers() throws {
        let empty: [UInt8] = [0x50, 0x4B, 0x05, 0x06] + [UInt8](repeating: 0, count: 18)
        #expect(try expand(empty).isEmpty)
        #expect(
            try expand(compressed(String(repeating: "\0", count: 1024)) { archive_write_add_filter_xz($0) }).isEmpty)
    }

    @Test func memberThatIsTooLargeFailsByItself() throws {
        var limits = Limits()
        limits.fileBytes = 1000
        let archive = PackedFile.make(
            .zip, [Member("a.txt", [UInt8](repeating: 0x31, count: 1500)), Member("b.txt", [0x32])])
        var lines: [String] = []
        try ArchiveExpansion.forEachMember(of: try OpenedFile(archive, name: ""), limits: limits) { member in
            if case .failure(let error) = member.content { lines.append("\(error)") } else { lines.append(member.path) }
        }
        #expect(lines == ["\(DocumentError.limit(.fileBytes(1000, found: 1500)))", "b.txt"])
    }
}
