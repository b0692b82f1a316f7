import Output
import Values

/// Letters to townships whose reports have not come, and a list of them for each county; in Chinese and ready to send.
package struct Reminders {
    /// A township, and the years of which it has no report.
    package struct Missing {
        package let place: Place
        let years: [Int]
    }

    private let missing: [Missing]
    private let paper: LetterPaper

    package init(_ missing: [Missing], on paper: LetterPaper) {
        self.missing = missing
        self.paper = paper
    }

    /// The names, without their endings, of all that may be written about some townships.
    package static func names(of places: [Place]) -> Set<String> {
        Set(places.flatMap { [LetterFile.name(name($0)), LetterFile.name(listName($0.county))] })
    }

    private static func name(_ place: Place) -> String { "\(place)-催报" }
    private static func listName(_ county: String) -> String { "\(LetterFile.named(county))-缺报名单" }

    package var files: [LetterFile] {
        let counties = Dictionary(grouping: missing, by: \.place.county).sorted { $0.key < $1.key }
        return missing.map { LetterFile(named: Self.name($0.place), letter($0)) }
            + counties.map { LetterFile(named: Self.listName($0.key), list($0.key, $0.value)) }
    }

    private func letter(_ missing: Missing) -> TextDocument {
        let township = missing.place.township
        let kind = TownshipKind(of: township) ?? .town
        var letter = TextDocument(title: Generator.Letter.reminder.rawValue)
        letter.blocks = [
            .paragraph("\(township)\(kind.government)：", .margin),
            .paragraph(
                """
                截至\(paper.day)，尚未收到\(kind.addressed)\(words(missing.years))政府信息公开工作年度报告。\
                请\(kind.addressed)\(paper.time)报送；已经公布的，请报送与公布内容一致的报告原件。
                """,
                .prose),
        ]
        letter.blocks += paper.signature
        return letter
    }

    private func list(_ county: String, _ missing: [Missing]) -> TextDocument {
        var list = TextDocument(title: LetterFile.named(county) + Generator.Letter.missingList.rawValue)
        var table = TextDocument.Table(header: ["序号", "乡镇", "缺报年度"], widths: [10, 45, 45])
        table.rows = missing.enumerated().map { number, missing in
            ["\(number + 1)", missing.place.township, words(missing.years)]
        }
        let reports = missing.map(\.years.count).reduce(0, +)
        list.blocks = [
            .paragraph("截至\(paper.day)，\(missing.count) 个乡镇、街道缺报 \(reports) 份报告。", .prose), .table(table),
        ]
        list.blocks += paper.signature
        return list
    }

    private func words(_ years: [Int]) -> String { years.map { "\($0)" }.joined(separator: "、") + "年" }
}
