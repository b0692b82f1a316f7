/// Where in a form the reading stands: the table, the group of rows, and whether headers are being read.
struct FormContext {
    private(set) var block: Int?
    private var group: Int?
    /// The outermost group that the row read last has ended, if it has.
    private var left: Int?
    private var cursor = -1
    /// Whether the labels read last were headers: `总计` is then a header too, not the row of that name.
    var isInHeaders = false

    /// Which of the form's entries a label is, given where the reading stands; nil if it cannot be any here.
    ///
    /// Outside a table, a row's label counts only with a cell behind it: `行政处罚` is also a word of the narrative. No
    /// header is numbered: `（七）总计` is the row even where headers are being read.
    func choose(
        from candidates: [Int], in index: FormIndex, isFollowedByCell: Bool, enumerator: () -> [UInt32]
    ) -> Int? {
        if candidates.count == 1 {
            let entry = index.entries[candidates[0]]
            return isUsable(entry, in: index, isFollowedByCell: isFollowedByCell) ? candidates[0] : nil
        }
        var usable = 0
        var headers = Nearest()
        var labels = Nearest()
        var last: Int?
        var above: Int?
        // No lists are made of them: there are hundreds of labels.
        for number in candidates {
            let entry = index.entries[number]
            guard isUsable(entry, in: index, isFollowedByCell: isFollowedByCell) else { continue }
            usable += 1
            last = number
            if entry.kind.isHeader {
                headers.note(number, isHere: entry.block == block, cursor: cursor)
            } else if isUnderGroup(entry.parent, in: index) {
                labels.note(number, isHere: false, cursor: cursor)
            } else if isOfGroupAbove(number, in: index) {
                above = number
            }
        }
        guard usable > 1 else { return last }
        if isInHeaders, let header = headers.best, enumerator().isEmpty { return header }
        if labels.best == nil, let above, isFollowedByCell, enumerator() == index.enumerators[above] { return above }
        // Once rows have begun, what has cells behind it is no header over them: 合计, 9.其他 are the document's own rows.
        return labels.best ?? (isFollowedByCell && !isInHeaders && block != nil ? nil : headers.best)
    }

    /// Of entries in printed order, the one of the block that is being read, else the next, else any.
    private struct Nearest {
        private var here: Int?
        private var next: Int?
        private var first: Int?
        var best: Int? { here ?? next ?? first }

        mutating func note(_ number: Int, isHere: Bool, cursor: Int) {
            if isHere, here == nil { here = number }
            if number > cursor, next == nil { next = number }
            if first == nil { first = number }
        }
    }

    mutating func move(to number: Int, in index: FormIndex) {
        let entry = index.entries[number]
        block = entry.block
        switch entry.kind {
        case .opening:
            (group, left) = (nil, nil)
            cursor = number
            isInHeaders = true
        case .header, .spanning, .serials:
            isInHeaders = true
        case .group:
            (group, left) = (number, nil)
            cursor = number
            isInHeaders = false
        case .row:
            let own = index.hasChildren(number) ? number : entry.parent
            left = own == nil ? group.map { outermost($0, in: index) } : nil
            group = own
            cursor = number
            isInHeaders = false
        }
    }

    private func isUsable(_ entry: FormIndex.PrintedLabel, in index: FormIndex, isFollowedByCell: Bool) -> Bool {
        let isInTable = block.map { index.blocks[$0].table == index.blocks[entry.block].table } ?? false
        switch entry.kind {
        case .opening, .header, .spanning, .serials: return true
        case .group: return isInTable
        case .row: return isInTable || isFollowedByCell
        }
    }

    /// Whether a row is directly of the group that has just ended: （七）总计, typed below 四、结转下年度继续办理.
    private func isOfGroupAbove(_ number: Int, in index: FormIndex) -> Bool {
        guard let left else { return false }
        return index.entries[number].parent == left && number < cursor
    }

    private func outermost(_ group: Int, in index: FormIndex) -> Int {
        var outermost = group
        while let parent = index.entries[outermost].parent { outermost = parent }
        return outermost
    }

    private func isUnderGroup(_ parent: Int?, in index: FormIndex) -> Bool {
        guard let parent else { return true }
        var ancestor = group
        while let current = ancestor {
            if current == parent { return true }
            ancestor = index.entries[current].parent
        }
        return false
    }
}
