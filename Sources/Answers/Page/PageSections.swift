import Checks
import Output
import Storage
import Values

/// Which township reported when, in which form, and how much of it was read.
struct CoverageSection {
    static let title = Phrase(zh: "报送情况", en: "Coverage")
    let page: CountyPage

    var html: Markup {
        let (language, grid) = (page.language, page.grid)
        var rows: Markup = ""
        for (row, township) in grid.townships.enumerated() {
            rows += "<tr><th scope=\"row\">\(township.township)</th>"
            for (column, year) in grid.years.enumerated() {
                guard grid.isReported(row, column),
                    let report = page.reports.first(where: { $0.place == township && $0.year == year })
                else {
                    rows += "<td class=\"missing\">\(Phrase(zh: "缺报", en: "no report")[language])</td>"
                    continue
                }
                rows += "<td>\(describe(report))</td>"
            }
            rows += "</tr>\n"
        }
        let missing = grid.missing.count
        let total = grid.townships.count * grid.years.count
        let summary = Phrase(
            zh: "\(grid.townships.count) 个乡镇、街道，应有年报 \(total) 份，已有 \(total - missing) 份，缺 \(missing) 份。",
            en:
                """
                \(grid.townships.count) townships; \(total - missing) of \(total) reports are there, \(missing) are \
                missing.
                """
        )
        let head = grid.years.map { "<th scope=\"col\">\($0)</th>" as Markup }.joined()
        return """
            <section id="coverage"><h2>\(Self.title[language])</h2>
            <p>\(summary[language])</p>
            <div class="scroll" tabindex="0"><table>
            <caption>\(Phrase(zh: "表样，读出格数/应有格数", en: "form, cells read of cells expected")[language])</caption>
            <thead><tr><th scope="col">\(Columns.township.title[language])</th>\(head)</tr></thead>
            <tbody>
            \(rows)</tbody></table></div></section>

            """
    }

    private func describe(_ report: ReportSummary) -> String {
        guard report.cellsExpected > 0 else { return Phrase(zh: "无表", en: "no tables")[page.language] }
        let form = Phrase(zh: "\(report.edition)年", en: report.edition)[page.language]
        return "\(form) \(report.cellsRead)/\(report.cellsExpected)"
    }
}

/// What does not add up, the gravest first.
struct FindingsSection {
    static let title = Phrase(zh: "存疑之处", en: "Findings")
    let findings: [Finding]
    let language: Language

    var html: Markup {
        let heading: Markup = "<section id=\"findings\"><h2>\(Self.title[language])</h2>\n"
        guard !findings.isEmpty else {
            return heading + "<p>\(Phrase(zh: "无。", en: "None.")[language])</p></section>\n"
        }
        let rows = findings.map { finding -> Markup in
            let cells = [
                severity(finding)[language], "\(finding.year)",
                finding.lines.first.map { Phrase(zh: "第 \($0) 行", en: "line \($0)")[language] } ?? "",
                finding.sentence[language],
            ]
            let head: Markup = "<th scope=\"row\">\(finding.township)</th>"
            let rest = cells.map { "<td>\($0)</td>" as Markup }.joined()
            return "<tr>\(head)\(rest)</tr>"
        }
        let titles = [
            Columns.township.title, Phrase(zh: "程度", en: "severity"), Columns.year.title,
            Phrase(zh: "位置", en: "position"),
            Phrase(zh: "说明", en: "what"),
        ]
        let head = titles.map { "<th scope=\"col\">\($0[language])</th>" as Markup }.joined()
        return """
            \(heading)<div class="scroll" tabindex="0"><table>
            <thead><tr>\(head)</tr></thead>
            <tbody>
            \(rows.joined(by: "\n"))
            </tbody></table></div></section>

            """
    }

    private func severity(_ finding: Finding) -> Phrase {
        if finding.isWaived { return Phrase(zh: "已豁免", en: "waived") }
        return finding.severity.phrase
    }
}

/// The passages that the page's figures were read from.
struct SourcesSection {
    static let title = Phrase(zh: "原文", en: "Sources")
    let citations: [SourceBook.Citation]
    let language: Language

    var html: Markup {
        let items = citations.map { citation -> Markup in
            let head = "\(citation.place.township) \(citation.year) · \(citation.label[language])"
            let passage = citation.passage
            let marked: Markup = "\(passage.before)<mark>\(passage.figure)</mark>\(passage.after)"
            return """
                <li id="\(SourceBook.anchor(citation.number))">\(head): \(marked) <span \
                class="note">\(citation.source)</span></li>
                """
        }
        return """
            <section id="sources"><h2>\(Self.title[language])</h2>
            <ol class="sources">
            \(items.joined(by: "\n"))
            </ol></section>

            """
    }
}
