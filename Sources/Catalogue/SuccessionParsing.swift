import Values

extension Succession {
    /// Reads `successions.yaml`; codes are checked against `codes` if they are given.
    static func parse(_ root: YAMLValue, codes: Set<String>? = nil) throws(CatalogueError) -> [Succession] {
        let entries = try root.mapping(allowing: ["successions"])
        var successions: [Succession] = []
        for value in try entries.required("successions", in: root).sequence() {
            successions += try family(value, codes: codes)
        }
        return successions
    }

    private static func family(
        _ value: YAMLValue, codes: Set<String>?
    ) throws(CatalogueError) -> [Succession] {
        let entries = try value.mapping(allowing: ["older", "newer", "each", "grade", "zh", "en"])
        let grade: Grade = try entries.required("grade", in: value).choice("grade")
        let note = try Phrase(entries, in: value)
        let older = try entries.required("older", in: value).strings()
        let newer = grade == .ended ? [] : try entries.required("newer", in: value).strings()
        var successions: [Succession] = []
        if grade == .ended {
            successions = older.map { Succession(older: [$0], newer: [], grade: grade, note: note) }
        } else if let endings = try entries["each"]?.strings() {
            successions = endings.map { ending in
                Succession(
                    older: older.map { "\($0).\(ending)" }, newer: newer.map { "\($0).\(ending)" }, grade: grade,
                    note: note)
            }
        } else {
            successions = [Succession(older: older, newer: newer, grade: grade, note: note)]
        }
        for succession in successions { try succession.check(codes, at: value) }
        return successions
    }

    private func check(_ codes: Set<String>?, at value: YAMLValue) throws(CatalogueError) {
        guard let codes, let unknown = (older + newer).first(where: { !codes.contains($0) }) else { return }
        throw .unknownValue(
            file: value.file, line: value.line, key: "code", value: unknown, allowed: ["indicators.yaml"])
    }
}
