import Reports
import Values

/// The doubts about one report as lines for its reader; those that say the same of several lines are one.
struct DoubtLines {
    private var groups: [(words: String, places: [Int], cells: [String])] = []

    init(_ doubts: [(doubt: Doubt, line: Int?, cell: String?)]) {
        for (doubt, line, cell) in doubts {
            let words = doubt.explanation[.current]
            if doubt.kind == .unreadableRow, let known = groups.firstIndex(where: { $0.words == words }) {
                groups[known].places += line.map { [$0] } ?? []
                groups[known].cells += cell.map { [$0] } ?? []
            } else {
                groups.append((words, line.map { [$0] } ?? [], cell.map { [$0] } ?? []))
            }
        }
    }

    var lines: [String] { groups.map { Self.place($0.places, $0.cells) + $0.words } }

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
