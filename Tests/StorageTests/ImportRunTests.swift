import Foundation
import Reports
import Support
import Testing
import Values

@testable import Storage

/// Which of two files for one township and year counts.
@Suite struct ImportRunTests {
    private let folder: Folder
    private let archive: Archive

    init() throws {
        folder = try Folder()
        archive = try Archive.openForWriting(path: folder.file(), indicators: Samples.indicators)
    }

    private func save(
        _ submissions: [Submission], replacing: ImportRun.Replacing = .init(), isWhole: Bool = false
    ) throws -> [Outcome] {
        let run = ImportRun(subject: "年报", author: "张三", replacing: replacing)
        return try archive.save(submissions, run: run, isWhole: isWhole)
    }

    /// One whose reading lacks some cells.
    private func submission(_ mark: String, received: Int64 = 3, cells: Int = 198, path: String = "b.txt") -> Submission
    {
        var submission = Samples.submission(mark: mark, received: received, path: path)
        submission.report.cellsRead = cells
        return submission
    }

    private static func word(_ outcome: Outcome) -> String {
        switch outcome {
        case .new: "new"
        case .same: "same"
        case .revision(let number, _, _): "revision \(number)"
        case .original(let path, let number): "original of \(path), \(number)"
        case .placed(let place): "placed from \(place)"
        case .contested(let contest): "contested: \(contest.reason)"
        case .ofSeats(let outcomes): outcomes.map { word($0.outcome) }.joined(separator: ", ")
        }
    }

    @Test func equalFilesOfOneImportAreOneReportAndAllAreKept() throws {
        let outcomes = try save([submission("a", path: "a.txt"), submission("b"), submission("c", path: "c.txt")])
        #expect(outcomes == [.new, .original(of: "a.txt", revision: 1), .original(of: "a.txt", revision: 1)])
        #expect(try archive.fingerprints().count == 3)
        #expect(try archive.reports(Filter(includesEveryRevision: true)).count == 1)
        #expect(try archive.reports(readFrom: submission("b").original.fingerprint).map(\.path) == ["a.txt"])
        #expect(try save([submission("c", path: "c.txt")]) == [.same])
        #expect(try archive.verify().flaws == [])
    }

    /// 12.34万元 and 123400元.
    @Test func numbersWrittenMorePreciselyAreNoDifference() throws {
        var other = submission("b")
        for (index, figure) in other.report.figures.enumerated() {
            guard var amount = figure.reading.amount else { continue }
            amount.precision *= 100
            other.report.figures[index].reading = .reported(amount)
        }
        let outcomes = try save([submission("a", path: "a.txt"), other])
        #expect(outcomes == [.new, .original(of: "a.txt", revision: 1)])
    }

    @Test func differingFilesOfOneImportReplaceNothing() throws {
        let outcomes = try save([submission("a", path: "a.txt"), submission("b", received: 4)])
        guard case .contested(let contest) = outcomes[1] else { throw Unexpected() }
        #expect(contest.reason == .sameImport && contest.path == "a.txt")
        #expect(contest.changes.map { [$0.old?.amount?.value, $0.new?.amount?.value] } == [[3, 4]])
        #expect(try archive.comparison([0]).map(\.reading?.amount?.value) == [3])
        // Its bytes are not there, so that the question is asked again.
        #expect(try archive.fingerprints().count == 1)
    }

    private struct Unexpected: Error {}

    @Test func fewerCellsNeverReplaceMoreByThemselves() throws {
        _ = try save([submission("a", path: "a.txt")])
        #expect(
            try save([submission("b", received: 4, cells: 158)]).map(Self.word) == [
                "contested: fewerCells(158, current: 198)"
            ])
        #expect(
            try save([submission("b", received: 4, cells: 158)], replacing: .init(all: true)).map(Self.word)
                == ["revision 2"])
    }

    @Test func correctedFileThatComesAloneReplaces() throws {
        _ = try save([submission("a", path: "a.txt")])
        #expect(try save([submission("b", received: 4)]).map(Self.word) == ["revision 2"])
        // Another text with the same figures, in the same format, is a revision; in another it is the same report.
        #expect(try save([submission("c", received: 4)]).map(Self.word) == ["revision 3"])
        var page = submission("d", received: 4)
        page.document.mediaType = .html
        #expect(try save([page]).map(Self.word) == ["original of b.txt, 3"])
    }

    @Test func whatIsHardlyTheSameReportDoesNot() throws {
        func other(_ mark: String, path: String, edition: String = "2021") -> Submission {
            var other = submission(mark, received: 40, path: path)
            other.report.edition = edition
            for index in [2, 3, 4] {
                other.report.figures[index].reading = .reported(Amount(value: 77))
            }
            return other
        }
        _ = try save([submission("a", path: "甲/a.txt")])
        #expect(try save([other("b", path: "b.txt")]).map(Self.word) == ["contested: unlike"])
        #expect(try save([other("c", path: "乙/a.txt", edition: "2019")]).map(Self.word) == ["contested: unlike"])
        // Under the name of the file that it corrects it is expected.
        #expect(try save([other("d", path: "乙/a.txt")]).map(Self.word) == ["revision 2"])
    }

    @Test func namedFileGoesBeforeOthersOfItsImport() throws {
        let named = ImportRun.Replacing(paths: ["b.txt"], chosen: ["b.txt"])
        let outcomes = try save([submission("a", path: "a.txt"), submission("b", received: 4)], replacing: named)
        #expect(outcomes.map(Self.word) == ["new", "revision 2"])
        // Who has chosen is asked, who has not is not.
        let both = [submission("c", received: 5, path: "c.txt"), submission("b", received: 4)]
        #expect(try save(both, replacing: named).map(Self.word) == ["contested: chosen", "same"])
    }

    @Test func namedFileComesBackBeforeAnotherOfItsImport() throws {
        _ = try save([submission("a", path: "a.txt")])
        _ = try save([submission("b", received: 4)])
        let both = [submission("c", received: 5, path: "c.txt"), submission("b", received: 4)]
        let named = ImportRun.Replacing(paths: ["b.txt"], chosen: ["b.txt"])
        #expect(try save(both, replacing: named).map(Self.word) == ["revision 3", "revision 4"])
    }

    /// Bare, it is for files that are alone.
    @Test func replacingAllDoesNotSettleWhatIsTwiceInOneImport() throws {
        let outcomes = try save(
            [submission("a", path: "a.txt"), submission("b", received: 4)], replacing: .init(all: true))
        #expect(outcomes.map(Self.word) == ["new", "contested: sameImport"])
    }

    @Test func firstOfTwoDoesNotReplaceWhatWasThere() throws {
        _ = try save([submission("a", path: "a.txt")])
        let outcomes = try save([submission("b", received: 4), submission("c", received: 5, path: "c.txt")])
        guard case .contested(let contest) = outcomes[1] else { throw Unexpected() }
        #expect(contest.restored == 3)
        #expect(try archive.comparison([0]).map(\.reading?.amount?.value) == [3])
        #expect(try archive.verify().flaws == [])
    }

    /// The file that had taken its place is as open as the other.
    @Test func bothOfTwoStayOpen() throws {
        _ = try save([submission("a", path: "a.txt")])
        _ = try save([submission("b", received: 4), submission("c", received: 5, path: "c.txt")])
        #expect(try archive.openContests().map(\.path) == ["b.txt", "c.txt"])
    }

    /// Whatever kind of workbook they stand in.
    @Test func partsOfOneFileAreNotHeldAgainstEachOther() throws {
        let first = submission("a", path: "年报.xls")
        var second = first
        second.report.township = "多巴镇"
        #expect(try save([first]) == [.new] && save([second]).map(\.isContested) == [true])
        second.isPart = true
        #expect(try save([second]) == [.new])
    }

    @Test func wholeBatchIsUndoneWhereOneIsContested() throws {
        let outcomes = try save([submission("a", path: "a.txt"), submission("b", received: 4)], isWhole: true)
        #expect(outcomes.map(\.isContested) == [false, true])
        #expect(try archive.reports().isEmpty && archive.log().isEmpty)
    }

    @Test func importIsNotedOnceForEachBatchThatStoredSomething() throws {
        _ = try save([submission("a", path: "a.txt"), Samples.submission(township: "甲镇")])
        _ = try save([submission("a", path: "a.txt")])
        #expect(
            try archive.log().map { "\($0.action.rawValue) \($0.subject) \($0.count) \($0.author)" } == [
                "import 年报 2 张三"
            ])
    }

    /// The batches of one import are told of in one line, and two imports of the same folder in two.
    @Test func batchesOfOneImportAreToldFromAnotherImport() throws {
        let run = ImportRun(subject: "年报", author: "张三")
        for township in ["甲镇", "乙镇"] {
            _ = try archive.save([Samples.submission(township: township)], run: run)
        }
        _ = try save([submission("a", path: "a.txt")])
        #expect(try archive.log().map(\.isContinuation) == [false, true, false])
        #expect(try archive.log().allSatisfy { $0.reason.isEmpty })
    }
}
