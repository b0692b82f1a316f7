/// One walk through sets of changes, of a given size, depth first.
struct FaultWalk {
    /// Larger sets explain anything and nothing.
    static let largest = 3
    /// Enough for all sets of two cells of the largest form, and for three where the failing rows and columns are few.
    private static let patience = 20_000
    private static let listed = 12

    private(set) var found = FaultSystem.Found()

    private let system: FaultSystem
    private var residuals: [Int64]
    /// Which relations must hold in the end; the others must be as they were, or hold.
    private var mustHold: [Bool]
    private let ignored: [Bool]
    private var changes: [FaultSystem.Change] = []
    private var steps = 0

    init(_ system: FaultSystem, component: [Int], ignoringOtherYears: Bool) {
        self.system = system
        residuals = system.residuals
        mustHold = system.residuals.map { $0 == 0 }
        for relation in component { mustHold[relation] = true }
        ignored = system.reachesBack.map { $0 && ignoringOtherYears }
    }

    mutating func go(_ remaining: Int) {
        steps += 1
        guard let relation = nextFailing() else {
            record()
            return
        }
        guard remaining > 0 else { return }
        guard steps < Self.patience else {
            found.isCutShort = true
            return
        }
        for member in system.members[relation] where !changes.contains(where: { $0.cell == member.cell }) {
            for delta in steps(of: member.cell, toward: relation, isLast: remaining == 1) {
                apply(member.cell, delta)
                changes.append(FaultSystem.Change(cell: member.cell, by: delta))
                go(remaining - 1)
                changes.removeLast()
                apply(member.cell, -delta)
            }
        }
    }

    private func isOff(_ relation: Int) -> Bool {
        guard residuals[relation] != 0, !ignored[relation] else { return false }
        return mustHold[relation] || residuals[relation] != system.residuals[relation]
    }

    /// The relation that is off with the fewest cells, so that the fewest branches are tried.
    private func nextFailing() -> Int? {
        var best: Int?
        for relation in residuals.indices where isOff(relation) {
            if let current = best, system.members[relation].count >= system.members[current].count { continue }
            best = relation
        }
        return best
    }

    /// The changes of a cell that make one of its relations right that is off; the last change must do so for the one
    /// chosen.
    private func steps(of cell: Int, toward relation: Int, isLast: Bool) -> [Int64] {
        var result: [Int64] = []
        for use in system.cells[cell].uses where use.relation == relation || !isLast && isOff(use.relation) {
            let residual = residuals[use.relation]
            guard residual % use.coefficient == 0 else { continue }
            let (delta, overflow) = Int64(0).subtractingReportingOverflow(residual / use.coefficient)
            let (value, isTooLarge) = system.cells[cell].value.addingReportingOverflow(delta)
            guard !overflow, !isTooLarge, value >= 0 || system.cells[cell].mayBeNegative, !result.contains(delta)
            else { continue }
            result.append(delta)
        }
        return result
    }

    private mutating func apply(_ cell: Int, _ delta: Int64) {
        for use in system.cells[cell].uses { residuals[use.relation] &+= use.coefficient &* delta }
    }

    private mutating func record() {
        let solution = changes.sorted { $0.cell < $1.cell }
        guard !found.solutions.contains(solution) else { return }
        if found.solutions.count < Self.listed {
            found.solutions.append(solution)
        } else {
            found.isCutShort = true
        }
    }
}
