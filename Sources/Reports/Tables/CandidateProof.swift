import Catalogue
import Values

/// The sums of the form choose between what two readings of a picture say of a cell: where exactly one choice satisfies
/// every sum that the cells in question are terms of, it is taken, and a doubt tells that it was decided so.
struct CandidateProof {
    private let sums: FormSums
    private let indicators: IndicatorList

    init(_ sums: FormSums, _ indicators: IndicatorList) {
        (self.sums, self.indicators) = (sums, indicators)
    }

    /// What stands between the readings of a cell on which they differ.
    private static let mark: Character = "\u{FFFD}"
    /// Trials after which nothing is decided.
    private static let limit = 200_000

    /// A cell that is in question.
    private struct Cell {
        /// Its place among the figures.
        var place: Int
        var indicator: Indicator.ID
        var candidates: [Amount]
    }

    /// Decides what can be decided of the figures at some places.
    func decide(_ reading: inout TableReading, at places: [Int], _ text: UnsafeBufferPointer<UInt8>) {
        let cells = places.compactMap { place in cell(reading.figures[place], at: place, text) }
        guard !cells.isEmpty else { return }
        let amounts = FormSums.amounts(of: reading.figures)
        let open = Set(cells.map(\.indicator))
        let equations = sums.equations(of: reading.edition).filter { equation in
            equation.terms.contains { open.contains($0.indicator) }
                && equation.terms.allSatisfy { amounts[$0.indicator] != nil || open.contains($0.indicator) }
        }
        for group in Self.groups(of: cells, joinedBy: equations) {
            var search = CandidateSearch(
                sums: sums, cells: group.cells.map { ($0.indicator, $0.candidates.map(\.value)) },
                equations: group.equations, amounts: amounts, trialsLeft: Self.limit)
            guard let choice = search.onlySolution() else { continue }
            for (cell, number) in zip(group.cells, choice) { take(cell, cell.candidates[number], in: &reading) }
        }
    }

    private func take(_ cell: Cell, _ amount: Amount, in reading: inout TableReading) {
        let figure = reading.figures[cell.place]
        let scale = indicators[cell.indicator].unit.scale
        reading.figures[cell.place].reading = .reported(amount)
        reading.cells.find(reading.figures[cell.place].reading)
        reading.doubts.removeAll { $0.kind == .unreadableCell && $0.range == figure.range }
        reading.doubts.append(
            Doubt(
                .recognisedBySums, at: figure.range,
                found: cell.candidates.map { "\($0.value / scale)" }.joined(separator: "/"),
                expected: "\(amount.value / scale)"))
    }

    /// An unreadable figure whose text has several readings.
    private func cell(_ figure: Figure, at place: Int, _ text: UnsafeBufferPointer<UInt8>) -> Cell? {
        guard figure.reading == .unreadable else { return nil }
        let readings = String(decoding: text[figure.range], as: UTF8.self).split(
            separator: Self.mark, omittingEmptySubsequences: false)
        guard readings.count > 1 else { return nil }
        var candidates: [Amount] = []
        for reading in readings {
            guard case .number(let number) = CellText(String(reading)),
                let amount = number.amount(for: indicators[figure.indicator].unit), !candidates.contains(amount)
            else { continue }
            candidates.append(amount)
        }
        return candidates.isEmpty ? nil : Cell(place: place, indicator: figure.indicator, candidates: candidates)
    }

    /// Cells that sums join, with those sums; cells that no sum is about are in none.
    private static func groups(
        of cells: [Cell], joinedBy equations: [FormSums.Equation]
    ) -> [(cells: [Cell], equations: [FormSums.Equation])] {
        var groups: [(indicators: Set<Indicator.ID>, equations: [FormSums.Equation])] = []
        let open = Set(cells.map(\.indicator))
        for equation in equations {
            var joined = (indicators: open.intersection(equation.terms.map(\.indicator)), equations: [equation])
            for group in groups where !group.indicators.isDisjoint(with: joined.indicators) {
                joined.indicators.formUnion(group.indicators)
                joined.equations += group.equations
            }
            groups.removeAll { !$0.indicators.isDisjoint(with: joined.indicators) }
            groups.append(joined)
        }
        return groups.map { group in (cells.filter { group.indicators.contains($0.indicator) }, group.equations) }
    }
}

/// The search for the choices with which all sums hold, cell by cell.
private struct CandidateSearch {
    let sums: FormSums
    let cells: [(indicator: Indicator.ID, values: [Int64])]
    let equations: [FormSums.Equation]
    var amounts: [Indicator.ID: Int64]
    var trialsLeft: Int
    private var choice: [Int] = []
    private var solutions: [[Int]] = []

    init(
        sums: FormSums, cells: [(indicator: Indicator.ID, values: [Int64])], equations: [FormSums.Equation],
        amounts: [Indicator.ID: Int64], trialsLeft: Int
    ) {
        (self.sums, self.cells, self.equations) = (sums, cells, equations)
        (self.amounts, self.trialsLeft) = (amounts, trialsLeft)
    }

    /// For each cell the number of its candidate; nil where no choice satisfies all sums, several do, or it takes too
    /// long to know.
    mutating func onlySolution() -> [Int]? {
        choose(from: 0)
        return solutions.count == 1 && trialsLeft > 0 ? solutions.first : nil
    }

    private mutating func choose(from index: Int) {
        guard index < cells.count else {
            solutions.append(choice)
            return
        }
        let cell = cells[index]
        for (number, value) in cell.values.enumerated() where solutions.count < 2 && trialsLeft > 0 {
            trialsLeft -= 1
            amounts[cell.indicator] = value
            guard holds(after: cell.indicator) else { continue }
            choice.append(number)
            choose(from: index + 1)
            choice.removeLast()
        }
        amounts[cell.indicator] = nil
    }

    /// Whether every sum holds that has this figure and is now decided.
    private func holds(after indicator: Indicator.ID) -> Bool {
        equations.allSatisfy { equation in
            guard equation.terms.contains(where: { $0.indicator == indicator }) else { return true }
            return sums.decided(equation, by: amounts)?.holds ?? true
        }
    }
}
