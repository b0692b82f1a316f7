import Documents
import Values

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
        let number = ranges.partitioningIndex { $0.upperBound > position }
        return number < ranges.count && ranges[number].contains(position) ? number : nil
    }

    /// The paragraphs that some words stand in, in order; of each word the first forty places count.
    func containing(_ places: some Sequence<[Int]>) -> [Range<Int>] {
        let numbers = places.flatMap { $0.prefix(40) }.compactMap(number)
        return Set(numbers).sorted().map { ranges[$0] }
    }
}
