import Catalogue
import Documents
import Values

/// The form proves the reading: where it is not seen which columns the figures of a table are of, its own sums say.
///
/// Every way of placing them is read. If those in which all sums hold say the same, that is what the table says, and a
/// doubt tells that it was decided so; if none or several do, its cells are unreadable.
struct PlacementProof {
    private let equations: [Equation]
    private let indicators: IndicatorList

    /// More ways than these prove nothing.
    static let limit = 64

    init(_ codebook: Codebook) {
        let rules = (try? Rulebook(codebook).rules) ?? []
        var equations: [Equation] = []
        for rule in rules where rule.severity == .error {
            if case .relations(let relations) = rule.test { equations += relations }
        }
        self.equations = equations.filter { equation in
            equation.relation == .equal && equation.terms.allSatisfy { $0.yearOffset == 0 }
        }
        indicators = codebook.indicators
    }

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

    /// Whether all sums hold that the figures decide, and some do. For the proof alone, a blank adds nothing.
    func holds(_ figures: [Figure]) -> Bool {
        var amounts: [Indicator.ID: Int64] = [:]
        for figure in figures {
            switch figure.reading {
            case .reported(let amount): amounts[figure.indicator] = amount.value
            case .blank, .notApplicable: amounts[figure.indicator] = 0
            case .unreadable: break
            }
        }
        var decided = 0
        for equation in equations {
            guard let left = value(equation.left, amounts), let right = value(equation.right, amounts) else { continue }
            guard left == right else { return false }
            decided += left == 0 ? 0 : 1
        }
        return decided > 0
    }

    private func value(_ sum: Sum, _ amounts: [Indicator.ID: Int64]) -> Int64? {
        var total = sum.constant
        for term in sum.terms {
            guard let id = indicators.id(of: term.code), let amount = amounts[id] else { return nil }
            let (product, overflow) = amount.multipliedReportingOverflow(by: term.coefficient)
            let (next, carry) = total.addingReportingOverflow(product)
            guard !overflow, !carry else { return nil }
            total = next
        }
        return total
    }
}

extension TableReader {
    /// Reads the tables; `text` is the document's own transcript.
    func read(_ document: Document, _ text: UnsafeBufferPointer<UInt8>) -> TableReading {
        guard let variants = PlacementProof.variants(of: document) else { return readPlaced(document, text) }
        let proof = PlacementProof(codebook)
        let proved = variants.map { readPlaced($0, text) }.filter { proof.holds($0.figures) }
        let tables = document.blocks.compactMap { block in
            if case .table(let table) = block, table.lines?.placements.count ?? 0 > 1 { table.range } else { nil }
        }
        guard var reading = proved.first,
            proved.allSatisfy({ $0.figures.map(\.reading) == reading.figures.map(\.reading) })
        else { return unproved(readPlaced(document, text), tables) }
        reading.doubts += tables.map { Doubt(.placedBySums, at: $0.lowerBound..<$0.lowerBound) }
        return reading
    }

    /// A reading without the figures of the tables that nothing places.
    private func unproved(_ reading: TableReading, _ tables: [Range<Int>]) -> TableReading {
        var reading = reading
        for index in reading.figures.indices
        where tables.contains(where: { $0.contains(reading.figures[index].range.lowerBound) }) {
            reading.cells.lose(reading.figures[index].reading)
            reading.figures[index].reading = .unreadable
        }
        reading.doubts += tables.map { Doubt(.placementUnknown, at: $0.lowerBound..<$0.lowerBound) }
        return reading
    }
}
