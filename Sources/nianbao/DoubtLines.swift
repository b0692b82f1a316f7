import Reports
import Values

/// The doubts about one report as lines for its reader; those that say the same of several lines are one.
struct DoubtLines {
    let lines: [String]

    init(_ doubts: [(doubt: Doubt, line: Int?, cell: String?)]) {
        lines = Doubt.grouped(doubts, by: \.doubt).map { group in
            let words = group.first?.doubt.explanation[.current] ?? ""
            return Self.place(group.compactMap(\.line), group.compactMap(\.cell)) + words
        }
    }

    private static func place(_ lines: [Int], _ cells: [String]) -> String {
        if let first = cells.first, let last = cells.last {
            return first == last
                ? words("\(first)：", "\(first): ") : words("\(first) 至 \(last)：", "\(first) to \(last): ")
        }
        guard let first = lines.min(), let last = lines.max() else { return "" }
        if first == last { return words("第 \(first) 行：", "line \(first): ") }
        return words(
            "第 \(first)—\(last) 行共 \(lines.count) 行：", "\(lines.count) of lines \(first)–\(last): ")
    }
}
