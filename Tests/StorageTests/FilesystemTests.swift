import Foundation
import Testing

@testable import Storage

/// A small file system of its own, where the superuser runs the tests and may mount one.
@Suite(.enabled(if: Disk.mayBeMounted, "mounting is not permitted"), .serialized)
struct FilesystemTests {
    @Test func aFullDiskLeavesWhatWasThereAndTheRestGoesInLater() throws {
        try onDisk(kilobytes: 400) { path, folder in
            let archive = try Archive.openForWriting(path: path, indicators: Samples.indicators)
            _ = try archive.save([Samples.submission()])
            let before = try archive.reports()
            #expect(throws: ArchiveError.diskFull(path: path)) { _ = try archive.save(Samples.many(600)) }
            #expect(try archive.reports() == before)
            #expect(try archive.verify().flaws == [])
            #expect(Disk.run("mount", "-o", "remount,size=64m", folder))
            #expect(try archive.save(Samples.many(600)).count == 600)
            #expect(try archive.verify().flaws == [])
        }
    }

    @Test func aDiskTooSmallForAnArchiveSaysSo() throws {
        try onDisk(kilobytes: 16) { path, _ in
            #expect(throws: ArchiveError.diskFull(path: path)) {
                try Archive.openForWriting(path: path, indicators: Samples.indicators)
            }
            #expect(throws: ArchiveError.empty(path: path)) { try Archive.openForReading(path: path) }
        }
    }

    @Test func aReadOnlyMediumCanBeReadButNotWritten() throws {
        try onDisk(kilobytes: 1024) { path, folder in
            _ = try Archive.openForWriting(path: path, indicators: Samples.indicators).save([Samples.submission()])
            #expect(Disk.run("mount", "-o", "remount,ro", folder))
            #expect(try Archive.openForReading(path: path).report(township: "上新庄镇", year: 2020).report.year == 2020)
            #expect(throws: ArchiveError.readOnly(path: path)) {
                try Archive.openForWriting(path: path, indicators: Samples.indicators)
            }
            let error = #expect(throws: ArchiveError.self) {
                try Archive.openForWriting(path: path + "2", indicators: Samples.indicators)
            }
            guard case .cannotCreate = error else { throw Unexpected() }
        }
    }

    private func onDisk(kilobytes: Int, _ body: (_ path: String, _ folder: String) throws -> Void) throws {
        let folder = try Folder()
        try #require(Disk.run("mount", "-t", "tmpfs", "-o", "size=\(kilobytes)k", "tmpfs", folder.path))
        // Lazily, since SQLite may still hold the file open.
        defer { _ = Disk.run("umount", "-l", folder.path) }
        try body(folder.file(), folder.path)
    }
}

private enum Disk {
    static let mayBeMounted: Bool = {
        guard geteuid() == 0, let folder = try? Folder(), run("mount", "-t", "tmpfs", "tmpfs", folder.path) else {
            return false
        }
        return run("umount", folder.path)
    }()

    static func run(_ arguments: String...) -> Bool {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = arguments
        process.standardError = FileHandle.nullDevice
        guard (try? process.run()) != nil else { return false }
        process.waitUntilExit()
        return process.terminationStatus == 0
    }
}
