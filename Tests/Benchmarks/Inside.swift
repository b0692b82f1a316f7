import Catalogue
import Documents
import Foundation
import Reports

/// Milliseconds of one core for the narrative of a report of 10 KB, as the best of several rounds over generated
/// reports.
func narrativeCost(_ bench: Bench, folder: String) throws -> Double {
    let codebook = try Codebook.load()
    let reader = NarrativeReader(try codebook.loadNarrative(), indicators: codebook.indicators.ids)
    var size = 0
    let texts = try FileManager.default.subpathsOfDirectory(atPath: bench.path(folder)).filter { $0.hasSuffix(".txt") }
        .map { path in
            let bytes = [UInt8](try Data(contentsOf: URL(filePath: "\(bench.path(folder))/\(path)")))
            size += bytes.count
            // The lines of a sample that are as long as sentences are its narrative.
            let lines = bytes.split(separator: UInt8(ascii: "\n")).filter { $0.count > 150 && !$0.contains(0x09) }
            return [UInt8](lines.joined(separator: [UInt8(ascii: "\n")]))
        }
    let rounds = (0..<5).map { _ in
        ContinuousClock().measure {
            for text in texts { _ = reader.read(lines: text, year: 2022) }
        }
    }
    guard let best = rounds.min(), size > 0 else { return 0 }
    let seconds = Double(best.components.seconds) + Double(best.components.attoseconds) / 1e18
    return seconds * 1000 / Double(size) * 10_000
}
