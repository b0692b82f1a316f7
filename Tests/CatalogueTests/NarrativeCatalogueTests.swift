import Foundation
import Testing
import Values

@testable import Catalogue

@Suite struct NarrativeCatalogueTests {
    private static let roles = """
        roles:
          unit:
            things: {zh: 个数, en: things, words: [棵]}
          object:
            tree: {zh: 树, en: trees, units: [things], words: [树, 苗]}
            shrub: {zh: 灌木, en: shrubs, units: [things], words: [灌木]}
          act:
            plant: {zh: 种, en: planted, words: [种]}
          standing:
            whole: {zh: 全部, en: the whole}
            total: {zh: 合计, en: a total}
          time:
            this_year: {zh: 本年, en: this year}
          level:
            own: {zh: 本乡镇, en: the township's own}
          told:
            figures: {zh: 数字, en: in figures}

        """

    private func parse(_ definitions: String) throws(CatalogueError) -> NarrativeCatalogue {
        try NarrativeCatalogue(
            files: [YAMLValue(parsing: Self.roles + definitions, file: "f.yaml")],
            units: ["trees.count": .things, "trees.all": .things, "shrubs.count": .things])
    }

    @Test func misspeltCodeOfAnExampleIsToldWithThoseOfItsFamily() {
        for example in ["figures: {trees.cuont: 3}", "never: [trees.cuont]"] {
            #expect(
                throws: CatalogueError.unknownValue(
                    file: "f.yaml", line: 19, key: "code", value: "trees.cuont", allowed: ["trees.all", "trees.count"])
            ) { try parse("examples:\n  - {text: 种树3棵, \(example)}\n") }
        }
    }

    @Test func theNamesThatTheProgramKnowsAreThoseOfItsCases() {
        func requireSpelled<Value: KnownRoleValue>(_ kind: Value.Type) {
            let spelled = Value.allCases.map { value in
                String(describing: value).reduce(into: "") { name, letter in
                    name += letter.isUppercase ? "_\(letter.lowercased())" : String(letter)
                }
            }
            #expect(Value.names == spelled)
        }
        requireSpelled(UnitGroup.self)
        requireSpelled(NarrativeStanding.self)
        requireSpelled(NarrativeTime.self)
        requireSpelled(NarrativeLevel.self)
        requireSpelled(NarrativeTelling.self)
        requireSpelled(ActStage.self)
        requireSpelled(ObjectFamily.self)
    }

    @Test func aDefinitionIsRead() throws {
        let catalogue = try parse(
            "definitions:\n  - {code: trees.count, unit: things, object: tree, act: [plant, none]}\n")
        let definition = try #require(catalogue.definitions.first)
        #expect(definition.code == "trees.count")
        #expect(definition.conditions[.object] == ["tree"])
        #expect(definition.conditions[.act] == ["plant", "none"])
        #expect(definition.conditions[.time] == ["this_year"])
        #expect(catalogue.vocabulary.place(of: "tree", in: .object) == 3)
    }

    @Test func aDefinitionIsMadeForEachMemberOfADimension() throws {
        let catalogue = try parse(
            """
            dimensions:
              size:
                - {key: count, object: tree}
                - {key: all, object: shrub, act: none}
            definitions:
              - {code: trees, by: size, unit: things, act: plant, adds: [each]}

            """)
        #expect(catalogue.definitions.map(\.code) == ["trees.count", "trees.all"])
        #expect(catalogue.definitions.map { $0.conditions[.object] } == [["tree"], ["shrub"]])
        #expect(catalogue.definitions.map { $0.conditions[.act] } == [["plant"], ["none"]])
        #expect(catalogue.definitions.map { $0.conditions[.unit] } == [["things"], ["things"]])
        #expect(catalogue.definitions.map(\.adds) == [["each"], ["each"]])
        #expect(catalogue.definitions.map(\.line) == [20, 21])
    }

    @Test(arguments: [
        ("{key: size, object: tree}", "kind", "trees.size", 20), ("{key: count, object: bush}", "kind", "bush", 20),
        ("{key: count, adds: [each]}", "kind", "adds", 20), ("{object: tree}", "kind", "key", 20),
        ("{key: count, object: tree}", "sort", "sort", 22),
    ])
    func aMistakeInADimensionIsToldWhereItStands(_ member: String, _ by: String, _ named: String, _ line: Int) {
        let text = "dimensions:\n  kind:\n    - \(member)\ndefinitions:\n  - {code: trees, by: \(by)}\n"
        do {
            _ = try parse(text)
            Issue.record("accepted: \(text)")
        } catch {
            #expect(error.explanation.en.hasPrefix("f.yaml:\(line)"))
            #expect(error.explanation.en.contains(named))
        }
    }

    @Test func aLaterFileAddsWordsToAValue() throws {
        let more = "roles:\n  object:\n    tree: {words: [柳]}\n"
        let catalogue = try NarrativeCatalogue(
            files: [YAMLValue(parsing: Self.roles, file: "f.yaml"), YAMLValue(parsing: more, file: "g.yaml")],
            units: [:])
        #expect(catalogue.vocabulary.of(.object)[3].words == ["树", "苗", "柳"])
    }

    @Test(arguments: [
        ("{code: trees.count, object: tree, zap: 1}", "zap"), ("{object: tree}", "code"),
        ("{code: trees.size, object: tree}", "trees.size"), ("{code: trees.count, object: bush}", "bush"),
        ("{code: trees.count, object: tree, standing: half}", "half"),
        ("{code: trees.count, object: tree, adds: [size]}", "size"),
        ("{code: trees.count, object: tree, unit: miles}", "miles"),
    ])
    func aMistakeIsRefusedWithItsLineAndWhatIsAllowed(_ definition: String, _ named: String) {
        do {
            _ = try parse("definitions:\n  - \(definition)\n")
            Issue.record("accepted: \(definition)")
        } catch {
            #expect(error.explanation.en.contains("f.yaml"))
            #expect(error.explanation.en.contains(named))
        }
    }

    /// One that asks for nothing in particular would take every number there is.
    @Test(arguments: [
        "{code: trees.count}", "{code: trees.count, unit: things}", "{code: trees.count, object: [tree, none]}",
    ])
    func aDefinitionThatMatchesEverythingIsRefused(_ definition: String) {
        #expect(throws: CatalogueError.self) { try parse("definitions:\n  - \(definition)\n") }
    }

    @Test func twoCodesThatWantTheSameNumbersAreRefusedUnlessTheySaySo() throws {
        let first = "definitions:\n  - {code: trees.count, object: tree, act: plant}\n"
        #expect(throws: CatalogueError.self) { try parse(first + "  - {code: trees.all, object: [tree, shrub]}\n") }
        _ = try parse(first + "  - {code: trees.all, object: [tree, shrub], beside: [trees.count]}\n")
        _ = try parse(first + "  - {code: trees.all, object: tree, act: none}\n")
        _ = try parse(first + "  - {code: shrubs.count, object: shrub, act: plant}\n")
    }

    @Test(arguments: [
        "  object:\n    tree: {zh: 树, en: trees, words: [树]}",
        "  object:\n    tree: {zh: 树, en: trees, units: [miles]}",
        "  standing:\n    half: {zh: 一半, en: half}", "  act:\n    plant: {zh: 种, en: planted, stage: third}",
    ])
    func anUnknownRoleOrValueIsRefused(_ roles: String) {
        #expect(throws: CatalogueError.self) {
            try NarrativeCatalogue(
                files: [YAMLValue(parsing: "roles:\n\(roles)\n", file: "f.yaml")], units: [:])
        }
    }

    /// Readers keep several values of a role as bits of a machine word; one too many would be no value at all.
    @Test(arguments: [(NarrativeRole.act, "{zh: 办, en: done}"), (.variety, "{zh: 种, en: kind}")])
    func moreValuesThanAWordHasBitsAreRefused(_ role: NarrativeRole, _ entry: String) throws {
        func catalogue(_ count: Int) throws -> NarrativeCatalogue {
            let values = (1...count).map { "    v\($0): \(entry)" }.joined(separator: "\n")
            let text = "roles:\n  \(role.name):\n\(values)\n"
            return try NarrativeCatalogue(files: [YAMLValue(parsing: text, file: "f.yaml")], units: [:])
        }
        // One value, that none is named, is there before.
        #expect(try catalogue(role.most - 1).vocabulary.of(role).count == role.most)
        let most = role.most
        #expect(
            throws: CatalogueError.tooManyValues(file: "f.yaml", line: most + 2, role: role.name, most: most)
        ) { try catalogue(most) }
    }
}
