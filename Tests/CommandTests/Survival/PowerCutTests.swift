import Foundation
import Support
import Testing

/// A power cut at any moment of an import leaves whole reports only, among them all that the import had told of, and
/// the next import finishes its work.
///
/// Unlike a killed process, which loses nothing that the system has, a cut loses and reorders what was written since
/// the last fsync: a library that is loaded before the C library plays it. `NIANBAO_POWER_CUTS=500` makes a soak of it;
/// `NIANBAO_POWER_CUT_SEED`, which every run prints, plays the same cuts again.
@Suite struct PowerCutTests {
    private static let files = 24

    private let folder: Folder
    private let proof: ArchiveProof
    private let operations: Int

    init() throws {
        folder = try Folder()
        try Corpus.write(to: folder, count: Self.files)
        for name in ["湟中区/2020/上新庄镇.txt", "青禾县/2021/东东镇.txt"] {
            try folder.write(folder.data("reports/\(name)"), to: "half/\(name)")
        }
        try Program.run(Corpus.importing("reports", "--quiet", "--archive", "whole.sqlite"), in: folder)
        proof = try ArchiveProof(ofComplete: folder.path("whole.sqlite"))
        let source = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "power_cut.c").path
        let compiler = try #require(ExternalProgram("clang"))
        let made = try compiler.run(
            ["-shared", "-fPIC", "-O1", "-o", folder.path("cut.so"), source], keepingErrors: true)
        try #require(made.status == 0, "\(made.text)")
        try Program.run(
            Corpus.importing("reports", "--archive", "a.sqlite"), in: folder,
            environment: ["LD_PRELOAD": "./cut.so", "CUT_COUNT": "count"])
        operations = try #require(Int(folder.text("count").trimmingCharacters(in: .newlines)))
        for ending in ["", "-journal"] { try folder.replace("a.sqlite" + ending, with: nil) }
    }

    private struct Result {
        var wasCut = false
        var faults: [String] = []
        var isComplete = true
        /// Reports that were told of and are gone.
        var lost = 0
    }

    private func importUntilCut(at number: Int, seed: Int, _ more: [String: String] = [:]) throws -> Result {
        for ending in ["", "-journal"] { try folder.replace("a.sqlite" + ending, with: nil) }
        let environment = ["LD_PRELOAD": "./cut.so", "CUT_AT": "\(number)", "CUT_SEED": "\(seed)"]
        // In two runs, so that a cut may come upon an archive that has something in it.
        if seed % 2 == 0 { try Program.run("import", "half", "--archive", "a.sqlite", in: folder) }
        let before = seed % 2 == 0 ? try reports() : 0
        let run = try Program.run(
            Corpus.importing("reports", "--archive", "a.sqlite"), in: folder,
            environment: environment.merging(more) { $1 })
        var result = Result()
        result.wasCut = run.status == -SIGKILL
        let told = before + run.output.matches(of: #/: (new|revision \d+): /#).count
        for ending in ["", "-journal"] { try folder.replace("proof.sqlite" + ending, with: "a.sqlite" + ending) }
        do {
            result.faults = try proof.faults(at: folder.path("proof.sqlite"))
            let next = try Program.run(Corpus.importing("reports", "--quiet", "--archive", "a.sqlite"), in: folder)
            result.lost = max(0, told - (try kept()))
            result.isComplete = try next.status == 0 && proof.isComplete(folder.path("a.sqlite"))
        } catch {
            result.faults.append("\(error)")
        }
        return result
    }

    /// The reports that are left; the first cuts leave no file, or one without tables.
    private func kept() throws -> Int {
        guard folder.exists("proof.sqlite") else { return 0 }
        let tables = try RawDatabase(folder.path("proof.sqlite")).rows("SELECT count(*) FROM sqlite_schema")
        return tables[0][0] == "0" ? 0 : try reports("proof.sqlite")
    }

    private func reports(_ name: String = "a.sqlite") throws -> Int {
        try Int(RawDatabase(folder.path(name)).rows("SELECT count(*) FROM report")[0][0]) ?? 0
    }

    @Test func cutAtAnyMomentTheArchiveIsWholeAndNothingToldIsLost() throws {
        let wanted = Program.count("NIANBAO_POWER_CUTS", usually: 20)
        let seed = Program.count("NIANBAO_POWER_CUT_SEED", usually: Int.random(in: 0..<1_000_000))
        print("NIANBAO_POWER_CUT_SEED=\(seed), \(operations) operations")
        var generator = SeededRandom(seed: UInt64(truncatingIfNeeded: seed))
        var cuts = 0
        for round in 0..<wanted {
            let number = Int.random(in: 1...operations, using: &generator)
            let result = try importUntilCut(at: number, seed: seed + round)
            if result.wasCut { cuts += 1 }
            let place = "seed \(seed), round \(round), operation \(number)"
            #expect(result.faults == [], "\(place)")
            #expect(result.isComplete, "\(place)")
            #expect(result.lost == 0, "\(place)")
        }
        print("\(cuts) power cuts")
        #expect(cuts >= wanted / 2)
    }

    /// A program that never waits for the disk would be caught by the same proof.
    @Test func programThatDoesNotWaitForTheDiskIsCaught() throws {
        var generator = SeededRandom(seed: 5)
        for round in 0..<60 {
            let number = Int.random(in: operations / 3...operations, using: &generator)
            let result = try importUntilCut(at: number, seed: round, ["CUT_NO_SYNC": "1"])
            if !result.faults.isEmpty || !result.isComplete || result.lost > 0 { return }
        }
        Issue.record("sixty cuts without an fsync did no harm: the proof proves nothing")
    }
}
