import Foundation
import Testing

@testable import Documents

@Suite struct ConverterTests {
    private func shell(_ script: String, _ change: (inout Limits) -> Void = { _ in }) throws -> Converter {
        var limits = Limits()
        change(&limits)
        return Converter(program: "/bin/sh", arguments: ["-c", script], folder: try WorkFolder(), limits: limits)
    }

    @Test func outputAndFolder() throws {
        let converter = try shell("pwd; echo x > y; cat")
        try converter.run()
        #expect(try converter.output("stdout") == Array("\(converter.folder.path)\n".utf8))
        #expect(try converter.output("y") == Array("x\n".utf8))
        #expect(try converter.output("z") == nil)
    }

    @Test func failureTellsTheLastWords() throws {
        let converter = try shell("echo first >&2; echo 'bad file' >&2; exit 3")
        #expect(throws: DocumentError.converter(.failed(program: "sh", detail: "bad file"))) { try converter.run() }
        #expect(throws: DocumentError.converter(.failed(program: "sh", detail: "exit(3)"))) {
            try shell("exit 3").run()
        }
    }

    /// The child of the child is the one that hangs, as in LibreOffice.
    @Test func timeLimitKillsTheWholeGroup() throws {
        let converter = try shell("sleep 30 & echo $! > child; wait") { $0.converterSeconds = 1 }
        #expect(throws: DocumentError.converter(.timedOut(program: "sh", seconds: 1))) { try converter.run() }
        let child = try #require(try converter.output("child"))
        let number = String(decoding: child, as: UTF8.self).trimmingCharacters(in: .newlines)
        // Where nobody collects orphans it stays as a zombie, `Z` in the third field.
        // On a busy machine what was killed waits for its turn to die; by itself it would live for 30 seconds.
        let state = { (try? String(contentsOfFile: "/proc/\(number)/stat", encoding: .utf8)) ?? "gone" }
        let isEnded = { ["gone", " Z ", " X "].contains(where: state().contains) }
        for _ in 0..<1000 where !isEnded() { usleep(10_000) }
        #expect(isEnded(), "\(state())")
    }

    @Test func outputLimit() throws {
        let converter = try shell("exec head -c 9000000 /dev/zero") { $0.converterBytes = 1 << 20 }
        #expect(throws: DocumentError.converter(.outputTooLarge(program: "sh", limit: 1 << 20))) { try converter.run() }
    }

    @Test func folderGoesWithItsOwner() throws {
        var folder: WorkFolder? = try WorkFolder()
        let path = try #require(folder?.path)
        try folder?.write([1], to: "a")
        #expect(FileManager.default.fileExists(atPath: path + "/a"))
        folder = nil
        #expect(!FileManager.default.fileExists(atPath: path))
    }
}
