import Foundation
import Support
import Testing

/// An archive in which bytes were changed never crashes the program. `NIANBAO_MUTATIONS=2000` makes a soak of it.
///
/// What SQLite's structure, the constraints, the hashes and the evidence at each figure's position do not show, the
/// chain does: labels, titles, years and places included.
@Suite struct DamageTests {
    private let folder: Folder

    init() throws {
        folder = try Folder()
        try Corpus.write(to: folder, count: 12)
        try Program.run(Corpus.importing(), in: folder)
    }

    @Test func noMutationCrashesAndNoWrongExportIsSound() throws {
        let sound = try folder.data("nianbao.sqlite")
        let right = try Program.run("export", in: folder).output
        var generator = SeededGenerator(state: 8)
        var (refused, flawed, harmless) = (0, 0, 0)
        for round in 0..<Program.count("NIANBAO_MUTATIONS", usually: 40) {
            try folder.write(Self.mutant(of: sound, round, &generator), to: "m.sqlite")
            try folder.replace("m.sqlite-journal", with: nil)
            let export = try Program.run("export", "--archive", "m.sqlite", in: folder)
            let verify = try Program.run("verify", "--deep", "--archive", "m.sqlite", in: folder)
            for run in [export, verify] { #expect([0, 1, 65, 74].contains(run.status), "\(round): \(run.errors)") }
            if export.status != 0 {
                refused += 1
                #expect(export.errors.split(separator: "\n").count == 1, "\(round): \(export.errors)")
            } else if verify.status != 0 {
                flawed += 1
            } else {
                harmless += 1
                #expect(export.output == right, "\(round)")
            }
        }
        print("of the mutants \(refused) were refused, \(flawed) found by verify, \(harmless) harmless")
    }

    private static func mutant(of sound: Data, _ round: Int, _ generator: inout SeededGenerator) -> Data {
        var bytes = sound
        for _ in 0...round % 12 {
            bytes[Int.random(in: 0..<bytes.count, using: &generator)] = UInt8.random(in: 0...255, using: &generator)
        }
        if round % 8 == 7 { bytes.removeLast(Int.random(in: 1..<bytes.count, using: &generator)) }
        return bytes
    }
}

/// The same random numbers in every run.
struct SeededGenerator: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return state ^ state >> 33
    }
}
