import Foundation
import Support
import Testing

@Suite struct ImportCommandTests {
    let folder: Folder
    static let report = "\(Program.samples)/湟中区/2020/上新庄镇.txt"

    init() throws { folder = try Folder() }

    @Test func tellsWhatItReadAndWhereItIsInDoubt() throws {
        let run = try Program.run("import", Self.report, in: folder)
        #expect(run.status == 0)
        #expect(run.output.contains("湟中区/上新庄镇 2020 (2019 form): 198 of 198 cells, 15 narrative figures"))
        #expect(run.output.contains("2020-01-01/2020-12-28"))
        #expect(run.errors.isEmpty)
    }

    @Test func speaksChineseWhenTheLocaleOrTheUserSaysSo() throws {
        let run = try Program.run("import", Self.report, in: folder, environment: ["LANG": "zh_CN.UTF-8"])
        #expect(run.output.contains("应有 198 格，读出 198 格，文中数字 15 个"))
        let again = try Program.run("import", Self.report, "--lang", "zh", in: folder)
        #expect(again.output.contains("已有，未变动"))
    }

    @Test(arguments: ["湟中区/2020/上新庄镇"])
    func everyExpectedFigureComesOut(name: String) throws {
        try Program.run("import", "\(Program.samples)/\(name).txt", in: folder)
        let run = try Program.run("export", "--format", "csv", in: folder)
        let columns = ["indicator", "value", "unit", "state", "qualifier"]
        let actual = run.rows.map { row in columns.map { row[$0] ?? "?" }.joined(separator: ",") }
        let expected = try String(contentsOfFile: "\(Program.samples)/\(name).expected.csv", encoding: .utf8)
        #expect(actual == expected.split(whereSeparator: \.isNewline).dropFirst().map(String.init))
    }

    @Test func sameFileAgainChangesNothing() throws {
        try folder.importSamples()
        let before = try folder.data("nianbao.sqlite")
        let run = try Program.run("import", Program.samples, in: folder)
        #expect(run.status == 0)
        #expect(run.output.contains("20 files: 0 new, 20 same, 0 revised, 0 refused"))
        #expect(try folder.data("nianbao.sqlite") == before)
    }

    @Test func changedFileBecomesARevisionAndTheOldOneStays() throws {
        try Program.run("import", Self.report, in: folder)
        let changed = try String(contentsOfFile: Self.report, encoding: .utf8)
            .replacingOccurrences(of: "反映件147件", with: "反映件148件")
        try folder.write(changed, to: "更正.txt")
        let run = try Program.run("import", "更正.txt", in: folder)
        #expect(run.output.contains("revision 2"))
        #expect(run.output.contains("(hotline_12345.received): 147件 → 148件"))
        let list = try Program.run("list", "--revisions", "--format", "csv", in: folder)
        #expect(list.rows.map { $0["revision"] } == ["1", "2"])
    }

    @Test func originalComesOutOfTheArchiveWithoutThisProgram() throws {
        try Program.run("import", Self.report, in: folder)
        try #require(ExternalProgram.sqlite).run(["nianbao.sqlite", "-Ax"], in: folder.url)
        let original = try Data(contentsOf: URL(filePath: Self.report))
        #expect(try folder.data("湟中区/2020/上新庄镇.txt") == original)
    }

    @Test func verboseListsWhatTheSentencesTell() throws {
        let run = try Program.run("import", Self.report, "--verbose", in: folder)
        #expect(run.output.contains("(groups.messages): more than 600条"))
        #expect(!run.output.contains("requests.received.total"))
    }

    @Test func foldersThatLeadBackToThemselvesAreWalkedOnce() throws {
        try FileManager.default.copyItem(atPath: Self.report, toPath: folder.path("a.txt"))
        try FileManager.default.createSymbolicLink(atPath: folder.path("again"), withDestinationPath: ".")
        let run = try Program.run("import", ".", in: folder)
        #expect(run.status == 0)
        #expect(run.output.split(separator: "\n").count { $0.contains("198 of 198") } == 1)
    }

    @Test(.enabled(if: geteuid() != 0, "the superuser may read everywhere"))
    func folderThatCannotBeListedIsNamed() throws {
        try FileManager.default.copyItem(atPath: Self.report, toPath: folder.path("a.txt"))
        let closed = folder.path("closed")
        try FileManager.default.createDirectory(
            atPath: closed, withIntermediateDirectories: false, attributes: [.posixPermissions: 0])
        defer { _ = chmod(closed, 0o755) }
        let run = try Program.run("import", ".", in: folder)
        #expect(run.status == 1)
        #expect(run.errors.hasPrefix("closed: refused: "))
        #expect(run.output.contains("2 files: 1 new, 0 same, 0 revised, 1 refused"))
    }

    @Test func dryRunStoresNothing() throws {
        let run = try Program.run("import", Self.report, "--dry-run", in: folder)
        #expect(run.status == 0)
        #expect(run.output.contains("198 of 198 cells"))
        #expect(!folder.exists("nianbao.sqlite"))
    }

    @Test func oneBadFileDoesNotStopTheOthers() throws {
        try FileManager.default.copyItem(atPath: Self.report, toPath: folder.path("a.txt"))
        try folder.write("今日菜单：红烧肉", to: "b.txt")
        try folder.write(Data([0x4D, 0x5A, 0, 1, 2, 3, 0, 0]), to: "c.txt")
        let run = try Program.run("import", ".", in: folder)
        #expect(run.status == 1)
        #expect(run.output.contains("3 files: 1 new, 0 same, 0 revised, 2 refused"))
        #expect(run.errors.split(separator: "\n").count == 2)
    }

    /// Lines that tell of several rows at once count as many doubts as programs are told.
    @Test func summaryCountsEveryDoubt() throws {
        let page = try String(contentsOfFile: "\(Program.samples)/青禾县/2022/古渡镇.html", encoding: .utf8)
        // Rows of seven numbers, each without its last.
        let row = /((?:<td>[0-9]+<\/td>){6})<td>[0-9]+<\/td><\/tr>/
        let short = page.replacing(row, maxReplacements: 3) { "\($0.1)</tr>" }
        try folder.write(short, to: "2022/a.html")
        try folder.write(short.replacing("古渡镇", with: "红山镇"), to: "2022/b.html")
        let run = try Program.run("import", "2022", "--dry-run", in: folder)
        let json = try Program.run("import", "2022", "--dry-run", "--json", in: folder)
        let count = json.output.components(separatedBy: "\"rule\":").count - 1
        #expect(count >= 6 && json.output.contains("unreadable-row"), "\(json.output)")
        #expect(run.output.contains("; \(count) doubts"), "\(run.output)")
        #expect(run.output.components(separatedBy: "doubt: 3 of lines").count == 3, "\(run.output)")
    }

    @Test func strictImportIsAllOrNothing() throws {
        try FileManager.default.copyItem(atPath: Self.report, toPath: folder.path("a.txt"))
        try folder.write("今日菜单：红烧肉", to: "b.txt")
        let run = try Program.run("import", ".", "--strict", in: folder)
        #expect(run.status == 1)
        #expect(try Program.run("list", "--format", "csv", in: folder).rows.isEmpty)
    }

    @Test func commandLineGoesBeforeTheDocument() throws {
        let run = try Program.run(
            "import", Self.report, "--county", "青禾县", "--township", "柳溪镇", "--year", "2019", in: folder)
        #expect(run.output.contains("青禾县/柳溪镇 2019"))
    }

    @Test func standardInputIsAFileToo() throws {
        let run = try Program.run("import", "-", in: folder, input: Data(contentsOf: URL(filePath: Self.report)))
        #expect(run.status == 0)
        #expect(run.output.contains("198 of 198 cells"))
    }

    @Test(arguments: [
        (["import", "nosuch.txt"], Int32(66), "nosuch.txt"),
        (["import", "empty"], 65, "empty"),
        (["import", "menu.txt"], 65, "menu.txt"),
        (["import", "binary.txt"], 65, "binary.txt"),
        (["import"], 64, "path"),
        (["import", "menu.txt", "--year", "20"], 64, "--year"),
        (["frobnicate"], 64, "frobnicate"),
    ])
    func refusalSaysWhatAndWhere(arguments: [String], status: Int32, named: String) throws {
        try FileManager.default.createDirectory(atPath: folder.path("empty"), withIntermediateDirectories: true)
        try folder.write("今日菜单：红烧肉", to: "menu.txt")
        try folder.write(Data([0x4D, 0x5A, 0, 1, 2, 3, 0, 0]), to: "binary.txt")
        let run = try Program.run(arguments, in: folder)
        #expect(run.status == status)
        #expect(run.errors.contains(named))
        #expect(run.output.isEmpty)
    }

    @Test(arguments: [["--township", ""], ["--county", " "]])
    func nameOfNothingIsRefused(option: [String]) throws {
        let run = try Program.run(["import", Self.report] + option, in: folder)
        #expect(run.status == 64)
        #expect(run.errors.contains("\(option[0]) wants a name"))
        #expect(!run.errors.contains("constraint"))
    }

    /// Nothing may ever come out of a pipe that is named, and a device has no end.
    @Test func pipeOrDeviceIsRefusedByItsKind() throws {
        #expect(mkfifo(folder.path("pipe.txt"), 0o600) == 0)
        for path in ["pipe.txt", "/dev/zero"] {
            let run = try Program.run("import", path, in: folder)
            #expect(run.status == 66)
            #expect(run.errors.contains("no file"))
        }
        #expect(try Program.run("check", "--rules", "pipe.txt", in: folder).status == 66)
    }

    @Test(.enabled(if: SmallDisk.mayBeMounted, "mounting is not permitted"))
    func fullTemporaryFolderIsTheDisksFault() throws {
        try SmallDisk.use(kilobytes: 16) { disk, _ in
            try folder.write("{\\rtf1 \(String(repeating: "x", count: 60_000))}", to: "a.rtf")
            let run = try Program.run(["import", "a.rtf"], in: folder, environment: ["TMPDIR": disk.path])
            #expect(run.status == 74)
            #expect(run.errors.contains("TMPDIR"))
            #expect(!run.errors.contains("save the file as docx"))
        }
    }

    /// What the program reads otherwise than before becomes a revision, from the stored original.
    @Test func textThatComesOutDifferentlyIsReadAgain() throws {
        try Program.run("import", Self.report, in: folder)
        try folder.sql("UPDATE document SET text = replace(text, '147件', '999件')")
        let trial = try Program.run("reread", "--dry-run", in: folder)
        #expect(trial.output.contains("its text comes out differently now"))
        let run = try Program.run("reread", in: folder)
        #expect(run.status == 0, "\(run.errors)")
        #expect(run.output.contains("its text comes out differently now: revision 2"))
        #expect(try Program.run("reread", in: folder).output.contains("1 same, 0 changed"))
        let trace = try Program.run("trace", "上新庄镇", "2020", "hotline_12345.received", in: folder)
        #expect(trace.output.contains("147件") || trace.output.contains("【147】件") || trace.output.contains("147"))
        #expect(!trace.output.contains("999"))
        #expect(try Program.run("search", "147件", "--format", "csv", in: folder).rows.count == 1)
        #expect(try folder.sqlite("nianbao.sqlite", "SELECT reason FROM transcript").contains("read as another text"))
    }
}
