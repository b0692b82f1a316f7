import Foundation
import Support
import Testing

/// What the program itself has written is never taken for a report, whichever way it comes back.
@Suite struct OwnOutputTests {
    private let folder: Folder

    init() throws {
        folder = try Folder()
        try folder.importSamples()
    }

    private func refusal(of name: String) throws -> Program {
        try Program.run("import", name, "--archive", "other.sqlite", in: folder)
    }

    @Test(arguments: ["xlsx", "html", "md", "txt"], ["zh", "en"])
    func answersAboutOneReportAreRefused(ending: String, language: String) throws {
        for (name, command) in [
            ("show", ["show", "古渡镇", "2022"]), ("trace", ["trace", "古渡镇", "2022", "fees.amount"]),
        ] {
            let file = "\(name).\(ending)"
            try Program.run(command + ["--output", file, "--lang", language], in: folder)
            let run = try refusal(of: file)
            #expect(run.status == 65 && run.errors.contains("nianbao itself wrote this"), "\(file): \(run.errors)")
        }
    }

    /// Nor with a township and a year that the user names.
    @Test func answersAboutManyAreRefused() throws {
        let commands = [
            ["rollup", "青禾县", "2021", "--output", "a.xlsx"], ["rollup", "青禾县", "2021", "--output", "a.html"],
            ["brief", "青禾县", "2022", "--output", "a.docx"], ["brief", "青禾县", "2022", "--output", "a.md"],
            ["compare", "12345", "--output", "b.xlsx"], ["export", "--output", "c.xlsx"],
        ]
        for command in commands {
            try Program.run(command, in: folder)
            let run = try Program.run(
                "import", command[command.count - 1], "--township", "柳溪镇", "--year", "2021", "--archive",
                "other.sqlite",
                in: folder)
            #expect(run.status == 65 && run.errors.contains("nianbao itself wrote this"), "\(command): \(run.errors)")
        }
        #expect(try Program.run("list", "--format", "csv", "--archive", "other.sqlite", in: folder).rows.isEmpty)
    }

    /// Data has no room for a mark: it is known by its first columns.
    @Test(arguments: ["csv", "tsv"], ["zh", "columns"])
    func dataIsKnownByItsHeaders(ending: String, headers: String) throws {
        let commands = [
            ["compare", "12345"], ["export"], ["export", "--layout", "wide", "--years", "2021", "--county", "青禾县"],
            ["export", "--measures"], ["rollup", "青禾县", "2021"], ["coverage"], ["list"], ["check"],
        ]
        for (number, command) in commands.enumerated() {
            let file = "\(number).\(ending)"
            let options = headers == "zh" ? ["--headers", "zh"] : []
            try Program.run(command + ["--output", file] + options, in: folder)
            let run = try Program.run(
                "import", file, "--year", "2021", "--county", "青禾县", "--archive", "other.sqlite", in: folder)
            #expect(run.status == 65 && run.errors.contains("nianbao itself wrote this"), "\(command): \(run.errors)")
        }
    }

    @Test func lettersAndPagesAreRefusedByNameAndPassedOverBesideReports() throws {
        try Program.run("check", "--letter", "in", in: folder)
        try Program.run("report", "in", in: folder)
        let written = try FileManager.default.contentsOfDirectory(atPath: folder.path("in")).sorted()
        #expect(Set(written.map { ($0 as NSString).pathExtension }) == ["docx", "html", "md"])
        for name in written {
            let run = try refusal(of: "in/\(name)")
            #expect(run.status == 65 && run.errors.contains("nianbao itself wrote this"), "\(name): \(run.errors)")
        }
        try folder.write(Corpus.report("上山镇", 3), to: "in/上山镇.txt")
        try Program.run("show", "古渡镇", "2022", "--output", "in/古渡镇.xlsx", in: folder)
        try Program.run("show", "古渡镇", "2022", "--output", "in/古渡镇.txt", in: folder)
        let tar = try #require(ExternalProgram("tar"))
        try tar.run(["-cf", "in.tar", "in"], in: folder.url)
        for source in ["in", "in.tar"] {
            let run = try Program.run("import", source, "--archive", "\(source).sqlite", in: folder)
            #expect(run.status == 0, "\(run.errors)")
            #expect((run.output + run.errors).contains("古渡镇.xlsx"))
            let list = try Program.run("list", "--format", "csv", "--archive", "\(source).sqlite", in: folder)
            #expect(list.rows.map { $0["township"] } == ["上山镇"])
        }
    }

    @Test func linksAndPipesWithinAnArchiveAreNamed() throws {
        try folder.write(Corpus.report("上山镇", 3), to: "in/上山镇.txt")
        let shell = try #require(ExternalProgram("sh"))
        let script = "cd in && ln -s /etc/hostname 柔.txt && ln 上山镇.txt 硬.txt && mkfifo 管.txt"
        try shell.run(["-c", "\(script) && cd .. && tar -cf in.tar in"], in: folder.url)
        let run = try Program.run("import", "in.tar", "--archive", "other.sqlite", in: folder)
        #expect(run.status == 1)
        // Which of two hard links comes first is the link's target, by the order of the folder.
        #expect(run.errors.matches(of: #/(硬|上山镇)\.txt: refused: a link within the archive/#).count == 1)
        #expect(run.errors.contains("柔.txt: refused: a link within the archive, to '/etc/hostname'"))
        #expect(run.errors.contains("管.txt: refused: a pipe or a device within the archive"))
        #expect(try Program.run("list", "--format", "csv", "--archive", "other.sqlite", in: folder).rows.count == 1)
    }
}
