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

    /// The sources in which the code asks for words of the catalogue by name; what is not there would silently be
    /// nothing.
    private static func sources() throws -> [String] {
        let folder = SourceTree.root.appending(path: "Sources/Reports/Narrative")
        return try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
            .map { try String(contentsOf: $0, encoding: .utf8) }
    }

    @Test func namesInTheCodeAreThoseOfTheCatalogue() throws {
        let vocabulary = try SentenceReader.shared.get().catalogue.vocabulary
        var count = 0
        func expect(_ name: Substring, in word: Substring) throws {
            let role = try #require(NarrativeRole.allCases.first { "\($0)" == word })
            #expect(vocabulary.place(of: String(name), in: role) != nil, "\(name)")
            count += 1
        }
        let named = /vocabulary\.of\(\.([a-z]+)\)\)? *(?:\.first)? *\{ \$0\.name == "([a-z_]+)"/
        for code in try Self.sources() {
            for match in code.matches(of: /place\(of: "([a-z_]+)", in: \.([a-z]+)\)/) {
                try expect(match.1, in: match.2)
            }
            for match in code.matches(of: /\.(object|act|carrier)\("([a-z_]+)"\)/) {
                try expect(match.2, in: match.1)
            }
            for match in code.matches(of: /\.value\("([a-z_]+)", \.([a-z]+)\)/) { try expect(match.1, in: match.2) }
            for list in code.matches(of: /objects\(\[([^\]]+)\]/) {
                for match in list.1.matches(of: /"([a-z_]+)"/) { try expect(match.1, in: "object") }
            }
            for match in code.matches(of: /word\(of: "([a-z_]+)", \.([a-z]+)/) { try expect(match.1, in: match.2) }
            for match in code.matches(of: named) { try expect(match.2, in: match.1) }
        }
        #expect(count > 40)
    }

    @Test func familiesInTheCodeAreThoseOfTheCatalogue() throws {
        let reader = try SentenceReader.shared.get()
        let vocabulary = reader.catalogue.vocabulary
        let families = [NarrativeRole.object, .carrier].flatMap { vocabulary.of($0).map(\.family) }
        var count = 0
        for code in try Self.sources() {
            for match in code.matches(of: /axisBits\["([a-z_]+)"\]/) {
                #expect(reader.reader.lexicon.axisBits[String(match.1)] != nil, "\(match.1)")
                count += 1
            }
            for match in code.matches(of: /family == "([a-z_]+)"/) {
                #expect(families.contains(String(match.1)), "\(match.1)")
                count += 1
            }
        }
        #expect(count > 5)
        let lexicon = reader.reader.lexicon
        #expect(lexicon.householdTimes != nil && lexicon.percent != nil && lexicon.delegation != nil)
    }

    /// First classes are the bits of one number: words of a class beyond it would be passed over.
    @Test func classesHaveRoomInOneRow() { #expect(Lexicon.role < UInt64.bitWidth) }
}
