import Documents

/// The paragraphs of a document that are not empty, in order.
struct Paragraphs {
    let ranges: [Range<Int>]

    init(_ document: Document) {
        ranges = document.text.withUnsafeBufferPointer { text in
            document.blocks.compactMap { block in
                if case .paragraph(let range) = block, !text.isBlank(range) { range } else { nil }
            }
        }
    }

    /// Which paragraph a position is in; nil if it is in none, but in a table.
    func number(at position: Int) -> Int? {
        var low = 0
        var high = ranges.count
        while low < high {
            let middle = (low + high) / 2
            if ranges[middle].upperBound <= position { low = middle + 1 } else { high = middle }
        }
        return low < ranges.count && ranges[low].contains(position) ? low : nil
    }

    /// The paragraphs that some words stand in, in order; of each word the first forty places count.
    func containing(_ places: some Sequence<[Int]>) -> [Range<Int>] {
        let numbers = places.flatMap { $0.prefix(40) }.compactMap(number)
        return Set(numbers).sorted().map { ranges[$0] }
    }
}
