import Values

/// A question that names something the archive does not have, or has more than one of.
package enum LookupError: ExplainedError, Equatable {
    /// `nearest` is a name that it may be a misspelling of.
    case unknownCounty(String, nearest: String? = nil)
    case unknownTownship(String, nearest: String? = nil)
    case ambiguousTownship(String, choices: [Place])
    /// One of other counties than that which was asked for.
    case townshipElsewhere(String, [Place])
    /// `years` are those that there are reports of.
    case noReport(Place, year: Int, years: [Int])
    /// Of a township that was not there in the year.
    case noTownship(Place, TownshipTerm, years: [Int])
    case noRevision(Place, year: Int, revision: Int)
    /// There was one, whose last revision is this.
    case removed(Place, year: Int, Int)
    /// Of a county that there are reports of in other years.
    case noCountyReports(String, year: Int, years: [Int])

    package var status: ExitStatus {
        switch self {
        case .noReport, .noTownship, .noRevision, .removed, .noCountyReports: .noInput
        case .unknownCounty, .unknownTownship, .ambiguousTownship, .townshipElsewhere: .usage
        }
    }

    package var explanation: Phrase {
        switch self {
        case .unknownCounty(let name, let nearest):
            Phrase(
                zh: "档案中没有县区“\(name)”，\(Self.advice(nearest).zh)",
                en: "the archive has no county '\(name)'; \(Self.advice(nearest).en)")
        case .unknownTownship(let name, let nearest):
            Phrase(
                zh: "档案中没有乡镇“\(name)”，\(Self.advice(nearest).zh)",
                en: "the archive has no township '\(name)'; \(Self.advice(nearest).en)")
        case .ambiguousTownship(let name, let choices):
            Phrase(
                zh: "“\(name)”不止一个，请写成其中之一：\(Self.list(choices.map(\.word), "、"))",
                en: "there are several '\(name)'; write one of \(Self.list(choices.map(\.word), ", "))")
        case .townshipElsewhere(let name, let places):
            Phrase(
                zh: "所写的县区没有“\(name)”，档案中有的是\(Self.list(places.map(\.word), "、"))",
                en: "there is no '\(name)' in the county named; the archive has \(Self.list(places.map(\.word), ", "))")
        case .noReport(let place, let year, let years):
            Phrase(
                zh: "档案中没有\(place)\(year)年的年报（有：\(Self.list(years, "、"))）",
                en: "the archive has no report of \(place) for \(year) (it has \(Self.list(years, ", ")))")
        case .noTownship(let place, let term, let years):
            Phrase(
                zh: "\(place)\(term.words.zh)，没有这一年的年报（有：\(Self.list(years, "、"))）",
                en: "\(place) \(term.words.en), and has no report of that year (it has \(Self.list(years, ", ")))")
        case .noCountyReports(let county, let year, let years):
            Phrase(
                zh: "档案中没有\(county)\(year)年的年报（有：\(Self.list(years, "、"))）",
                en: "the archive has no reports of \(county) for \(year) (it has \(Self.list(years, ", ")))")
        case .noRevision(let place, let year, let revision):
            Phrase(
                zh: "\(place)\(year)年的年报没有第 \(revision) 版，可用 nianbao list --revisions 查看",
                en: "the report of \(place) for \(year) has no revision \(revision); see nianbao list --revisions")
        case .removed(let place, let year, let revision):
            Phrase(
                zh: "\(place)\(year)年的年报已移除，可用 nianbao revert \(place.township) \(year) --to \(revision) --reason … 恢复",
                en: """
                    the report of \(place) for \(year) was removed; nianbao revert \(place.township) \(year) \
                    --to \(revision) --reason … brings it back
                    """)
        }
    }

    private static func advice(_ nearest: String?) -> Phrase {
        guard let nearest else { return Phrase(zh: "可用 nianbao list 查看", en: "see nianbao list") }
        return Phrase(zh: "是否指“\(nearest)”？", en: "did you mean '\(nearest)'?")
    }

    private static func list(_ items: [some CustomStringConvertible], _ separator: String) -> String {
        items.map(\.description).joined(separator: separator)
    }
}

extension Place {
    /// What leads to it and to no other: `/柳溪镇` of a township whose county nobody named.
    package var word: String { "\(county)/\(township)" }
}
