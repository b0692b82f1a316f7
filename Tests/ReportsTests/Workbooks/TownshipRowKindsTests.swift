import Catalogue
import Documents
import Support
import Testing
import Values

@testable import Reports

/// Tables with a township in each row as people make them: sums and units above, several rows each, cells too few.
@Suite struct TownshipRowKindsTests {
    private typealias Row = [WorkbookFile.Value]
    private static let title: Row = ["各乡镇2022年政府信息公开工作年度报告数据汇总"]
    private static let headers: Row = ["乡镇", "行政许可", "行政处罚"]
    private static let plain: [Row] = [["柳溪镇", "101", "41"], ["石桥乡", "102", "42"]]
    private let codebook: Codebook
    private let reader: ReportReader

    init() throws {
        codebook = try LoadedCatalogue.codebook()
        reader = try Shared.reports()
    }

    private func read(_ sheet: WorkbookFile.Sheet, year: Int? = nil) throws -> [ReportPart] {
        let document = try DocumentReader.read(WorkbookFile([sheet]).xlsx, name: "a.xlsx")
        return reader.readAll(document, path: "a.xlsx", override: IdentityOverride(year: year))
    }

    private func read(_ rows: [Row], merges: [WorkbookFile.Merge] = [], year: Int? = nil) throws -> [ReportPart] {
        var sheet = WorkbookFile.Sheet("表", rows)
        sheet.merges = merges
        return try read(sheet, year: year)
    }

    /// The lines of two townships, with those of others below that make it a table.
    private func read(_ lines: String...) throws -> [ReportPart] {
        let others = (1...9).map { "古渡\("一二三四五六七八九".dropFirst($0 - 1).prefix(1))乡,\($0),\($0)" }
        let marks = String(repeating: ",", count: lines[0].count { $0 == "," } - 2)
        let text = ["2022年政府信息公开年度报告"] + lines + others.map { $0 + marks }
        let document = try DocumentReader.read(Array(text.joined(separator: "\n").utf8), name: "2022.csv")
        #expect(document.mediaType == .csv)
        return Array(reader.readAll(document, path: "2022.csv").prefix(2))
    }

    /// `柳溪镇 101 41`, or the reason.
    private func words(_ parts: [ReportPart]) -> [String] {
        parts.map { part in
            switch part.result {
            case .failure(let error): "\(part.sheet ?? "-"): \(error.explanation.zh.prefix { $0 != "，" })"
            case .success(let report):
                ([report.township]
                    + report.figures.map { figure in
                        if case .reported(let amount) = figure.reading {
                            "\(amount.value)"
                        } else {
                            figure.reading.state.rawValue
                        }
                    }).joined(separator: " ")
            }
        }
    }

    private func doubts(_ part: ReportPart, _ kind: Doubt.Kind) throws -> [Doubt] {
        try part.result.get().doubts.filter { $0.kind == kind }
    }

    private static let both = ["柳溪镇 101 41", "石桥乡 102 42"]

    // MARK: Several rows of a township

    private static func blocks(_ beside: [String], _ header: WorkbookFile.Value) -> [Row] {
        [title, ["乡镇", header, "行政许可", "行政处罚"]]
            + ["柳溪镇", "石桥乡"].enumerated().flatMap { number, name in
                beside.enumerated().map { place, word in
                    let isOwn = ["2022年", "本年数", "小计", "镇小计", "全年", "1-12月"].contains(word)
                    let figure = (isOwn ? 101 : 50 + place) + number
                    return [
                        place == 0 ? .text(name) : .blank, .text(word), .text("\(figure)"),
                        .text("\(isOwn ? 41 + number : 9)"),
                    ]
                }
            }
    }

    /// Merged names, and cells below the names left blank.
    @Test(arguments: [
        ["2021年", "2022年"], ["2022年", "2021年"], ["上年数", "本年数"], ["镇机关", "综合执法队", "小计"], ["小计", "镇机关", "综合执法队"],
        ["1季度", "2季度", "3季度", "4季度", "全年"], ["1-6月", "7-12月", "1-12月"], ["镇机关", "镇小计"],
    ])
    func theRowOfTheWholeIsTheTownships(beside: [String]) throws {
        let rows = Self.blocks(beside, "类别")
        let merges = [0, 1].map { WorkbookFile.Merge(2 + $0 * beside.count, 0, rows: beside.count) }
        #expect(words(try read(rows, merges: merges)) == Self.both)
        #expect(words(try read(rows)) == Self.both)
        var named = rows
        for row in named.indices.dropFirst(2) { named[row][0] = row < 2 + beside.count ? "柳溪镇" : "石桥乡" }
        #expect(words(try read(named)) == Self.both)
    }

    @Test(arguments: [["镇机关", "综合执法队"], ["1季度", "2季度"], ["2020年", "2021年"], ["", "镇机关"], ["1季度小计", "2季度小计"]])
    func rowsOfWhichNoneIsTheWhole(beside: [String]) throws {
        let parts = try read(
            Self.blocks(beside, "单位"), merges: [.init(2, 0, rows: 2), .init(4, 0, rows: 2)])
        #expect(parts.count == 2)
        for part in parts {
            guard case .failure(.rowsUnclear(let rows)) = part.result else {
                Issue.record("\(words([part]))")
                continue
            }
            #expect(rows.count == 2 && rows[1].says.contains(beside[1]))
            #expect(rows[1].cell == (part.sheet == "柳溪镇" ? "表!B4" : "表!B6"))
        }
    }

    /// 其中 is a part of what stands above it; a blank cell above parts that make it up says the sum.
    @Test func partsBelowTheTownship() throws {
        let among: [Row] = [
            Self.title, Self.headers, ["柳溪镇", "101", "41"], ["其中：综合执法队", "1", "2"], ["石桥乡", "102", "42"],
        ]
        #expect(words(try read(among)) == Self.both)
        let villages: [Row] = [
            Self.title, ["乡镇", "村", "行政许可", "行政处罚"], ["柳溪镇", .blank, "101", "41"], [.blank, "东村", "60", "40"],
            [.blank, "西村", "41", "1"], ["石桥乡", .blank, "102", "42"],
        ]
        #expect(words(try read(villages)) == Self.both)
    }

    /// A table that says 2021 or a quarter in each row has nothing of 2022.
    @Test(arguments: ["2021年", "1季度", "上年", "上半年"]) func rowsOfAnotherTime(word: String) throws {
        let rows = Self.blocks([word], "期间")
        #expect(try read(rows).allSatisfy { if case .failure(.rowsUnclear) = $0.result { true } else { false } })
    }

    /// Days, kinds and remarks say nothing of whose figures they are.
    @Test(arguments: [("填报日期", "2023年1月5日"), ("报送时间", "2023年1月"), ("类别", "市级示范"), ("联系人", "张三"), ("备注", "2023-01-05")])
    func whatSaysNothing(header: String, word: String) throws {
        let rows: [Row] = [
            Self.title, ["乡镇", .text(header), "行政许可", "行政处罚"], ["柳溪镇", .text(word), "101", "41"],
            ["石桥乡", .text(word), "102", "42"],
        ]
        #expect(words(try read(rows)) == Self.both)
    }

    /// A part without figures is a part all the same; a remark in a second line is none.
    @Test func rowsWithoutFigures() throws {
        let parts: [Row] = [
            Self.title, ["乡镇", "单位", "行政许可", "行政处罚", "备注"], ["柳溪镇", "镇机关", "60", "41"],
            [.blank, "小计", .blank, .blank], ["石桥乡", "", "102", "42", "迟报"], [.blank, .blank, .blank, .blank, "已催"],
        ]
        let merges: [WorkbookFile.Merge] = [.init(2, 0, rows: 2)] + [0, 2, 3].map { .init(4, $0, rows: 2) }
        let read = words(try read(parts, merges: merges))
        #expect(read == ["柳溪镇 blank blank", "石桥乡 102 42"])
        // The county stands in each row, the township in the first.
        let county: [Row] = [
            Self.title, ["县", "乡镇", "单位", "行政许可", "行政处罚"], ["青禾县", "柳溪镇", "镇机关", "60", "41"],
            ["青禾县", .blank, "小计", "101", "41"], ["青禾县", "石桥乡", "小计", "102", "42"],
        ]
        #expect(words(try self.read(county)) == Self.both)
    }

    @Test func theYearOfTheRowsMayBeTold() throws {
        let rows = Array(Self.blocks(["2021", "2022"], "年度").dropFirst())
        func figures(_ year: Int?) throws -> [String] { words(try read(rows, year: year)) }
        #expect(try figures(2022) == ["柳溪镇 51 9", "石桥乡 52 9"])
        #expect(try figures(2021) == ["柳溪镇 50 9", "石桥乡 51 9"])
        #expect(try figures(nil).allSatisfy { $0.contains("2 行") })
    }

    /// The sum of all townships is not the last one's.
    @Test func theSumBelowTheLastTownship() throws {
        let rows: [Row] = [
            Self.title, ["序号", "乡镇", "联系人", "行政许可", "行政处罚"], ["1", "柳溪镇", "张三", "101", "41"],
            ["2", "石桥乡", "李四", "102", "42"], [.blank, .blank, "合计", "203", "83"],
        ]
        #expect(words(try read(rows)) == Self.both)
    }

    // MARK: Headers

    @Test(
        arguments: [
            [["合计", "999", "999"]], [["单位", "件", "件"]], [["甲", "1", "2"]], [["栏次", "1", "2=3+4"]],
            [["计量单位", "件", "件"], ["县本级", "5", "6"], ["全县", "1", "2"]],
        ] as [[[String]]])
    func rowsBetweenHeadersAndTownships(rows: [[String]]) throws {
        let above = rows.map { $0.map { WorkbookFile.Value.text($0) } }
        #expect(words(try read([Self.title, Self.headers] + above + Self.plain)) == Self.both)
    }

    @Test func yearsAboveAndBelowTheItems() throws {
        let above: [Row] = [
            Self.title, ["乡镇", "2021年", .blank, "2022年"], [.blank, "行政许可", "行政处罚", "行政许可", "行政处罚"],
            ["柳溪镇", "1", "2", "101", "41"], ["石桥乡", "3", "4", "102", "42"],
        ]
        let merges: [WorkbookFile.Merge] = [.init(1, 1, columns: 2), .init(1, 3, columns: 2)]
        let parts = try read(above, merges: merges)
        #expect(words(parts) == Self.both)
        #expect(try doubts(parts[0], .otherTime).map(\.found) == ["2021年 行政许可", "2021年 行政处罚"])
        let inside: [Row] = [
            Self.title, ["乡镇", "2022年行政许可", "行政许可（2021年）", "行政处罚（本年）", "行政处罚（累计）"],
            ["柳溪镇", "101", "2", "41", "500"], ["石桥乡", "102", "3", "42", "501"],
        ]
        #expect(words(try read(inside)) == Self.both)
    }

    /// The same figures under headers in another order are the same; another year's are not the report's.
    @Test func tablesBelowEachOther() throws {
        let again: [Row] = [["乡镇", "行政处罚", "行政许可"], ["柳溪镇", "41", "101"], ["石桥乡", "42", "102"]]
        #expect(words(try read([Self.title, Self.headers] + Self.plain + again)) == Self.both)
        let last: [Row] = [["2021年情况"], ["乡镇", "行政强制"], ["柳溪镇", "3"], ["石桥乡", "4"]]
        let parts = try read([Self.title, Self.headers] + Self.plain + last)
        #expect(words(parts) == Self.both)
        #expect(try doubts(parts[0], .otherTime).map(\.found) == ["2021年情况"])
        let other: [Row] = [["乡镇", "行政处罚", "行政许可"], ["柳溪镇", "101", "41"]]
        let differing = try read([Self.title, Self.headers] + Self.plain + other)
        #expect(words(differing)[0].contains("2 行") && words(differing)[1] == Self.both[1])
    }

    /// What a refusal recommends is read: short labels, with dashes of any keyboard between them.
    @Test(arguments: ["本年新收－自然人", "本年新收-自然人", "本年新收—自然人"])
    func recommendedHeaders(header: String) throws {
        #expect(ReportError.townshipsInRows(count: 2, headers: []).explanation.zh.contains("本年新收－自然人"))
        let rows: [Row] = [Self.title, ["乡镇", "行政许可", .text(header)], ["柳溪镇", "1", "2"], ["石桥乡", "3", "4"]]
        #expect(words(try read(rows)) == ["柳溪镇 1 2", "石桥乡 3 4"])
        let above: [Row] = [
            Self.title, ["乡镇", "行政许可", "本年新收", .blank], [.blank, .blank, "自然人", "总计"], ["柳溪镇", "1", "2", "2"],
            ["石桥乡", "3", "4", "4"],
        ]
        let merges: [WorkbookFile.Merge] = [.init(1, 2, columns: 2), .init(1, 0, rows: 2), .init(1, 1, rows: 2)]
        #expect(words(try read(above, merges: merges)) == ["柳溪镇 1 2 2", "石桥乡 3 4 4"])
    }

    /// Headers that no form has are named.
    @Test func headersAreNamed() throws {
        let rows: [Row] = [["乡镇", "信访件", "网站条数"]] + Self.plain
        let error = ReportError.townshipsInRows(count: 2, headers: ["信访件", "网站条数"])
        #expect(throws: error) { try read(rows)[0].result.get() }
        #expect(error.explanation.zh.contains("“信访件”“网站条数”") && error.explanation.en.contains("'信访件', '网站条数'"))
    }

    // MARK: Cells

    @Test func aRowShortOfACell() throws {
        let parts = try read("乡镇,行政许可,行政处罚", "柳溪镇,101,41", "石桥乡,102")
        #expect(words(parts) == ["柳溪镇 101 41", "石桥乡 unreadable unreadable"])
        #expect(try doubts(parts[1], .unreadableRow).map { "\($0.found)/\($0.expected)" } == ["2/3"])
        #expect(try doubts(parts[0], .unreadableRow).isEmpty)
    }

    @Test func aRowWithACellTooMany() throws {
        let parts = try read("乡镇,行政许可,行政处罚", "柳溪镇,1,101,41", "石桥乡,102,42")
        #expect(words(parts) == ["柳溪镇 unreadable unreadable", "石桥乡 102 42"])
        let doubt = try #require(try doubts(parts[0], .unreadableRow).first)
        #expect(doubt.explanation.zh.contains("4 格，应为 3 格") && doubt.explanation.en.contains("4 cells instead of 3"))
        #expect(try doubts(parts[0], .unknownColumn).isEmpty && doubts(parts[1], .unknownColumn).isEmpty)
    }

    /// Remarks that nobody made are no cells that are missing, and blanks at the end none too many.
    @Test func remarksAreNotMissed() throws {
        #expect(words(try read("乡镇,行政许可,行政处罚,备注", "柳溪镇,101,41", "石桥乡,102,42,迟报,,")) == Self.both)
        let shifted = try read("乡镇,行政许可,行政处罚,备注", "柳溪镇,101,迟报", "石桥乡,102,42,")
        #expect(words(shifted) == ["柳溪镇 unreadable unreadable", "石桥乡 102 42"])
    }

    @Test func aCellMergedOverColumns() throws {
        let rows = [Self.title, Self.headers] + [["柳溪镇", "13"], Self.plain[1]]
        let parts = try read(rows, merges: [.init(2, 1, columns: 2)])
        #expect(words(parts) == ["柳溪镇 unreadable unreadable", "石桥乡 102 42"])
        #expect(try doubts(parts[0], .unreadableCell).count == 2)
        // Where the header is merged as well, it is one column.
        let wide: [Row] = [
            Self.title, ["乡镇", "行政许可", .blank, "行政处罚"], ["柳溪镇", "101", .blank, "41"], ["石桥乡", "102", .blank, "42"],
            ["填表人", .blank, "张三", "2023年1月"],
        ]
        #expect(words(try read(wide, merges: (1...3).map { .init($0, 1, columns: 2) })) == Self.both)
    }

    @Test(arguments: [
        ("单位：件、元", "行政事业性收费", "5000", "500000"), ("单位：件、万元", "行政事业性收费", "0.5", "500000"),
        ("单位：件", "行政事业性收费（元）", "5000", "500000"), ("单位：元", "行政事业性收费（万元）", "5000", "unreadable"),
        ("单位：千元", "行政事业性收费", "5", "unreadable"), ("单位：元", "行政事业性收费", "0.5万元", "500000"),
    ])
    func unitsAreHeard(note: String, header: String, cell: String, value: String) throws {
        func rows(_ above: [Row], _ below: [Row]) -> [Row] {
            above + [["乡镇", "行政许可", .text(header)], ["柳溪镇", "1", .text(cell)], ["石桥乡", "2", "0"]] + below
        }
        let all = [rows([Self.title, [.text(note)]], []), rows([Self.title], [[.text("注：" + note)]])]
        for rows in all { #expect(words(try read(rows))[0] == "柳溪镇 1 \(value)") }
    }

    @Test func aRowOfUnits() throws {
        let rows: [Row] = [
            Self.title, ["乡镇", "行政许可", "行政事业性收费"], ["单位", "件", "元"], ["柳溪镇", "1", "5000"], ["石桥乡", "2", "0"],
        ]
        #expect(words(try read(rows)) == ["柳溪镇 1 500000", "石桥乡 2 0"])
    }

    // MARK: Names

    @Test func shortNames() throws {
        let short: [Row] = [["柳溪", "101", "41"], ["石桥", "102", "42"]]
        let all = try read([Self.title, Self.headers] + short)
        #expect(all.count == 1 && words(all)[0].contains("表!A3“柳溪”、表!A4“石桥”"))
        let some = try read([Self.title, Self.headers] + Self.plain + [["望湖", "1", "2"], ["合计", "204", "85"]])
        #expect(words(some).prefix(2) == Self.both[...])
        #expect(some.count == 3 && words(some)[2].contains("表!A5“望湖”"))
    }

    /// Pages and letters are not read so, and say it.
    @Test func tablesOutsideOfWorkbooks() throws {
        let rows = [["乡镇", "行政许可", "行政处罚"], ["柳溪镇", "101", "41"], ["石桥乡", "102", "42"]]
        let cells = rows.map { "<tr>" + $0.map { "<td>\($0)</td>" }.joined() + "</tr>" }.joined()
        let page = "<html><body><h1>各乡镇2022年政府信息公开工作年度报告数据汇总</h1><table>\(cells)</table></body></html>"
        let document = try DocumentReader.read(Array(page.utf8), name: "a.html")
        let parts = reader.readAll(document, path: "a.html")
        #expect(parts.count == 1)
        #expect(throws: ReportError.rowsOutsideWorkbook(count: 2)) { try parts[0].result.get() }
    }

    // MARK: Sheets

    @Test func sheetsOfSeveralYears() throws {
        let now = WorkbookFile.Sheet("2022年", [Self.headers] + Self.plain)
        let last = WorkbookFile.Sheet("2021年", [["乡镇", "行政强制"], ["柳溪镇", "7"], ["石桥乡", "8"]])
        let document = try DocumentReader.read(WorkbookFile([now, last]).xlsx, name: "a.xlsx")
        let parts = reader.readAll(document, path: "a.xlsx")
        #expect(words(parts) == Self.both + ["柳溪镇 7", "石桥乡 8"])
        #expect(try parts.map { try $0.result.get().year } == [2022, 2022, 2021, 2021])
        let position = try parts[2].result.get().figures.map(\.range.lowerBound).min()
        let again = try reader.read(
            document, at: position, path: "a.xlsx", override: IdentityOverride(township: "柳溪镇", year: 2021))
        #expect(try again.figures == parts[2].result.get().figures)
    }
}
