import Values

/// Which of the `Limits` a file goes beyond; each case carries the limit.
package enum LimitExceeded: ExplainedError, Equatable {
    case fileBytes(Int, found: Int)
    case expandedBytes(Int)
    case expansionRatio(Int)
    case archiveEntries(Int)
    case archiveDepth(Int)
    case elementDepth(Int)
    case markupBytes(Int, found: Int)
    case nodes(Int)
    case attributes(Int)
    case styleRules(Int)
    case styleSteps(Int)
    case textBytes(Int, found: Int)
    case blocks(Int)
    case tableCells(Int)
    case tableRows(Int)
    case textCells(Int)
    case sheetCells(Int)
    case sheetBytes(Int)
    case sharedStrings(Int)
    case pages(Int)
    case scannedPages(Int)
    case pictureSide(Int, found: Int)

    package var status: ExitStatus { .noReport }

    package var explanation: Phrase {
        switch self {
        case .fileBytes(let limit, let found):
            Phrase(
                zh: "文件有 \(found) 字节，超过上限 \(limit) 字节；请拆分，或压缩其中的图片",
                en: "the file has \(found) bytes, more than the limit of \(limit); split it or shrink its pictures")
        case .expandedBytes(let limit):
            Phrase(
                zh: "展开后超过上限 \(limit) 字节，未读取；请核对来源，或先自行解压",
                en: "it expands to more than the limit of \(limit) bytes; "
                    + "check where it comes from, or unpack it yourself")
        case .expansionRatio(let limit):
            Phrase(
                zh: "展开后超过原来的 \(limit) 倍，疑似有害文件，未读取；请核对来源",
                en: "it expands to more than \(limit) times its size, which looks harmful; "
                    + "check where it comes from")
        case .archiveEntries(let limit):
            Phrase(
                zh: "压缩包内的文件超过上限 \(limit) 个，请分成几个包",
                en: "the archive holds more than the limit of \(limit) files; split it")
        case .archiveDepth(let limit):
            Phrase(
                zh: "压缩包套压缩包超过上限 \(limit) 层，请先自行解压",
                en: "archives are nested deeper than the limit of \(limit); unpack them yourself")
        case .elementDepth(let limit):
            Phrase(
                zh: "文档内的结构嵌套超过上限 \(limit) 层，未读取；请用办公软件打开后另存",
                en: "the document's elements are nested deeper than the limit of \(limit); "
                    + "open it in an office program and save it anew")
        case .markupBytes(let limit, let found):
            Phrase(
                zh: "网页或文档正文有 \(found) 字节，超过上限 \(limit) 字节，未读取；请只留下年度报告，另存为 docx 或 txt",
                en: "the page or the document's text has \(found) bytes of markup, more than the limit of \(limit); "
                    + "keep the yearly report only, and save it as docx or txt")
        case .nodes(let limit):
            Phrase(
                zh: "文档的元素超过上限 \(limit) 个，未读取；请只留下年度报告，用办公软件另存",
                en: "the document has more than the limit of \(limit) elements; "
                    + "keep the yearly report only, and save it anew in an office program")
        case .attributes(let limit):
            Phrase(
                zh: "文档中一个元素的属性超过上限 \(limit) 个，疑似有害文件，未读取；请核对来源，或用办公软件打开后另存",
                en: "an element of the document has more than the limit of \(limit) attributes, which looks harmful; "
                    + "check where it comes from, or save it anew in an office program")
        case .styleRules(let limit):
            Phrase(
                zh: "网页的样式规则超过上限 \(limit) 条，或嵌套过深，未读取；请只留下年度报告，用办公软件另存",
                en: "the page's style sheets have more than the limit of \(limit) rules, or too deep ones; "
                    + "keep the yearly report only, and save it anew in an office program")
        case .styleSteps(let limit):
            Phrase(
                zh: "逐个元素核对网页的样式规则超过上限 \(limit) 步，未读取；请只留下年度报告，用办公软件另存",
                en: "holding the page's style rules against its elements takes more than the limit of \(limit) steps; "
                    + "keep the yearly report only, and save it anew in an office program")
        case .textBytes(let limit, let found):
            Phrase(
                zh: "文字有 \(found) 字节，超过上限 \(limit) 字节，未读取；请只留下年度报告的文字",
                en: "the text has \(found) bytes, more than the limit of \(limit); keep that of the yearly report only")
        case .blocks(let limit):
            Phrase(
                zh: "文字超过上限 \(limit) 行，未读取；请只留下年度报告的文字",
                en: "the text has more than the limit of \(limit) lines; keep those of the yearly report only")
        case .tableCells(let limit):
            Phrase(
                zh: "表格展开后超过上限 \(limit) 格，未读取；请核对合并单元格的跨行、跨列数",
                en: "the tables have more than the limit of \(limit) cells once their spans are expanded; "
                    + "check the merged cells")
        case .tableRows(let limit):
            Phrase(
                zh: "表格超过上限 \(limit) 行，未读取；请只留下年度报告的表格",
                en: "the tables have more than the limit of \(limit) rows; keep those of the yearly report only")
        case .textCells(let limit):
            Phrase(
                zh: "文本中用制表符、竖线隔开的超过上限 \(limit) 格，未读取；请只留下年度报告",
                en: "the text has more than the limit of \(limit) cells between tabs and bars; "
                    + "keep the yearly report only")
        case .sheetCells(let limit):
            Phrase(
                zh: "工作簿中有内容的单元格超过上限 \(limit) 格，未读取；请只留下年度报告的几张工作表",
                en: "the workbook has more than the limit of \(limit) cells; keep the sheets of the yearly report only")
        case .sheetBytes(let limit):
            Phrase(
                zh: "工作簿的文字超过上限 \(limit) 字节，未读取；请只留下年度报告的几张工作表",
                en: "the workbook's cells show more than the limit of \(limit) bytes; "
                    + "keep the sheets of the yearly report only")
        case .sharedStrings(let limit):
            Phrase(
                zh: "工作簿中不同的文字超过上限 \(limit) 条，未读取；请只留下年度报告的几张工作表",
                en: "the workbook keeps more than the limit of \(limit) different texts; "
                    + "keep the sheets of the yearly report only")
        case .pages(let limit):
            Phrase(
                zh: "PDF 超过上限 \(limit) 页；请只留下年度报告的几页",
                en: "the PDF has more than the limit of \(limit) pages; keep those of the yearly report only")
        case .scannedPages(let limit):
            Phrase(
                zh: "扫描的页超过上限 \(limit) 页；请只留下年度报告的几页",
                en: "more than the limit of \(limit) pages are scans; keep those of the yearly report only")
        case .pictureSide(let limit, let found):
            Phrase(
                zh: "图片长 \(found) 像素，超过上限 \(limit) 像素，未读取；请缩小到每英寸 200 至 300 点再导入",
                en: "a picture is \(found) pixels long, more than the limit of \(limit); "
                    + "reduce it to 200 to 300 dots an inch and import it again")
        }
    }
}
