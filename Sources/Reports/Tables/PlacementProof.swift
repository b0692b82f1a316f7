import Catalogue
import Documents
import Values

/// The form proves the reading: where it is not seen which columns the figures of a table are of, its own sums say.
///
/// Every way of placing them is read. If those in which all sums hold say the same, that is what the table says, and a
/// doubt tells that it was decided so; if none or several do, its cells are unreadable.
struct PlacementProof {
    private let sums: FormSums

    /// More ways than these prove nothing.
    static let limit = 64

    init(_ codebook: Codebook) { sums = FormSums(codebook) }

    /// The document with each of the ways in which its uncertain tables can be placed; nil where all are certain.
    static func variants(of document: Document) -> [Document]? {
        var variants = [document]
        for (number, block) in document.blocks.enumerated() {
            guard case .table(let table) = block, let lines = table.lines, lines.placements.count > 1 else { continue }
            variants = variants.flatMap { variant in
                lines.placements.prefix(limit).map { placement in
                    var placed = table
                    placed.lines?.placements = [placement]
                    var variant = variant
                    variant.blocks[number] = .table(placed)
                    return variant
                }
            }
            if variants.count > limit { return [] }
        }
        return variants.count > 1 ? variants : nil
    }

    /// Whether all sums hold that the figures decide, and some do that are not of nothing.
    func holds(_ reading: TableReading) -> Bool {
        let decided = sums.decided(by: reading.figures, of: reading.edition)
        return decided.allSatisfy(\.holds) && decided.contains { $0.left != 0 }
    }
}

extension TableReader {
    /// Reads the tables; `text` is the document's own transcript.
    ///
    /// - Parameter year: the report's, where that is known already.
    func read(_ document: Document, _ text: UnsafeBufferPointer<UInt8>, year: Int? = nil) -> TableReading {
        guard let variants = PlacementProof.variants(of: document) else {
            return readPlaced(document, text, year: year)
        }
        let proof = PlacementProof(codebook)
        let proved = variants.map { readPlaced($0, text, year: year) }.filter(proof.holds)
        let tables = document.blocks.compactMap { block in
            if case .table(let table) = block, table.lines?.placements.count ?? 0 > 1 { table.range } else { nil }
        }
        guard var reading = proved.first,
            proved.allSatisfy({ $0.figures.map(\.reading) == reading.figures.map(\.reading) })
        else { return unproved(readPlaced(document, text, year: year), tables) }
        reading.doubts += tables.map { Doubt(.placedBySums, at: $0.lowerBound..<$0.lowerBound) }
        return reading
    }

    /// A reading without the figures of the tables that nothing places.
    private func unproved(_ reading: TableReading, _ tables: [Range<Int>]) -> TableReading {
        var reading = reading
        for index in reading.figures.indices
        where tables.contains(where: { $0.holds(reading.figures[index].range) }) {
            reading.cells.lose(reading.figures[index].reading)
            reading.figures[index].reading = .unreadable
        }
        reading.doubts += tables.map { Doubt(.placementUnknown, at: $0.lowerBound..<$0.lowerBound) }
        return reading
    }
}

extension Range<Int> {
    /// Whether a cell is of this table; a blank one at the end of its last row begins where the table ends.
    fileprivate func holds(_ cell: Range<Int>) -> Bool {
        lowerBound <= cell.lowerBound && cell.lowerBound <= upperBound
    }
}
