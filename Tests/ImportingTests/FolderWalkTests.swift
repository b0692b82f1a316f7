import Documents
import Foundation
import Support
import Testing

@testable import Importing

/// Whatever lies in a folder is read, or told by its name.
@Suite struct FolderWalkTests {
    private let folder: Folder
    /// 柳溪镇.txt in GBK.
    private static let name = [0xC1, 0xF8, 0xCF, 0xAA, 0xD5, 0xF2] + Array(".txt".utf8)

    init() throws { folder = try Folder() }

    /// Foundation cannot make such names.
    private func make(_ name: [UInt8], _ text: String) throws {
        let file = FileName(folder.path).appending(FileName(name))
        let descriptor = file.withCString { open($0, O_WRONLY | O_CREAT, 0o600) }
        try #require(descriptor >= 0)
        write(descriptor, text, text.utf8.count)
        close(descriptor)
    }

    private func link(_ name: String, to target: String) throws {
        try FileManager.default.createSymbolicLink(atPath: folder.path(name), withDestinationPath: target)
    }

    private func files(_ name: String = "in") throws -> SourceFiles { try SourceFiles([folder.path(name)]) }

    /// As deep as the system lets a path be; the walk must not come to the end of the stack.
    @Test func foldersInOneAnotherWithoutEndAreNamed() throws {
        try folder.write("x", to: "in/a.txt")
        let shell = try #require(ExternalProgram("sh"))
        try shell.run(
            ["-c", "cd in && for i in $(seq 2500); do mkdir d && cd -P d || exit; done; echo x > b.txt"], in: folder.url
        )
        let found = try files().files
        #expect(found.count == 2 && found.map(\.isRefused) == [false, true])
        try shell.run(["-c", "rm -rf in"], in: folder.url)
    }

    @Test func namesNeedNotBeUTF8() throws {
        let county: [UInt8] = [0xC7, 0xE0, 0xBA, 0xCC, 0xCF, 0xD8]
        try folder.write("x", to: "in/a.txt")
        let path = FileName(folder.path).appending(FileName("in")).appending(FileName(county))
        #expect(path.withCString { mkdir($0, 0o700) } == 0)
        try make(Array("in/".utf8) + county + [0x2F] + Self.name, "甲")
        try make(Array("in/".utf8) + [0xFF, 0xFE] + Array(".txt".utf8), "乙")
        let found = try files().files
        #expect(found.map(\.path) == ["\\xFF\\xFE.txt", "a.txt", "青禾县/柳溪镇.txt"])
        let texts = try found.map { file -> String in
            guard case .all(let bytes) = try file.read(Limits()) else { return "" }
            return String(decoding: bytes, as: UTF8.self)
        }
        #expect(texts == ["乙", "x", "甲"])
        #expect(found.last?.location.hasSuffix("in/青禾县/柳溪镇.txt") == true)
    }

    @Test func linksAreFollowedAndNoFolderTwice() throws {
        try folder.write("甲", to: "elsewhere/甲镇.txt")
        try folder.write("乙", to: "in/乙镇.txt")
        try link("in/丙镇.txt", to: folder.path("elsewhere/甲镇.txt"))
        try link("in/青禾县", to: folder.path("elsewhere"))
        try link("in/round", to: folder.path("in"))
        try link("elsewhere/back", to: folder.path("elsewhere"))
        #expect(try files().files.map(\.path) == ["丙镇.txt", "乙镇.txt", "青禾县/甲镇.txt"])
    }

    @Test func linkToNothingAndPipesAreRefused() throws {
        try folder.write("乙", to: "in/乙镇.txt")
        try link("in/gone.txt", to: "nowhere.txt")
        try link("in/self", to: "self")
        #expect(mkfifo(folder.path("in/pipe.txt"), 0o600) == 0)
        let found = try files()
        #expect(found.files.map(\.path) == ["gone.txt", "pipe.txt", "self", "乙镇.txt"])
        #expect(found.passedOver.isEmpty)
        for file in found.files where file.path != "乙镇.txt" {
            #expect(throws: ImportError.self) { try file.read(Limits()) }
        }
    }

    @Test func fileThatIsTooLargeIsNotTakenIntoMemory() throws {
        try folder.write("", to: "a.txt")
        #expect(truncate(folder.path("a.txt"), 3 << 30) == 0)
        let file = try #require(try SourceFile.named(folder.path("a.txt")))
        guard case .larger(let handle) = try file.read(Limits()) else {
            Issue.record("read")
            return
        }
        #expect(handle.count == 3 << 30)
        #expect(throws: DocumentError.limit(.fileBytes(Limits().fileBytes, found: 3 << 30))) {
            try OpenedFile(handle, name: "a.txt")
        }
    }

    /// An archive may be larger than memory is.
    @Test func largeArchiveIsReadWhereItLies() throws {
        let zip = StoredZip.make([("甲镇.txt", "甲"), ("乙镇.txt", "乙")])
        try folder.write(Data(zip), to: "a.zip")
        let descriptor = open(folder.path("a.zip"), O_RDONLY)
        let opened = try OpenedFile(SourceHandle(descriptor, count: zip.count), name: "a.zip")
        var paths: [String] = []
        try ArchiveExpansion.forEachMember(of: opened) { paths.append($0.path) }
        #expect(paths == ["甲镇.txt", "乙镇.txt"])
    }
}
