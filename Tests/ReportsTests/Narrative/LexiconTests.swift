import Catalogue
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
}
