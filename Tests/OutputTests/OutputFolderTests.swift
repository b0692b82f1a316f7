import Foundation
import Support
import Testing

@testable import Output

@Suite struct OutputFolderTests {
    private func contents(_ url: URL) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: url.path).sorted()
    }

    private func fill(_ folder: OutputFolder, _ files: [String], with text: String = "新") throws {
        for file in files {
            try folder.write(file) { output in try Array(text.utf8).withUnsafeBytes(output.write) }
        }
    }

    @Test(arguments: [nil, "乙.md"]) func filesAppearTogetherOrNotAtAll(mark: String?) throws {
        try withTemporaryFolder { url in
            let place = url.appending(path: "通知")
            try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
            try "旧".write(to: place.appending(path: "甲.md"), atomically: true, encoding: .utf8)
            try "别的".write(to: place.appending(path: "说明.txt"), atomically: true, encoding: .utf8)
            do {
                let folder = try OutputFolder(place.path, of: ["甲.md", "乙.md"], mark: mark, replacing: true)
                try fill(folder, ["甲.md"])
            }
            #expect(try contents(place) == ["甲.md", "说明.txt"].sorted())
            #expect(try String(contentsOf: place.appending(path: "甲.md"), encoding: .utf8) == "旧")
            #expect(try contents(url) == ["通知"])

            let folder = try OutputFolder(place.path, of: ["甲.md", "乙.md"], mark: mark, replacing: true)
            try fill(folder, ["甲.md", "乙.md"])
            try folder.commit()
            #expect(try contents(place) == ["乙.md", "甲.md", "说明.txt"].sorted())
            #expect(try String(contentsOf: place.appending(path: "甲.md"), encoding: .utf8) == "新")
        }
    }

    @Test func whatIsInTheWayIsNamedBeforeAnythingIsWritten() throws {
        try withTemporaryFolder { url in
            let place = url.appending(path: "通知").path
            try FileManager.default.createDirectory(atPath: "\(place)/乙.md", withIntermediateDirectories: true)
            try "旧".write(toFile: "\(place)/丙.md", atomically: true, encoding: .utf8)
            #expect(throws: OutputError.isDirectory(path: "\(place)/乙.md")) {
                try OutputFolder(place, of: ["甲.md", "乙.md"], replacing: true)
            }
            #expect(throws: OutputError.exists(path: "\(place)/丙.md")) {
                try OutputFolder(place, of: ["甲.md", "丙.md"], replacing: false)
            }
        }
    }

    /// SQLite takes what is called so for the archive's own, and could not open the archive beside a folder.
    @Test func folderIsNoJournalOfAnArchive() throws {
        try withTemporaryFolder { url in
            let archive = url.appending(path: "a.sqlite").path
            try (Data(repeating: 0, count: 68) + Data("NIAN".utf8)).write(to: URL(filePath: archive))
            for name in [archive + "-journal", archive + "-wal", archive + "-shm"] {
                #expect(throws: OutputError.isArchive(path: name)) {
                    try OutputFolder(name, of: ["甲.md"], replacing: true)
                }
                #expect(!FileManager.default.fileExists(atPath: name))
            }
            _ = try OutputFolder(url.appending(path: "b.sqlite-journal").path, of: ["甲.md"], replacing: true)
        }
    }

    @Test func fileThatComesMeanwhileIsKeptAndPermissionsStay() throws {
        try withTemporaryFolder { url in
            let place = url.appending(path: "通知").path
            try FileManager.default.createDirectory(atPath: place, withIntermediateDirectories: true)
            let folder = try OutputFolder(place, of: ["甲.md"], replacing: false)
            try fill(folder, ["甲.md"])
            try "别人的".write(toFile: "\(place)/甲.md", atomically: false, encoding: .utf8)
            #expect(throws: OutputError.exists(path: "\(place)/甲.md")) { try folder.commit() }
            #expect(try String(contentsOfFile: "\(place)/甲.md", encoding: .utf8) == "别人的")

            try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: "\(place)/甲.md")
            let again = try OutputFolder(place, of: ["甲.md"], replacing: true)
            try fill(again, ["甲.md"])
            try again.commit()
            let attributes = try FileManager.default.attributesOfItem(atPath: "\(place)/甲.md")
            #expect(attributes[.posixPermissions] as? Int == 0o600)
        }
    }

    /// The folder in which the files are made meanwhile is nothing that a reader knows.
    @Test func errorNamesThePlaceWhereTheFileWasToStand() throws {
        try withTemporaryFolder { url in
            let place = url.appending(path: "通知").path
            let folder = try OutputFolder(place, of: ["甲/乙.md"], replacing: false)
            #expect(throws: OutputError.cannotCreate(path: "\(place)/甲/乙.md", code: ENOENT)) {
                try fill(folder, ["甲/乙.md"])
            }
        }
    }
}
