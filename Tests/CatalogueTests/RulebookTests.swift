import Support
import Testing

@testable import Catalogue

@Suite struct RulebookTests {
    private static let loaded = Result { try Rulebook(LoadedCatalogue.codebook()) }
    let rulebook: Rulebook

    init() throws { rulebook = try Self.loaded.get() }

    private func add(_ rules: String) throws -> Rulebook {
        var copy = rulebook
        try copy.add(text: "rules:\n" + rules, file: "own.yaml")
        return copy
    }

    private func refusal(_ rules: String) -> (any Error)? {
        do {
            _ = try add(rules)
            return nil
        } catch {
            return error
        }
    }

    @Test func everyRuleSaysWhatWhyAndWhere() {
        #expect(rulebook.rules.count == Set(rulebook.rules.map(\.name)).count)
        for rule in rulebook.rules {
            #expect(!rule.source.isEmpty && !rule.title.zh.isEmpty && !rule.advice.en.isEmpty, "\(rule.name)")
            if rule.test != .fact, case .jumps = rule.test { continue }
            #expect(rule.test == .fact || !rule.equations.isEmpty, "\(rule.name)")
        }
        #expect(rulebook.chapters.count == 6)
    }

    @Test func rowsAndColumnsOfBothFormsHaveTheirEquations() throws {
        #expect(try rulebook.rule(named: "row-total").equations.count == 27 - 1)
        #expect(try rulebook.rule(named: "column-total").equations.count == 14)
        let balance = try rulebook.rule(named: "requests-balance").equations
        #expect(balance.count == 7)
        #expect(balance[6].left.terms.map(\.code) == ["requests.concluded.total", "requests.carried_out.total"])
        let chain = try rulebook.rule(named: "carried-over-requests").equations
        #expect(
            chain[0].right.terms == [Term(coefficient: 1, code: "requests.carried_out.natural_person", yearOffset: -1)])
    }

    @Test func ownRulesAreAdded() throws {
        let added = try add(
            "- {rule: mine, zh: 甲, en: a, severity: note, holds: 2 * trainings.count - 1 <= meetings.count}")
        let equation = try #require(try added.rule(named: "mine").equations.first)
        #expect(
            equation.left == Sum(terms: [Term(coefficient: 2, code: "trainings.count", yearOffset: 0)], constant: -1))
        #expect(equation.relation == .atMost)
    }

    /// Nine million constants left 64 bits, and a hundred thousand terms took a minute.
    @Test(arguments: [("1000000000000", 9_300_000), ("trainings.count", 100_000)])
    func sumWithoutEndIsRefused(term: String, count: Int) throws {
        let sum = String(repeating: "\(term) + ", count: count) + term
        let error = refusal("- {rule: mine, zh: 甲, en: a, holds: meetings.count <= \(sum)}")
        let explained = try #require(error as? RuleError)
        #expect(explained.explanation.en.contains("more than 1000 terms"))
        #expect(explained.explanation.en.utf8.count < 400)
    }

    /// A misspelt word meant that the heading was required.
    @Test func headingIsOptionalOrRequired() throws {
        let file = "rules: []\nsections:\n  - {zh: 甲, en: A, words: [甲], heading: optionl}\n"
        let error = CatalogueError.unknownValue(
            file: "own.yaml", line: 3, key: "heading", value: "optionl", allowed: ["optional", "required"])
        #expect(throws: error) {
            try RuleFile(
                parsing: YAMLValue(parsing: file, file: "own.yaml"), indicators: IndicatorList([]), tellsFacts: true)
        }
        let required = file.replacing("optionl", with: "required")
        let read = try RuleFile(
            parsing: YAMLValue(parsing: required, file: "own.yaml"), indicators: IndicatorList([]), tellsFacts: true)
        #expect(read.chapters.map(\.hasOptionalHeading) == [false])
    }

    /// The second of two was left out without a word.
    @Test func ruleTriesOneThing() {
        let rule = "- {rule: mine, zh: 甲, en: a, holds: trainings.count = 1, bound: meetings.count <= 2}"
        #expect(
            refusal(rule) as? CatalogueError
                == .unknownKey(file: "own.yaml", line: 2, key: "bound", allowed: ["holds"]))
    }

    @Test func constantsAreInDisplayUnits() throws {
        let added = try add("- {rule: mine, zh: 甲, en: a, bound: hotline_12345.satisfaction_rate >= 60}")
        #expect(try added.rule(named: "mine").equations.first?.right.constant == 6000)
    }

    @Test(arguments: [
        "requests.received.total = requests.received.total",
        "requests.received.total requests.carried_in.total",
        "requests.received.total = = requests.carried_in.total",
        "requests.received.total = requests.carried_in.total +",
        "requests.received.total = requests.carried_in.total requests.carried_out.total",
        "requests.received.total = requests.carried_in.total@1",
        "requests.received.total = 99999999999999999999",
        "requests.received.total = 9999999999999",
        "1 = 1",
    ])
    func malformedEquationIsRefused(text: String) {
        let error = refusal("- {rule: mine, zh: 甲, en: a, holds: \"\(text)\"}")
        switch error {
        case RuleError.malformed("own.yaml", 2, _, _)?, RuleError.unknownIndicator("own.yaml", 2, _, _)?: break
        default: Issue.record("\(text): \(String(describing: error))")
        }
    }

    @Test func unknownIndicatorIsRefusedWithTheNearest() {
        let error = refusal("- {rule: mine, zh: 甲, en: a, holds: requests.recieved.total = replies.total}")
        guard case RuleError.unknownIndicator(_, 2, "requests.recieved.total", let near)? = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(near.allSatisfy { $0.hasPrefix("requests.rece") })
    }

    @Test(arguments: [
        // Two own rules, an own rule and one of ours, one over several of ours, a bound and a bound, a bound and an
        // equality.
        (
            """
            - {rule: a, zh: 甲, en: a, holds: meetings.count = 1}\n- {rule: b, zh: 甲, en: a, holds: meetings.count = 2}
            """,
            "b", ["a"]
        ),
        (
            "- {rule: a, zh: 甲, en: a, holds: staff.total = staff.full_time + staff.part_time + 1}", "a",
            ["staff-total"]
        ),
        ("- {rule: a, zh: 甲, en: a, bound: meetings.count <= -1}", "a", ["negative-count"]),
        (
            """
            - {rule: a, zh: 甲, en: a, bound: meetings.count >= 9}\n- {rule: b, zh: 甲, en: a, holds: meetings.count = 8}
            """,
            "b", ["a"]
        ),
    ])
    func contradictionIsRefusedWithBothNames(rules: String, rule: String, others: [String]) {
        guard case RuleError.contradiction("own.yaml", _, rule, others)? = refusal(rules) else {
            Issue.record("\(String(describing: refusal(rules)))")
            return
        }
    }

    @Test func contradictionOverSeveralRulesIsSeen() {
        let error = refusal(
            "- {rule: a, zh: 甲, en: a, holds: requests.received.total = requests.received_by.fax + 1}\n"
                + "- {rule: b, zh: 甲, en: a, holds: requests.received_by.fax = requests.closed.total}\n"
                + "- {rule: c, zh: 甲, en: a, holds: requests.closed.total = requests.received.total}")
        guard case RuleError.contradiction("own.yaml", 4, "c", let others)? = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(Set(others).isSuperset(of: ["a", "b"]))
    }

    @Test(arguments: [
        "- {rule: row-total, zh: 甲, en: a, holds: meetings.count = 1}",
        "- {rule: 我的规则, zh: 甲, en: a, holds: meetings.count = 1}",
        "- {rule: mine, zh: 甲, en: a}",
        "- {rule: mine, zh: 甲, en: a, fact: true}",
        "- {rule: mine, zh: 甲, en: a, severity: fatal, holds: meetings.count = 1}",
        "- {rule: mine, zh: 甲, en: a, bound: meetings.count <= trainings.count}",
        "- {rule: mine, zh: 甲, en: a, for: {x: nosuch}, holds: meetings.count = 1}",
        "- {rule: mine, zh: 甲, en: a, holds: \"meetings.{x} = 1\"}",
        "- {rule: mine, zh: 甲, en: a, holds: meetings.count = fees.amount}",
        "- {rule: mine, zh: 甲, en: a, jump: {code: meetings.count, times: 1}}",
    ])
    func wrongRuleIsRefused(rule: String) {
        #expect(refusal(rule) != nil)
    }

    @Test func setsThatMultiplyAreRefused() {
        let text = """
            sets: {all: {except: []}}
            rules: [{rule: mine, zh: 甲, en: a, for: {x: all, y: all, z: all}, bound: "{x} >= 0"}]
            """
        var copy = rulebook
        #expect(throws: RuleError.self) { try copy.add(text: text, file: "own.yaml") }
    }

    @Test func unknownRuleIsRefusedWithThoseThatThereAre() {
        #expect(throws: RuleError.unknownRule("row-totals", known: rulebook.rules.map(\.name))) {
            try rulebook.rule(named: "row-totals")
        }
    }
}
