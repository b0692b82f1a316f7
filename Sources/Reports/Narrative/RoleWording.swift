import Catalogue
import Values

/// Says in words what roles a number has, which of them made it a figure, and which kept it from being one.
package struct RoleWording: Sendable {
    private let vocabulary: RoleVocabulary
    private let definitions: [NarrativeDefinition]
    private let compiled: [CompiledDefinition]

    package init(_ reader: NarrativeReader, _ catalogue: NarrativeCatalogue) {
        vocabulary = catalogue.vocabulary
        definitions = catalogue.definitions
        compiled = reader.definitions
    }

    /// The labels of one role of a number; empty where the sentence says nothing of it.
    package func labels(_ role: NarrativeRole, of roles: Roles) -> [Phrase] {
        let values = vocabulary.of(role)
        return roles.values(of: role).filter { !($0 == 0 && role.isOpen) && values.indices.contains($0) }
            .map { values[$0].label }
    }

    /// All that is said of a number: 件数、诉求、收到、“12345”热线、全部、本年、本乡镇.
    package func description(of roles: Roles) -> Phrase {
        Self.list(NarrativeRole.allCases.filter { $0 != .told }.flatMap { labels($0, of: roles) })
    }

    /// The roles that a figure's definition asks for, as its number has them.
    package func reason(for claim: NarrativeClaim) -> Phrase {
        let asked = compiled.first { $0.order == claim.definition }?.roles ?? []
        return Self.list(Self.spoken.filter(asked.contains).flatMap { labels($0, of: claim.roles) })
    }

    /// The order in which people say it: 本年、本乡镇、收到、“12345”热线.
    private static let spoken: [NarrativeRole] = [
        .time, .level, .act, .source, .object, .carrier, .measure, .variety, .standing, .unit,
    ]

    /// A condition that a number failed.
    package struct Refusal: Sendable, Hashable {
        package var code: String
        package var role: NarrativeRole
        /// What the sentence says, and what the definition would take.
        package var found: Phrase
        package var allowed: Phrase
    }

    /// What ruled a number out: the conditions it failed of the definition that it came closest to; none where one
    /// takes it.
    ///
    /// - Parameter code: the indicator that it might have been of; nil for any.
    package func refusals(of roles: Roles, for code: String? = nil) -> [Refusal] {
        let candidates = compiled.filter { code == nil || definitions[$0.order].code == code }
        let failures = candidates.map { (definition: $0, failing: $0.failing(roles)) }
        guard let best = failures.min(by: { $0.failing.count < $1.failing.count }) else { return [] }
        let definition = definitions[best.definition.order]
        return best.failing.map { role in
            let names = definition.conditions[role] ?? []
            let allowed = vocabulary.of(role).filter { names.contains($0.name) }.map(\.label)
            let found = labels(role, of: roles)
            return Refusal(
                code: definition.code, role: role,
                found: found.isEmpty ? vocabulary.of(role).first?.label ?? Phrase(zh: "", en: "") : Self.list(found),
                allowed: Self.list(allowed))
        }
    }

    private static func list(_ labels: [Phrase]) -> Phrase {
        Phrase(zh: labels.map(\.zh).joined(separator: "、"), en: labels.map(\.en).joined(separator: ", "))
    }
}

extension RoleWording.Refusal: Explained {
    package var explanation: Phrase {
        Phrase(
            zh: "“\(code)”要求\(role.label.zh)是\(allowed.zh)，这里是\(found.zh)",
            en: "'\(code)' asks for \(role.label.en) \(allowed.en); here it is \(found.en)")
    }
}

extension NarrativeRole {
    /// Whether its first value stands for nothing said.
    fileprivate var isOpen: Bool { closed == nil }

    /// What the role is called.
    package var label: Phrase {
        switch self {
        case .unit: Phrase(zh: "单位", en: "unit")
        case .object: Phrase(zh: "事物", en: "object")
        case .act: Phrase(zh: "动作", en: "act")
        case .carrier: Phrase(zh: "渠道", en: "carrier")
        case .source: Phrase(zh: "来源", en: "source")
        case .measure: Phrase(zh: "比率", en: "measure")
        case .variety: Phrase(zh: "类别", en: "variety")
        case .standing: Phrase(zh: "地位", en: "standing")
        case .time: Phrase(zh: "时间", en: "time")
        case .level: Phrase(zh: "层级", en: "level")
        case .told: Phrase(zh: "写法", en: "telling")
        }
    }
}
