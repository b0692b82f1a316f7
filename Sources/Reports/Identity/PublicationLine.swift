/// The day of publication in what a page has above its text: `发文日期：2026-01-22`, `2026年01月21日 来源：…`.
enum PublicationLine {
    /// The first that a label names as that of publication, else one that stands alone, else that of the making.
    ///
    /// - Parameter lines: the text's first ones.
    static func day(in lines: [Wording]) -> String? {
        let dated = lines.filter { $0.contains(date) || $0.contains(time) }
        return dated.lazy.compactMap { labelled($0, publications) }.first ?? lines.lazy.compactMap(alone).first
            ?? dated.lazy.compactMap { labelled($0, makings) }.first
    }

    /// The day of a line that is nothing but one, or a name or a label of publication and one, as a signature has it
    /// below the report.
    static func signature(_ line: Wording) -> (day: Day, isNamed: Bool)? {
        guard line.count <= longestSignature,
            let start = line.scalars.indices.first(where: { Day.yearNumber(line, at: $0) != nil }),
            let (day, end) = Day.read(line, at: start), !line.scalars[end...].contains(where: ScalarClass.isWordPart),
            case let before = line[line.scalars.startIndex..<start], !before.containsAny(otherDays)
        else { return nil }
        return (day, PlaceName(body: before) != nil)
    }

    private static let longestSignature = 40

    /// The day behind a label of publication, be it in the next cell: `| 发文日期: | 2026-01-22 |`.
    private static func labelled(_ line: Wording, _ labels: [Wording]) -> String? {
        for word in [date, time] {
            var from = line.scalars.startIndex
            while let label = line.range(of: word, from: from) {
                from = label.upperBound
                guard isLabel(line, label.lowerBound, labels), let start = firstDigit(line, after: label.upperBound),
                    let (day, _) = Day.read(line, at: start), day.year != nil
                else { continue }
                return day.isoString(year: nil)
            }
        }
        return nil
    }

    /// Whether the word before 日期 or 时间 speaks of publication, or there is none: 归档日期 and 生效日期 are other days.
    private static func isLabel(_ line: Wording, _ position: Int, _ labels: [Wording]) -> Bool {
        let first = line.scalars.startIndex
        var end = position
        while end > first, line.scalars[end - 1] == 0x20 { end -= 1 }
        var start = end
        while start > first, ScalarClass.isWordPart(line.scalars[start - 1]), line.scalars[start - 1] >= 0x3400 {
            start -= 1
        }
        let word = line[start..<end]
        if word.isEmpty { return true }
        if labels.contains(where: word.hasSuffix) { return true }
        // 作者：佚名 时间：2023-01-28: what stands before the space is another entry.
        return position > first && line.scalars[position - 1] == 0x20 && word.count > 1
            && !(otherDays + makings).contains(where: word.hasSuffix)
    }

    private static func firstDigit(_ line: Wording, after position: Int) -> Int? {
        for index in line.scalars[position...].prefix(8).indices {
            if ScalarClass.isDigit(line.scalars[index]) || Day.yearNumber(line, at: index) != nil { return index }
            guard !ScalarClass.isWordPart(line.scalars[index]) else { return nil }
        }
        return nil
    }

    /// A day that a line of the head begins with, and what pages put behind it: nothing, a time, the source, the number
    /// of readers.
    private static func alone(_ line: Wording) -> String? {
        let start = line.scalars.first == 0x20 || line.scalars.first == 0x28 ? 1 : 0
        let first = line.scalars.startIndex + start
        guard first < line.scalars.endIndex, Day.yearNumber(line, at: first) != nil,
            let (day, end) = Day.read(line, at: first), day.year != nil
        else { return nil }
        let rest = line.scalars[end...].drop { !ScalarClass.isWordPart($0) || ScalarClass.isDigit($0) }
        let isEntry = rest.isEmpty || behindDays.contains { Wording(rest).hasPrefix($0) }
        return isEntry ? day.isoString(year: nil) : nil
    }

    private static let date = Wording("日期")
    private static let time = Wording("时间")
    private static let publications = [
        "发布", "发文", "公开", "发表", "公布", "制发", "印发", "发稿", "上传", "录入", "添加", "信息", "编辑", "编发", "刊发", "更新", "创建",
    ].map { Wording($0) }
    /// The days a document was made, which are told where nothing says when it came out.
    private static let makings = ["成文", "生成", "签发", "制作"].map { Wording($0) }
    private static let otherDays = [
        "归档", "存档", "档案", "生效", "失效", "废止", "实施", "有效", "截至", "截止", "期限", "统计", "打印", "下载", "访问", "浏览", "办理", "受理",
        "办公", "服务",
        "工作", "开放", "抓取", "采集", "至", "自",
    ].map { Wording($0) }
    private static let behindDays = [
        "来源", "信息来源", "文章来源", "稿件来源", "作者", "发布", "浏览", "阅读", "点击", "访问", "字号", "字体", "打印", "编辑", "责任编辑", "分享", "审核",
        "索引",
    ].map { Wording($0) }
}
