import Catalogue
import Storage
import Values

/// A definition that takes the numbers of one description and no others, written as a user's file has it.
struct DraftDefinition {
    let description: NumberDescription
    var code: String

    init(_ description: NumberDescription) {
        self.description = description
        code = ""
        let names = telling.filter { $0.role != .unit }.map(\.name)
        code = "local." + (names.isEmpty ? "number" : names.joined(separator: "_"))
    }

    /// What is said of the numbers, the most telling first; what goes without saying is left out.
    var telling: [(role: NarrativeRole, name: String)] {
        let order: [NarrativeRole] = [
            .source, .object, .act, .carrier, .measure, .variety, .standing, .time, .level, .unit,
        ]
        return order.flatMap { role in
            (description.names[role] ?? []).filter { $0 != NarrativeDefinition.usual[role]?.first }.map { (role, $0) }
        }
    }

    /// A definition must say of what its numbers are.
    var saysEnough: Bool { NarrativeDefinition.saysEnough(description.names) }

    func indicatorLine(_ label: Phrase) -> String {
        "- {code: \(code), zh: \(Self.quoted(label.zh)), en: \(Self.quoted(label.en)), unit: "
            + "\(Self.quoted(unit.rawValue))}"
    }

    /// - Parameter beside: codes that want some of the same numbers.
    func definitionLine(beside: [String] = []) -> String {
        var parts = ["code: \(code)"]
        for role in NarrativeRole.allCases where role != .told || names(role) != [NarrativeTelling.figures.name] {
            let names = names(role)
            parts.append(
                "\(role.name): \(names.count == 1 ? names.joined() : "[\(names.joined(separator: ", "))]")")
        }
        if !beside.isEmpty { parts.append("beside: [\(beside.joined(separator: ", "))]") }
        return "- {\(parts.joined(separator: ", "))}"
    }

    /// Whether one number can be of both.
    func overlaps(_ other: DraftDefinition) -> Bool {
        NarrativeRole.allCases.allSatisfy { role in names(role).contains(where: other.names(role).contains) }
    }

    private func names(_ role: NarrativeRole) -> [String] { description.names[role] ?? [RoleVocabulary.none] }

    private var unit: Unit {
        switch UnitGroup.named(names(.unit).joined()) {
        case .times: .times
        case .things: .things
        case .persons: .persons
        case .personTimes: .personTimes
        case .households: .households
        case .money: .yuan
        case .percent: .percent
        case .cases, .bare, .other, nil: .items
        }
    }

    /// In YAML's double quotes, within which a label may have any sign.
    private static func quoted(_ text: String) -> String {
        "\"\(text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\""))\""
    }
}
