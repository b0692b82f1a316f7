import Foundation
import Support
import Testing

/// Copies and publications take nothing away that is not their own.
@Suite struct ForeignFileTests {
    private let folder: Folder

    init() throws {
        folder = try Folder()
        try folder.importSamples()
    }

    @Test(arguments: ["backup", "restore"])
    func whatBearsANeighbouringNameStays(command: String) throws {
        try Program.run("backup", "source.sqlite", in: folder)
        try folder.write("mine", to: "b.sqlite.partial/deep/mine.txt")
        try folder.write("mine", to: "b.sqlite-journal")
        let arguments = command == "backup" ? ["b.sqlite"] : ["source.sqlite", "--archive", "b.sqlite"]
        #expect(try Program.run([command] + arguments, in: folder).status == 0)
        #expect(try folder.text("b.sqlite.partial/deep/mine.txt") == "mine")
        #expect(try folder.text("b.sqlite-journal") == "mine")
        // A log would be taken for the copy's own: it is named, and stays.
        for ending in ["-wal", "-shm"] {
            try folder.write("mine", to: "c.sqlite\(ending)")
            let run = try Program.run([command] + arguments.map { $0 == "b.sqlite" ? "c.sqlite" : $0 }, in: folder)
            #expect(run.status == 73)
            #expect(run.errors.contains("c.sqlite\(ending)"))
            #expect(try folder.text("c.sqlite\(ending)") == "mine")
            #expect(!folder.exists("c.sqlite"))
            try folder.replace("c.sqlite\(ending)", with: nil)
        }
        #expect(try folder.leftovers == [])
    }

    @Test func nameOfOneLetterWillDo() throws {
        #expect(try Program.run("backup", "b", in: folder).status == 0)
        #expect(try Program.run("restore", "b", "--archive", "c", in: folder).status == 0)
        #expect(try Program.run("restore", "b", "--archive", "c", "--force", in: folder).status == 0)
        #expect(try Program.run("verify", "--archive", "c", in: folder).status == 0)
    }

    @Test func archiveThatIsBeingWrittenIsNotReplaced() throws {
        try Program.run("backup", "b.sqlite", in: folder)
        let writer = try RawDatabase(folder.path("nianbao.sqlite"))
        try writer.execute("BEGIN IMMEDIATE; UPDATE report SET title = title WHERE id = 1")
        let refused = try Program.run("restore", "b.sqlite", "--force", in: folder)
        #expect(refused.status == 75)
        #expect(refused.errors.contains("another program is writing"))
        try writer.execute("ROLLBACK")
        chmod(folder.path("nianbao.sqlite"), 0o640)
        #expect(try Program.run("restore", "b.sqlite", "--force", in: folder).status == 0)
        let attributes = try FileManager.default.attributesOfItem(atPath: folder.path("nianbao.sqlite"))
        #expect((attributes[.posixPermissions] as? Int) == 0o640)
        #expect(try folder.leftovers == [])
    }

    @Test func digestOfABackupIsThatOfTheArchive() throws {
        let backup = try Program.run("backup", "b.sqlite", in: folder)
        let digest = try #require(backup.output.firstMatch(of: /digest: ([0-9a-f]{64})/)?.output.1)
        try Program.run("import", ImportCommandTests.report, in: folder)
        let verify = try Program.run("verify", "--against", "\(digest)", in: folder)
        #expect(verify.status == 0)
        #expect(verify.output.contains("entries since the digest"))
        let other = try Program.run("verify", "--against", "0123456789abcdef", in: folder)
        #expect(other.status == 65)
        #expect(try Program.run("verify", "--against", "012345", in: folder).status == 64)
        #expect(
            try Program.run("verify", "--sample", "10", "--format", "csv", in: folder).rows.contains {
                $0["count"] == "2"
            })
    }

    /// A tool that asks for a write-ahead log leaves the archive with it.
    @Test func archiveLeftWithALogIsWrittenAllTheSame() throws {
        try folder.sql("PRAGMA journal_mode = WAL")
        let run = try Program.run(
            ["correct", "柳溪镇", "2021", "requests.received.total", "5", "--reason", "r", "--author", "a"], in: folder)
        #expect(run.status == 0, "\(run.errors)")
        #expect(try Program.run("verify", in: folder).status == 0)
        // The correction is in the one file, whatever lies beside it.
        try folder.replace("copy.sqlite", with: "nianbao.sqlite")
        let corrections = ["corrections", "--format", "csv", "--archive", "copy.sqlite"]
        #expect(try Program.run(corrections, in: folder).rows.count == 1)
    }

    // MARK: publish

    /// What has no name is no folder (it would be the root), and a link of the user's stays where it is.
    @Test func namelessFoldersAndLinksThatLeadNowhereAreRefused() throws {
        let link = folder.path("link")
        try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: "gone/further")
        for command in [["publish"], ["report"], ["check", "--letter"]] {
            for name in ["", "link"] {
                let run = try Program.run(command + [name], in: folder)
                #expect(run.status == 73, "\(command) \(name): \(run.errors)")
            }
        }
        #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link) == "gone/further")
        #expect(try folder.leftovers == [])
    }

    @Test func publicationGoesWhereALinkLeads() throws {
        try FileManager.default.createDirectory(atPath: folder.path("real"), withIntermediateDirectories: true)
        try FileManager.default.createSymbolicLink(atPath: folder.path("link"), withDestinationPath: "real")
        for _ in 0..<2 { #expect(try Program.run("publish", "link", "--force", in: folder).status == 0) }
        #expect(try FileManager.default.destinationOfSymbolicLink(atPath: folder.path("link")) == "real")
        #expect(folder.exists("real/figure.csv"))
        #expect(try folder.leftovers == [])
    }

    @Test func publicationKilledHalfWayIsTheOldOrTheNew() throws {
        func files() throws -> [String: Data] {
            try Dictionary(
                FileManager.default.contentsOfDirectory(atPath: folder.path("data")).map {
                    ($0, try folder.data("data/\($0)"))
                }
            ) { first, _ in first }
        }
        #expect(try Program.run("publish", "data", "--archive", "nianbao.sqlite", in: folder).status == 0)
        let old = try files()
        try Program.run("import", ImportCommandTests.report, "--township", "别镇", in: folder)
        #expect(try Program.run("publish", "new", in: folder).status == 0)
        let count = Program.count("NIANBAO_PUBLISH_KILLS", usually: 8)
        var killed = 0
        for round in 0..<count {
            let process = Program.process(["publish", "data", "--force"], in: folder)
            process.standardOutput = FileHandle.nullDevice
            try process.run()
            usleep(UInt32(round + 1) * UInt32(600_000 / count))
            if process.isRunning { killed += 1 }
            kill(process.processIdentifier, SIGKILL)
            process.waitUntilExit()
            let found = try files()
            #expect(Set(found.keys) == Set(old.keys))
            let isOld = found["figure.csv"] == old["figure.csv"]
            for name in old.keys where name.hasSuffix(".csv") {
                let expected = isOld ? old[name] : try folder.data("new/\(name)")
                #expect(found[name] == expected, "round \(round): \(name)")
            }
            // Every time from the old state.
            try folder.replace("data", with: nil)
            for (name, data) in old { try folder.write(data, to: "data/\(name)") }
        }
        print("\(killed) publications killed")
        #expect(killed > 0)
    }

    /// Who works in the folder would find it gone; permissions stay what somebody has made them.
    @Test func folderThatOneWorksInStays() throws {
        func attribute(_ key: FileAttributeKey, _ name: String) throws -> Int? {
            try FileManager.default.attributesOfItem(atPath: folder.path(name))[key] as? Int
        }
        try Program.run("publish", "data", in: folder)
        let place = try attribute(.systemFileNumber, "data")
        let process = Program.process(["publish", ".", "--force", "--archive", "../nianbao.sqlite"], in: folder)
        process.currentDirectoryURL = folder.url.appending(path: "data")
        process.standardOutput = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        #expect(process.terminationStatus == 0)
        #expect(try attribute(.systemFileNumber, "data") == place)
        #expect(folder.exists("data/checksum.csv"))
        // From elsewhere all of it changes places at once.
        chmod(folder.path("data/figure.csv"), 0o640)
        #expect(try Program.run("publish", "data", "--force", in: folder).status == 0)
        #expect(try attribute(.systemFileNumber, "data") != place)
        #expect(try attribute(.posixPermissions, "data/figure.csv") == 0o640)
        #expect(try folder.leftovers == [])
    }

    @Test func otherFilesInAPublicationsFolderStay() throws {
        try folder.write("mine", to: "data/notes/mine.txt")
        try Program.run("publish", "data", in: folder)
        #expect(try Program.run("publish", "data", in: folder).status == 73)
        #expect(try Program.run("publish", "data", "--force", in: folder).status == 0)
        #expect(try folder.text("data/notes/mine.txt") == "mine")
        #expect(folder.exists("data/checksum.csv"))
        #expect(try folder.leftovers == [])
    }

    // MARK: The archive itself

    /// SQLite would take them for its own and delete them.
    @Test func noArchiveIsMadeWhereAJournalWouldBe() throws {
        try Program.run("backup", "b.sqlite", in: folder)
        for ending in ["-journal", "-wal", "-shm"] {
            let name = "nianbao.sqlite\(ending)"
            for command in [
                ["backup", name], ["restore", "b.sqlite", "--archive", name],
                ["import", ImportCommandTests.report, "--archive", name],
            ] {
                let run = try Program.run(command, in: folder)
                #expect(run.status == 73 && run.errors.contains("would be deleted"), "\(run.errors)")
                #expect(!folder.exists(name))
            }
        }
        #expect(try Program.run("import", ImportCommandTests.report, "--archive", "c-journal", in: folder).status == 0)
        #expect(try Program.run("import", ImportCommandTests.report, "--archive", "c", in: folder).status == 73)
        #expect(try Program.run("list", "--archive", "c-journal", in: folder).status == 0)
    }

    /// Each name has a journal of its own.
    @Test func archiveOfTwoNamesIsReadAndNotWritten() throws {
        try FileManager.default.linkItem(atPath: folder.path("nianbao.sqlite"), toPath: folder.path("hard.sqlite"))
        #expect(try Program.run("list", "--archive", "hard.sqlite", in: folder).status == 0)
        let run = try Program.run(
            "remove", "柳溪镇", "2021", "--reason", "x", "--archive", "hard.sqlite", in: folder)
        #expect(run.status == 73 && run.errors.contains("another name on the disk"), "\(run.errors)")
        try FileManager.default.removeItem(atPath: folder.path("hard.sqlite"))
        #expect(try Program.run("remove", "柳溪镇", "2021", "--reason", "x", in: folder).status == 0)
    }

    /// An archive is its owner's alone, unless it takes the place of one that is not.
    @Test func copyHasThePermissionsOfAnArchiveAlone() throws {
        func mode(_ name: String) throws -> Int? {
            try FileManager.default.attributesOfItem(atPath: folder.path(name))[.posixPermissions] as? Int
        }
        for (name, expected) in [("notes.txt", 0o600), ("b.sqlite", 0o664)] {
            try folder.write("x", to: name)
            if name == "b.sqlite" { try Program.run("backup", name, "--force", in: folder) }
            chmod(folder.path(name), 0o664)
            #expect(try Program.run("backup", name, "--force", in: folder).status == 0)
            #expect(try mode(name) == expected)
        }
        try folder.write("x", to: "d.sqlite")
        let restored = try Program.run("restore", "b.sqlite", "--archive", "d.sqlite", "--force", in: folder)
        #expect(restored.status == 0 && !restored.errors.contains("was left as it is"), "\(restored.errors)")
    }

    @Test(arguments: [
        "export --output nianbao.sqlite --force", "export --output ./nianbao.sqlite --format csv --force",
        "export --output link.sqlite --force", "export --output nianbao.sqlite-journal --format csv",
        "export --output nianbao.sqlite-wal --format csv", "publish . --force",
    ])
    func noAnswerReplacesAnArchive(command: String) throws {
        try FileManager.default.createSymbolicLink(
            atPath: folder.path("link.sqlite"), withDestinationPath: "nianbao.sqlite")
        let before = try folder.data("nianbao.sqlite")
        let run = try Program.run(command.split(separator: " ").map(String.init), in: folder)
        #expect(run.status == 73 && run.errors.contains("archive"), "\(run.errors)")
        #expect(try folder.data("nianbao.sqlite") == before)
        #expect(!folder.exists("nianbao.sqlite-journal") && !folder.exists("nianbao.sqlite-wal"))
    }

    // MARK: Names

    @Test func countiesOfSimilarNamesHavePagesAndLettersOfTheirOwn() throws {
        for name in ["a/b", "a:b", "a_b", "A_B"] {
            // The same file would be asked about.
            let report = try String(contentsOfFile: ImportCommandTests.report, encoding: .utf8)
            try folder.write(report + "\n\(name)", to: "报告.txt")
            try Program.run("import", "报告.txt", "--county", name, "--archive", "n.sqlite", in: folder)
        }
        let pages = try Program.run("report", "pages", "--archive", "n.sqlite", in: folder)
        #expect(pages.status == 0)
        let found = try FileManager.default.contentsOfDirectory(atPath: folder.path("pages"))
        #expect(found.contains("index.html") && found.count == 5)
        #expect(Set(pages.output.split(separator: "\n")).count == 5)
    }

    @Test func escapesInNamesDoNotReachTheTerminal() throws {
        let name = "甲\u{1B}[31m镇"
        try Program.run(
            ["import", "\(Program.samples)/青禾县/2021/白杨镇.txt", "--township", name, "--archive", "n.sqlite"], in: folder)
        for command in [
            ["check", "--letter", "l"], ["townships", "rename", name, "\(name)二"], ["report", "p"], ["list"], ["check"],
            ["townships", "code", name, "630122100"], ["demo", "none"],
        ] {
            let run = try Program.run(command + ["--archive", "n.sqlite"], in: folder)
            #expect(!(run.output + run.errors).contains("\u{1B}"), "\(command)")
        }
    }
}

extension Folder {
    /// What runs made beside their answers and did not take away.
    fileprivate var leftovers: [String] {
        get throws {
            try FileManager.default.contentsOfDirectory(atPath: path).filter {
                $0.hasPrefix(".nianbao-") || $0.hasSuffix("-journal") && $0 != "b.sqlite-journal"
            }
        }
    }
}
