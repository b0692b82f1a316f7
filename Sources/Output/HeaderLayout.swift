import Values

/// The rows of a sheet's header: the column groups by level, then the columns' own titles.
///
/// A column that no group covers at the lower levels takes their place with its own title, so that cells never overlap.
struct HeaderLayout {
    private(set) var levels: [[ColumnGroup]] = []
    /// For every column, the level that its own title begins at; it reaches down to the last row of the header.
    private(set) var titleLevels: [Int]

    init(_ sheet: Sheet) {
        titleLevels = sheet.columns.map { _ in 0 }
        let groups = sheet.groups.map { ColumnGroup($0.title, over: $0.columns.clamped(to: sheet.columns.indices)) }
            .filter { !$0.columns.isEmpty }
            .sorted { ($0.columns.lowerBound, -$0.columns.count) < ($1.columns.lowerBound, -$1.columns.count) }
        for group in groups {
            let level = titleLevels[group.columns].max() ?? 0
            if level == levels.count { levels.append([]) }
            levels[level].append(group)
            for column in group.columns { titleLevels[column] = level + 1 }
        }
    }

    /// Whether a group stands for the titles of its columns, which have none, and so reaches down to the header's last
    /// row.
    func isWhole(_ group: ColumnGroup, in sheet: Sheet) -> Bool {
        sheet.columns[group.columns].allSatisfy { $0.title == Phrase(zh: "", en: "") }
    }

    /// Whether a column's title stands in the header: not where a group stands for it.
    func showsTitle(of column: Int, in sheet: Sheet) -> Bool {
        !levels.joined().contains { $0.columns.contains(column) && isWhole($0, in: sheet) }
    }

    /// The title of a column where it stands alone: its groups' titles before its own.
    func path(to column: Int, own: String, by title: (Phrase) -> String) -> String {
        let groups = levels.joined().filter { $0.columns.contains(column) }
        return (groups.map { title($0.title) } + [own]).filter { !$0.isEmpty }.joined(separator: "·")
    }
}
