import Glibc

/// How files that this program writes are told from reports, whose figures they repeat: by a mark in what people do not
/// see, and in an answer without such a place, by the hash of the file that it is about.
package enum Generator {
    package static let name = "nianbao"
    /// In the head of a page.
    package static let meta: StaticString = #"<meta name="generator" content="nianbao">"#
    /// In the first part of a Word file, which is not packed.
    package static let property = "<Application>nianbao</Application>"
    /// At the end of a Markdown document.
    package static let comment = "<!-- nianbao -->"
    /// What letters are called, a county's name before it or not: a program that writes them anew keeps their words
    /// alone.
    package enum Letter: String, CaseIterable, Sendable {
        case correction = "政府信息公开工作年度报告整改通知"
        case review = "政府信息公开工作年度报告核实通知"
        case reviewList = "政府信息公开工作年度报告核实事项汇总表"
        case reminder = "政府信息公开工作年度报告催报通知"
        case missingList = "政府信息公开工作年度报告缺报名单"
        case ownList = "办公室核对清单"
    }

    /// The headers of the first sheet of a workbook, which lists the others.
    package static let contents = [
        Phrase(zh: "工作表", en: "sheet"), Phrase(zh: "内容", en: "content"), Phrase(zh: "行数", en: "rows"),
    ]

    /// How tables of data of ours begin, which have no room for a mark: the headers of their first columns.
    package static let headers = [
        [
            Phrase(zh: "县区", en: "county"), Phrase(zh: "乡镇", en: "township"), Phrase(zh: "年度", en: "year"),
            Phrase(zh: "指标代码", en: "indicator"),
        ],
        [
            Phrase(zh: "县区", en: "county"), Phrase(zh: "乡镇", en: "township"), Phrase(zh: "年度", en: "year"),
            Phrase(zh: "表样", en: "edition"),
        ],
        [
            Phrase(zh: "县区", en: "county"), Phrase(zh: "乡镇", en: "township"), Phrase(zh: "年度", en: "year"),
            Phrase(zh: "情况", en: "status"),
        ],
        [
            Phrase(zh: "县区", en: "county"), Phrase(zh: "年度", en: "year"), Phrase(zh: "指标代码", en: "indicator"),
            Phrase(zh: "指标", en: "label"),
        ],
        [
            Phrase(zh: "指标代码", en: "indicator"), Phrase(zh: "指标", en: "label"), Phrase(zh: "单位", en: "unit"),
            Phrase(zh: "县区", en: "county"), Phrase(zh: "乡镇", en: "township"),
        ],
        [
            Phrase(zh: "规则", en: "rule"), Phrase(zh: "程度", en: "severity"), Phrase(zh: "县区", en: "county"),
            Phrase(zh: "乡镇", en: "township"), Phrase(zh: "年度", en: "year"),
        ],
    ]

    /// What a report's file is called by in an answer; its digits follow.
    package static let hash = "SHA-256"

    /// Among a workbook's properties, as its library writes what it was told to describe it by (ECMA-376 part 2, 11.1).
    private static let description = "<dc:description>nianbao</dc:description>"

    /// How many bytes of a file must be looked at.
    package static let headSize = 2048

    /// Whether a file that begins or ends so, or a part of a package that holds its properties, is of ours.
    package static func wrote(_ piece: some Sequence<UInt8>) -> Bool {
        let bytes = Array(piece)
        return bytes.indices.contains { place in
            bytes[place] == UInt8(ascii: "<") && marks.contains { bytes[place...].starts(with: $0) }
        }
    }

    /// Whether a file that is open for reading is of ours.
    package static func wrote(_ descriptor: Int32) -> Bool {
        let size = lseek(descriptor, 0, SEEK_END)
        return [0, max(0, size - off_t(headSize))].contains { start in
            wrote(
                [UInt8](unsafeUninitializedCapacity: headSize) { buffer, count in
                    count = max(0, pread(descriptor, buffer.baseAddress, buffer.count, start))
                })
        }
    }

    private static let marks = ["\(meta)", property, comment, description].map { Array($0.utf8) }
}
