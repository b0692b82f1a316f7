import Documents
import Foundation
import Testing

@testable import Reports

/// The cases of `Tests/Fixtures/identity.txt`: reports as sites, offices and scrapers bring them, each with who and
/// when.
@Suite struct IdentityCaseTests {
    struct Case: CustomTestStringConvertible {
        var title: String
        var wanted: [String: String]
        var text: String

        var testDescription: String { title }
        var who: String {
            ["county", "township", "year", "published"].map { wanted[$0] ?? "" }.joined(separator: " / ")
        }
        var doubts: [String] {
            (wanted["doubts"] ?? "").split(separator: ";").map { $0.trimmingCharacters(in: .whitespaces) }
        }
    }

    /// The doubts that say something of who and when; whether the county is told, the case says itself.
    private static let watched: Set<Doubt.Kind> = [
        .bodiesDisagree, .yearsDisagree, .damagedPeriod, .periodNotFullYear,
    ]

    @Test(arguments: try cases())
    func readsWhoAndWhen(of item: Case) throws {
        let document = try DocumentReader.read(Array(item.text.utf8), name: "a.txt")
        let report = try Shared.reports().read(document, path: "a.txt")
        let who = [report.county, report.township, "\(report.year)", report.publishedOn ?? ""]
        #expect(who.joined(separator: " / ") == item.who)
        let doubts = report.doubts.filter { Self.watched.contains($0.kind) }.map { "\($0.kind.rawValue) \($0.found)" }
        #expect(doubts == item.doubts)
        #expect(
            report.doubts.contains(where: { doubt in doubt.kind == Doubt.Kind.countyUnknown }) == report.county.isEmpty)
    }

    @Test func thereAreCasesOfEveryField() throws {
        let cases = try Self.cases()
        #expect(cases.count >= 79)
        #expect(cases.contains { !$0.doubts.isEmpty } && cases.contains { $0.wanted["published"]?.isEmpty == false })
    }

    private static func cases() throws -> [Case] {
        let url = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../Fixtures/identity.txt")
        let blocks = try String(contentsOf: url, encoding: .utf8).components(separatedBy: "\n=== ").dropFirst()
        return blocks.map { block in
            var lines = block.components(separatedBy: "\n")[...]
            var item = Case(title: lines.removeFirst(), wanted: [:], text: "")
            while let line = lines.first, let colon = line.firstIndex(of: ":"),
                ["county", "township", "year", "published", "doubts"].contains(String(line[..<colon]))
            {
                item.wanted[String(line[..<colon])] = line[line.index(after: colon)...].trimmingCharacters(
                    in: .whitespaces)
                lines.removeFirst()
            }
            item.text = lines.joined(separator: "\n")
            return item
        }
    }
}
