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

    @Test(arguments: [
        ("a.pdf", true), ("年报/a.PDF", true), ("a.doc", true), ("a.odt", true), ("a.pages", true), ("a.et", true),
        ("a.jpeg", true), ("a.docx", false), ("a.html", false), ("a.ods", false), ("pdf", false),
    ])
    func whatOtherProgramsReadIsKnownByItsName(path: String, isConverted: Bool) {
        #expect(Confinement.concerns(path) == isConverted)
    }

    /// Neither beside its folder nor in the user's home, which it does not see.
    @Test(.enabled(if: Confinement.isPossible, "this kernel has no Landlock"))
    func writesInItsFolderOnly() throws {
        let outside = FileManager.default.temporaryDirectory.appending(path: "outside-\(UUID().uuidString)")
            .path
        try "mine".write(toFile: outside, atomically: true, encoding: .utf8)
        defer { try? FileManager.default.removeItem(atPath: outside) }
        for script in ["echo x > '\(outside)'", "rm '\(outside)'", "mkdir '\(outside)-'", "mv '\(outside)' ./x"] {
            #expect(throws: DocumentError.self, "\(script)") { try shell(script + " 2>&1 || exit 3").run() }
        }
        #expect(try String(contentsOfFile: outside, encoding: .utf8) == "mine")
        let converter = try shell("echo x > y; mkdir z; mv y z/; ls -A \"$HOME\"; echo x > /dev/null; cat z/y")
        try converter.run()
        #expect(try converter.output("stdout") == Array("x\n".utf8))
    }

    @Test func memoryLimit() throws {
        let converter = try shell("exec dd if=/dev/zero of=/dev/null bs=300M count=1") {
            $0.converterMemory = 100 << 20
        }
        #expect(throws: DocumentError.self) { try converter.run() }
    }

    @Test func filesAreForThisUserOnly() throws {
        let folder = try WorkFolder()
        try folder.write([1, 2], to: "input")
        let attributes = try FileManager.default.attributesOfItem(atPath: folder.path + "/input")
        #expect(attributes[.posixPermissions] as? Int == 0o600)
        #expect(try folder.read("input", limit: 2, program: "x") == [1, 2])
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
