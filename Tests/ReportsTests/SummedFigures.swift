import Catalogue
import Support

/// Made-up figures for every cell of a form, of which all sums hold; some cells that would say 0 are blank, some say
/// `/`.
struct SummedFigures {
    /// The texts of the cells, by code.
    private(set) var texts: [String: String] = [:]
    private var random: SeededRandom

    private static let applicants = [
        "natural_person", "business", "research", "public_welfare", "legal_service", "other_organisation",
    ]
    private static let balance = ["received", "carried_in", "concluded", "carried_out"]

    init(_ form: Form, seed: UInt64) {
        random = SeededRandom(seed: seed)
        var codes: [String] = []
        _ = PrintedForm(form) { code in
            codes.append(code)
            return ""
        }
        for code in codes where !code.hasPrefix("requests.") { set(code, number()) }
        fillRequests(codes)
        for block in ["reconsideration", "litigation_direct", "litigation_after_reconsideration"] {
            let amounts = ["upheld", "corrected", "other", "pending"].map { ("\(block).\($0)", number() % 20) }
            for (code, amount) in amounts { set(code, amount) }
            set("\(block).total", amounts.reduce(0) { $0 + $1.1 })
        }
        for code in codes where code.hasPrefix("rules.") { texts[code] = "/" }
    }

    private mutating func number() -> Int {
        [0, 0, Int(random.next() % 9), Int(random.next() % 400), Int(random.next() % 30_000)][Int(random.next() % 5)]
    }

    private mutating func set(_ code: String, _ amount: Int) {
        texts[code] = amount == 0 && random.next() % 4 == 0 ? "" : "\(amount)"
    }

    private mutating func fillRequests(_ codes: [String]) {
        let rows = codes.filter { $0.hasPrefix("requests.") && $0.hasSuffix(".total") }.map { $0.dropLast(6) }
        let results = rows.filter { row in !Self.balance.contains { row == "requests.\($0)" } }
        var totals: [Substring: Int] = [:]
        for applicant in Self.applicants {
            var amounts: [Substring: Int] = [:]
            for row in results { amounts[row] = random.next() % 3 == 0 ? Int(random.next() % 14) : 0 }
            let concluded = amounts.values.reduce(0, +)
            let left = Int(random.next() % 3)
            let before = min(left, concluded)
            amounts["requests.concluded"] = concluded
            amounts["requests.carried_out"] = left
            amounts["requests.carried_in"] = before
            amounts["requests.received"] = concluded + left - before
            for row in rows {
                set("\(row).\(applicant)", amounts[row] ?? 0)
                totals[row, default: 0] += amounts[row] ?? 0
            }
        }
        for row in rows { set("\(row).total", totals[row] ?? 0) }
    }
}
