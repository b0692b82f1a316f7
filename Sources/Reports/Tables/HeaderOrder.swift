/// The order of a block's columns as its headers say it, where some of them span others.
///
/// A merged header that is copied out row by row gives its levels one after the other: 总计, 自然人, 法人或其他组织, then the five
/// under the last of them. Each level names how many belong to the next, so the order can be told without knowing where
/// a line ended.
struct HeaderOrder {
    /// One header as it stands in the document.
    enum Item {
        /// Over one of some columns that are headed alike.
        case column([Int])
        /// A header that spans columns, by its entry.
        case spanning(Int)
    }

    private let above: [[Int]]

    init(above: [[Int]]) { self.above = above }

    /// The headers in the form's own order, level by level.
    var usual: [Item] {
        var items: [Item] = []
        var waiting: [[Int]] = [[]]
        while !waiting.isEmpty {
            for node in nodes(under: waiting.removeFirst()) {
                switch node {
                case .column(let column): items.append(.column([column]))
                case .group(let path):
                    items.append(.spanning(path.last ?? 0))
                    waiting.append(path)
                }
            }
        }
        return items
    }

    /// The form's columns in the order of the document; nil where the headers are not whole, or not in levels.
    func columns(_ items: [Item]) -> [Int]? {
        var rest = items[...]
        var levels: [(path: [Int], nodes: [Node])] = []
        var waiting: [[Int]] = [[]]
        while !waiting.isEmpty {
            let path = waiting.removeFirst()
            var expected = nodes(under: path)
            var found: [Node] = []
            for _ in expected {
                guard let item = rest.popFirst(), let place = expected.firstIndex(where: { $0.fits(item) }) else {
                    return nil
                }
                let node = expected.remove(at: place)
                found.append(node)
                if case .group(let inner) = node { waiting.append(inner) }
            }
            levels.append((path, found))
        }
        return rest.isEmpty ? flattened([], levels) : nil
    }

    /// Whether columns stand as the form has them but for where those of one group stand among single ones: in lines
    /// copied from a page, a header that is centred in its two lines comes after its neighbour of one.
    func isOnlyAGroupMoved(_ columns: [Int]) -> Bool {
        let first = columns.map { above[$0].first }
        let isSorted = { (places: [Int]) in places == places.sorted() }
        return isSorted(columns.filter { above[$0].isEmpty }) && isSorted(columns.filter { !above[$0].isEmpty })
            && first.contains(nil)
    }

    private enum Node: Equatable {
        case column(Int)
        /// The entries from the top down to its own.
        case group([Int])

        func fits(_ item: Item) -> Bool {
            switch (self, item) {
            case (.column(let column), .column(let columns)): columns.contains(column)
            case (.group(let path), .spanning(let entry)): path.last == entry
            default: false
            }
        }
    }

    private func nodes(under path: [Int]) -> [Node] {
        var nodes: [Node] = []
        for (column, entries) in above.enumerated() where entries.starts(with: path) {
            let node = entries.count == path.count ? Node.column(column) : .group(Array(entries.prefix(path.count + 1)))
            if !nodes.contains(node) { nodes.append(node) }
        }
        return nodes
    }

    private func flattened(_ path: [Int], _ levels: [(path: [Int], nodes: [Node])]) -> [Int] {
        (levels.first { $0.path == path }?.nodes ?? []).flatMap { node in
            switch node {
            case .column(let column): [column]
            case .group(let inner): flattened(inner, levels)
            }
        }
    }
}
