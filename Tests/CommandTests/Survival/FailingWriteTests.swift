import Foundation
import Support
import Testing

/// An import whose Nth write to the disk fails says so, leaves whole reports only, and the next one finishes its work.
///
/// The writes are failed by a library that is loaded before the C library's own functions.
/// `NIANBAO_FAILING_WRITES=100000` tries each of them instead of some.
@Suite struct FailingWriteTests {
    private static let files = 20

    private let folder: Folder
    private let proof: ArchiveProof

    init() throws {
        folder = try Folder()
        try Corpus.write(to: folder, count: Self.files)
        try Program.run(Corpus.importing("reports", "--quiet", "--archive", "whole.sqlite"), in: folder)
        proof = try ArchiveProof(ofComplete: folder.path("whole.sqlite"))
        let source = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "failing_writes.c").path
        let compiler = try #require(ExternalProgram("clang"))
        let made = try compiler.run(
            ["-shared", "-fPIC", "-O1", "-o", folder.path("failing.so"), source], keepingErrors: true)
        try #require(made.status == 0, "\(made.text)")
    }

    /// What a full and a broken disk say.
    @Test(arguments: [ENOSPC, EIO], [false, true])
    func nothingIsLostWhateverWriteFails(error: Int32, alsoAllAfter: Bool) throws {
        let most = Program.count("NIANBAO_FAILING_WRITES", usually: 14)
        var (number, failed, unharmed) = (1, 0, 0)
        // Some failures SQLite makes up for; only after the last write none does any harm.
        while failed < most, unharmed < 5 {
            for ending in ["", "-journal"] { try folder.replace("a.sqlite" + ending, with: nil) }
            // Relative, since a space in a path would divide it in two.
            var environment = [
                "LD_PRELOAD": "./failing.so", "FAIL_AT": "\(number)", "FAIL_WITH": "\(error)",
            ]
            if alsoAllAfter { environment["FAIL_ALL"] = "1" }
            let run = try Program.run(
                Corpus.importing("reports", "--quiet", "--archive", "a.sqlite"), in: folder, environment: environment)
            if run.status == 0 {
                unharmed += 1
            } else {
                failed += 1
                unharmed = 0
                #expect(run.status == 74, "write \(number): \(run.errors)")
                #expect(run.errors.contains("disk"), "write \(number): \(run.errors)")
                #expect(run.errors.split(separator: "\n").count == 1, "write \(number): \(run.errors)")
            }
            for ending in ["", "-journal"] { try folder.replace("proof.sqlite" + ending, with: "a.sqlite" + ending) }
            #expect(try proof.faults(at: folder.path("proof.sqlite")) == [], "write \(number)")
            let next = try Program.run(Corpus.importing("reports", "--quiet", "--archive", "a.sqlite"), in: folder)
            #expect(next.status == 0, "write \(number): \(next.errors)")
            #expect(try proof.isComplete(folder.path("a.sqlite")), "write \(number)")
            // Every one of the first, then ever fewer.
            number += most > 1000 || number < 8 ? 1 : number / 2
        }
        print("\(failed) failing writes, up to number \(number)")
        #expect(failed > 0)
    }
}
