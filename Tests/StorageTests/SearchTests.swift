import Foundation
import GRDB
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

    /// As looking through the folded text would, be it one word after the other or over a break.
    @Test(arguments: ["低保", "A", "ab", "１２", "保 金", "aa", "😀", "金", "。", "é", "一二"])
    func wordsAreFoundWhereTheFoldedTextHasThem(word: String) throws {
        let pieces = ["低", "保", "金", " ", "\n", "Ａ", "a", "B", "b", "1", "２", "。", "😀", "é", "　", "一", "二", "\u{FEFF}"]
        let folded = FoldedTranscript(word).scalars
        var random = SeededRandom(seed: 7)
        for _ in 0..<200 {
            let text = (0..<60).map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
            let bytes = Array(text.utf8)
            let found = bytes.withUnsafeBytes { FoldedWord(FoldedTranscript(word)).ranges(in: $0) }
            let ofFound = found.map { FoldedTranscript(String(decoding: bytes[$0], as: UTF8.self)).scalars }
            #expect(ofFound.allSatisfy { $0 == folded })
            let whole = FoldedTranscript(text).scalars
            var (count, place) = (0, 0)
            while place + folded.count <= whole.count {
                let isThere = Array(whole[place..<place + folded.count]) == folded
                count += isThere ? 1 : 0
                place += isThere ? folded.count : 1
            }
            #expect(found.count == count, "\(text)")
        }
    }

    /// An index of an older version does not say which state of the archive it has.
    @Test func indexWithoutAStateIsStillOfUse() throws {
        _ = try found("受理")
        let queue = try DatabaseQueue(path: indexPath)
        try queue.write { try $0.execute(sql: "DROP TABLE reflected") }
        try queue.close()
        _ = try archive.save([Samples.submission(township: "丙镇")])
        #expect(try found("受理").count == 3)
        #expect(try found("低保") == ["乙镇: 低保"])
    }

    @Test func whatIsNotInTheIndexIsReadThrough() throws {
        _ = try found("受理")
        let index = try #require(SearchIndex.upToDate(of: archive))
        _ = try archive.save([Samples.submission(township: "丙镇", mark: "无人机")])
        let word = FoldedTranscript("无人机")
        #expect(try index.candidates(for: [word]).isEmpty)
        let documents = try #require(try index.documents(of: archive, with: [word]))
        #expect(documents.count == 1)
    }
}
