import Foundation
import Support
import Testing

@testable import Storage

@Suite struct SearchTests {
    private let folder: Folder
    private let archive: Archive

    init() throws {
        folder = try Folder()
        archive = try Archive.openForWriting(path: folder.file(), indicators: Samples.indicators)
        _ = try archive.save([
            Samples.submission(township: "甲镇"), Samples.submission(township: "乙镇", mark: "低保 金\t１２３ＡＢ"),
        ])
    }

    private func found(_ words: String..., filter: Filter = Filter()) throws -> [String] {
        var result: [String] = []
        try archive.search(words, filter) { hit in
            let texts = hit.ranges.map { String(decoding: hit.transcript[$0], as: UTF8.self) }
            result.append("\(hit.summary.place.township): \(texts.joined(separator: "|"))")
        }
        return result
    }

    private var indexPath: String { SearchIndex.path(of: archive) }

    @Test func wordsOfTwoCharactersAndOfOneAreFound() throws {
        #expect(try found("受理") == ["乙镇: 受理", "甲镇: 受理"])
        #expect(try found("金") == ["乙镇: 金"])
        #expect(try found("无此") == [])
    }

    @Test func spacesBreaksWidthAndCaseMakeNoDifference() throws {
        #expect(try found("低保金123ab") == ["乙镇: 低保 金\t１２３ＡＢ"])
        #expect(try found("98.5%。 收费") == ["乙镇: 98.5%。\n收费", "甲镇: 98.5%。\n收费"])
    }

    @Test func aReportMustContainAllWords() throws {
        #expect(try found("受理", "低保") == ["乙镇: 受理|低保 "].map { $0.trimmingCharacters(in: .whitespaces) })
        #expect(try found("受理", "没有") == [])
        #expect(try found("受理", filter: Filter(townships: ["甲镇"])) == ["甲镇: 受理"])
    }

    @Test func indexIsMadeRefreshedAndMadeAgain() throws {
        _ = try found("受理")
        let index = try #require(SearchIndex.upToDate(of: archive))
        #expect(try index.fingerprints().count == 2)
        _ = try archive.save([Samples.submission(township: "丙镇")])
        #expect(try found("受理").count == 3)
        #expect(try #require(SearchIndex.upToDate(of: archive)).fingerprints().count == 3)
        try FileManager.default.removeItem(atPath: indexPath)
        #expect(try found("受理").count == 3)
        #expect(FileManager.default.fileExists(atPath: indexPath))
    }

    @Test func archiveItselfStaysAsItIs() throws {
        let before = try Data(contentsOf: URL(filePath: archive.path))
        _ = try found("受理")
        #expect(try Data(contentsOf: URL(filePath: archive.path)) == before)
    }

    @Test func indexOfAnotherArchiveIsMadeAgain() throws {
        let other = try Folder()
        let stranger = try Archive.openForWriting(path: other.file(), indicators: Samples.indicators)
        _ = try stranger.save([Samples.submission(township: "丁镇")])
        _ = SearchIndex.upToDate(of: stranger)
        try FileManager.default.copyItem(atPath: SearchIndex.path(of: stranger), toPath: indexPath)
        #expect(try found("受理").count == 2)
        #expect(try #require(SearchIndex.upToDate(of: archive)).fingerprints().count == 2)
    }

    @Test(arguments: ["这不是数据库，只是一些文字。", ""])
    func foreignFileInItsPlaceIsLeftAlone(content: String) throws {
        try content.write(toFile: indexPath, atomically: false, encoding: .utf8)
        #expect(try found("受理").count == 2)
        if !content.isEmpty { #expect(try String(contentsOfFile: indexPath, encoding: .utf8) == content) }
    }

    @Test func folderInItsPlaceOnlyMakesItSlower() throws {
        try FileManager.default.createDirectory(atPath: indexPath, withIntermediateDirectories: false)
        #expect(try found("受理").count == 2)
    }

    @Test func damagedIndexIsMadeAgainOrDoneWithout() throws {
        _ = try found("受理")
        var bytes = try Data(contentsOf: URL(filePath: indexPath))
        try #require(bytes.count > 4096)
        bytes.replaceSubrange(4096..<bytes.count, with: Data(repeating: 0xFF, count: bytes.count - 4096))
        try bytes.write(to: URL(filePath: indexPath))
        #expect(try found("受理").count == 2)
    }
}
