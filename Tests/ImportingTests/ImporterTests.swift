import Catalogue
import Documents
import Foundation
import Reports
import Storage
import Support
import Testing

@testable import Importing

/// The whole flow over many files, without the program around it.
@Suite struct ImporterTests {
    private let folder: Folder
    private let codebook: Codebook
    private let archive: Archive

    init() throws {
        folder = try Folder()
        codebook = try LoadedCatalogue.codebook()
        archive = try Archive.openForWriting(path: folder.path("a.sqlite"), indicators: codebook.indicators)
    }

    private static func report(_ township: String, _ received: Int = 3) -> String {
        "青禾县\(township)2021年政府信息公开工作年度报告\n受理12345热线反映件\(received)件。\n"
    }

    /// A word for each file: what became of it.
    private func run(_ paths: [String], _ change: (inout Importer.Options) -> Void = { _ in }) throws -> [String] {
        var options = Importer.Options()
        change(&options)
        var fates: [String] = []
        let files = try SourceFiles(paths.map(folder.path)).files
        try Importer(archive, codebook: codebook, options: options).run(files) { result in
            let fate =
                switch result.fate {
                case .stored(.new, _): "new"
                case .stored(.same, _), .stored(.ofSeats, _): "same"
                case .stored(.revision(let number, let changes, _), _): "revision \(number), \(changes.count) changed"
                case .stored(.original(let other, let number), _): "original of \(other), revision \(number)"
                case .stored(.placed(let place), _): "placed from \(place)"
                case .stored(.contested(let contest), _), .rival(let contest, _), .read(_, .contested(let contest)):
                    "contested with \(contest.path)"
                case .returned(let number, _, _, _): "returned as revision \(number)"
                case .known: "known"
                case .passedOver: "passed over"
                case .read: "read"
                case .refused: "refused"
                }
            fates.append("\(result.path): \(fate)")
        }
        return fates
    }

    private func writeReports(_ count: Int) throws -> [String] {
        let townships = "东西南北上下前后山水".prefix(count).map { "\($0)河镇" }
        for township in townships { try folder.write(Self.report(township), to: "年报/青禾县/\(township).txt") }
        return townships.sorted()
    }

    @Test(arguments: [1, 2, 7]) func resultsComeInTheOrderOfTheFiles(jobs: Int) throws {
        let townships = try writeReports(10)
        let fates = try run(["年报"]) { $0.jobs = jobs }
        #expect(fates == townships.map { "青禾县/\($0).txt: new" })
        #expect(try archive.reports().map(\.place.township).sorted() == townships)
    }

    /// Each report of a workbook is stored by itself, from one document, and read again from there.
    @Test func workbookOfSeveralTownships() throws {
        func sheet(_ township: String, _ amount: Int) -> WorkbookFile.Sheet {
            let rows: [[WorkbookFile.Value]] = [
                [.text("青禾县\(township)2021年政府信息公开工作年度报告")], ["信息内容", "本年处理决定数量"],
                ["行政许可", .number("\(amount)")], ["行政处罚", .number("2")],
            ]
            return WorkbookFile.Sheet(township, rows)
        }
        let workbook = WorkbookFile([sheet("东河镇", 1), sheet("西河镇", 3), WorkbookFile.Sheet("汇总", [["行政许可", "4"]])])
        try folder.write(Data(workbook.xlsx), to: "年报.xlsx")
        // A row with a label of the form is no table, and the sheet is named as left out.
        #expect(try run(["年报.xlsx"]) == ["年报.xlsx/东河镇: new", "年报.xlsx/西河镇: new"])
        #expect(try run(["年报.xlsx"]) == ["年报.xlsx: known"])
        let reports = try archive.reports().sorted { $0.place.township < $1.place.township }
        #expect(reports.map(\.place.description) == ["青禾县/东河镇", "青禾县/西河镇"])
        for (summary, amount) in zip(reports, [1, 3]) {
            let transcript = try archive.transcript(of: summary)
            let figures = try archive.report(summary).report.figures
            #expect(figures.contains { String(decoding: transcript[$0.range], as: UTF8.self) == "\(amount)" })
        }
        var fates: [String] = []
        try Rereading(archive, codebook: codebook, isTrial: true).run(Filter()) { _, fate in fates.append("\(fate)") }
        #expect(fates == ["same", "same"])
        #expect(try archive.verify().flaws.isEmpty)
    }

    /// Each row is read again as what it was, be it of comma-separated values or of a year that the user has told.
    @Test(arguments: ["汇总.csv", "汇总.xlsx"]) func tableOfSeveralTownships(name: String) throws {
        let rows = [["乡镇", "行政许可", "行政处罚"], ["东河镇", "1", "2"], ["西河镇", "3", "4"], ["石桥乡", "5", "6"]]
        let text = rows.map { $0.joined(separator: ",") }.joined(separator: "\n")
        let sheet = WorkbookFile.Sheet("汇总", rows.map { $0.map { .text($0) } })
        try folder.write(name.hasSuffix("csv") ? Data(text.utf8) : Data(WorkbookFile([sheet]).xlsx), to: name)
        let fates = try run([name]) { $0.override = IdentityOverride(county: "青禾县", year: 2022) }
        #expect(fates == ["\(name)/东河镇: new", "\(name)/西河镇: new", "\(name)/石桥乡: new"])
        var again: [String] = []
        try Rereading(archive, codebook: codebook, isTrial: true).run(Filter()) { _, fate in again.append("\(fate)") }
        #expect(again == ["same", "same", "same"])
    }

    @Test func bytesThatAreThereAreNotReadAgain() throws {
        _ = try writeReports(2)
        _ = try run(["年报"])
        try folder.write(Self.report("东河镇"), to: "again.txt")
        try folder.write(Self.report("东河镇", 4), to: "changed.txt")
        #expect(try run(["again.txt"]) == ["again.txt: known"])
        #expect(try run(["changed.txt"]) == ["changed.txt: revision 2, 1 changed"])
    }

    /// What was filed under another year by the user's word is known again, whoever names the county.
    @Test func bytesFiledByTheUsersWordAreKnown() throws {
        try folder.write(Self.report("东河镇"), to: "a.txt")
        _ = try run(["a.txt"]) { $0.override = IdentityOverride(county: "青禾县", year: 2019) }
        #expect(try run(["a.txt"]) { $0.override.county = "青禾县" } == ["a.txt: known"])
        #expect(try run(["a.txt"]) == ["a.txt: known"])
        // In two counties they would count twice.
        #expect(try run(["a.txt"]) { $0.override.county = "白水县" } == ["a.txt: contested with a.txt"])
    }

    @Test func refusedFileIsToldAndTheOthersGoIn() throws {
        _ = try writeReports(1)
        try folder.write("今天天气很好。\n", to: "年报/青禾县/0.txt")
        #expect(try run(["年报"]) == ["青禾县/0.txt: refused", "青禾县/东河镇.txt: new"])
    }

    @Test func strictImportStoresAllOrNothing() throws {
        _ = try writeReports(1)
        try folder.write("今天天气很好。\n", to: "年报/青禾县/0.txt")
        #expect(throws: ImportError.nothingStored(refused: 1)) { try run(["年报"]) { $0.isStrict = true } }
        #expect(try archive.reports().isEmpty)
        #expect(try run(["年报/青禾县/东河镇.txt"]) { $0.isStrict = true } == ["东河镇.txt: new"])
    }

    /// Equal figures are one report; of others nobody knows which counts, whatever the order and the batches.
    @Test(arguments: [1, 2]) func twoFilesOfOneTownshipAndYearAreOneReportOrAQuestion(jobs: Int) throws {
        _ = try writeReports(1)
        try folder.write(Self.report("东河镇") + "\n", to: "年报/青禾县/再送.txt")
        try folder.write(Self.report("东河镇", 9), to: "年报/青禾县/草稿.txt")
        let asked = [
            "青禾县/东河镇.txt: new", "青禾县/再送.txt: original of 青禾县/东河镇.txt, revision 1",
            "青禾县/草稿.txt: contested with 青禾县/东河镇.txt",
        ]
        #expect(try run(["年报"]) { $0.jobs = jobs } == asked)
        // The question stays until somebody answers it.
        #expect(
            try run(["年报"]) { $0.jobs = jobs } == [
                "青禾县/东河镇.txt: known", "青禾县/再送.txt: known", asked[2],
            ])
        #expect(try archive.reports(Filter(includesEveryRevision: true)).count == 1)
        let replacing = try run(["年报"]) { $0.replacing.paths = ["青禾县/草稿.txt"] }
        #expect(replacing.last == "青禾县/草稿.txt: revision 2, 1 changed")
    }

    /// A file that comes before the one that the archive has is not alone in the import either.
    @Test func whatWasReplacedIsPutBackWhenItsFileTurnsUp() throws {
        _ = try writeReports(1)
        _ = try run(["年报"])
        try folder.write(Self.report("东河镇", 9), to: "年报/青禾县/0.txt")
        #expect(
            try run(["年报"]) == [
                "青禾县/0.txt: revision 2, 1 changed", "青禾县/东河镇.txt: contested with 青禾县/0.txt",
            ])
        let current = try archive.report(township: "东河镇", year: 2021)
        #expect(current.summary.revision == 3 && current.summary.path == "青禾县/东河镇.txt")
        #expect(try archive.verify().flaws == [])
    }

    @Test func strictImportStoresNothingWhereFilesAreContested() throws {
        _ = try writeReports(2)
        try folder.write(Self.report("东河镇", 9), to: "年报/青禾县/草稿.txt")
        #expect(throws: ImportError.nothingStored(refused: 1)) { try run(["年报"]) { $0.isStrict = true } }
        #expect(try archive.reports().isEmpty)
    }

    @Test func trialAsksTheSameQuestions() throws {
        _ = try writeReports(1)
        try folder.write(Self.report("东河镇", 9), to: "年报/青禾县/草稿.txt")
        #expect(
            try run(["年报"]) { $0.isTrial = true } == [
                "青禾县/东河镇.txt: read", "青禾县/草稿.txt: contested with 青禾县/东河镇.txt",
            ])
    }

    @Test func trialStoresNothing() throws {
        _ = try writeReports(1)
        #expect(try run(["年报"]) { $0.isTrial = true } == ["青禾县/东河镇.txt: read"])
        #expect(try archive.reports().isEmpty)
    }

    /// Whoever stops an import keeps what went in, and is told that it did not come to its end.
    @Test func stoppedImportKeepsNothingOfWhatItDidNotRead() throws {
        _ = try writeReports(3)
        var options = Importer.Options()
        options.isStopped = { true }
        let files = try SourceFiles([folder.path("年报")]).files
        let isComplete = try Importer(archive, codebook: codebook, options: options).run(files) { _ in }
        #expect(!isComplete)
        #expect(try archive.reports().isEmpty)
    }

    @Test func whatIsNoReportsFileIsPassedOverInAFolderAndTriedWhereItIsNamed() throws {
        _ = try writeReports(1)
        try folder.write(Self.report("西河镇"), to: "年报/西河镇.dat")
        try folder.write("", to: "年报/.hidden.txt")
        let sources = try SourceFiles([folder.path("年报"), folder.path("年报/西河镇.dat")])
        #expect(sources.files.map(\.path) == ["青禾县/东河镇.txt", "西河镇.dat"])
        #expect(sources.passedOver == ["西河镇.dat"])
        #expect(throws: ImportError.missing(path: folder.path("nosuch"))) { try SourceFiles([folder.path("nosuch")]) }
    }
}
