import Catalogue
import Foundation
import Support
import Testing

@testable import Reports

@Suite struct LexiconTests {
    @Test func classesAreTheRolesInTheirOrder() {
        let roles = NarrativeLexicon.Role.allCases
        for (number, role) in roles.enumerated() {
            #expect(Lexicon.Class(rawValue: number).map { "\($0)" } == "\(role)")
        }
        #expect(Lexicon.Class(rawValue: roles.count) == nil && Lexicon.unit == roles.count)
    }

    /// What the code asks for by name is in the catalogue; else it would silently be nothing.
    @Test func namesInTheCodeAreThoseOfTheCatalogue() throws {
        let reader = try SentenceReader.shared.get()
        let vocabulary = reader.catalogue.vocabulary
        let folder = SourceTree.root.appending(path: "Sources/Reports/Narrative")
        var count = 0
        for file in try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil) {
            let code = try String(contentsOf: file, encoding: .utf8)
            for match in code.matches(of: /axisBits\["([a-z_]+)"\]/) {
                #expect(reader.reader.lexicon.axisBits[String(match.1)] != nil, "\(match.1)")
                count += 1
            }
            for match in code.matches(of: /place\(of: "([a-z_]+)", in: \.([a-z]+)\)/) {
                let role = try #require(NarrativeRole.allCases.first { "\($0)" == match.2 })
                #expect(vocabulary.place(of: String(match.1), in: role) != nil, "\(match.1)")
                count += 1
            }
            for match in code.matches(of: /\b(object|act)\("([a-z_]+)"\)/) {
                let role: NarrativeRole = match.1 == "act" ? .act : .object
                #expect(vocabulary.place(of: String(match.2), in: role) != nil, "\(match.2)")
                count += 1
            }
            for match in code.matches(of: /carriers \{ \$0\.name == "([a-z_]+)"/) {
                #expect(vocabulary.place(of: String(match.1), in: .carrier) != nil, "\(match.1)")
                count += 1
            }
            for match in code.matches(of: /word\(of: "([a-z_]+)", \.([a-z]+)/) {
                let role = try #require(NarrativeRole.allCases.first { "\($0)" == match.2 })
                #expect(vocabulary.place(of: String(match.1), in: role) != nil, "\(match.1)")
                count += 1
            }
            let named = /vocabulary\.of\(\.([a-z]+)\)\)? *(?:\.first)? *\{ \$0\.name == "([a-z_]+)"/
            for match in code.matches(of: named) {
                let role = try #require(NarrativeRole.allCases.first { "\($0)" == match.1 })
                #expect(vocabulary.place(of: String(match.2), in: role) != nil, "\(match.2)")
                count += 1
            }
            for match in code.matches(of: /family == "([a-z_]+)"/) {
                let families = [NarrativeRole.object, .carrier].flatMap { vocabulary.of($0).map(\.family) }
                #expect(families.contains(String(match.1)), "\(match.1)")
                count += 1
            }
        }
        #expect(count > 20)
        let lexicon = reader.reader.lexicon
        #expect(lexicon.householdTimes != nil && lexicon.percent != nil && lexicon.delegation != nil)
    }
}
