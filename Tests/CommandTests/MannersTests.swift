import Foundation
import Output
import Support
import Testing

/// What people at a terminal see, and programs in a pipe do not.
@Suite struct MannersTests {
    let folder: Folder

    init() throws {
        folder = try Folder()
        try folder.importSamples()
    }

    /// It has no folders above that could be looked through.
    @Test func aFolderThatIsGoneIsToldOf() throws {
        let shell = try #require(ExternalProgram("/bin/sh"))
        let script = "mkdir gone; cd gone; rmdir ../gone; timeout 60 '\(Program.executable.path)' import x"
        let run = try shell.run(["-c", script], in: folder.url, keepingErrors: true)
        #expect(run.status != 0 && run.status != 124 && !run.text.isEmpty)
    }

    // MARK: The terminal

    @Test(.enabled(if: Terminal.isThere, "python3 is not installed"), arguments: [80, 120, 200], ["zh", "en"])
    func tablesFitTheWindow(width: Int, language: String) throws {
        for command in [
            "check", "list", "rollup 青禾县 2021", "compare 12345 --total", "show 柳溪镇 2022", "numbers --years 2020",
            "search 低保", "check --list", "indicators", "import --help", "check --help",
        ] {
            let text = try Terminal.run(
                "nianbao \(command) --lang \(language) --no-pager", width: width, in: folder,
                environment: ["NO_COLOR": "1"])
            #expect(text.split(separator: "\n").count > 3, "\(command)")
            for line in text.split(separator: "\n") where DisplayWidth.of(String(line)) > width {
                Issue.record("\(command): \(line)")
            }
        }
    }

    @Test(.enabled(if: Terminal.isThere, "python3 is not installed"))
    func longAnswersGoThroughThePagerOfTheUsers() throws {
        let pager = ["PAGER": "sed 's/^/> /'"]
        let long = try Terminal.run("nianbao list", width: 120, in: folder, environment: pager)
        // 20 reports and a header fit into 24 lines.
        #expect(!long.contains("> ") && long.contains("柳溪镇"))
        let paged = try Terminal.run("nianbao list", height: 20, in: folder, environment: pager)
        #expect(paged.split(separator: "\n").allSatisfy { $0.hasPrefix("> ") })
        for other in ["nianbao list --no-pager", "nianbao list --format csv"] {
            #expect(!(try Terminal.run(other, height: 20, in: folder, environment: pager)).contains("> "), "\(other)")
        }
        let none = try Terminal.run("nianbao list", height: 20, in: folder, environment: ["PAGER": "no-such-pager"])
        #expect(none.contains("柳溪镇"))
    }

    @Test(.enabled(if: Terminal.isThere, "python3 is not installed"))
    func gravityIsColouredAtATerminalOnly() throws {
        let command = "nianbao check --no-pager --township 白杨镇"
        #expect(try Terminal.run(command, in: folder).contains("\u{1B}[31merror"))
        #expect(!(try Terminal.run(command, in: folder, environment: ["NO_COLOR": "1"])).contains("\u{1B}"))
        #expect(!(try Program.run("check", in: folder).output).contains("\u{1B}"))
    }

    @Test func pipesGetWholeLines() throws {
        let lines = try Program.run("check", in: folder).output.split(separator: "\n")
        #expect(lines.contains { DisplayWidth.of(String($0)) > 200 })
    }

    @Test func thousandsStandApartForPeopleOnly() throws {
        let arguments = ["compare", "subsistence_allowance.amount", "--years", "2020", "--county", "湟中区"]
        #expect(try Program.run(arguments, in: folder).output.contains("2,163,100"))
        for format in ["csv", "tsv", "json"] {
            #expect(
                try Program.run(arguments + ["--format", format], in: folder).output.contains("2163100"), "\(format)")
        }
        #expect(!(try Program.run("list", in: folder).output).contains("2,0"))
    }

    // MARK: The archive

    @Test func importSaysWhichArchiveItWroteTo() throws {
        let other = try Folder()
        let report = ImportCommandTests.report
        let first = try Program.run("import", report, in: other)
        #expect(first.output.contains("new archive: nianbao.sqlite (this folder), for you alone"))
        let second = try Program.run(
            "import", report, in: other, environment: ["NIANBAO_ARCHIVE": other.path("nianbao.sqlite")])
        #expect(second.output.contains("archive: \(other.path("nianbao.sqlite")) (NIANBAO_ARCHIVE)\n"))
        let named = try Program.run("import", report, "--archive", "b.sqlite", "--lang", "zh", in: other)
        #expect(named.output.contains("已新建档案：b.sqlite，只有本人能读写"))
        #expect(!(try Program.run("import", report, "--json", in: other).output).contains("archive:"))
    }

    @Test func secondArchiveBelowAFirstIsAnnounced() throws {
        try folder.write("x", to: "2023/一.txt")
        let below = folder.url.appending(path: "2023")
        let process = Program.process(["import", ImportCommandTests.report, "--lang", "zh"], in: folder)
        process.currentDirectoryURL = below
        let errors = Pipe()
        process.standardError = errors
        process.standardOutput = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        let text = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        #expect(text.contains("上级文件夹已有档案") && text.contains("export NIANBAO_ARCHIVE='"))
        #expect(FileManager.default.fileExists(atPath: below.appending(path: "nianbao.sqlite").path))
        // Whoever names the archive is not told.
        #expect(!(try Program.run("import", ImportCommandTests.report, in: folder).errors).contains("folder above"))
    }

    @Test func statusTellsWhatIsThere() throws {
        let run = try Program.run("status", "--format", "csv", in: folder)
        let doubts = try folder.sqlite("nianbao.sqlite", "select count(*) from doubt").trimmingCharacters(in: .newlines)
        let content = Dictionary(run.rows.map { ($0["item"] ?? "", $0["content"] ?? "") }, uniquingKeysWith: { $1 })
        #expect(content["file"]?.hasSuffix("/nianbao.sqlite") == true && content["mode"] == "600")
        #expect(content["counties"] == "2" && content["townships"] == "6" && content["years"] == "2019-2022")
        #expect(content["reports"] == "20" && content["originals"] == "20" && content["doubts"] == doubts)
        #expect(content["figures"] == "\(try Program.sampleFigureCount())")
        let read = try folder.sqlite("nianbao.sqlite", "select sum(cells_read) from report")
        #expect(content["cells_read"].map { $0 + "\n" } == read)
        let digest = try #require(content["digest"])
        #expect(digest.count == 64)
        #expect(try Program.run("verify", "--against", digest, in: folder).status == 0)
        let chinese = try Program.run("status", "--lang", "zh", in: folder).output
        #expect(chinese.contains("600（只有本人能读写）") && chinese.contains("最近导入"))
        // As the log tells moments: local ones, which say so, whatever the form of `TZ`.
        let local = try Program.run(["status"], in: folder, environment: ["TZ": "CST-8"]).output
        #expect(local.contains("+08:00"))
        #expect(try Program.run("status", "--archive", "none.sqlite", in: folder).status == 66)
    }

    @Test func busyArchiveSaysWhomItWaitsFor() throws {
        let sqlite = try #require(ExternalProgram("sqlite3"))
        _ = sqlite
        let holder = Process()
        holder.executableURL = URL(filePath: "/usr/bin/sqlite3")
        holder.arguments = [folder.path("nianbao.sqlite")]
        let commands = Pipe()
        holder.standardInput = commands
        holder.standardOutput = FileHandle.nullDevice
        try holder.run()
        // What a thread of a queue starts has SIGTERM blocked.
        defer { kill(holder.processIdentifier, SIGKILL) }
        try commands.fileHandleForWriting.write(contentsOf: Data("BEGIN EXCLUSIVE;\n".utf8))
        try folder.write("x", to: "空.txt")
        var errors = ""
        for _ in 0..<20 where !errors.contains("is writing") {
            Thread.sleep(forTimeInterval: 0.1)
            errors = try Program.run("import", "空.txt", in: folder).errors
        }
        #expect(errors.contains("sqlite3") && errors.contains("process \(holder.processIdentifier)"), "\(errors)")
        #expect(errors.contains("waiting for it"))
    }
}
