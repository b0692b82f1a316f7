import Catalogue
import Checks
import Output
import Values

/// The tables of a brief.
struct BriefTables {
    let facts: BriefFacts

    private var language: Language { facts.language }

    /// Nil where there is nothing to put into it.
    func table(_ table: BriefTable) -> TextDocument.Table? {
        let made =
            switch table {
            case .totals: totals
            case .rankings: rankings
            case .findings: findings
            case .copied: copied
            }
        return made.rows.isEmpty ? nil : made
    }

    private func words(_ zh: String, _ en: String) -> String { Phrase(zh: zh, en: en)[language] }

    /// Tables keep to the unit that their rows and headers name.
    private func numbers(_ line: ComparedLine) -> BriefNumbers { BriefNumbers(line, largest: 0, language) }

    private var totals: TextDocument.Table {
        var table = TextDocument.Table(
            header: [
                words("指标", "indicator"), "\(facts.year - 1)", "\(facts.year)", words("单位", "unit"),
                words("有数乡镇（上年、本年）", "townships (last year, this)"),
            ], widths: [38, 17, 17, 9, 19], numeric: [1, 2, 4])
        for line in facts.totals {
            guard line.totals.contains(where: { $0.count > 0 }) else { continue }
            let cells = line.totals.map { total in
                numbers(line).marked(total.cell) ?? "—"
            }
            let counts = line.totals.map { "\($0.count)" }.joined(separator: words("、", ", "))
            for column in [facts.before, facts.now] where line.totals[column].count > 0 {
                table.notes[TextDocument.CellPlace(row: table.rows.count, column: column + 1)] =
                    facts.sources.note(sumOf: line, column: column, in: facts.grid)
            }
            table.rows.append([line.subject[language]] + cells + [line.unit, counts])
        }
        return table
    }

    /// All townships by rows, the compared indicators by columns.
    private var rankings: TextDocument.Table {
        let lines = facts.rankings.filter { line in line.cells.contains { $0[facts.now].amount != nil } }
        guard !lines.isEmpty else { return TextDocument.Table(header: [], widths: []) }
        var table = TextDocument.Table(
            header: [words("乡镇", "township")] + lines.map { "\($0.label[language])（\($0.unit)）" },
            widths: [20] + lines.map { _ in 80 / max(1, lines.count) }, numeric: Set(1...max(1, lines.count)))
        for row in facts.grid.townships.indices where facts.grid.isTownship[row] {
            let place = facts.grid.townships[row]
            guard facts.reported.contains(place) else { continue }
            var cells = [place.township]
            for line in lines {
                cells.append(numbers(line).marked(line.cells[row][facts.now]) ?? "—")
            }
            table.notes[TextDocument.CellPlace(row: table.rows.count, column: 0)] =
                facts.sources.note(lines, place, facts.year) { $0.cells[row][facts.now] }
            table.rows.append(cells)
        }
        return table
    }

    private var findings: TextDocument.Table {
        var table = TextDocument.Table(
            header: [words("乡镇", "township"), words("程度", "severity"), words("问题", "message")],
            widths: [18, 10, 72])
        for finding in facts.listedFindings {
            let place = Place(county: finding.county, township: finding.township)
            table.notes[TextDocument.CellPlace(row: table.rows.count, column: 0)] =
                facts.sources.path(place, finding.year)
            table.rows.append([finding.township, finding.severity.phrase[language], finding.located[language]])
        }
        return table
    }

    private var copied: TextDocument.Table {
        func share(_ report: CopiedReport, _ count: Int?) -> String {
            count.map { Number(report.share($0), .hundredths).digits + "%" } ?? "—"
        }
        return TextDocument.Table(
            header: [
                words("乡镇", "township"), words("同上年", "last year's"), words("同本县其他乡镇", "neighbours'"),
                words("多个乡镇共用", "template"), words("最相近的乡镇", "nearest"),
            ], widths: [20, 16, 22, 20, 22],
            rows: facts.copied.map { report in
                [
                    report.place.township, share(report, report.lastYear), share(report, report.neighbours),
                    share(report, report.template), report.nearest?.place.township ?? "",
                ]
            }, numeric: [1, 2, 3])
    }
}
