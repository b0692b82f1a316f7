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
        // Which cell is wrong stands beside the error that it makes; on its own it would be there twice.
        let noted = Dictionary(grouping: page.findings) { $0.placeYear }
            .mapValues { $0.flatMap(\.notes).map(\.statement) }
        findings = page.findings.filter { finding in
            noted[finding.placeYear]?.contains(finding.statement) != true
        }
        year = page.grid.years.last
        language = page.language
    }

    func html(citing sources: inout SourceBook) -> Markup {
        let heading: Markup = "<section id=\"findings\" class=\"findings\"><h2>\(Self.title[language])</h2>\n"
        guard !findings.isEmpty else {
            return heading + "<p>\(Phrase(zh: "无。", en: "None.")[language])</p></section>\n"
        }
        var result = heading
        for group in groups where !group.findings.isEmpty {
            let title: Markup = "<h3>\(group.title[language])</h3>"
            let table = table(group, citing: &sources)
            if group.findings.count <= group.mostOpen {
                result += title + table
                continue
            }
            // What is of this year is unfolded on paper.
            let style: Markup = group.isCurrent ? " class=\"now\"" : ""
            result += "<details\(style)><summary>\(title) \(worst(group))</summary>\n\(table)</details>\n"
        }
        return result + "</section>\n"
    }

    private struct Group {
        var title: Phrase
        var findings: [Finding]
        /// More than these are folded.
        var mostOpen = 8
        var isCurrent = false
    }

    /// The townships with the most of a group.
    private func worst(_ group: Group) -> Markup {
        let counts = Dictionary(grouping: group.findings, by: \.township).mapValues(\.count)
        let order = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
        let names = order.prefix(5).map { "\($0.key) \($0.value)" }
        let list = names.joined(separator: Phrase(zh: "、", en: ", ")[language])
        let more = order.count > names.count ? Phrase(zh: " 等 \(order.count) 个乡镇", en: " …")[language] : ""
        return "<span class=\"note\">\(list)\(more)</span>"
    }

    /// In the order of gravity.
    private var groups: [Group] {
        let live = findings.filter { !$0.isWaived }
        func group(_ zh: String, _ en: String, _ chosen: [Finding]) -> Group {
            Group(title: Phrase(zh: "\(zh) \(chosen.count) 处", en: "\(en): \(chosen.count)"), findings: chosen)
        }
        let errors = live.filter { $0.severity == .error }
        let ofYear = year.map(String.init) ?? ""
        var first = group("\(ofYear)年的错误", "Errors of \(ofYear)", errors.filter { $0.year == year })
        first.mostOpen = 20
        first.isCurrent = true
        return [
            first,
            group("以前年度的错误", "Errors of the years before", errors.filter { $0.year != year }),
            group("存疑", "Warnings", live.filter { $0.severity == .warning }),
            group("提示", "Notes", live.filter { $0.severity == .note }),
            group("已豁免", "Waived", findings.filter(\.isWaived)),
        ]
    }

    private func table(_ group: Group, citing sources: inout SourceBook) -> Markup {
        var table = PageTable(caption: "<span class=\"unseen\">\(group.title[language])</span>")
        table.headings = [
            .init(text: "\(Columns.township.title[language])"),
            .init(text: "\(Columns.year.title[language])", isNumber: true),
            .init(text: "\(Phrase(zh: "说明", en: "what")[language])"),
            .init(text: "\(Phrase(zh: "怎么办", en: "what to do")[language])"),
        ]
        var remedies: [Phrase] = []
        for finding in group.findings {
            let remedy = remedies.firstIndex(of: finding.remedy) ?? remedies.count
            if remedy == remedies.count { remedies.append(finding.remedy) }
            table.rows.append(
                """
                <tr><th scope="row">\(finding.township)</th><td class="n">\(finding.year)</td>\
                <td>\(finding.statement.words[language])\(links(finding, &sources))\(notes(finding))</td>\
                <td>\(Self.circled(remedy + 1))</td></tr>
                """)
        }
        let advice = remedies.enumerated().map { number, remedy in
            "\(Self.circled(number + 1)) \(Phrase(zh: "请\(remedy.zh)", en: remedy.en)[language])"
        }
        let list = advice.joined(separator: Phrase(zh: "；", en: "; ")[language])
        let title = Phrase(zh: "怎么办：\(list)。", en: "What to do next: \(list).")
        return table.html(language) + "<p class=\"note\">\(title[language])</p>\n"
    }

    /// What was noted: a long list of cells that may be wrong is folded.
    private func notes(_ finding: Finding) -> Markup {
        let words = finding.notes.map { $0.statement.words[language] }
        let text = words.joined(separator: Phrase(zh: "；", en: "; ")[language])
        if text.isEmpty { return "" }
        guard text.count > Self.longNote else { return "<br>\(text)" }
        let title = Phrase(zh: "可能错在哪里", en: "what may be wrong")[language]
        return "<details class=\"more\"><summary>\(title)</summary>\(text)</details>"
    }

    private static let longNote = 90

    /// `①`, and in brackets what has no such sign.
    private static func circled(_ number: Int) -> String {
        guard number <= 20, let sign = Unicode.Scalar(0x245F + UInt32(number)) else { return "(\(number))" }
        return String(Character(sign))
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

extension Finding {
    /// The report that it is about.
    fileprivate var placeYear: PlaceYear {
        PlaceYear(place: Place(county: county, township: township), year: year)
    }
}
