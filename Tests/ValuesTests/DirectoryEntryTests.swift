import Foundation
import Support
import Testing
import Values

@Suite struct DirectoryEntryTests {
    /// A page that may be read, and behind it one that may not: an entry at the end of the first is the last of a full
    /// listing.
    @Test func nameOfTheLastEntryIsReadToItsEndAndNoFurther() throws {
        let page = Int(getpagesize())
        let pages = try #require(mmap(nil, 2 * page, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0))
        try #require(pages != MAP_FAILED)
        defer { munmap(pages, 2 * page) }
        try #require(mprotect(pages + page, page, PROT_NONE) == 0)

        let written = Array("柳溪镇.txt".utf8) + [0]
        let header = try #require(MemoryLayout<dirent>.offset(of: \.d_name))
        let alignment = MemoryLayout<dirent>.alignment
        let start = (page - header - written.count) / alignment * alignment
        (pages + start + header).copyMemory(from: written, byteCount: written.count)

        #expect(String(cString: (pages + start).assumingMemoryBound(to: dirent.self).name) == "柳溪镇.txt")
    }

    /// Far more names than one reading of a folder gives.
    @Test func everyNameOfAFullFolderIsRead() throws {
        try withTemporaryFolder { url in
            let folder = url.appending(path: "名录").path
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
            let names = (0..<1500).map { "\($0)-\(String(repeating: "年", count: $0 % 80))" }
            for name in names { close(creat("\(folder)/\(name)", 0o600)) }
            #expect(Set(PartFile.names(in: folder)) == Set(names))
            Leftovers.remove(tree: folder)
            #expect(access(folder, F_OK) != 0)
        }
    }
}
