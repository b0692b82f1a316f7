import Documents

/// The chapters of a report, by their headings: 一、总体情况 … 六、其他需要报告的事项.
enum Sections {
    /// Longer lines are sentences, even where they begin with a number.
    private static let longestHeading = 40

    /// Every chapter from its heading to the next one. Headings are taken as they are, misnumbered ones too.
    static func of(_ document: Document, _ text: UnsafeBufferPointer<UInt8>) -> [Section] {
        var headings: [(text: String, start: Int)] = []
        for case .paragraph(let range) in document.blocks where range.count <= 4 * longestHeading {
            let line = Wording(text, range)
            guard isHeading(line) else { continue }
            headings.append((line.string, range.lowerBound))
        }
        return headings.indices.map { number in
            let end = number + 1 < headings.count ? headings[number + 1].start : document.text.count
            return Section(heading: headings[number].text, range: headings[number].start..<end)
        }
    }

    /// A numbered line that names one of the things that chapters are about. Rows of table 3 are numbered too, and are none.
    private static func isHeading(_ line: Wording) -> Bool {
        guard line.count <= longestHeading, line.count >= 4, let first = line.scalars.first else { return false }
        let isNumbered = ScalarClass.isChineseNumeral(first) || ScalarClass.isDigit(first)
        guard isNumbered, let mark = line.scalars.dropFirst().first(where: { !isNumeral($0) }), marks.contains(mark)
        else {
            return false
        }
        return line.containsAny(subjects) && !line.containsAny(rowLabels) && line.scalars.last != 0x3002
    }

    private static func isNumeral(_ scalar: UInt32) -> Bool {
        ScalarClass.isChineseNumeral(scalar) || ScalarClass.isDigit(scalar)
    }

    /// 、 . 。 , and ．, which is folded to a full stop.
    private static let marks: Set<UInt32> = [0x3001, 0x2E, 0x3002, 0x2C]
    private static let subjects = [
        "情况", "概述", "概况", "问题", "事项", "主动公开", "依申请公开", "复议", "诉讼", "收费", "措施",
    ].map { Wording($0) }
    private static let rowLabels = ["申请数量", "办理结果", "继续办理", "行政查询事项"].map { Wording($0) }
}
