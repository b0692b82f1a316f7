import Catalogue
import Documents
import Values

/// Reads reports out of documents. Built once from the codebook, used from many threads.
package struct ReportReader: Sendable {
    let tables: TableReader
    private let remains: Once<TableRemains>
    private let recognitions: RecognitionProof
    private let narrative: NarrativeReader
    private let textHeaders: TextTables.Headers
    let headings: Headings
    let rowWords: RowWords
    /// The words that the roles of quantities refer to.
    package var vocabulary: RoleVocabulary { narrative.vocabulary }

    package init(_ codebook: Codebook) throws(CatalogueError) {
        let words = try codebook.loadHeadings()
        headings = Headings(words)
        tables = TableReader(codebook, words.tables)
        remains = Once { TableRemains(codebook) }
        recognitions = RecognitionProof(codebook)
        let catalogue = try codebook.loadNarrative()
        narrative = NarrativeReader(catalogue, indicators: codebook.indicators.ids)
        textHeaders = TextTables.Headers(catalogue.textColumns, catalogue.townshipRows, words.tables)
        rowWords = RowWords(catalogue.townshipRows, catalogue.textColumns)
    }

    /// Reads one document as a report.
    ///
    /// - Parameters:
    ///   - path: the file's path as it was found, folders included: they may name county and year.
    ///   - override: what the user says of county, township and year.
    package func read(
        _ document: Document, path: String, override: IdentityOverride = IdentityOverride()
    ) throws(ReportError) -> Report {
        // Every reader looks for words: what only looks like a letter of theirs is made that letter first.
        var document = document
        if let text = StandIns.replaced(in: document.text) { document.text = text }
        if let text = BoxDrawing.replaced(in: document.text) { document.text = text }
        return try document.text.withUnsafeBufferPointer { (text) throws(ReportError) in
            try read(document, text, path: path, override: override)
        }
    }

    private func read(
        _ document: Document, _ text: UnsafeBufferPointer<UInt8>, path: String, override: IdentityOverride
    ) throws(ReportError) -> Report {
        var document = document
        if let blocks = ContentsList.left(of: document.blocks, text, headings) { document.blocks = blocks }
        var table = tables.read(document, text)
        recognitions.weigh(&table, in: document, text)
        let pinyin = Pinyin.places(in: text)
        let identity = try identify(document, text, table, pinyin, path: path, override)
        if table.holdsSeveralReports { throw .severalReports(parts: parts(of: document, text, table)) }
        let (township, year) = try Self.subject(of: identity)
        if table.standsBelowOtherYears(than: year) {
            table = tables.read(document, text, year: year)
            recognitions.weigh(&table, in: document, text)
        }
        settle(&table, text, year: year)
        let nameDoubts =
            RecognisedName.isConfirmed(township, year: year, path: path, override, in: document)
            ? [] : [Doubt(.recognisedName, found: "\(township) \(year)")]
        var textTables = TextTables(textHeaders, headings, text, year: year)
        textTables.read(table.rows, isUsed: table.isUsed)
        let sections = Sections.of(document, text, headings, tableLines: table.rowLines)
        let end = TextEnd(document, text, headings, chapters: sections)
        func read(_ parts: [ProsePart]) -> NarrativeReading {
            let parts = Pinyin.left(pinyin, outOf: WrappedLines.joined(parts, text))
            return narrative.read(document.text, parts, year: year, township: township)
        }
        var told = read(prose(Self.own(textTables.parts, of: document, identity, end), text, table))
        guard !told.isCut else { throw .tooManyNumbers(QuantityScanner.most) }
        told.noteRecognised(in: document)
        told.doubts += Self.left(below: end, of: textTables.parts, text, read)
        let figures = Self.joined(table.figures, told.figures)
        return Report(
            township: township, county: identity.county ?? "", countyCode: identity.countyCode, year: year,
            edition: table.edition, title: identity.title, periodStart: identity.periodStart,
            periodEnd: identity.periodEnd, publishedOn: identity.publishedOn,
            sections: sections, figures: figures, quantities: told.quantities,
            doubts: doubts(of: document, figures) + identity.doubts + nameDoubts + table.doubts
                + textTables.doubts.filter { $0.range?.lowerBound ?? 0 < end?.position ?? .max } + told.doubts,
            cellsExpected: table.cellsExpected, cellsRead: table.cells.read, cells: table.cells,
            narrativeCount: told.figures.count)
    }
}

extension ReportReader {
    /// The one township and year that a report is of.
    private static func subject(of identity: Identity) throws(ReportError) -> (township: String, year: Int) {
        if !identity.joint.isEmpty { throw .jointReport(names: identity.joint) }
        guard let township = identity.township else {
            throw isOfAnotherBody(identity.title) ? .notOfATownship(title: identity.title) : .townshipUnknown
        }
        guard let year = identity.year else { throw .yearUnknown }
        return (township, year)
    }

    /// Whose a document is and when; what has neither tables nor the marks of a report is none.
    private func identify(
        _ document: Document, _ text: UnsafeBufferPointer<UInt8>, _ table: TableReading, _ pinyin: [Range<Int>],
        path: String, _ override: IdentityOverride
    ) throws(ReportError) -> Identity {
        let hasTable = !table.figures.isEmpty
        let isAboutDisclosure =
            ByteSearch.contains("公开", in: text, 0..<text.count) || ByteSearch.contains("公開", in: text, 0..<text.count)
        guard hasTable || isAboutDisclosure else { throw .noReport }
        let identity = identity(of: document, text, table, pinyin, path: path, override)
        guard hasTable || identity.isReport else {
            throw identity.paper.map { .otherPaper(title: $0) } ?? .noReport
        }
        return identity
    }

    /// Of lines that are cut, what is whole of them tells.
    private func identity(
        of document: Document, _ text: UnsafeBufferPointer<UInt8>, _ table: TableReading, _ pinyin: [Range<Int>],
        path: String, _ override: IdentityOverride
    ) -> Identity {
        let hasTable = !table.figures.isEmpty
        func read(_ document: Document, _ text: UnsafeBufferPointer<UInt8>) -> Identity {
            IdentityReader(document, text, headings, path: path, hasTable: hasTable).read(override)
        }
        guard let joined = JoinedDocument(document, tableLines: table.usedLines, pinyin: pinyin) else {
            return read(document, text)
        }
        return joined.document.text.withUnsafeBufferPointer { joined.origin(of: read(joined.document, $0)) }
    }

    /// What the year says of the tables: a form that came later is none, and of that year's some may be lost.
    private func settle(_ table: inout TableReading, _ text: UnsafeBufferPointer<UInt8>, year: Int) {
        if table.isOfLaterForm(than: year) { table = TableReading(rows: table.rows) }
        table.leaveOtherYears(than: year, text)
        if table.edition == Edition.none { table.doubts += remains.value.missing(in: text, year: year) }
    }

    /// By indicator.
    private static func joined(_ table: [Figure], _ told: [Figure]) -> [Figure] {
        var figures: [Figure] = []
        figures.reserveCapacity(table.count + told.count)
        figures += table
        figures += told
        figures.sort { $0.indicator < $1.indicator }
        return figures
    }

    /// Without what a site has above the page's own heading: 今日要闻12条, 领导信箱（未读5封）, and what is below the
    /// text's end.
    private static func own(
        _ parts: [ProsePart], of document: Document, _ identity: Identity, _ end: TextEnd?
    ) -> [ProsePart] {
        let parts = end.map { end in parts.filter { $0.range.lowerBound < end.position } } ?? parts
        guard [.html, .mhtml].contains(document.mediaType), let start = identity.titleStart else { return parts }
        let own = parts.filter { $0.range.upperBound > start }
        // A title below all of the text is another report's.
        return own.isEmpty ? parts : own
    }

    /// What is left of the text without what lost tables left in it.
    private func prose(
        _ parts: [ProsePart], _ text: UnsafeBufferPointer<UInt8>, _ table: TableReading
    ) -> [ProsePart] {
        let areTablesLost = table.edition == Edition.none
        let isWhole = !areTablesLost && !table.doubts.contains { [.missingRow, .missingTable].contains($0.kind) }
        return isWhole ? parts : remains.value.cut(parts, text, areTablesLost: areTablesLost)
    }

    /// That figures stand below the signature, or in a sentence below a page's foot: they may be the report's own.
    private static func left(
        below end: TextEnd?, of parts: [ProsePart], _ text: UnsafeBufferPointer<UInt8>,
        _ read: ([ProsePart]) -> NarrativeReading
    ) -> [Doubt] {
        guard let end else { return [] }
        let stop = Array("。".utf8)
        let below = parts.filter {
            $0.range.lowerBound >= end.position && (end.isSigned || ByteSearch.first(stop, in: text, $0.range) != nil)
        }
        guard !below.isEmpty, let first = read(below).figures.first else { return [] }
        return [Doubt(.belowSignature, at: first.range, found: String(decoding: text[first.range], as: UTF8.self))]
    }

    /// What was noticed about the file, of cells as far as they hold a figure; and that nothing was read of it.
    private func doubts(of document: Document, _ figures: [Figure]) -> [Doubt] {
        let notices = document.notices.compactMap { notice in
            guard case .shownRounded(_, _, let range) = notice else { return Doubt(notice) }
            return figures.contains { $0.range == range } ? Doubt(notice) : nil
        }
        return (figures.isEmpty ? [Doubt(.nothingRead)] : []) + notices
    }

    /// Whether the name that a title without a township's begins with is a county's or one of its departments'.
    private static func isOfAnotherBody(_ title: String) -> Bool {
        let name = title.split(separator: "政府信息公开", maxSplits: 1).first ?? ""
        let body = name.replacing("人民政府", with: "").filter { !$0.isWhitespace && !$0.isNumber && !"年度的".contains($0) }
        return ["县", "区", "市", "旗", "局", "委", "办公室", "中心"].contains { body.hasSuffix($0) }
    }
}

/// Why a document is not taken as a report.
package enum ReportError: ExplainedError, Equatable {
    /// Neither the official tables, nor a title about disclosure, nor a text that reads like a report.
    case noReport
    /// A rule, a plan, a notice, a guide or a form to be filled in; its title may not be known.
    case otherPaper(title: String)
    case townshipUnknown
    case yearUnknown
    /// Townships that the title names beside each other: the figures are those of all of them.
    case jointReport(names: [String])
    /// The tables of two years or two bodies, one beside or below the other: whose a figure is cannot be known. Where
    /// they begin, or where the second differs.
    case severalReports(parts: [RowName])
    /// Sheets of a workbook, by their names, that are all of one township and year and say different things.
    case severalSheets(names: [String])
    /// Sheets, by their names, that say other than the township and year that their text tells, of which another is.
    case sheetsContradicted(names: [String], township: String, year: Int)
    /// Townships one below the other with their figures side by side, under headers that do not say which cells of the
    /// form these are.
    case townshipsInRows(count: Int, headers: [String])
    /// Rows of one township of which it cannot be said which is that of the whole of it and of the year.
    case rowsUnclear(rows: [RowName])
    /// Rows between those of townships that bear no township's whole name.
    case rowsUnnamed(rows: [RowName])
    /// Townships one below the other in a document whose tables are not read so.
    case rowsOutsideWorkbook(count: Int)
    /// More numbers in sentences than any report has.
    case tooManyNumbers(Int)
    /// A county's own report, or a department's.
    case notOfATownship(title: String)

    package var status: ExitStatus { .noReport }

    package var explanation: Phrase {
        switch self {
        case .noReport:
            Phrase(
                zh: "不像政府信息公开年度报告：没有统计表和报告标题，正文也看不出是年报；如确是年报，请在第一行写上标题"
                    + "（如 柳溪镇2020年政府信息公开工作年度报告），或用它作文件名，再导入",
                en:
                    "this is no yearly report on disclosure: it has neither the official tables nor a title, and its "
                    + "text does not read like one; if it is one, put its title (such as "
                    + "柳溪镇2020年政府信息公开工作年度报告) on the first line, or name the file by it, and import it again"
            )
        case .otherPaper(let title):
            Phrase(
                zh: (title.isEmpty ? "这" : "“\(title)”") + "是制度、方案、通知、指南或空白样式一类的文件，不是年度报告，未导入",
                en: (title.isEmpty ? "this" : "'\(title)'")
                    + " is a rule, a plan, a notice, a guide or an empty form, not a yearly report; it was not imported"
            )
        case .severalReports(let parts):
            Phrase(
                zh: "文件里有两份数字不同的统计表（两个年度或两个单位并排或先后排列），分不清是谁的，未导入；请拆成一份报告一个文件"
                    + (parts.isEmpty ? "" : "（\(Self.named(parts).zh)）"),
                en:
                    "the file holds two sets of tables with different figures (two years or two bodies); whose "
                    + "they are cannot be told: split it into one file for each report"
                    + (parts.isEmpty ? "" : " (\(Self.named(parts).en))"))
        case .severalSheets(let names):
            Phrase(
                zh: "工作表“\(names.joined(separator: "”“"))”都是同一乡镇同一年度的，数字不同，分不清以哪张为准，未导入；请只留一张，或在表名里写明乡镇和年度",
                en:
                    "the sheets '\(names.joined(separator: "', '"))' are all of one township and year and differ; "
                    + "which counts cannot be told: keep one of them, or name township and year in the sheets' names")
        case .sheetsContradicted(let names, let township, let year):
            Phrase(
                zh: "工作表“\(names.joined(separator: "”“"))”的表内写的是“\(township)”\(year)年，同表名不一致，"
                    + "另有工作表也是“\(township)”\(year)年的，数字不同，分不清以哪张为准，未导入；请改正表内的标题（或表名）",
                en: "the text of the sheets '\(names.joined(separator: "', '"))' says \(township) \(year), which their "
                    + "names contradict, and another sheet is of \(township) \(year) with other figures; which counts "
                    + "cannot be told: correct the title in the sheets, or their names")
        case .townshipsInRows(let count, let headers):
            Phrase(
                zh: "表格一行一个乡镇（\(count) 个），表头\(Self.quoted(headers).zh)认不出是年报的哪一格，未导入；请在表头写明行名和列名"
                    + "（如“行政许可”“本年新收－自然人”），或一个乡镇一张工作表",
                en:
                    "the table has a township in each of \(count) rows, and its headers\(Self.quoted(headers).en) do "
                    + "not say which cells of the form they are of: name row and column of the form in the headers, "
                    + "or give each township a sheet of its own")
        case .rowsUnclear(let rows) where rows.count == 1:
            Phrase(
                zh: "\(Self.named(rows).zh)写的不是本乡镇全年的数（是别的年度、一段时间或一部分），未导入；请只留全镇全年的一行，或改正旁边的说明；"
                    + "年度不对的，用 --year 注明",
                en: "\(Self.named(rows).en) is not the township's of the whole year (but of another year, of a part of "
                    + "it or of the township), and was not imported: keep the row of the whole, or correct what stands "
                    + "beside it; where the year is wrong, name it with --year")
        case .rowsUnclear(let rows):
            Phrase(
                zh: "同一乡镇有 \(rows.count) 行（\(Self.named(rows).zh)），分不清哪一行是全镇全年的，未导入；请只留一行，或在旁边一列写明"
                    + "小计、全年或本年度（如 2022年），年度不明的用 --year 注明",
                en: "one township has \(rows.count) rows (\(Self.named(rows).en)), and which is that of the whole "
                    + "township and year cannot be told; it was not imported: keep one of them, or say in a column "
                    + "beside them 小计, 全年 or the year (2022年), and name the report's year with --year where nothing "
                    + "tells it")
        case .rowsUnnamed(let rows):
            Phrase(
                zh: "\(Self.named(rows).zh)的名称不是乡镇、街道的全称，这些行未导入；请写全称（如“柳溪”写作“柳溪镇”）后重新导入",
                en: "\(Self.named(rows).en): no township is called so, and these rows were not imported; write the "
                    + "names in full (柳溪镇 for 柳溪) and import the file again")
        case .rowsOutsideWorkbook(let count):
            Phrase(
                zh: "文中表格一行一个乡镇（\(count) 个），这种表只从工作簿（xlsx、ods、xls、et）和 CSV 读取，未导入；请把表格另存为工作簿或 CSV 再导入",
                en: "a table of the text has a township in each of \(count) rows, which is read from workbooks (xlsx, "
                    + "ods, xls, et) and CSV alone; it was not imported: save the table as one of these and import that"
            )
        case .notOfATownship(let title):
            Phrase(
                zh: "“\(title)”是县区本级或部门的报告，不是乡镇、街道的；如要存档对照，请用 --township 注明名称（县区本级如 "
                    + "--township 青禾县本级，汇总时列在旁边对照；部门如 --township 教育局 --county 青禾县），不计入乡镇的合计、名次和缺报",
                en:
                    "'\(title)' is the report of a county or a department, not of a township; to keep it beside "
                    + "the others name it with --township (a county's as in --township 青禾县本级, which is shown beside "
                    + "the roll-up; a department's as in --township 教育局 --county 青禾县): it is kept out of the "
                    + "townships' totals, places and missing reports")
        case .tooManyNumbers(let limit):
            Phrase(
                zh: "文中数字超过上限 \(limit) 个，不像一份年度报告，未读取；请只留下年度报告的文字",
                en: "the text has more than the limit of \(limit) numbers, which no yearly report has; keep the "
                    + "report's own text only")
        case .jointReport(let names):
            Phrase(
                zh: "标题写了 \(names.count) 个乡镇（\(names.joined(separator: "、"))），数字是几处合计的，未导入；确要归入其中一个的，请用 "
                    + "--township 注明",
                en: "the title names \(names.count) townships (\(names.joined(separator: ", "))), whose figures "
                    + "these are together; it was not imported: if it is to count as the report of one, name it with "
                    + "--township")
        case .townshipUnknown:
            Phrase(
                zh: "看不出是哪个乡镇或街道的报告，请用 --township 注明",
                en: "cannot tell whose report this is; name the township with --township")
        case .yearUnknown:
            Phrase(
                zh: "看不出是哪一年的报告，请用 --year 注明",
                en: "cannot tell the year of this report; name it with --year")
        }
    }

    /// At most three of some headers.
    private static func quoted(_ headers: [String]) -> Phrase {
        let some = headers.prefix(3)
        guard !some.isEmpty else { return Phrase("") }
        return Phrase(
            zh: some.map { "“\($0)”" }.joined() + (headers.count > some.count ? "等" : ""),
            en: " " + some.map { "'\($0)'" }.joined(separator: ", ") + (headers.count > some.count ? " and others" : "")
        )
    }

    /// At most four of some rows, by place and words.
    private static func named(_ rows: [RowName]) -> Phrase {
        let some = rows.prefix(4)
        let isMore = rows.count > some.count
        return Phrase(
            zh: some.map { "\($0.cell ?? "第 \($0.line) 行")“\($0.says)”" }.joined(separator: "、") + (isMore ? "等" : ""),
            en: some.map { "\($0.cell ?? "line \($0.line)") '\($0.says)'" }.joined(separator: ", ")
                + (isMore ? " and others" : ""))
    }
}
