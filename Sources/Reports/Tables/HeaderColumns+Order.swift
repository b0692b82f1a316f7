/// Whether headers in lines of text stand as the form has them.
extension HeaderColumns {
    /// Whether the form's headers that were found stand in its order, as far as lines of text can show it.
    func areInOrder(of block: FormIndex.Block) -> Bool {
        if isOutOfPlace(in: block) { return false }
        let own = headers.filter { !$0.isLocal }
        if isLossy { return areInOrderInGroups(own, of: block) }
        let lines = Dictionary(grouping: own, by: \.row).values
        return lines.allSatisfy { isInOrder($0, of: block) } || isInLevels(own, of: block)
            || areGroupsFirst(own, of: block)
    }

    /// Whether all of the form's headers stand there, those that span columns before those that they span.
    private func areGroupsFirst(_ own: [Header], of block: FormIndex.Block) -> Bool {
        let columns = Array(own.drop { $0.spanning != nil })
        let spanning = own.compactMap(\.spanning)
        return columns.count == block.columnCount && columns.allSatisfy { $0.spanning == nil }
            && zip(spanning, spanning.dropFirst()).allSatisfy(<=) && isInOrder(columns, of: block)
    }

    /// Whether what is none of the form's is but another word for the sums of a block that has a group of columns after
    /// the other, each in its own place: 小计 for 总计.
    func areSumsInPlace(in block: FormIndex.Block, _ text: UnsafeBufferPointer<UInt8>) -> Bool {
        let leaves = headers.filter { $0.spanning == nil }
        guard leaves.count == block.columnCount, block.namesakes.contains(where: { $0.count > 1 }) else { return false }
        return leaves.enumerated().allSatisfy { place, header in
            header.isLocal
                ? block.headers[place] == Self.sum && Self.subtotal == Wording(text, header.range)
                : header.namesakes.contains(place)
        }
    }

    private static let sum = "总计"
    private static let subtotal = Wording("小计")

    /// Whether what is none of the form's may be headers of a grid, recognised wrongly: no more than it lacks of those
    /// that read the same, which nothing tells which columns they are of.
    func areOnlyDamaged(
        of block: FormIndex.Block, _ words: HeaderWords, in text: UnsafeBufferPointer<UInt8>
    ) -> Bool {
        block.namesakes.contains { $0.count > 1 } && headers.count { $0.spanning == nil } <= block.columnCount
            && !headers.contains { $0.isLocal && words.isOfFigures(text, $0.range) }
    }

    /// Whether one of as many headers as there are columns stands in another's place. Of headers that read the same,
    /// the next would fit as well; all of these are in groups, which keeps them in the form's order.
    private func isOutOfPlace(in block: FormIndex.Block) -> Bool {
        let leaves = headers.filter { $0.spanning == nil }
        guard leaves.count == block.columnCount, block.namesakes.contains(where: { $0.count > 1 }) else { return false }
        return !leaves.enumerated().allSatisfy { place, header in header.isLocal || header.namesakes.contains(place) }
    }

    /// In lines copied from a page, a header that is centred in its two lines comes after its neighbour of one: only
    /// what stands under the same headers has an order.
    private func areInOrderInGroups(_ own: [Header], of block: FormIndex.Block) -> Bool {
        let spanning = own.compactMap(\.spanning)
        guard zip(spanning, spanning.dropFirst()).allSatisfy(<=) else { return false }
        let columns = own.filter { $0.spanning == nil }
        // Headers that read the same do not say which group they are of, but all of table 4's are in groups.
        guard block.namesakes.allSatisfy({ $0.count == 1 }) else { return isInOrder(columns, of: block) }
        return Dictionary(grouping: columns) { $0.column.map { block.above[$0] } }.allSatisfy { above, members in
            isInOrder(above?.isEmpty == true ? firsts(of: members) : members, of: block)
        }
    }

    /// Without the copies in each of its lines of a header that spans them.
    private func firsts(of columns: [Header]) -> [Header] {
        var known = Set<Int?>()
        return columns.filter { known.insert($0.column).inserted }
    }

    /// Whether each header can be over a column of the form behind that of the one before it; copies of one that spans
    /// columns are one.
    private func isInOrder(_ line: [Header], of block: FormIndex.Block) -> Bool {
        var next = 0
        var spanning: Int?
        for header in line {
            if let entry = header.spanning {
                if entry == spanning { continue }
                guard let first = block.above.indices.first(where: { $0 >= next && block.above[$0].contains(entry) })
                else { return false }
                next = first
            } else {
                guard let column = header.namesakes.first(where: { $0 >= next }) else { return false }
                next = column + 1
            }
            spanning = header.spanning
        }
        return true
    }

    /// Whether they are some of the form's headers in the order in which its levels are copied out.
    private func isInLevels(_ own: [Header], of block: FormIndex.Block) -> Bool {
        var usual = block.usualHeaders[...]
        return own.allSatisfy { header in
            let found = usual.firstIndex { item in
                switch item {
                case .spanning(let entry): header.spanning == entry
                case .column(let columns): header.spanning == nil && header.namesakes == columns
                }
            }
            usual = found.map { usual[($0 + 1)...] } ?? []
            return found != nil
        }
    }
}
