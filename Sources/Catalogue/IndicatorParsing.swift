import Values

extension YAMLValue {
    /// What stands for an indicator or a measure in commands, columns and files of other programs.
    func code() throws(CatalogueError) -> String {
        let code = try string()
        try requireCode(code)
        return code
    }

    /// Refuses what is no code: words of small letters and digits with dots between them.
    func requireCode(_ code: String) throws(CatalogueError) {
        // By bytes: the program's own thousand are looked at each time it starts.
        let words = code.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        let areWords = words.allSatisfy { word in
            word.allSatisfy { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == UInt8(ascii: "_") }
        }
        guard areWords, !words.contains(where: \.isEmpty) else {
            throw .unknownValue(file: file, line: line, key: "code", value: code, allowed: ["a-z 0-9 _ ."])
        }
    }
}

extension Phrase {
    /// What people see of an indicator or a measure, in every table.
    init(label entries: YAMLEntries, in parent: YAMLValue) throws(CatalogueError) {
        try self.init(entries, in: parent)
        for (key, text) in [("zh", zh), ("en", en)] {
            let isShown = text.unicodeScalars.allSatisfy { $0.value >= 0x20 && !(0x7F...0x9F).contains($0.value) }
            if isShown, !text.allSatisfy(\.isWhitespace) { continue }
            throw .unknownValue(
                file: parent.file, line: parent.line, key: key, value: text, allowed: ["一行文字 a line of text"])
        }
    }
}

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
        let code = try entries.required("code", in: value).code()
        let label = try Phrase(label: entries, in: value)
        let unitName = try entries.required("unit", in: value).string()
        guard let unit = Unit(rawValue: unitName) else {
            throw .unknownValue(
                file: value.file, line: value.line, key: "unit", value: unitName,
                allowed: Unit.allCases.map(\.rawValue))
        }
        guard let members = try entries.members(of: dimensions) else {
            return [Indicator(code: code, label: label, unit: unit)]
        }
        return members.map { member in
            Indicator(
                code: "\(code).\(member.key)",
                label: Phrase(zh: "\(label.zh)·\(member.label.zh)", en: "\(label.en): \(member.label.en)"),
                unit: unit)
        }
    }
}

extension YAMLEntries {
    /// The members of the dimension that `by` names, for each of which the entry is one; nil where it names none.
    func members<Member>(of dimensions: [String: [Member]]) throws(CatalogueError) -> [Member]? {
        guard let by = self["by"] else { return nil }
        let name = try by.string()
        guard let members = dimensions[name] else {
            throw .unknownValue(
                file: by.file, line: by.line, key: "by", value: name, allowed: dimensions.keys.sorted())
        }
        return members
    }
}
