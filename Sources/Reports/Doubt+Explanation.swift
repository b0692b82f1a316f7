import Values

extension Doubt: Explained {
    package var explanation: Phrase {
        switch kind {
        case .unreadableRow where found == expected:
            Phrase(
                zh: "该行的 \(found) 格之间夹着其他文字，或同表头对不上，无法判断各属哪一列，整行未读取，请核对原文",
                en: "other text stands among the \(found) cells of this row, or its headers contradict it; which "
                    + "columns they are of cannot be told, so none was read: check the source")
        case .unreadableRow where found == "0":
            Phrase(
                zh: "该行没有自己的格（同别的行合并在一格里，或已丢失），整行未读取，请核对原文",
                en: "no cells of its own stand in this row (they are one with another row's, or were lost); none was "
                    + "read: check the source")
        case .unreadableRow where Int(found) ?? 0 > Int(expected) ?? .max:
            Phrase(
                zh: "该行有 \(found) 格，应为 \(expected) 格，无法判断多了哪一格，整行未读取，请核对原文",
                en: "this row has \(found) cells instead of \(expected); which one is too many cannot be told, so "
                    + "none was read: check the source")
        case .unreadableRow:
            Phrase(
                zh: "该行有 \(found) 格，应为 \(expected) 格，无法判断缺了哪一格，整行未读取，请核对原文",
                en:
                    "this row has \(found) cells instead of \(expected); which one is missing cannot be told, "
                    + "so none was read: check the source"
            )
        case .unreadableCell where CellText(found).isUnderstood:
            Phrase(
                zh: "“\(expected)”一格的“\(found)”同别的行或列合并在一格里，分不清是哪一格的，未读取，请核对原文",
                en: "the cell '\(expected)' is one with those of other rows or columns, and which of them its "
                    + "'\(found)' is of cannot be told; it was not read: check the source")
        case .unreadableCell:
            Phrase(
                zh: "“\(expected)”一格为“\(found)”，不是数字，未读取",
                en: "the cell '\(expected)' says '\(found)', which is no number; it was not read")
        case .unknownLabel:
            Phrase(zh: "表中没有“\(found)”这一行，已略过", en: "the form has no row '\(found)'; it was passed over")
        case .unknownColumn:
            Phrase(zh: "表中没有“\(found)”这一列，已略过", en: "the form has no column '\(found)'; it was passed over")
        case .otherTime:
            Phrase(
                zh: "“\(found)”写的不是\(expected.isEmpty ? "本" : expected)年全年，其下的数字没有读取；"
                    + "要归入那一年的，请另存为一个文件，写明年度再导入",
                en:
                    "'\(found)' is not of the whole of \(expected.isEmpty ? "the year" : expected); the figures "
                    + "under it were not read: if they are to be another year's report, import them from a file of "
                    + "their own that says so")
        case .missingRow:
            Phrase(zh: "没有找到“\(expected)”一行", en: "the row '\(expected)' was not found")
        case .missingTable:
            Phrase(
                zh: "没有读到“\(expected)”的表格（可能是图片、附件，或已散成文字），请取得带表格的网页、Word 或 PDF 再导入，或逐格补录",
                en:
                    "the table '\(expected)' was not found (it may be a picture, an attachment, or text that is "
                    + "no table any more); "
                    + "import a page, Word file or PDF that has it, or enter its cells by hand")
        case .transposedTable:
            Phrase(
                zh: "“\(expected)”的行和列对调了，未读取；请改成官方表样再导入，或逐格补录",
                en: "rows and columns of '\(expected)' are exchanged; it was not read: put it into the official form, "
                    + "or enter its cells by hand")
        case .olderRow:
            Phrase(
                zh: "“\(found)”是旧表样的一行，本表样分为 \(expected) 行，数字按旧表样的指标保留",
                en:
                    "the row '\(found)' is of an older form; this one has \(expected) rows for it, and its "
                    + "figures were kept as the older row's"
            )
        case .unitMissing:
            Phrase(
                zh: "“\(expected)”的金额“\(found)”没有注明单位，按表样的万元读取，请核对",
                en: "the amount '\(found)' of '\(expected)' names no unit; it was taken for 万元 as in the form: check it"
            )
        case .unitUnlikely:
            Phrase(
                zh: "“\(expected)”的金额“\(found)”没有注明单位，按表样的元读取，数额太小，可能是万元，请核对",
                en: "the amount '\(found)' of '\(expected)' names no unit; it was taken for 元 as in the form, which is "
                    + "little: check whether it is in 万元")
        case .unitsDisagree:
            Phrase(
                zh: "“\(expected)”的金额“\(found)”，表头、行名和旁边写的单位不一致（元、万元），未读取，请核对原文",
                en: "header, label and what stands beside name different units (元, 万元) for the amount '\(found)' of "
                    + "'\(expected)'; it was not read: check the source")
        case .severalRows:
            Phrase(
                zh: "“\(expected)”的表格有 \(found) 行不同的数字，看不出哪一行是本年的，未读取，请核对原文",
                en: "the table '\(expected)' has \(found) rows of different numbers, and nothing says which is this "
                    + "year's; none was read: check the source")
        case .unlabelledRow:
            Phrase(
                zh: "这一行数字“\(found)”没有行名，不知道属于哪一行，未读取，请核对原文",
                en: "the numbers '\(found)' have no label in their row; which row they are of cannot be told, and they "
                    + "were not read: check the source")
        case .repeatedRow:
            Phrase(
                zh: "“\(found)”一行出现两次且数字不同，采用第一次的",
                en: "the row '\(found)' stands twice with different figures; the first was taken")
        case .otherCopy:
            Phrase(
                zh: "“\(expected)”的表格在文件里不止一份，“\(found)”下面的一份内容不同，可能是别的年度、别的单位的或示例，未采用",
                en: "the table '\(expected)' stands in the file more than once; the one below '\(found)' says "
                    + "otherwise, may be another year's or body's or an example, and was left out")
        case .missingColumn:
            Phrase(
                zh: "“\(found)”的表格少了“\(expected)”一列，其余各列按表头读取",
                en: "the table '\(found)' lacks the column '\(expected)'; the others were read by their headers")
        case .unknownUnit:
            Phrase(
                zh: "“\(expected)”一格为“\(found)”，单位不是表样的，不知道数字按哪个单位填的，未读取",
                en: "the cell '\(expected)' says '\(found)', a unit that the form does not have; which unit the number "
                    + "was meant in cannot be told, and it was not read")
        case .placedBySums:
            Phrase(
                zh: "表格没有框线，数字属于哪一列由表内的合计核定，请核对",
                en: "the table has no rules; which columns its figures are of was decided by its own sums: check it")
        case .placementUnknown:
            Phrase(
                zh: "表格没有框线，数字属于哪一列无法判断，未读取；请取得带框线的文件或 Word、网页版，或逐格补录",
                en: "the table has no rules, and which columns its figures are of cannot be told; it was not read: "
                    + "get a file with rules, the Word or web version, or enter its cells by hand")
        case .damagedHeader:
            Phrase(
                zh: "表头“\(found)”不完整，按位置读取", en: "the header '\(found)' is damaged; the columns were read by position")
        case .mixedEditions:
            Phrase(
                zh: "表格混用了 \(expected) 年和 \(found) 年两种表样",
                en: "the tables mix the forms of \(expected) and \(found)")
        case .periodNotFullYear:
            Phrase(
                zh: "统计期限为 \(found.replacingSlash)，不是全年（\(expected.replacingSlash)）",
                en: "the period is \(found), not the full year (\(expected))")
        case .damagedPeriod:
            Phrase(zh: "统计期限“\(found)”残缺，未读取", en: "the period '\(found)' is damaged; it was not read")
        case .yearsDisagree:
            Phrase(
                zh: "\(place.zh)写的是\(found)年，本报告按\(expected)年归档",
                en: "\(place.en) says \(found); the report was filed under \(expected)")
        case .bodiesDisagree:
            Phrase(
                zh: "\(place.zh)写的是“\(found)”，本报告归入“\(expected)”，可能照抄",
                en: "\(place.en) names another body, '\(found)', in the report of '\(expected)', perhaps copied")
        case .townshipOutvoted:
            Phrase(
                zh: "标题写的是“\(expected.withoutYear)”，文件名和落款（或联系方式）写的是“\(found)”，按标题归入“\(expected.withoutYear)”；"
                    + "应归“\(found)”的，导入时加 --township \(found)，已存档的用 nianbao move \(expected) --to \(found) "
                    + "--reason \"标题误写\"",
                en:
                    "the title names '\(expected.withoutYear)', the file's name and the signature (or contact) "
                    + "'\(found)'; the title was followed: if the report is of '\(found)', import it with "
                    + "--township \(found), or nianbao move \(expected) --to \(found) --reason \"wrong title\"")
        case .yearOutvoted:
            Phrase(
                zh: "标题或统计期限写的是\(expected.year)年，文件名、正文、落款日期中有两处以上是\(found)年，按\(expected.year)年归档；"
                    + "若是\(found)年年报，导入时加 --year \(found)，已存档的用 nianbao move \(expected) --to-year \(found) "
                    + "--reason \"标题年度误写\"",
                en:
                    "title or period say \(expected.year), and two of the file's name, the text and the day of signing "
                    + "\(found); it was filed under \(expected.year): if it is the report for \(found), import it with "
                    + "--year \(found), or nianbao move \(expected) --to-year \(found) --reason \"wrong year in title\""
            )
        case .contestedFile:
            Phrase(
                zh: "另一个文件“\(found)”与此不同，尚未决定以哪份为准，暂不采用",
                en: "another file, '\(found)', says otherwise; nobody has said which counts, and meanwhile it does not")
        case .yearNotOver:
            Phrase(
                zh: "\(found)年还没有结束，不会有全年的年报，请核对年度；写错了的，用 nianbao move … --to-year 改归",
                en: "\(found) is not over yet, and no report of it can have come; check the year, and correct it with "
                    + "nianbao move … --to-year")
        case .noTownship:
            Phrase(
                zh: "\(expected.withoutYear)记为\(found.ofTerm.zh)，却有\(expected.year)年的年报；是别的乡镇的，用 nianbao move "
                    + "\(expected) --to … --reason … 改归，记录有误的用 nianbao townships end、resume、begin 改正",
                en:
                    "\(expected.withoutYear) \(found.ofTerm.en), as was told of it, and here is a report for "
                    + "\(expected.year): if it is another township's, nianbao move \(expected) --to … --reason …; if "
                    + "the years are wrong, nianbao townships end, resume or begin")
        case .narrativeDisagrees:
            Phrase(
                zh: "文中对同一指标另有数字“\(found)”，采用的是“\(expected)”",
                en:
                    "'\(found)' is told for the same indicator as well; '\(expected)' was taken"
            )
        case .narrativeScope:
            Phrase(
                zh: expected.isEmpty
                    ? "数字“\(found)”按上下文属于或含有其他时间或上级的，没有采用，请核对"
                    : "数字“\(found)”按前文属于其他时间或上级，采用的是“\(expected)”，请核对",
                en: expected.isEmpty
                    ? "by what stands beside it, '\(found)' is of another time or level, or has some of it, and was "
                        + "not taken; check it"
                    : "by what stands before, '\(found)' is of another time or level, and '\(expected)' was "
                        + "taken; check it"
            )
        case .narrativeUntil:
            Phrase(
                zh: "数字“\(found)”写的是截至“\(expected)”，不到年底，已采用，请核对",
                en: "'\(found)' is told up to '\(expected)', not to the end of the year; it was taken, check it")
        case .unclearNumber:
            Phrase(zh: "看不准“\(found)”是多少，没有采用", en: "cannot tell what number '\(found)' is; it was not taken")
        case .textTable:
            Phrase(
                zh: "文中小表的“\(found)”一行有几个数字，表头看不出哪个是本乡镇本年的，没有采用",
                en: "a small table in the text has several numbers at '\(found)', and its headers do not say which is "
                    + "the township's of this year; none was taken")
        case .tablesFlattened:
            Phrase(
                zh: "没有安装 LibreOffice，表格由 \(found) 按文字读取，可能错位；请安装 \(expected) 后重新导入",
                en: "without LibreOffice, \(found) read the tables as lines of text, where cells may be displaced; "
                    + "install \(expected) and import the file again")
        case .hiddenLeftOut:
            Phrase(
                zh: "“\(found)”在工作簿里是隐藏的（或被合并的单元格盖住），没有读取；如属年报内容，请取消隐藏（合并）后重新导入",
                en: "'\(found)' is hidden in the workbook, or lies below a merged cell, and was not read; if it "
                    + "belongs to the report, unhide it and import the file again")
        case .sheetLeftOut:
            Phrase(
                zh: "工作表“\(found)”没有一个乡镇自己的年报表格（看不出是哪个乡镇的，或是汇总），没有读取",
                en: "the sheet '\(found)' has no table of the form of one township (it names none, or is a summary); "
                    + "it was not read")
        case .shownRounded:
            Phrase(
                zh: "单元格显示“\(found)”，存的是 \(expected)，按显示的读取，请核对",
                en: "the cell shows '\(found)' and holds \(expected); what it shows was taken: check it")
        case .picturesUnread:
            Phrase(
                zh: "文件里有图片，可能是表格，没有安装 tesseract-ocr 和 tesseract-ocr-chi-sim，未读取；请安装后重新导入",
                en: "the file has pictures that may be tables; they were not read: install tesseract-ocr and "
                    + "tesseract-ocr-chi-sim and import it again")
        case .picturesFailed:
            Phrase(
                zh: "文件里有 \(found) 张图片没能识别（损坏、超时或超过张数上限），可能是表格；请打开文件核对，是表格的另存为 PDF 或图片单独导入",
                en: "\(found) pictures in the file, which may be tables, could not be recognised "
                    + "(damaged, too slow, or beyond the limit): open the file; import tables by themselves")
        case .partUnread:
            Phrase(
                zh: "文件里嵌有另一份文档（altChunk），其中的内容没有读取；请用 Word 打开另存后重新导入",
                en: "another document is embedded in the file (altChunk) and was not read: open it in Word, save it, "
                    + "and import it again")
        case .previewOnly:
            Phrase(
                zh: "读取的是文稿里的预览\(found.isEmpty ? "" : "（只有第一页）")，可能不是最后保存的样子；请用 Pages 导出为 Word 或 PDF 再导入核对",
                en: "what was read is the document's preview\(found.isEmpty ? "" : " (of its first page only)"), which "
                    + "may not be what was saved last: export it from Pages as Word or PDF, import that and compare")
        case .recognised:
            Phrase(
                zh: "“\(expected)”识别为“\(found.isEmpty ? "空白" : found)”，没有合计可以核定，请对照图片核对",
                en: "'\(expected)' was recognised as '\(found.isEmpty ? "blank" : found)', and no sum proves it: "
                    + "compare it with the picture")
        case .recognisedAgainstSums:
            Phrase(
                zh: "该格识别为“\(found)”，按合计应为“\(expected)”，未采用，请对照图片核对",
                en: "this cell was recognised as '\(found)', and the sums ask for '\(expected)'; it was not taken: "
                    + "compare it with the picture")
        case .recognisedBySums:
            Phrase(
                zh: "该格两次识别为“\(found)”，按合计采用“\(expected)”，请对照图片核对",
                en: "this cell was recognised as '\(found)', and the sums hold with '\(expected)' alone, which was "
                    + "taken: compare it with the picture")
        case .recognisedSentences:
            Phrase(
                zh: "文中 \(found) 个数字是从图片识别的，没有合计可以核定，请对照图片核对",
                en: "\(found) figures of the text were recognised from pictures, and no sum proves them: "
                    + "compare them with the pictures")
        case .recognisedName:
            Phrase(
                zh: "“\(found)”是从图片识别的，文件名里没有，请核对；可用 --township、--year 注明",
                en: "'\(found)' was recognised from a picture and stands in no name of file or folder: check it; "
                    + "--township and --year name them")
        case .belowSignature:
            Phrase(
                zh: "落款或页脚以下的数字（如“\(found)”）没有当作本报告的数；若是，请移到正文中再导入",
                en: "numbers below the signature or a page's foot (such as '\(found)') were not taken for the report's "
                    + "own; if they are, move them above it and import the file again")
        case .nothingRead:
            Phrase(
                zh: "一个数也没有读出：没有统计表，文中也没有认得的数，请核对是不是年报",
                en: "not one figure was read, neither of a table nor of the text: check whether it is a report")
        case .townshipFromSentences:
            Phrase(
                zh: "标题、联系方式、落款和文件名都没有写明乡镇，“\(found)”是从正文的句子看出来的，请核对；不对的，用 --township 注明",
                en: "neither title, contact, signature nor the file's name says whose report this is; '\(found)' was "
                    + "taken from the sentences of the text: check it, and name the township with --township if it is "
                    + "another")
        case .countyUnknown:
            Phrase(zh: "看不出属于哪个县区，可用 --county 注明", en: "the county is not told; it can be named with --county")
        }
    }
}

extension Doubt {
    /// Where it stands, as its sentence begins: what has no place in the text is in the title or in the file's name.
    private var place: Phrase {
        range == nil
            ? Phrase(zh: "标题、文件名或文件夹", en: "the title, the file's name or a folder's")
            : Phrase(zh: "此处", en: "the text here")
    }
}

extension String {
    /// The township of `白马乡 2023`.
    fileprivate var withoutYear: Substring { self[..<(lastIndex(of: " ") ?? endIndex)] }

    /// The year of it.
    fileprivate var year: Substring { split(separator: " ").last ?? self[...] }

    /// In which years a township was there: `2012–2021 → 石桥镇`.
    fileprivate var ofTerm: Phrase {
        let sides = replacing(" → ", with: "→").split(separator: "→")
        let years = (sides.first ?? "").split(separator: "–", omittingEmptySubsequences: false)
        var parts: [Phrase] = []
        if let first = years.first, !first.isEmpty {
            parts.append(Phrase(zh: "\(first)年设立", en: "was set up in \(first)"))
        }
        if years.count > 1, let last = years.last, !last.isEmpty {
            parts.append(Phrase(zh: "\(last)年后撤销", en: "ended after \(last)"))
        }
        if sides.count > 1 { parts.append(Phrase(zh: "并入\(sides[1])", en: "went into \(sides[1])")) }
        return Phrase(zh: parts.map(\.zh).joined(separator: "，"), en: parts.map(\.en).joined(separator: " and "))
    }

    fileprivate var replacingSlash: String { split(separator: "/").joined(separator: " 至 ") }
}
