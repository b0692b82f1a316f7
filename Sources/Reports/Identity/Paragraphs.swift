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

    /// The paragraphs that any of some words stand in, in order.
    func containing(_ words: [StaticString], in text: UnsafeBufferPointer<UInt8>) -> [Range<Int>] {
        let numbers = words.flatMap { ByteSearch.all($0, in: text, limit: 40) }.compactMap(number)
        return Set(numbers).sorted().map { ranges[$0] }
    }
}
