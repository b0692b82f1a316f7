import Checks
import Output
import Storage
import Values

/// Which township reported when, in which form, and how much of it was read.
struct CoverageSection {
    static let title = Phrase(zh: "报送情况", en: "Coverage")
    let page: CountyPage

    var html: String {
        let (language, grid) = (page.language, page.grid)
        var rows = ""
        for (row, township) in grid.townships.enumerated() {
            rows += "<tr><th scope=\"row\">\(MarkupText.escaped(township.township))</th>"
            for (column, year) in grid.years.enumerated() {
                guard grid.isReported[row][column],
                    let report = page.reports.first(where: { $0.place == township && $0.year == year })
                else {
                    rows += "<td class=\"missing\">\(Phrase(zh: "缺报", en: "no report")[language])</td>"
                    continue
                }
                rows += "<td>\(MarkupText.escaped(describe(report)))</td>"
            }
            rows += "</tr>\n"
        }
        let missing = grid.missing.count
        let total = grid.townships.count * grid.years.count
        let summary = Phrase(
            zh: "\(grid.townships.count) 个乡镇、街道，应有年报 \(total) 份，已有 \(total - missing) 份，缺 \(missing) 份。",
            en:
                "\(grid.townships.count) townships; \(total - missing) of \(total) reports are there, \(missing) are missing."
        )
        let head: String = grid.years.map { "<th scope=\"col\">\($0)</th>" }.joined()
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

    var html: String {
        let heading = "<section id=\"findings\"><h2>\(Self.title[language])</h2>\n"
        guard !findings.isEmpty else {
            return heading + "<p>\(Phrase(zh: "无。", en: "None.")[language])</p></section>\n"
        }
        let rows = findings.map { finding -> String in
            let cells = [
                severity(finding)[language], "\(finding.year)",
                finding.lines.first.map { Phrase(zh: "第 \($0) 行", en: "line \($0)")[language] } ?? "",
                finding.sentence(language),
            ]
            let head = "<th scope=\"row\">\(MarkupText.escaped(finding.township))</th>"
            let rest: String = cells.map { "<td>\(MarkupText.escaped($0))</td>" }.joined()
            return "<tr>\(head)\(rest)</tr>"
        }
        let titles = [
            Columns.township.title, Phrase(zh: "程度", en: "severity"), Columns.year.title,
            Phrase(zh: "位置", en: "position"),
            Phrase(zh: "说明", en: "what"),
        ]
        let head: String = titles.map { "<th scope=\"col\">\($0[language])</th>" }.joined()
        return """
            \(heading)<div class="scroll" tabindex="0"><table>
            <thead><tr>\(head)</tr></thead>
            <tbody>
            \(rows.joined(separator: "\n"))
            </tbody></table></div></section>

            """
    }

    private func severity(_ finding: Finding) -> Phrase {
        if finding.isWaived { return Phrase(zh: "已豁免", en: "waived") }
        return switch finding.severity {
        case .error: Phrase(zh: "错误", en: "error")
        case .warning: Phrase(zh: "存疑", en: "warning")
        case .note: Phrase(zh: "提示", en: "note")
        }
    }
}

/// The passages that the page's figures were read from.
struct SourcesSection {
    static let title = Phrase(zh: "原文", en: "Sources")
    let citations: [SourceBook.Citation]
    let language: Language

    var html: String {
        let items = citations.map { citation -> String in
            let head = "\(citation.place.township) \(citation.year) · \(citation.label[language])"
            let passage = MarkupText.escaped(citation.passage)
                .replacing("【", with: "<mark>").replacing("】", with: "</mark>")
            return """
                <li id="\(SourceBook.anchor(citation.number))">\(MarkupText.escaped(head)): \(passage) <span class="note">\(MarkupText.escaped(citation.source))</span></li>
                """
        }
        return """
            <section id="sources"><h2>\(Self.title[language])</h2>
            <ol class="sources">
            \(items.joined(separator: "\n"))
            </ol></section>

            """
    }
}
