import Foundation
import Support
import Testing

@testable import Output

@Suite struct OutputFileTests {
    @Test func fileAppearsWithItsCommitAndNothingElseDoes() throws {
        try withTemporaryFolder { folder in
            let path = folder.appendingPathComponent("答复.csv").path
            let file = try OutputFile(path, replacing: false)
            try Array("甲".utf8).withUnsafeBytes { try file.write($0) }
            #expect(!FileManager.default.fileExists(atPath: path))
            try file.commit()
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["答复.csv"])
            #expect(try String(contentsOfFile: path, encoding: .utf8) == "甲")
        }
    }

    @Test func abandonedFileLeavesNothing() throws {
        try withTemporaryFolder { folder in
            do {
                let file = try OutputFile(folder.appendingPathComponent("a").path, replacing: false)
                try [1, 2, 3].withUnsafeBytes { try file.write($0) }
            }
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).isEmpty)
        }
    }

    @Test func existingFileIsKeptUnlessReplaced() throws {
        try withTemporaryFolder { folder in
            let path = folder.appendingPathComponent("a").path
            try "old".write(toFile: path, atomically: false, encoding: .utf8)
            #expect(throws: OutputError.exists(path: path)) { try OutputFile(path, replacing: false) }
            try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: path)
            try OutputFile(path, replacing: true).commit()
            #expect(try String(contentsOfFile: path, encoding: .utf8) == "")
            #expect(try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int == 0o640)
        }
    }

    @Test func fileThatComesIntoBeingMeanwhileIsKept() throws {
        try withTemporaryFolder { folder in
            let path = folder.appendingPathComponent("a").path
            let file = try OutputFile(path, replacing: false)
            try "theirs".write(toFile: path, atomically: false, encoding: .utf8)
            #expect(throws: OutputError.exists(path: path)) { try file.commit() }
            #expect(try String(contentsOfFile: path, encoding: .utf8) == "theirs")
        }
    }

    @Test func linkIsFollowed() throws {
        try withTemporaryFolder { folder in
            let target = folder.appendingPathComponent("target").path
            let link = folder.appendingPathComponent("link").path
            try "old".write(toFile: target, atomically: false, encoding: .utf8)
            try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: target)
            try OutputFile(link, replacing: true).commit()
            #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link) == target)
            #expect(try String(contentsOfFile: target, encoding: .utf8) == "")
        }
    }

    @Test func errorsSayWhatIsInTheWay() throws {
        try withTemporaryFolder { folder in
            #expect(throws: OutputError.isDirectory(path: folder.path)) { try OutputFile(folder.path, replacing: true) }
            let missing = folder.appendingPathComponent("no/x.csv").path
            #expect(throws: OutputError.cannotCreate(path: missing, code: ENOENT)) {
                try OutputFile(missing, replacing: false)
            }
            let long = folder.appendingPathComponent(String(repeating: "长", count: 100)).path
            #expect(throws: OutputError.cannotCreate(path: long, code: ENAMETOOLONG)) {
                try OutputFile(long, replacing: false)
            }
        }
    }

    @Test(.enabled(if: FileManager.default.fileExists(atPath: "/dev/full"), "there is no /dev/full"))
    func fullDiskIsSaid() throws {
        let file = try OutputFile("/dev/full", replacing: false)
        #expect(throws: OutputError.cannotWrite(path: "/dev/full", code: ENOSPC)) {
            try [1, 2, 3].withUnsafeBytes { try file.write($0) }
        }
        let error = OutputError.cannotWrite(path: "/dev/full", code: ENOSPC)
        #expect(error.status == .inputOutput)
        #expect(error.explanation.zh == "写入 /dev/full 失败，没有留下不完整的文件：磁盘已满，请腾出空间后重试")
    }

    @Test func explanationsAreOneVisibleLine() {
        let error = OutputError.exists(path: "a\nb\u{1B}")
        #expect(error.explanation.en == "a␊b␛ exists and was kept; add --force to replace it, or choose another name")
        #expect(error.status == .cannotCreate)
    }
}
