import Foundation
import Support
import Testing

/// Whoever ends the program by a signal finds nothing of it left; after SIGKILL the next run takes the rest away.
@Suite struct EndingTests {
    private let folder: Folder

    init() throws {
        folder = try Folder()
        try Program.run("import", ImportCommandTests.report, in: folder)
        try FileManager.default.createDirectory(atPath: folder.path("tmp"), withIntermediateDirectories: true)
    }

    private static let endless = "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i FROM n"

    private func parts(_ name: String = "") throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: folder.path(name)).filter { $0.hasPrefix(".nianbao-") }
    }

    private func wait(_ seconds: Int = 20, until condition: () throws -> Bool) rethrows {
        for _ in 0..<seconds * 100 where try !condition() { usleep(10_000) }
    }

    private func writingForEver() throws -> Process {
        let process = Program.process(["sql", Self.endless, "--output", "big.csv"], in: folder)
        process.standardError = FileHandle.nullDevice
        try process.run()
        try wait { try !parts().isEmpty }
        return process
    }

    @Test(arguments: [SIGINT, SIGTERM, SIGHUP])
    func partFileGoesWithTheRun(number: Int32) throws {
        let process = try writingForEver()
        #expect(try parts().count == 1)
        kill(process.processIdentifier, number)
        process.waitUntilExit()
        #expect(process.terminationReason == .uncaughtSignal && process.terminationStatus == number)
        #expect(try parts() == [])
        #expect(!folder.exists("big.csv"))
    }

    @Test(arguments: [SIGTERM, SIGHUP])
    func converterEndsWithTheRun(number: Int32) throws {
        // A converter that never ends, and says who it is where it may write.
        try folder.write("#!/bin/sh\necho $$ > child\nexec sleep 300\n", to: "bin/soffice")
        chmod(folder.path("bin/soffice"), 0o755)
        try folder.write("{\\rtf1 x}", to: "a.rtf")
        let process = Program.process(
            ["import", "a.rtf"], in: folder,
            environment: ["PATH": folder.path("bin") + ":/usr/bin:/bin", "TMPDIR": folder.path("tmp")])
        process.standardError = FileHandle.nullDevice
        try process.run()
        var child: pid_t = 0
        try wait {
            for name in try FileManager.default.contentsOfDirectory(atPath: folder.path("tmp")) {
                let text = try? folder.text("tmp/\(name)/child")
                child = text.flatMap { pid_t($0.trimmingCharacters(in: .whitespacesAndNewlines)) } ?? 0
            }
            return child != 0
        }
        #expect(child > 0)
        kill(process.processIdentifier, number)
        process.waitUntilExit()
        #expect(process.terminationReason == .uncaughtSignal)
        let state = { (try? String(contentsOfFile: "/proc/\(child)/stat", encoding: .utf8)) ?? "gone" }
        wait(5) { state() == "gone" || state().contains(" Z ") }
        #expect(state() == "gone" || state().contains(" Z "))
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path("tmp")) == [])
    }

    /// The journal of a transaction would stay, and the archive would want somebody who may write there.
    @Test(arguments: [SIGTERM, SIGHUP]) func transactionIsFinishedBeforeTheEnd(number: Int32) throws {
        try folder.write(Corpus.report("上山镇", 3), to: "上山镇.txt")
        // A batch waits for a second whether more comes from its standard input.
        let process = Program.process(["import", "上山镇.txt", "-"], in: folder)
        let input = Pipe()
        (process.standardInput, process.standardOutput) = (input, FileHandle.nullDevice)
        try process.run()
        let journal = "nianbao.sqlite-journal"
        wait { folder.exists(journal) }
        kill(process.processIdentifier, number)
        process.waitUntilExit()
        try input.fileHandleForWriting.close()
        #expect(process.terminationReason == .uncaughtSignal && process.terminationStatus == number)
        #expect(!folder.exists(journal))
        #expect(try Program.run("list", "--format", "csv", in: folder).rows.count == 2)
        #expect(try Program.run("verify", in: folder).status == 0)
    }

    /// The first transaction makes the tables, and any may be the one that the end comes in.
    @Test(arguments: [SIGINT, SIGTERM, SIGHUP]) func newArchiveIsFinishedBeforeTheEnd(number: Int32) throws {
        try Corpus.write(to: folder, count: 10)
        for round in 0..<6 {
            let archive = "neu\(round).sqlite"
            let process = Program.process(["import", "reports", "--archive", archive], in: folder)
            (process.standardOutput, process.standardError) = (FileHandle.nullDevice, FileHandle.nullDevice)
            try process.run()
            for _ in 0..<100_000 where !folder.exists(archive + "-journal") && process.isRunning { usleep(100) }
            usleep(UInt32(round) * 700)
            kill(process.processIdentifier, number)
            process.waitUntilExit()
            #expect(!folder.exists(archive + "-journal"), "round \(round)")
        }
    }

    /// Nor does it wait for all that was to be one transaction.
    @Test(arguments: [SIGTERM, SIGHUP]) func allOrNothingEndsInNothing(number: Int32) throws {
        try Corpus.write(to: folder, count: 400)
        let process = Program.process(["import", "reports", "--strict", "--jobs", "1"], in: folder)
        (process.standardOutput, process.standardError) = (FileHandle.nullDevice, FileHandle.nullDevice)
        try process.run()
        wait { folder.exists("nianbao.sqlite-journal") }
        kill(process.processIdentifier, number)
        process.waitUntilExit()
        #expect(process.terminationReason == .uncaughtSignal && process.terminationStatus == number)
        #expect(!folder.exists("nianbao.sqlite-journal"))
        #expect(try Program.run("list", "--format", "csv", in: folder).rows.count == 1)
    }

    @Test func leftoversOfAKilledRunGoWithTheNext() throws {
        let killed = try writingForEver()
        kill(killed.processIdentifier, SIGKILL)
        killed.waitUntilExit()
        let left = try #require(try parts().first)
        try FileManager.default.createDirectory(
            atPath: folder.path("tmp/nianbao-Ab3xYz"), withIntermediateDirectories: true)
        // What is nobody's of ours stays, whatever it is called.
        try folder.write("mine", to: ".nianbao-mine")
        try folder.write("mine", to: "big.csv.part")
        let running = try writingForEver()
        defer {
            kill(running.processIdentifier, SIGTERM)
            running.waitUntilExit()
        }
        try wait { try parts().count == 3 }
        let old = [FileAttributeKey.modificationDate: Date(timeIntervalSinceNow: -3600)]
        try FileManager.default.setAttributes(old, ofItemAtPath: folder.path(left))
        try FileManager.default.setAttributes(old, ofItemAtPath: folder.path("tmp/nianbao-Ab3xYz"))
        try FileManager.default.setAttributes(old, ofItemAtPath: folder.path(".nianbao-mine"))
        #expect(try Program.run("export", "--output", "a.csv", in: folder).status == 0)
        #expect(!folder.exists(left))
        #expect(try parts().count == 2)
        #expect(folder.exists("big.csv.part"))
        try folder.write("{\\rtf1 x}", to: "a.rtf")
        try Program.run(["import", "a.rtf"], in: folder, environment: ["TMPDIR": folder.path("tmp")])
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path("tmp")) == [])
    }

    // MARK: Output that cannot be written

    private func run(_ arguments: [String], output: String, errors: String) throws -> Int32 {
        let process = Program.process(arguments, in: folder)
        process.standardOutput = try FileHandle(forWritingTo: URL(filePath: output))
        process.standardError = try FileHandle(forWritingTo: URL(filePath: errors))
        try process.run()
        process.waitUntilExit()
        return process.terminationReason == .exit ? process.terminationStatus : -process.terminationStatus
    }

    @Test(arguments: [("/dev/full", "/dev/null"), ("/dev/full", "/dev/full")])
    func fullDiskBehindTheOutputIsToldAndAllFilesGoIn(output: String, errors: String) throws {
        #expect(try run(["import", Program.samples], output: output, errors: errors) == 74)
        #expect(try Program.run("list", "--format", "csv", in: folder).rows.count == 20)
        for arguments in [["--help"], ["--version"], ["list"], ["verify"], ["townships"], ["backup", "b.sqlite"]] {
            #expect(try run(arguments, output: output, errors: errors) == 74, "\(arguments)")
        }
        #expect(try run(["import", Program.samples, "--json"], output: output, errors: errors) == 74)
    }

    @Test func fullDiskBehindTheErrorsIsNoReasonToStop() throws {
        try folder.write("{}", to: "in/a.txt")
        try folder.write(Corpus.report("上山镇", 3), to: "in/上山镇.txt")
        #expect([1, 74].contains(try run(["import", "in"], output: "/dev/null", errors: "/dev/full")))
        #expect(try Program.run("list", "--format", "csv", in: folder).rows.count == 2)
        #expect(try run(["list", "--archive", "none"], output: "/dev/null", errors: "/dev/full") == 66)
    }

    /// Nor is a question left open, or a refusal, called done because nobody reads of it.
    @Test func readerWhoIsGoneDoesNotMakeADoubtfulImportADoneOne() throws {
        try folder.write("{}", to: "in/a.txt")
        try folder.write(Corpus.report("上山镇", 3), to: "in/上山镇.txt")
        let process = Program.process(["import", "in"], in: folder)
        let pipe = Pipe()
        try pipe.fileHandleForReading.close()
        (process.standardOutput, process.standardError) = (pipe, FileHandle.nullDevice)
        try process.run()
        process.waitUntilExit()
        #expect(process.terminationReason == .exit && process.terminationStatus == 1)
    }

    /// `import | head` goes on importing.
    @Test func readerWhoIsGoneKeepsNobodyFromImporting() throws {
        try Corpus.write(to: folder, count: 40)
        let shell = Process()
        shell.executableURL = URL(filePath: "/bin/sh")
        shell.arguments = ["-c", "\"$0\" import reports | head -1", Program.executable.path]
        shell.currentDirectoryURL = folder.url
        shell.standardOutput = FileHandle.nullDevice
        try shell.run()
        shell.waitUntilExit()
        let imported = try Program.run("list", "--revisions", "--format", "csv", in: folder).rows.count
        try Program.run("import", "reports", "--archive", "whole.sqlite", in: folder)
        let list = ["list", "--revisions", "--format", "csv", "--archive", "whole.sqlite"]
        #expect(try imported == Program.run(list, in: folder).rows.count)
        #expect(imported > 40)
    }
}
