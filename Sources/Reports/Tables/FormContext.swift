/// Where in a form the reading stands: the table, the group of rows, and whether headers are being read.
struct FormContext {
    private(set) var block: Int?
    private var group: Int?
    private var cursor = -1
    /// Whether the labels read last were headers: `总计` is then a header too, not the row of that name.
    var isInHeaders = false

    /// Which of the form's entries a label is, given where the reading stands; nil if it cannot be any here.
    ///
    /// Outside a table, a row's label counts only with a cell behind it: `行政处罚` is also a word of the narrative. No
    /// header is numbered:
    /// `（七）总计` is the row even where headers are being read.
    func choose(
        from candidates: [Int], in index: FormIndex, isFollowedByCell: Bool, isEnumerated: () -> Bool
    ) -> Int? {
        if candidates.count == 1 {
            let entry = index.entries[candidates[0]]
            return isUsable(entry, in: index, isFollowedByCell: isFollowedByCell) ? candidates[0] : nil
        }
        let usable = candidates.filter { isUsable(index.entries[$0], in: index, isFollowedByCell: isFollowedByCell) }
        guard usable.count > 1 else { return usable.first }
        let headers = usable.filter { index.entries[$0].kind.isHeader }
        if isInHeaders, let header = nearest(headers, in: index), !isEnumerated() { return header }
        let labels = usable.filter { !index.entries[$0].kind.isHeader }
        let inGroup = labels.filter { isUnderGroup(index.entries[$0].parent, in: index) }
        return inGroup.first { $0 > cursor } ?? inGroup.first ?? nearest(headers, in: index)
    }

    mutating func move(to number: Int, in index: FormIndex) {
        let entry = index.entries[number]
        block = entry.block
        switch entry.kind {
        case .opening:
            group = nil
            cursor = number
            isInHeaders = true
        case .header, .spanning, .serials:
            isInHeaders = true
        case .group:
            group = number
            cursor = number
            isInHeaders = false
        case .row:
            group = index.hasChildren(number) ? number : entry.parent
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

    /// The header of the block that is being read, else of the next block that has one, else of any.
    private func nearest(_ headers: [Int], in index: FormIndex) -> Int? {
        headers.first { index.entries[$0].block == block } ?? headers.first { $0 > cursor } ?? headers.first
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
