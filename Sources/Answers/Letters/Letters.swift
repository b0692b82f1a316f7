import Catalogue
import Checks
import Output
import Storage
import Values

/// Letters to townships that ask them to look at what does not add up, a list for each county that goes with them, and
/// the office's own list; in Chinese and ready to send.
package struct Letters {
    private let cases: LetterCases
    private let places: [String: FormPlaces]
    private let paper: LetterPaper

    package init(_ cases: LetterCases, forms: [Form], on paper: LetterPaper) {
        self.cases = cases
        places = Dictionary(forms.map { ($0.edition, FormPlaces($0)) }, uniquingKeysWith: { $1 })
        self.paper = paper
    }

    /// The names, without their endings, of all that may be written about some townships and for the office.
    package static func names(of places: [Place]) -> Set<String> {
        let lists = places.map { LetterFile.name(LetterFile.named($0.county) + listed) }
        return Set(places.map { LetterFile.name($0.description) } + lists + [own])
    }

    private static let listed = "-汇总表"
    private static let own = "办公室核对清单"

    package var files: [LetterFile] {
        let letters = cases.townships.map { LetterFile(named: $0.place.description, letter($0)) }
        let counties = Dictionary(grouping: cases.townships, by: \.place.county).sorted { $0.key < $1.key }
        let lists = counties.map { county, townships in
            LetterFile(named: LetterFile.named(county) + Self.listed, list(county, townships))
        }
        let own = OfficeList(cases).document.map { [LetterFile(named: Self.own, $0)] } ?? []
        return letters + lists + own
    }

    // MARK: One township

    private func letter(_ township: LetterCases.Township) -> TextDocument {
        let kind = TownshipKind(of: township.place.township) ?? .town
        let violations = township.open.count(where: isViolation)
        var letter = TextDocument(title: (violations > 0 ? Generator.Letter.correction : .review).rawValue)
        letter.blocks.append(.paragraph("\(township.place.township)\(kind.government)：", .margin))
        letter.blocks.append(.paragraph(opening(township, kind.addressed, violations), .prose))
        for year in Set(township.open.map(\.year)).sorted() {
            letter.blocks += [
                .heading("\(year)年度", level: 1), .table(table(township.open.filter { $0.year == year })),
            ]
        }
        if !township.settled.isEmpty {
            letter.blocks += [.heading("已解决的事项", level: 1), .table(settled(township.settled))]
        }
        if !township.open.isEmpty {
            letter.blocks.append(
                .paragraph(
                    "请\(kind.addressed)\(paper.time)核实上述各项：确有错误的，更正后重新公布并报送更正后的报告；原文无误的，请书面说明情况。", .prose))
            if township.open.contains(where: \.tellsChange) {
                letter.blocks.append(.paragraph("说明：表中给出的改法由各项勾稽关系推算得出，以台账为准。", .prose))
            }
        }
        letter.blocks += paper.signature
        return letter
    }

    private func opening(_ township: LetterCases.Township, _ own: String, _ violations: Int) -> String {
        guard !township.open.isEmpty else {
            return "\(own)报送的更正后的报告已收到，此前存疑的 \(township.settled.count) 处均已解决，目前没有其他需要核实的事项。"
        }
        let years = Set(township.open.map(\.year)).sorted().map { "\($0)" }.joined(separator: "、")
        let must = violations > 0 ? "，其中 \(violations) 处与表样的勾稽关系不符，须更正" : ""
        let done = township.settled.isEmpty ? "" : "更正后的报告已解决此前存疑的 \(township.settled.count) 处。"
        return """
            经核对，\(own)\(years)年政府信息公开工作年度报告中有下列 \(township.open.count) 处数字或内容存疑\(must)，\
            请对照台账和原件逐项核实。\(done)
            """
    }

    private func table(_ findings: [Finding]) -> TextDocument.Table {
        var table = TextDocument.Table(header: ["序号", "位置", "问题", "处理"], widths: [8, 26, 41, 25])
        table.rows = findings.enumerated().map { number, finding in
            [
                "\(number + 1)", position(finding), finding.message.zh,
                "\(isViolation(finding) ? "须更正" : "请核实")：\(finding.remedy.zh)",
            ]
        }
        return table
    }

    private func settled(_ findings: [Finding]) -> TextDocument.Table {
        var table = TextDocument.Table(header: ["序号", "年度", "位置", "此前的问题"], widths: [8, 10, 34, 48])
        table.rows = findings.enumerated().map { number, finding in
            ["\(number + 1)", "\(finding.year)", position(finding), finding.message.zh]
        }
        return table
    }

    private func isViolation(_ finding: Finding) -> Bool {
        cases.isViolation(finding, formPlaces(finding, finding.year))
    }

    private func formPlaces(_ finding: Finding, _ year: Int) -> FormPlaces {
        let place = Place(county: finding.county, township: finding.township)
        let edition = cases.reports[place]?[year]?.edition ?? ""
        return places[edition] ?? FormPlaces(nil)
    }

    /// Where it stands, by the names of table, row and column; of another year's report with the year.
    private func position(_ finding: Finding) -> String {
        let years = Set(finding.locations.filter { $0.indicator != nil }.map(\.year)).sorted(by: >)
        guard !years.isEmpty else { return finding.statement.partOfReport }
        return years.map { year in
            let codes = finding.locations.filter { $0.year == year }.compactMap(\.indicator?.code)
            let words = formPlaces(finding, year).words(codes)
            return years.count > 1 ? "\(year)年报告：\(words)" : words
        }.joined(separator: "；")
    }

    // MARK: One county

    private func list(_ county: String, _ townships: [LetterCases.Township]) -> TextDocument {
        var list = TextDocument(title: LetterFile.named(county) + Generator.Letter.reviewList.rawValue)
        var table = TextDocument.Table(
            header: ["序号", "乡镇", "年度", "须更正", "请核实", "已解决"], widths: [8, 32, 24, 12, 12, 12])
        for township in townships {
            let years = Set((township.open + township.settled).map(\.year)).sorted()
            let violations = township.open.count(where: isViolation)
            table.rows.append([
                "\(table.rows.count + 1)", township.place.township, years.map { "\($0)" }.joined(separator: "、"),
                "\(violations)", "\(township.open.count - violations)", "\(township.settled.count)",
            ])
        }
        let open = townships.flatMap(\.open)
        let violations = open.count(where: isViolation)
        list.blocks = [
            .paragraph(
                """
                共 \(townships.count) 个乡镇、街道，须更正 \(violations) 处，请核实 \(open.count - violations) 处，\
                已解决 \(townships.flatMap(\.settled).count) 处；各乡镇的具体事项见所附通知。
                """,
                .prose), .table(table),
        ]
        list.blocks += paper.signature
        return list
    }
}

extension Finding {
    /// Whether it says how cells could be changed so that everything adds up.
    fileprivate var tellsChange: Bool {
        ([statement] + notes.map(\.statement)).contains { statement in
            if case .wrongCells(let fault) = statement { !fault.solutions.isEmpty } else { false }
        }
    }
}

extension Statement {
    /// The part of a report that something besides figures is about.
    fileprivate var partOfReport: String {
        switch self {
        case .publishedEarly: "公布日期"
        case .outdatedForm, .blankCells: "各表"
        case .sameFigures: "各表和正文"
        case .missingChapter, .misnumberedChapter: "各部分标题"
        case .doubt(let doubt): doubt.partOfReport
        default: "报告正文"
        }
    }
}
