import Checks
import Output
import Reports
import Storage
import Values

/// What the office itself has to look at before letters go out: what was not read, or not for certain, and what it put
/// in place of figures. None of it is told to a township.
struct OfficeList {
    private let cases: LetterCases

    init(_ cases: LetterCases) {
        self.cases = cases
    }

    /// Nil where there is nothing.
    var document: TextDocument? {
        guard !cases.unread.isEmpty || !cases.corrections.isEmpty || !cases.ofOthers.isEmpty else { return nil }
        var document = TextDocument(title: Generator.Letter.ownList.rawValue)
        document.blocks.append(.paragraph("下列事项没有写入给乡镇的通知，由本办先行核对。", .prose))
        if !cases.unread.isEmpty {
            document.blocks += [.heading("没有读出或读不准的地方", level: 1), .table(table(cases.unread))]
        }
        if !cases.ofOthers.isEmpty {
            document.blocks += [.heading("县区本级和部门的报告", level: 1), .table(table(cases.ofOthers))]
        }
        if !cases.corrections.isEmpty {
            document.blocks += [.heading("本办已更正的数字", level: 1), .table(corrections)]
        }
        return document
    }

    private func table(_ findings: [Finding]) -> TextDocument.Table {
        var table = TextDocument.Table(header: ["报告", "文件和行", "问题", "怎么办"], widths: [20, 26, 32, 22])
        table.rows = findings.map { finding in
            let place = Place(county: finding.county, township: finding.township)
            let file = cases.reports[place]?[finding.year]?.path ?? ""
            let line = finding.lines.first.map { "：第 \($0) 行" } ?? ""
            return ["\(place) \(finding.year)", file + line, finding.message.zh, finding.remedy.zh]
        }
        return table
    }

    private var corrections: TextDocument.Table {
        var table = TextDocument.Table(header: ["报告", "指标", "更正为", "理由"], widths: [22, 34, 16, 28])
        table.rows = cases.corrections.map { entry in
            let unit = entry.indicator.unit
            return [
                entry.report.name, entry.indicator.label.zh,
                Number(entry.correction.value, of: unit).groupedDigits + unit.rawValue,
                "\(entry.correction.reason)（\(entry.correction.author)）",
            ]
        }
        return table
    }
}

extension Doubt {
    /// The part of a report that it is about, as a letter calls it.
    var partOfReport: String {
        switch kind {
        case .periodNotFullYear, .damagedPeriod: "统计期限"
        case .yearsDisagree: range == nil ? "标题或文件名" : "写有“\(found)年”处"
        case .bodiesDisagree: range == nil ? "标题或文件名" : "写有“\(found)”处"
        case .missingColumn: "“\(found)”"
        case .unreadableCell, .unitMissing, .unitUnlikely, .unknownUnit, .missingRow, .missingTable, .transposedTable:
            expected.isEmpty ? "各表" : "“\(expected)”"
        case .olderRow, .repeatedRow: found.isEmpty ? "各表" : "“\(found)”行"
        case .mixedEditions: "各表"
        default: "报告正文"
        }
    }
}
