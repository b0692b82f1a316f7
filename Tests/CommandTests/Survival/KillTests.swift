import Foundation
import Support
import Testing

/// An import that is killed at any moment leaves whole reports only, and the next one finishes its work.
///
/// A killed process loses nothing that it had handed to the system, so this is no proof for a power cut.
/// `NIANBAO_KILLS=1000 NIANBAO_KILL_FILES=500` makes a soak of it; `NIANBAO_KILL_SEED`, which every run prints, chooses
/// the same moments again, as far as the machine keeps to them.
@Suite struct KillTests {
    private static let files = Program.count("NIANBAO_KILL_FILES", usually: 60)

    private let folder: Folder
    private let proof: ArchiveProof
    /// How long an undisturbed import takes here, so that the random moments lie within it.
    private let duration: Duration

    init() throws {
        folder = try Folder()
        try Corpus.write(to: folder, count: Self.files)
        let start = ContinuousClock.now
        try Program.run(Corpus.importing("reports", "--quiet", "--archive", "whole.sqlite"), in: folder)
        duration = ContinuousClock.now - start
        proof = try ArchiveProof(ofComplete: folder.path("whole.sqlite"))
    }

    @Test func killedAtAnyMomentTheArchiveIsWholeAndTheNextImportCompletesIt() throws {
        #expect(proof.count == Self.files + 3)
        let wanted = Program.count("NIANBAO_KILLS", usually: 30)
        let seed = Program.count("NIANBAO_KILL_SEED", usually: Int.random(in: 0..<1_000_000))
        print("NIANBAO_KILL_SEED=\(seed)")
        var generator = SeededRandom(seed: UInt64(truncatingIfNeeded: seed))
        var (rounds, killed, withinTransaction) = (0, 0, 0)
        while killed < wanted, rounds < 10 * wanted {
            rounds += 1
            guard try importUntilKilled(afterJournal: rounds % 2 == 1, &generator) else {
                for ending in ["", "-journal"] { try folder.replace("a.sqlite" + ending, with: nil) }
                continue
            }
            killed += 1
            if folder.exists("a.sqlite-journal") { withinTransaction += 1 }
            // On a copy: the archive itself is killed again in the state in which it was left.
            for ending in ["", "-journal"] { try folder.replace("copy.sqlite" + ending, with: "a.sqlite" + ending) }
            try folder.replace("proof.sqlite", with: "copy.sqlite")
            try folder.replace("proof.sqlite-journal", with: "copy.sqlite-journal")
            #expect(try proof.faults(at: folder.path("proof.sqlite")) == [], "seed \(seed), round \(rounds)")
            let next = try Program.run(Corpus.importing("reports", "--quiet", "--archive", "copy.sqlite"), in: folder)
            #expect(next.status == 0, "seed \(seed), round \(rounds): \(next.errors)")
            #expect(try proof.isComplete(folder.path("copy.sqlite")), "seed \(seed), round \(rounds)")
        }
        print("killed \(killed) times, \(withinTransaction) of them within a transaction")
        #expect(killed == wanted)
    }

    /// Whether the import was still running when it was killed.
    ///
    /// Most of an import is reading. So every second one is killed only once its journal is there, which it is while it
    /// writes.
    private func importUntilKilled(
        afterJournal: Bool, _ generator: inout SeededRandom
    ) throws -> Bool {
        let process = Program.process(Corpus.importing("reports", "--quiet", "--archive", "a.sqlite"), in: folder)
        process.standardOutput = FileHandle.nullDevice
        try process.run()
        let fraction = Double.random(in: 0...1, using: &generator)
        if afterJournal {
            // The schema, the indicators and up to two batches are four transactions.
            for _ in 0..<Int.random(in: 1...4, using: &generator) {
                wait(for: process) { folder.exists("a.sqlite-journal") }
                if Bool.random(using: &generator) { wait(for: process) { !folder.exists("a.sqlite-journal") } }
            }
            usleep(UInt32(fraction * fraction * 60_000))
        } else {
            usleep(UInt32(fraction * (duration / .microseconds(1))))
        }
        let wasRunning = process.isRunning
        if wasRunning { kill(process.processIdentifier, SIGKILL) }
        process.waitUntilExit()
        return wasRunning && process.terminationReason == .uncaughtSignal
    }

    private func wait(for process: Process, until condition: () -> Bool) {
        while process.isRunning, !condition() { usleep(200) }
    }

    // MARK: The proof proven

    /// A program that commits a report in two steps would be caught by the same proof.
    @Test func writerThatCommitsInTwoStepsIsCaught() throws {
        try folder.replace("two.sqlite", with: "whole.sqlite")
        let path = folder.path("two.sqlite")
        let writer = try RawDatabase(path)
        try writer.execute("ATTACH '\(folder.path("whole.sqlite"))' AS whole")
        let tables = ["figure", "quantity", "doubt", "section", "event", "report", "document", "sqlar", "township"]
        try writer.execute("DROP TRIGGER event_is_not_deleted")
        try writer.execute("BEGIN; \(tables.map { "DELETE FROM main.\($0);" }.joined()) COMMIT")
        #expect(try proof.faults(at: path) == [])

        func copy(_ tables: [String], where condition: String = "true") throws {
            let statements = tables.map { "INSERT INTO main.\($0) SELECT * FROM whole.\($0) WHERE \(condition);" }
            try writer.execute("BEGIN; \(statements.joined()) COMMIT")
        }
        try copy(["township", "sqlar", "document"])
        #expect(try proof.faults(at: path).contains { $0.hasPrefix("document of no report") })
        try copy(["report", "event", "section", "doubt", "quantity"])
        #expect(try proof.faults(at: path).contains { $0.hasSuffix("is not whole") })
        try copy(["figure"], where: "report_id % 2 = 0")
        #expect(try proof.faults(at: path).contains { $0.hasSuffix("is not whole") })
        #expect(!(try proof.isComplete(path)))
        try copy(["figure"], where: "report_id % 2 = 1")
        #expect(try proof.isComplete(path))
    }
}

extension Folder {
    /// Puts a copy of a file in another's place; where there is none to copy, nothing stays there.
    func replace(_ name: String, with other: String?) throws {
        if exists(name) { try FileManager.default.removeItem(atPath: path(name)) }
        if let other, exists(other) { try FileManager.default.copyItem(atPath: path(other), toPath: path(name)) }
    }
}
