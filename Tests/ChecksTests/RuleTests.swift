import Catalogue
import Reports
import Support
import Testing
import Values

@testable import Checks

/// Every rule, kept and broken.
@Suite struct RuleTests {
    let codebook: Codebook
    let checker: Checker

    init() throws {
        codebook = try LoadedCatalogue.codebook()
        checker = try Loaded.checker.get()
    }

    @Test(arguments: ["2014", "2019", "2021"])
    func consistentFormRaisesNothing(edition: String) {
        let result = checker.examine(FilledForm(codebook, edition: edition).checked())
        #expect(result.findings == [])
        #expect(result.tallies.reduce(0) { $0 + $1.held } > 60)
    }

    /// A rule, a form, a figure and the value that breaks the rule.
    static let broken: [(rule: String, edition: String, code: String, value: Int64)] = [
        ("row-total", "2019", "requests.received.business", 77),
        ("row-total", "2021", "requests.other.rest.total", 77),
        ("column-total", "2019", "requests.other.research", 77),
        ("column-total", "2021", "requests.other.fee_unpaid.research", 77),
        ("requests-balance", "2021", "requests.carried_out.natural_person", 77),
        ("dispute-total", "2021", "litigation_direct.pending", 77),
        ("dispute-total-2014", "2014", "litigation.other", 77),
        ("received-by-total", "2014", "requests.received_by.fax", 77),
        ("closed-total", "2014", "requests.closed.extended", 77),
        ("replies-total", "2014", "replies.amend", 77),
        ("staff-total", "2014", "staff.part_time", 77),
        ("part-above-whole", "2014", "information.normative_disclosed", 51),
        ("part-above-whole", "2014", "responses.interviews_by_leader", 21),
        ("channel-above-total", "2014", "channels.weibo", 51),
        ("rules-of-township", "2021", "rules.issued", 1),
        ("rules-of-township", "2019", "rules.disclosed_total", 1),
        ("negative-count", "2019", "licensing.decisions", -1),
        ("fees-in-yuan", "2021", "fees.amount", 100_000_001),
        ("fees-in-yuan", "2014", "request_fees.amount", 100_000_001),
        ("percentage-above-100", "2021", "hotline_12345.completion_rate", 10_001),
    ]

    @Test(arguments: broken)
    func brokenRuleIsFound(rule: String, edition: String, code: String, value: Int64) throws {
        var form = FilledForm(codebook, edition: edition)
        form[code] = value
        let result = checker.examine(form.checked())
        let finding = try #require(result.findings.first { $0.rule == rule })
        #expect(finding.indicators.contains { $0.code == code })
        #expect(finding.statement.actual != finding.statement.expected)
        #expect(result.tally(rule, checker)?.failed ?? 0 > 0)
    }

    /// What may look like a mistake and is none.
    @Test(arguments: [
        ("2019", "licensing.items_change", -3), ("2021", "hotline_12345.completion_rate", 10_000),
        ("2021", "hotline_12345.satisfaction_rate", 0),
    ])
    func whatMayBeIsNotFound(edition: String, code: String, value: Int64) {
        var form = FilledForm(codebook, edition: edition)
        form[code] = value
        #expect(checker.examine(form.checked()).findings == [])
    }

    @Test(arguments: [
        ("requests.received.total", "narrated_requests.received"),
        ("requests.concluded.total", "narrated_requests.replied"),
        ("reconsideration.total", "narrated_reconsideration.total"),
        ("normative_documents.in_force", "narrated_normative_documents.in_force"),
    ])
    func sentencesAreComparedWithTables(cell: String, told: String) throws {
        var form = FilledForm(codebook, edition: "2021")
        form[told] = form[cell]
        #expect(checker.examine(form.checked()).rules == [])
        form[told] = (form[cell] ?? 0) + 1
        let finding = try #require(checker.examine(form.checked()).findings.first { $0.rule == "narrative-differs" })
        #expect(finding.statement.expected == .number(form[cell] ?? 0, .items))
        #expect(finding.statement.actual == .number((form[cell] ?? 0) + 1, .items))
    }

    @Test func handledAboveReceivedIsSuspect() {
        var form = FilledForm(codebook, edition: "2021")
        form["hotline_12345.received"] = 10
        form["hotline_12345.handled"] = 10
        #expect(checker.examine(form.checked()).rules == [])
        form["hotline_12345.handled"] = 11
        #expect(checker.examine(form.checked()).rules == ["handled-above-received"])
    }

    // MARK: Over years

    private func years(_ edition: String, _ first: Int) -> (FilledForm, FilledForm) {
        let last = FilledForm(codebook, edition: edition, year: first, seed: 5)
        var this = FilledForm(codebook, edition: edition, year: first + 1, seed: 6)
        for column in FilledForm.organisations + ["total"] {
            this["requests.received.\(column)"] =
                (this["requests.received.\(column)"] ?? 0) + (this["requests.carried_in.\(column)"] ?? 0)
                - (last["requests.carried_out.\(column)"] ?? 0)
            this["requests.carried_in.\(column)"] = last["requests.carried_out.\(column)"]
        }
        for item in ["licensing", "other_services", "penalties", "compulsion", "fees"] {
            guard let items = last["\(item).items_previous"], let change = last["\(item).items_change"] else {
                continue
            }
            this["\(item).items_previous"] = items + change
        }
        if let issued = this["normative_documents.issued"], let inForce = last["normative_documents.in_force"] {
            this["normative_documents.repealed"] = 0
            this["normative_documents.in_force"] = inForce + issued
        }
        return (last, this)
    }

    @Test(arguments: [
        ("carried-over-requests", "2021", "requests.carried_out.business"),
        ("items-over-years", "2019", "penalties.items_change"),
        ("in-force-over-years", "2021", "normative_documents.in_force"),
    ])
    func chainIsFollowedFromLastYear(rule: String, edition: String, code: String) throws {
        var (last, this) = years(edition, edition == "2019" ? 2019 : 2021)
        #expect(checker.examine(this.checked(), earlier: [last.checked()]).rules == [])
        last[code] = (last[code] ?? 0) + 1
        let result = checker.examine(this.checked(), earlier: [last.checked()])
        let finding = try #require(result.findings.first { $0.rule == rule })
        #expect(finding.year == this.year)
        #expect(finding.message.zh.contains("\(last.year)年"))
        #expect(finding.locations.contains { $0.year == last.year && $0.indicator?.code == code })
    }

    @Test func withoutLastYearsReportChainsAreUndecided() {
        let this = FilledForm(codebook, edition: "2021")
        let older = FilledForm(codebook, edition: "2019", year: 2019)
        for earlier in [[], [older.checked()]] {
            let result = checker.examine(this.checked(), earlier: earlier)
            #expect(result.tally("carried-over-requests", checker) == Tally(held: 0, failed: 0, undecided: 7))
        }
    }

    @Test func tenTimesAsMuchIsSuspect() {
        var last = FilledForm(codebook, edition: "2021", year: 2021)
        var this = FilledForm(codebook, edition: "2021", year: 2022)
        this["requests.carried_in.total"] = nil
        for (before, now, isFound) in [
            (150, 1500, true), (1500, 150, true), (150, 1499, false), (9, 99, false), (0, 500, false),
        ] {
            last["hotline_12345.received"] = Int64(before)
            this["hotline_12345.received"] = Int64(now)
            let result = checker.examine(this.checked(), earlier: [last.checked()])
            #expect(result.rules.contains("figure-jumped") == isFound, "\(before) \(now)")
        }
    }

    /// A rule of two times was told as one of ten.
    @Test func jumpIsToldAsTheRuleHasIt() throws {
        var rulebook = try Rulebook(codebook)
        try rulebook.add(
            text: "rules: [{rule: mine, zh: 甲, en: a, jump: {code: hotline_12345.received, times: 2, from: 10}}]",
            file: "own.yaml")
        let checker = Checker(rulebook, forms: codebook.forms, indicators: codebook.indicators)
        var last = FilledForm(codebook, edition: "2021", year: 2021)
        var this = FilledForm(codebook, edition: "2021", year: 2022)
        for (before, now, zh, en) in [
            (100, 200, "增至 2 倍以上", "2 times as much or more"), (200, 90, "降到 1/2 以下", "1/2 of it or less"),
        ] {
            last["hotline_12345.received"] = Int64(before)
            this["hotline_12345.received"] = Int64(now)
            let findings = checker.examine(this.checked(), earlier: [last.checked()]).findings
            let message = try #require(findings.first { $0.rule == "mine" }).message
            #expect(message.zh.contains(zh) && message.en.contains(en), "\(message)")
        }
    }

    // MARK: Unknown and approximate operands

    @Test(arguments: [Reading.blank, .notApplicable, .unreadable, nil])
    func unknownOperandLeavesARuleUndecided(reading: Reading?) throws {
        var options = Checker.Options()
        options.listsUndecided = true
        let listing = try Checker(codebook, options: options)
        var form = FilledForm(codebook, edition: "2021")
        form.readings["requests.received.business"] = reading
        let result = listing.examine(form.checked())
        #expect(result.rules == [])
        #expect(result.tally("row-total", listing)?.undecided == 1)
        #expect(result.tally("requests-balance", listing)?.undecided == 1)
        let listed = try #require(result.undecided.first { $0.rule == "row-total" })
        #expect(listed.indicator == codebook.indicators.id(of: "requests.received.business"))
    }

    /// A number as a sentence has it, and the table's, and whether they can be the same.
    @Test(arguments: [
        (Amount(value: 600, qualifier: .moreThan), 650, true), (Amount(value: 600, qualifier: .moreThan), 599, false),
        (Amount(value: 600, qualifier: .lessThan), 590, true), (Amount(value: 600, qualifier: .lessThan), 601, false),
        (Amount(value: 600, qualifier: .about), 640, true), (Amount(value: 600, qualifier: .about), 700, false),
        (Amount(value: 12_000, precision: 1_000), 12_400, true),
        (Amount(value: 12_000, precision: 1_000), 13_000, false),
        (Amount(value: 600), 601, false),
    ])
    func approximateNumbersDisagreeOnlyWhereNoTrueValueFits(told: Amount, stated: Int64, agrees: Bool) {
        var form = FilledForm(codebook, edition: "2014")
        form.readings["narrated_trainings.count"] = .reported(told)
        form["trainings.count"] = stated
        #expect(checker.examine(form.checked()).rules == (agrees ? [] : ["narrative-differs"]))
    }

    @Test func correctionCountsInsteadOfTheFigure() {
        var form = FilledForm(codebook, edition: "2021")
        let right = form["requests.disclosed.total"] ?? 0
        form["requests.disclosed.total"] = right + 5
        #expect(checker.examine(form.checked()).rules == ["row-total", "column-total"])
        #expect(checker.examine(form.checked(corrections: ["requests.disclosed.total": right])).rules == [])
    }

    @Test func hugeNumbersAreNoReasonToStop() {
        var form = FilledForm(codebook, edition: "2021")
        form["requests.disclosed.total"] = .max
        form["requests.disclosed_partly.total"] = .max
        form["requests.concluded.total"] = .min
        _ = checker.examine(form.checked(), earlier: [form.checked()])
    }

    @Test func ownRulesMayLookBackFurther() throws {
        var rulebook = checker.rulebook
        try rulebook.add(
            text: """
                rules:
                - {rule: two-years, zh: 甲, en: a, holds: trainings.count = trainings.count@-2}
                - {rule: long-ago, zh: 甲, en: a, bound: trainings.count@-3 >= 1}
                """, file: "own.yaml")
        let own = Checker(rulebook, forms: codebook.forms, indicators: codebook.indicators)
        #expect(own.reach == 3)
        var (first, last) = (
            FilledForm(codebook, edition: "2014", year: 2015), FilledForm(codebook, edition: "2014", year: 2017)
        )
        first["trainings.count"] = 3
        last["trainings.count"] = 4
        #expect(own.examine(last.checked(), earlier: [first.checked()]).rules == ["two-years"])
        #expect(own.examine(last.checked()).rules == [])
    }

    @Test func waivedFindingStaysVisible() {
        var form = FilledForm(codebook, edition: "2021")
        form["rules.in_force"] = 1
        let result = checker.examine(form.checked(), waived: ["rules-of-township"])
        #expect(result.findings.map(\.isWaived) == [true])
    }
}
