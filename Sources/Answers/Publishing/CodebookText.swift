import Output
import Storage
import Values

/// The codebook of a publication as a Markdown text in both languages: its tables, then every code.
struct CodebookText {
    private let items: [CodebookRows.Item]

    init(_ rows: CodebookRows) { items = rows.items }

    var markdown: String {
        let title: String = "# 代码手册 " + "Codebook"
        let head: String = "| 文件 " + "file" + " | 用法 " + "use |"
        var lines: [String] = [
            title, "",
            "乡镇政府信息公开年报数据。数值用最小单位的整数，除以 scale 得显示值；display_ 开头的列是显示值。四分位数可在两个整数之间，至多两位小数。", "",
            "Townships' yearly reports on government information disclosure. Values are whole numbers of the smallest "
                + "unit; divided by scale they are in the unit; columns that begin with display_ are so already. "
                + "Quartiles may lie between two of them, with two decimals at the most.", "",
            "空白、不适用、无法识别、未提及和 0 是五种不同的情况，见 state。 Blank, not applicable, unreadable, not mentioned and 0 "
                + "are five different things; see state.", "",
            "## 装入 Loading", "", head, "|---|---|",
        ]
        lines += EngineRecipe.allCases.map { "| `\($0.rawValue).sql` | `\($0.usage)` |" }
        lines += ["", "## 各表 Tables"]
        for table in PublishedTable.all {
            lines += [
                "", "### \(table.name)", "", "\(table.meaning.zh) — \(table.meaning.en)", "",
                "| 列 column | 类型 type | 含义 | meaning |", "|---|---|---|---|",
            ]
            lines += table.columns.map { column in
                let kind = column.kind == .text ? "text" : column.kind.name
                return Self.row([column.name, kind, column.meaning.zh, column.meaning.en])
            }
        }
        lines += section("indicator", "## 指标 Indicators")
        lines += section("measure", "## 派生指标 " + "Measures")
        return lines.joined(separator: "\n") + "\n"
    }

    private func section(_ kind: String, _ title: String) -> [String] {
        ["", title, "", "| 代码 code | 名称 | label | 单位 unit | 表样 editions | 定义 | definition | 依据 source | 口径变化 breaks |"]
            + ["|---|---|---|---|---|---|---|---|---|"]
            + items.filter { $0.kind == kind }.map { item in
                Self.row([
                    item.code, item.label.zh, item.label.en, item.unit, item.editions.joined(separator: ", "),
                    item.definition.zh, item.definition.en, item.source ?? "",
                    item.breaks.map { "\($0.zh) \($0.en)" } ?? "",
                ])
            }
    }

    private static func row(_ cells: [String]) -> String {
        "| " + cells.map { $0.replacing("|", with: "\\|").replacing("\n", with: " ") }.joined(separator: " | ") + " |"
    }
}

/// How a publication is to be cited: a Citation File Format 1.2.0 file.
enum CitationFile {
    /// - Parameter checksum: of the figures, which tells one state of the data from another.
    static func text(_ status: ArchiveStatus, checksum: String) -> String {
        let years = [status.years.first, status.years.last].compactMap { $0.map(String.init) }
        let span = Set(years).count > 1 ? years.joined(separator: "–") : years.first ?? ""
        let day = status.lastImport.map { String($0.prefix(10)) }
        return """
            cff-version: 1.2.0
            message: "引用本数据时请注明出处和校验值。 If you use these data, please cite them with their checksum."
            type: dataset
            title: "乡镇政府信息公开年报数据 Townships' yearly reports on government information disclosure, \(span)"
            abstract: "\(status.counties) 个县区 \(status.townships) 个乡镇、街道的 \(status.reports) 份年报，\(status.figures) 个数字。 \
            \(status.reports) reports of \(status.townships) townships in \(status.counties) counties, \
            \(status.figures) figures."
            authors:
              - name: "report.csv 所列各乡镇人民政府、街道办事处 The townships named in report.csv"
            version: "\(checksum.prefix(16))"
            \(day.map { "date-released: \"\($0)\"\n" } ?? "")keywords:
              - 政府信息公开
              - government information disclosure
              - China

            """
    }
}
