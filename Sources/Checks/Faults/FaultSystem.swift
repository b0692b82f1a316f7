import Catalogue

/// The decided relations of one report as a sparse system: which cells stand in which relations.
struct FaultSystem {
    struct Cell {
        let indicator: Indicator.ID
        let value: Int64
        let mayBeNegative: Bool
        /// The relations that it stands in.
        var uses: [Use] = []
    }

    struct Use {
        let relation: Int
        let coefficient: Int64
    }

    struct Change: Hashable {
        let cell: Int
        let by: Int64
    }

    struct Found {
        var solutions: [[Change]] = []
        var isCutShort = false
        /// How many cells a solution changes; larger than any that was looked for where there is none.
        var size: Int { solutions.first?.count ?? .max }
    }

    /// Numbers of this search for the compiled rules' relations.
    let relations: [Int]
    let residuals: [Int64]
    let reachesBack: [Bool]
    private(set) var cells: [Cell] = []
    /// For each relation, its cells of this year and their coefficients.
    private(set) var members: [[(cell: Int, coefficient: Int64)]] = []
    private let checked: CheckedReport
    private let indicators: IndicatorList

    init(
        _ relations: [Int], residuals: [Int64], compiled: CompiledRules, checked: CheckedReport,
        indicators: IndicatorList
    ) {
        self.relations = relations
        self.residuals = residuals
        self.checked = checked
        self.indicators = indicators
        reachesBack = relations.map { compiled.relations[$0].reachesBack }
        var numbers: [Indicator.ID: Int] = [:]
        for (number, relation) in relations.enumerated() {
            var own: [(cell: Int, coefficient: Int64)] = []
            for term in compiled.relations[relation].terms where term.yearOffset == 0 {
                guard let value = checked.amounts[term.indicator]?.value else { continue }
                let cell = numbers[term.indicator] ?? cells.count
                if cell == cells.count {
                    numbers[term.indicator] = cell
                    cells.append(
                        Cell(
                            indicator: term.indicator, value: value,
                            mayBeNegative: compiled.signed.contains(term.indicator)))
                }
                cells[cell].uses.append(Use(relation: number, coefficient: term.coefficient))
                own.append((cell, term.coefficient))
            }
            members.append(own)
        }
    }

    /// A change of a cell as a fault tells it.
    func changed(_ change: Change) -> Fault.Change {
        let cell = cells[change.cell]
        return Fault.Change(
            indicator: indicators[cell.indicator], stated: cell.value, wanted: cell.value + change.by,
            range: checked.figure(cell.indicator)?.range)
    }

    /// The failing relations, those together that share a cell.
    var components: [[Int]] {
        var waiting = Set(residuals.indices.filter { residuals[$0] != 0 })
        var result: [[Int]] = []
        while let first = waiting.min() {
            waiting.remove(first)
            var component = [first]
            var next = 0
            while next < component.count {
                for member in members[component[next]] {
                    for use in cells[member.cell].uses where waiting.remove(use.relation) != nil {
                        component.append(use.relation)
                    }
                }
                next += 1
            }
            result.append(component.sorted())
        }
        return result
    }

    /// The smallest sets of changes after which the component holds and nothing else is worse off.
    func solve(_ component: [Int], ignoringOtherYears: Bool = false) -> Found {
        for size in 1...FaultWalk.largest {
            var walk = FaultWalk(self, component: component, ignoringOtherYears: ignoringOtherYears)
            walk.go(size)
            if !walk.found.solutions.isEmpty { return walk.found }
        }
        return Found()
    }
}
