import Catalogue
import Checks
import Output
import Reports
import Storage
import Values

/// A county's official tables as sums over its townships, with what the sums lack.
///
/// A sum holds the numbers that were reported and nothing else. Where a township's cell is blank, unreadable, absent or
/// without a report, the true total is at least the sum, and how much more is unknown; what does not apply adds
/// nothing.
package struct CountyRollup {
    private let county: String
    private let year: Int
    private let codebook: Codebook
    private let language: Language
    private let grid: ComparisonGrid
    private let editions: [Place: String]
    /// The edition that most of the townships' reports are in, the newest of several.
    private let edition: String
    private let sums: [RollupSum]
    /// What is open in the reports.
    private let findings: [Finding]
    /// What does not add up in the sums themselves.
    private let unbalanced: [Finding]

    /// - Parameters:
    ///   - county: by any of its names.
    ///   - findings: of the reports; those that staff have accepted are left out.
    ///   - checker: tries the form's own sums on the sums.
    package init(
        _ archive: Archive, county: String, year: Int, asOf moment: Moment? = nil, codebook: Codebook,
        findings: [Finding] = [], checker: Checker? = nil, language: Language
    ) throws {
        let county = try archive.currentName(ofCounty: county)
        self.findings = findings.filter { !$0.isWaived && $0.severity > .note }
        self.county = county
        self.year = year
        self.codebook = codebook
        self.language = language
        let filter = Filter(counties: [county], years: [year], asOf: moment)
        let reports = try archive.reports(filter)
        guard let first = reports.first else {
            let others = try archive.reportedYears(Filter(counties: [county], asOf: moment)).entries.map(\.year)
            throw LookupError.noCountyReports(county, year: year, years: Set(others).sorted())
        }
        editions = Dictionary(reports.map { ($0.place, $0.edition) }, uniquingKeysWith: { $1 })
        let grid = try ComparisonGrid(archive, Set(archive.indicators.indices), filter: filter)
        self.grid = grid
        let ofTownships = reports.filter { $0.place.isTownship(by: grid.countyNames) }
        let counts = Dictionary(grouping: ofTownships, by: \.edition).mapValues(\.count)
        edition = counts.max { ($0.value, $0.key) < ($1.value, $1.key) }?.key ?? first.edition
        // One row of an older form that became several is theirs as a sum; anything else stays as it was counted.
        let breaks = EditionBreaks(
            codebook.successions.filter { $0.grade == .same }, indicators: archive.indicators, acrossEditions: false)
        let cells = Set(codebook.form(edition)?.codes ?? [])
        let signed = Set(codebook.forms.flatMap(\.signedCodes))
        sums = archive.indicators.indices.compactMap { id in
            let indicator = archive.indicators[id]
            let line = ComparedLine(id, in: grid, breaks)
            let sum = RollupSum(indicator, isSigned: signed.contains(indicator.code), line, grid: grid)
            return indicator.unit != .percent && (cells.contains(indicator.code) || sum.reporting > 0) ? sum : nil
        }
        let whole = sums.filter(\.isComplete).compactMap { sum in
            sum.known.flatMap { known in
                archive.indicators.id(of: sum.indicator.code).map { ($0, Reading.reported(known)) }
            }
        }
        unbalanced = checker?.sums(of: (county, year), edition: edition, whole) ?? []
    }

    /// For programs: one row for each indicator.
    package var rows: Sheet {
        var sheet = Sheet(columns: [
            Columns.county, Columns.year, Columns.indicator, Columns.label, Columns.value, Columns.unit,
            Column("reporting", Phrase(zh: "有数乡镇", en: "reporting"), .number),
            Column("missing", Phrase(zh: "无数乡镇", en: "missing")),
            Column("bound", Phrase(zh: "真实合计", en: "bound")),
        ])
        let hasCorrections = sums.contains { !$0.corrected.isEmpty }
        if hasCorrections { sheet.columns.append(Column("corrected", Phrase(zh: "已更正乡镇", en: "corrected"))) }
        sheet.rows = sums.map { sum in
            [
                .text(county), .year(year), .text(sum.indicator.code), .text(sum.indicator.label[language]), sum.entry,
                .text(sum.indicator.unit.rawValue), .count(sum.reporting),
                .text(sum.missing.map(\.township).joined(separator: ";")), sum.boundWord,
            ] + (hasCorrections ? [.list(sum.corrected.map(\.township))] : [])
        }
        return sheet
    }

    /// For people: who is in it, the tables, what the sentences tell, and the county's own report beside the sums.
    package func sections(asPrinted: Bool) -> [Sheet] {
        let cells = Dictionary(sums.map { ($0.indicator.code, $0.entry) }, uniquingKeysWith: { $1 })
        let tables = OfficialTables(cells, codebook: codebook)
        let official =
            asPrinted
            ? tables.layouts(edition: edition, language: language) : tables.sheets(edition: edition, language: language)
        return [head] + official + [mismatches, narrative, comparison].filter { !$0.rows.isEmpty }
    }

    private var head: Sheet {
        let title = Phrase(zh: "\(county) \(year)年汇总", en: "\(county) \(year), rolled up")
        var sheet = Sheet(
            title: title,
            columns: [Column("item", Phrase(zh: "项目", en: "item")), Column("content", Phrase(zh: "内容", en: "content"))])
        func add(_ zh: String, _ en: String, _ names: [String]) {
            guard !names.isEmpty else { return }
            sheet.rows.append([
                .text(Phrase(zh: zh, en: en)[language]),
                .text(names.joined(separator: Phrase(zh: "、", en: ", ")[language])),
            ])
        }
        let townships = grid.townships.indices.filter { grid.isInRoster($0, 0) }.map { grid.townships[$0] }
        let reporting = townships.filter { editions[$0] != nil }
        add("已报", "reported", ["\(reporting.count)/\(townships.count)"])
        add("缺报", "no report", townships.filter { editions[$0] == nil }.map(\.township))
        add(
            "不是乡镇，不计入", "no townships, left out of the sums",
            zip(grid.townships, grid.isTownship).filter { !$1 && editions[$0] != nil }.map(\.0.township))
        add("表样", "form", [Edition.words(edition)[language]])
        add(
            "用其他表样", "in another form",
            reporting.filter { editions[$0] != edition }.map { "\($0.township) (\(editions[$0] ?? ""))" })
        let cells = Set(codebook.form(edition)?.codes ?? [])
        let official = sums.filter { cells.contains($0.indicator.code) }
        let unknown = official.map { sum in sum.missing.filter { editions[$0] != nil } }
        add(
            "有空白、未读出的格（合计为 ≥）", "blank or unread cells (sums are ≥)",
            counts(zip(official, unknown).flatMap { sum, places in places.filter { !sum.notApplicable.contains($0) } }))
        add(
            "写“不适用”的格（不计入，合计不受影响）", "cells that do not apply (sums are whole)",
            counts(official.flatMap(\.notApplicable)))
        add("有错误、存疑的年报（照原数计入）", "reports with findings (their figures are summed as they are)", suspect)
        return sheet
    }

    /// `白杨镇（错误 5，存疑 1）`
    private var suspect: [String] {
        let open = Dictionary(grouping: findings) { Place(county: $0.county, township: $0.township) }
        return zip(grid.townships, grid.isTownship).compactMap { place, isTownship in
            guard isTownship, let own = open[place] else { return nil }
            let errors = own.count { $0.severity == .error }
            let doubts = own.count - errors
            let zh = [errors > 0 ? "错误 \(errors)" : nil, doubts > 0 ? "存疑 \(doubts)" : nil].compactMap { $0 }
            let en = [errors > 0 ? "\(errors) errors" : nil, doubts > 0 ? "\(doubts) in doubt" : nil].compactMap { $0 }
            return Phrase(
                zh: "\(place.township)（\(zh.joined(separator: "，"))）",
                en: "\(place.township) (\(en.joined(separator: ", ")))")[language]
        }
    }

    /// Sums that contradict each other: the townships that they come from do.
    private var mismatches: Sheet {
        var sheet = Sheet(
            title: Phrase(zh: "汇总数对不上之处", en: "Sums that do not add up"),
            columns: [
                Column("problem", Phrase(zh: "问题", en: "problem")),
                Column("townships", Phrase(zh: "同一处不符的乡镇", en: "townships where it fails")),
            ])
        sheet.rows = unbalanced.map { sum in
            let own = findings.filter { $0.rule == sum.rule && $0.indicators == sum.indicators }.map(\.township)
            return [
                .text(sum.message[language]), .text(own.joined(separator: Phrase(zh: "、", en: ", ")[language])),
            ]
        }
        return sheet
    }

    /// `五里桥镇 175 格`, for those that stand there, in their order.
    private func counts(_ places: [Place]) -> [String] {
        let counts = Dictionary(grouping: places) { $0 }.mapValues(\.count)
        return grid.townships.compactMap { place in
            counts[place].map { Phrase(zh: "\(place.township) \($0) 格", en: "\(place.township) (\($0))")[language] }
        }
    }

    private var narrative: Sheet {
        let cells = Set(codebook.form(edition)?.codes ?? [])
        var sheet = Sheet(
            title: Phrase(zh: "其他数字", en: "Other figures"),
            columns: [
                Columns.label, Columns.value, Columns.unit, Columns.indicator,
                Column("reporting", Phrase(zh: "有数乡镇", en: "reporting"), .number),
                Column("missing", Phrase(zh: "无数乡镇", en: "missing")),
            ])
        // Rows of another form that no report has are in the tables, as what they became.
        sheet.rows = sums.filter { !cells.contains($0.indicator.code) && $0.isTold }.map { sum in
            [
                .text(sum.indicator.label[language]), sum.entry, .text(sum.indicator.unit.rawValue),
                .text(sum.indicator.code), .count(sum.reporting),
                .text(sum.missing.map(\.township).joined(separator: Phrase(zh: "、", en: ", ")[language])),
            ]
        }
        return sheet
    }

    /// The county's own report beside the sums, where the archive has it and both have a number.
    private var comparison: Sheet {
        var sheet = Sheet(
            title: Phrase(zh: "与县级报告对照", en: "Beside the county's own report"),
            columns: [
                Columns.label, Columns.indicator,
                Column("own", Phrase(zh: "县级报告", en: "own report"), .number),
                Column("sum", Phrase(zh: "乡镇合计", en: "sum of townships"), .number),
                Column("difference", Phrase(zh: "相差", en: "difference"), .number), Columns.unit,
            ],
            footnotes: [
                Phrase(
                    zh: "县级报告是否包含乡镇由其自行说明，相差不一定是错误",
                    en:
                        """
                        whether the county's own report includes its townships is for it to say; a difference need not \
                        be an error
                        """
                )
            ])
        sheet.rows = sums.compactMap { sum in
            guard let own = sum.countyOwn, let known = sum.known else { return nil }
            let (difference, overflow) = own.value.subtractingReportingOverflow(known.value)
            guard !overflow else { return nil }
            return [
                .text(sum.indicator.label[language]), .text(sum.indicator.code),
                .number(Number(own.value, of: sum.indicator.unit)), sum.entry,
                .number(Number(difference, of: sum.indicator.unit)), .text(sum.indicator.unit.rawValue),
            ]
        }
        return sheet
    }
}
