import Checks
import Output
import Storage
import Values

/// What does not add up: the last year's errors in the open, the rest folded, each with a way to where it stands.
struct FindingsSection {
    static let title = Phrase(zh: "存疑之处", en: "Findings")
    private let findings: [Finding]
    private let year: Int?
    private let language: Language

    init(page: CountyPage) {
        findings = page.findings
        year = page.grid.years.last
        language = page.language
    }

    func html(citing sources: inout SourceBook) -> Markup {
        let heading: Markup = "<section id=\"findings\" class=\"findings\"><h2>\(Self.title[language])</h2>\n"
        guard !findings.isEmpty else {
            return heading + "<p>\(Phrase(zh: "无。", en: "None.")[language])</p></section>\n"
        }
        var result = heading
        for (group, isOpen) in groups where !group.findings.isEmpty {
            let title: Markup = "<h3>\(group.title[language])</h3>"
            let table = table(group, citing: &sources)
            result += isOpen ? title + table : "<details><summary>\(title)</summary>\n\(table)</details>\n"
        }
        return result + "</section>\n"
    }

    private struct Group {
        var title: Phrase
        var findings: [Finding]
    }

    /// In the order of gravity, with whether they are there to be seen at once.
    private var groups: [(Group, Bool)] {
        let live = findings.filter { !$0.isWaived }
        func group(_ zh: String, _ en: String, _ chosen: [Finding]) -> Group {
            Group(title: Phrase(zh: "\(zh) \(chosen.count) 处", en: "\(en): \(chosen.count)"), findings: chosen)
        }
        let errors = live.filter { $0.severity == .error }
        let ofYear = year.map(String.init) ?? ""
        return [
            (group("\(ofYear)年的错误", "Errors of \(ofYear)", errors.filter { $0.year == year }), true),
            (group("以前年度的错误", "Errors of the years before", errors.filter { $0.year != year }), false),
            (group("存疑", "Warnings", live.filter { $0.severity == .warning }), false),
            (group("提示", "Notes", live.filter { $0.severity == .note }), false),
            (group("已豁免", "Waived", findings.filter(\.isWaived)), false),
        ]
    }

    private func table(_ group: Group, citing sources: inout SourceBook) -> Markup {
        var table = PageTable(caption: "\(group.title[language])")
        table.headings = [
            .init(text: "\(Columns.township.title[language])"),
            .init(text: "\(Columns.year.title[language])", isNumber: true),
            .init(text: "\(Phrase(zh: "程度", en: "severity")[language])"),
            .init(text: "\(Phrase(zh: "说明", en: "what")[language])"),
        ]
        for finding in group.findings {
            let word = finding.isWaived ? Phrase(zh: "已豁免", en: "waived") : finding.severity.phrase
            let remedy = Phrase(zh: "请\(finding.remedy.zh)。", en: "Next: \(finding.remedy.en).")
            let end = Phrase(zh: "。", en: ".")[language]
            table.body += """
                <tr><th scope="row">\(finding.township)</th><td class="n">\(finding.year)</td>\
                <td>\(word[language])</td><td>\(finding.message[language])\(end)\(links(finding, &sources)) \
                <span class="note">\(remedy[language])</span></td></tr>

                """
        }
        return table.html(language)
    }

    /// The places of its own report, each line once.
    private func links(_ finding: Finding, _ sources: inout SourceBook) -> Markup {
        let place = Place(county: finding.county, township: finding.township)
        var seen: Set<Int> = []
        var links: [Markup] = []
        for location in finding.locations where location.year == finding.year {
            guard let range = location.range, let line = location.line, seen.insert(line).inserted else { continue }
            let label = location.indicator?.label ?? Phrase("")
            guard let anchor = sources.anchor(place, finding.year, range, label: label) else { continue }
            let text = Phrase(zh: "第 \(line) 行", en: "line \(line)")[language]
            links.append("<a href=\"#\(anchor)\">\(text)</a>")
            if links.count == Self.mostLinks { break }
        }
        return links.isEmpty ? "" : " " + links.joined(by: "\(Phrase(zh: "、", en: ", ")[language])")
    }

    private static let mostLinks = 4
}
