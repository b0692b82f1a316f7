import Support
import Testing

@testable import Storage

@Suite(.enabled(if: SmallDisk.mayBeMounted, "mounting is not permitted"), .serialized)
struct FilesystemTests {
    @Test func aFullDiskLeavesWhatWasThereAndTheRestGoesInLater() throws {
        try onDisk(kilobytes: 400) { path, remount in
            let archive = try Archive.openForWriting(path: path, indicators: Samples.indicators)
            _ = try archive.save([Samples.submission()])
            let before = try archive.reports()
            #expect(throws: ArchiveError.diskFull(path: path)) { _ = try archive.save(Samples.many(600)) }
            #expect(try archive.reports() == before)
            #expect(try archive.verify().flaws == [])
            #expect(remount("size=64m"))
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
        try onDisk(kilobytes: 1024) { path, remount in
            _ = try Archive.openForWriting(path: path, indicators: Samples.indicators).save([Samples.submission()])
            #expect(remount("ro"))
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

    private func onDisk(
        kilobytes: Int, _ body: (_ path: String, _ remount: @escaping (String) -> Bool) throws -> Void
    ) throws {
        try SmallDisk.use(kilobytes: kilobytes) { folder, remount in try body(folder.file(), remount) }
    }
}
