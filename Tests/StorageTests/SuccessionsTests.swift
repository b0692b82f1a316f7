import Catalogue
import Foundation
import Support
import Testing
import Values

@testable import Storage

@Suite struct SuccessionsTests {
    @Test func successionsAreKeptAndWrittenOnlyWhenTheyDiffer() throws {
        let folder = try Folder()
        let archive = try Archive.openForWriting(path: folder.file(), indicators: Samples.indicators)
        let ended = Succession(
            older: ["fees.amount"], newer: [], grade: .ended, note: Phrase(zh: "取消", en: "ended"))
        let sum = Succession(
            older: ["requests.received.total"], newer: ["requests.received.natural_person", "hotline_12345.received"],
            grade: .same, note: Phrase(zh: "相加", en: "sum"))
        let unknown = Succession(older: ["nosuch"], newer: [], grade: .ended, note: Phrase(zh: "", en: ""))
        try archive.register([ended, sum, unknown])
        var rows: [[SQLValue]] = []
        try archive.query("SELECT grade, newer IS NULL FROM succession ORDER BY 1, 2") { _ in
        } row: {
            rows.append($0)
        }
        #expect(
            rows == [
                [.text("ended"), .integer(1)], [.text("same"), .integer(0)], [.text("same"), .integer(0)],
            ])
        let before = try Data(contentsOf: URL(filePath: archive.path))
        try archive.register([ended, sum])
        #expect(try Data(contentsOf: URL(filePath: archive.path)) == before)
    }
}
