import Catalogue

/// The search for the smallest set of cells whose change makes all sums of a report right.
///
/// The relations that could be decided are a system of linear equations over the cells of this year's report; last
/// year's figures stand fast. Failing relations that share a cell are explained together. For sets of one, two, then
/// three cells, a failing relation is taken, each of its cells is given the values that make one of its failing
/// relations right, and whatever then still fails must be made right by the rest of the set. A cell that also stands in
/// a relation that holds is so ruled out, which is what finds the crossing of a row and a column.
enum FaultSearch {
    /// The relations of one report that could be decided exactly, and by how much each is off.
    struct Trial {
        fileprivate var relations: [Int] = []
        fileprivate var residuals: [Int64] = []
        private(set) var hasFailure = false

        mutating func append(_ relation: Int, residual: Int64) {
            relations.append(relation)
            residuals.append(residual)
            if residual != 0 { hasFailure = true }
        }
    }

    static func faults(
        _ trial: Trial, compiled: CompiledRules, checked: CheckedReport, indicators: IndicatorList
    ) -> [Fault] {
        let system = FaultSystem(
            trial.relations, residuals: trial.residuals, compiled: compiled, checked: checked, indicators: indicators)
        var faults: [Fault] = []
        for component in system.components {
            let fault = fault(of: component, in: system)
            // One set may explain two components: two cells of a row that were exchanged.
            if let same = faults.firstIndex(where: { $0.solutions == fault.solutions && !fault.solutions.isEmpty }) {
                faults[same] = Fault(
                    solutions: fault.solutions, explains: faults[same].explains.union(fault.explains),
                    isBetweenYears: faults[same].isBetweenYears && fault.isBetweenYears, isCutShort: fault.isCutShort)
            } else {
                faults.append(fault)
            }
        }
        return faults
    }

    private static func fault(of component: [Int], in system: FaultSystem) -> Fault {
        let best = system.solve(component)
        // Last year's report may be the wrong one: where this year's sums alone point to fewer cells, they are
        // believed.
        let within = component.filter { !system.reachesBack[$0] }
        if best.size > 1, !within.isEmpty, within.count < component.count {
            let alone = system.solve(within, ignoringOtherYears: true)
            if alone.size < best.size { return fault(alone, within, system) }
        }
        return fault(best, component, system)
    }

    private static func fault(_ found: FaultSystem.Found, _ component: [Int], _ system: FaultSystem) -> Fault {
        Fault(
            solutions: found.solutions.map { $0.map(system.changed) },
            explains: Set(component.map { system.relations[$0] }),
            isBetweenYears: component.allSatisfy { system.reachesBack[$0] }, isCutShort: found.isCutShort)
    }
}
