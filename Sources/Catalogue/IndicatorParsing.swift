import Values

extension Indicator {
    /// Reads `indicators.yaml`: indicators, some of them once for each entry of a dimension.
    static func parse(_ root: YAMLValue) throws(CatalogueError) -> [Indicator] {
        let entries = try root.mapping(allowing: ["dimensions", "indicators"])
        let dimensions = try parseDimensions(entries["dimensions"])
        var indicators: [Indicator] = []
        var seen = Set<String>()
        for value in try entries.required("indicators", in: root).sequence() {
            for indicator in try parseFamily(value, dimensions: dimensions) {
                guard seen.insert(indicator.code).inserted else {
                    throw .duplicate(file: value.file, line: value.line, name: indicator.code)
                }
                indicators.append(indicator)
            }
        }
        return indicators
    }

    typealias Member = (key: String, label: Phrase)

    private static func parseDimensions(_ value: YAMLValue?) throws(CatalogueError) -> [String: [Member]] {
        guard let value else { return [:] }
        var dimensions: [String: [Member]] = [:]
        for (name, list) in try value.mapping(allowing: ["applicant", "result"]) {
            var members: [Member] = []
            for value in try list.sequence() {
                let entries = try value.mapping(allowing: ["key", "zh", "en"])
                members.append((try entries.required("key", in: value).string(), try Phrase(entries, in: value)))
            }
            dimensions[name] = members
        }
        return dimensions
    }

    static func parseFamily(
        _ value: YAMLValue, dimensions: [String: [Member]]
    ) throws(CatalogueError) -> [Indicator] {
        let entries = try value.mapping(allowing: ["code", "by", "zh", "en", "unit"])
        let code = try entries.required("code", in: value).string()
        let label = try Phrase(entries, in: value)
        let unitName = try entries.required("unit", in: value).string()
        guard let unit = Unit(rawValue: unitName) else {
            throw .unknownValue(
                file: value.file, line: value.line, key: "unit", value: unitName,
                allowed: Unit.allCases.map(\.rawValue))
        }
        guard let by = try entries["by"]?.string() else { return [Indicator(code: code, label: label, unit: unit)] }
        guard let members = dimensions[by] else {
            throw .unknownValue(
                file: value.file, line: value.line, key: "by", value: by, allowed: dimensions.keys.sorted())
        }
        return members.map { member in
            Indicator(
                code: "\(code).\(member.key)",
                label: Phrase(zh: "\(label.zh)·\(member.label.zh)", en: "\(label.en): \(member.label.en)"),
                unit: unit)
        }
    }
}
