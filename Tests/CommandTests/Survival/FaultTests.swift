import Foundation
import Support
import Testing

/// What is wrong around the program ends in its exit code and one line, and with nothing lost.
@Suite struct FaultTests {
    let folder: Folder

    init() throws { folder = try Folder() }

    private func expectRefusal(_ arguments: [String], _ status: Int32, _ words: String) throws {
        let run = try Program.run(arguments, in: folder)
        #expect(run.status == status, "\(arguments): \(run.errors)")
        #expect(run.errors.contains(words), "\(run.errors)")
        #expect(run.errors.split(separator: "\n").count == 1)
        #expect(run.output.isEmpty)
    }

    // MARK: The archive

    @Test(arguments: [
        "a b.sqlite", "it's \"quoted\".sqlite", "二〇二四年 档案.sqlite", "-x.sqlite", "file:a?mode=memory", ":memory:",
    ])
    func archiveMayBeCalledAnything(name: String) throws {
        try Program.run("import", ImportCommandTests.report, "--archive=\(name)", in: folder)
        #expect(folder.exists(name))
        #expect(try Program.run("list", "--format", "csv", "--archive=\(name)", in: folder).rows.count == 1)
        #expect(try Program.run("backup", "备份.sqlite", "--archive=\(name)", in: folder).status == 0)
        #expect(try Program.run("verify", "--archive", "备份.sqlite", in: folder).status == 0)
    }

    @Test func symbolicLinksAreFollowed() throws {
        try FileManager.default.createDirectory(atPath: folder.path("data"), withIntermediateDirectories: true)
        try FileManager.default.createSymbolicLink(
            atPath: folder.path("nianbao.sqlite"), withDestinationPath: "data/real.sqlite")
        try Program.run("import", ImportCommandTests.report, in: folder)
        #expect(folder.exists("data/real.sqlite"))
        #expect(try Program.run("verify", in: folder).status == 0)
    }

    @Test func whatIsNoArchiveIsLeftAsItIs() throws {
        try folder.write(Data(), to: "zero.sqlite")
        try folder.write(String(repeating: "文字", count: 2000), to: "text.sqlite")
        try folder.sqlite("foreign.sqlite", "CREATE TABLE t (a); INSERT INTO t VALUES (1)")
        for (name, words) in [("zero", "is empty"), ("text", "is no archive"), ("foreign", "another program's")] {
            let before = try folder.data("\(name).sqlite")
            for arguments in [["list"], ["export"], ["compare", "12345"], ["verify"], ["backup", "b.sqlite"]] {
                try expectRefusal(arguments + ["--archive", "\(name).sqlite"], 65, words)
            }
            if name != "zero" {
                try expectRefusal(["import", ImportCommandTests.report, "--archive", "\(name).sqlite"], 65, words)
            }
            #expect(try folder.data("\(name).sqlite") == before)
        }
        #expect(!folder.exists("b.sqlite"))
    }

    @Test func newerArchiveIsRefused() throws {
        try Program.run("import", ImportCommandTests.report, in: folder)
        try folder.sql("PRAGMA user_version = 999")
        for arguments in [["list"], ["import", ImportCommandTests.report], ["verify"], ["backup", "b.sqlite"]] {
            try expectRefusal(arguments, 65, "newer nianbao")
        }
    }

    /// Neither is it called empty, which an import would fill, nor older, which reading again would bring up to date.
    @Test(arguments: [0, -1, 1, 6]) func archiveOfAnotherVersionThanItSaysIsDamaged(version: Int) throws {
        try Program.run("import", ImportCommandTests.report, in: folder)
        try folder.sql("PRAGMA user_version = \(version)")
        for arguments in [["list"], ["import", ImportCommandTests.report], ["reread"], ["verify"]] {
            try expectRefusal(arguments, 65, "says that its version is \(version)")
        }
    }

    @Test(.enabled(if: geteuid() != 0, "the superuser may write everywhere"))
    func readOnlyFolderAnswersAndIsNotWritten() throws {
        try Program.run("import", ImportCommandTests.report, in: folder)
        let closed = folder.path("closed")
        try FileManager.default.createDirectory(atPath: closed, withIntermediateDirectories: true)
        try folder.replace("closed/a.sqlite", with: "nianbao.sqlite")
        try FileManager.default.setAttributes([.posixPermissions: 0o500], ofItemAtPath: closed)
        defer { try? FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: closed) }
        #expect(try Program.run("list", "--archive", "closed/a.sqlite", in: folder).status == 0)
        try expectRefusal(["import", Program.samples, "--archive", "closed/a.sqlite"], 73, "closed/a.sqlite")
        try expectRefusal(["import", Program.samples, "--archive", "closed/b.sqlite"], 73, "closed/b.sqlite")
    }

    // MARK: The files

    /// Nothing tells a program that a file will be gone when it gets to it: the others are imported all the same.
    @Test func fileThatCannotBeReadIsNamedAndTheOthersGoIn() throws {
        try folder.write(Corpus.report("上山镇", 3), to: "in/上山镇.txt")
        try folder.write(Corpus.report("下山镇", 4), to: "in/下山镇.txt")
        try FileManager.default.createSymbolicLink(
            atPath: folder.path("in/去向.txt"), withDestinationPath: folder.path("gone.txt"))
        let run = try Program.run("import", "in/上山镇.txt", "in/下山镇.txt", "in", "--jobs", "1", in: folder)
        #expect(run.status == 1 && (run.output + run.errors).contains("去向.txt"), "\(run.errors)")
        let named = try Program.run("import", "in/去向.txt", in: folder)
        #expect(named.status == 66)
        #expect(try Program.run("list", "--format", "csv", in: folder).rows.count == 2)
    }

    @Test func filesVanishingDuringAnImportAreNamed() throws {
        try Corpus.write(to: folder, count: 100)
        let process = Program.process(Corpus.importing("reports", "--jobs", "1"), in: folder)
        let log = folder.url.appending(path: ".log")
        try Data().write(to: log)
        process.standardOutput = FileHandle.nullDevice
        process.standardError = try FileHandle(forWritingTo: log)
        try process.run()
        // Whenever this happens, what is gone is refused and what was read is stored.
        while process.isRunning, !folder.exists("nianbao.sqlite") { usleep(500) }
        try FileManager.default.removeItem(atPath: folder.path("reports/湟中区"))
        process.waitUntilExit()
        #expect([0, 1].contains(process.terminationStatus))
        let refused = try String(contentsOf: log, encoding: .utf8).split(separator: "\n").count
        let stored = try Program.run("list", "--revisions", "--format", "csv", in: folder).rows.count
        #expect(stored + refused == 103)
        #expect(try Program.run("verify", in: folder).status == 0)
    }

    // MARK: Others at work

    /// Whatever was told as stored went with the archive.
    @Test func archiveThatIsTakenAwayDuringAnImportIsTold() throws {
        try folder.write(Corpus.report("上山镇", 3), to: "上山镇.txt")
        // Goes on until its standard input ends.
        let process = Program.process(["import", "上山镇.txt", "-"], in: folder)
        let (input, errors) = (Pipe(), Pipe())
        (process.standardInput, process.standardOutput, process.standardError) = (input, FileHandle.nullDevice, errors)
        try process.run()
        for _ in 0..<1000 where try Program.run("list", in: folder).status != 0 { usleep(20_000) }
        try FileManager.default.removeItem(atPath: folder.path("nianbao.sqlite"))
        try input.fileHandleForWriting.close()
        let words = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        #expect(process.terminationStatus == 75)
        #expect(words.contains("was removed or replaced after it was opened"))
    }

    @Test func writersInSeveralProcessesLoseAndDoubleNothing() throws {
        let writers = Program.count("NIANBAO_WRITERS", usually: 3)
        let files = Program.count("NIANBAO_WRITES", usually: 20)
        for writer in 0..<writers { try Corpus.write(to: folder, name: "in\(writer)", count: files) }
        let processes = (0..<writers).map { Program.process(Corpus.importing("in\($0)", "--quiet"), in: folder) }
        for process in processes { try process.run() }
        // Readers meanwhile see whole reports, or that there is none yet.
        while processes.contains(where: \.isRunning) {
            let run = try Program.run("verify", in: folder)
            #expect(run.status == 0 || run.status == 66 || run.errors.contains("is empty"), "\(run.errors)")
        }
        for process in processes {
            process.waitUntilExit()
            #expect(process.terminationStatus == 0)
        }
        // The same files came from everybody.
        let rows = try Program.run("list", "--revisions", "--format", "csv", in: folder).rows
        #expect(rows.count == files + 3)
        #expect(Set(rows.map { "\($0["township"] ?? "")#\($0["revision"] ?? "")" }).count == rows.count)
        #expect(try Program.run("verify", "--deep", in: folder).status == 0)
    }
}
