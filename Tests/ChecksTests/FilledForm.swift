import Catalogue
import Reports
import Support
import Values

@testable import Checks

/// A report whose form is filled in so that everything adds up, for tests to put mistakes into.
struct FilledForm {
    static let organisations = [
        "natural_person", "business", "research", "public_welfare", "legal_service", "other_organisation",
    ]

    let codebook: Codebook
    let edition: String
    var year: Int
    /// In smallest units; a code that is not here has no figure.
    var readings: [String: Reading] = [:]
    var report: Report

    init(_ codebook: Codebook, edition: String, year: Int? = nil, seed: UInt64 = 1) {
        self.codebook = codebook
        self.edition = edition
        self.year = year ?? Int(edition) ?? 2021
        report = Report(
            township: "甲镇", county: "乙县", year: self.year, edition: edition, title: "甲镇年报",
            periodStart: "\(self.year)-01-01", periodEnd: "\(self.year)-12-31")
        var random = SeededRandom(seed: seed)
        for code in codebook.form(edition)?.codes ?? [] { self[code] = Int64.random(in: 0...9, using: &random) }
        for code in readings.keys where code.hasPrefix("rules.") { self[code] = 0 }
        if edition == "2014" { fill2014(&random) } else { fillTables() }
    }

    subscript(code: String) -> Int64? {
        get { readings[code]?.amount?.value }
        set { readings[code] = newValue.map { .reported(Amount(value: $0)) } }
    }

    private mutating func fillTables() {
        let rows = resultRows
        for column in Self.organisations {
            let concluded = rows.compactMap { self["\($0).\(column)"] }.reduce(0, +)
            self["requests.concluded.\(column)"] = concluded
            self["requests.received.\(column)"] = concluded + 2
            self["requests.carried_in.\(column)"] = 1
            self["requests.carried_out.\(column)"] = 3
        }
        for row in rows + ["received", "carried_in", "concluded", "carried_out"].map({ "requests.\($0)" }) {
            self["\(row).total"] = Self.organisations.compactMap { self["\(row).\($0)"] }.reduce(0, +)
        }
        for block in ["reconsideration", "litigation_direct", "litigation_after_reconsideration"] {
            self["\(block).total"] =
                ["upheld", "corrected", "other", "pending"].compactMap { self["\(block).\($0)"] }.reduce(0, +)
        }
    }

    /// The codes of the rows between 三 and （七） of table 3, without their columns.
    var resultRows: [String] {
        let outside = ["requests.received", "requests.carried_in", "requests.concluded", "requests.carried_out"]
        return (codebook.form(edition)?.codes ?? []).compactMap { code in
            guard code.hasPrefix("requests."), code.hasSuffix(".total") else { return nil }
            let row = String(code.dropLast(".total".count))
            return outside.contains(row) ? nil : row
        }
    }

    private mutating func fill2014(_ random: inout SeededRandom) {
        let sums: [(String, [String])] = [
            ("requests.received.total", ["in_person", "fax", "online", "letter"].map { "requests.received_by.\($0)" }),
            ("requests.closed.total", ["requests.closed.on_time", "requests.closed.extended"]),
            ("staff.total", ["staff.full_time", "staff.part_time"]),
            ("reconsideration.total", ["upheld", "corrected", "other"].map { "reconsideration.\($0)" }),
            ("litigation.total", ["upheld", "corrected", "other"].map { "litigation.\($0)" }),
            (
                "replies.refused",
                [
                    "state_secret", "trade_secret", "privacy", "security", "not_government_information", "other_law",
                ].map { "replies.refused.\($0)" }
            ),
            (
                "replies.total",
                [
                    "already_public", "agreed", "agreed_partly", "refused", "not_this_agency", "not_exist", "amend",
                    "other_channel",
                ].map { "replies.\($0)" }
            ),
        ]
        for (total, parts) in sums { self[total] = parts.compactMap { self[$0] }.reduce(0, +) }
        self["information.disclosed"] = 50
        self["responses.press_conferences"] = 20
        self["responses.interviews"] = 20
    }

    func checked(corrections: [String: Int64] = [:]) -> CheckedReport {
        var report = report
        report.year = year
        report.figures = readings.compactMap { code, reading in
            codebook.indicators.id(of: code).map { Figure(indicator: $0, reading: reading, range: 0..<1) }
        }.sorted { $0.indicator < $1.indicator }
        var byIndicator: [Indicator.ID: Int64] = [:]
        for (code, value) in corrections { codebook.indicators.id(of: code).map { byIndicator[$0] = value } }
        return CheckedReport(report, corrections: byIndicator, indicators: codebook.indicators)
    }
}

/// Loaded once for all tests: the rules take a while to parse.
enum Loaded {
    static let checker = Result { try Checker(LoadedCatalogue.codebook()) }
}

extension Checker {
    init(_ codebook: Codebook, options: Options = Options()) throws {
        self.init(
            try Rulebook(codebook), forms: codebook.forms, indicators: codebook.indicators, options: options)
    }
}

extension CheckResult {
    /// The names of the rules that failed, but for the conclusion drawn from them.
    var rules: [String] { findings.map(\.rule).filter { $0 != "wrong-cell" } }

    func tally(_ name: String, _ checker: Checker) -> Tally? {
        checker.rulebook.rules.firstIndex { $0.name == name }.map { tallies[$0] }
    }
}
