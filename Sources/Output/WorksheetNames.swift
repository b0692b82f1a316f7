import Values

/// Gives every worksheet of a workbook a name that Excel accepts: at most 31 UTF-16 units, none of `[]:*?/\`, no
/// apostrophe at the ends, and no name twice, whatever the case of its letters.
struct WorksheetNames {
    private static let longest = 31

    private let language: Language
    private var used: Set<String> = []

    init(_ language: Language) {
        self.language = language
    }

    mutating func name(for title: String) -> String {
        let wanted = Self.allowed(title)
        let base = wanted.isEmpty ? Phrase(zh: "表", en: "Sheet")[language] : wanted
        var name = Self.cut(base, to: Self.longest)
        var number = 1
        while !used.insert(name.lowercased()).inserted {
            number += 1
            let suffix = " (\(number))"
            name = Self.cut(base, to: Self.longest - suffix.utf16.count) + suffix
        }
        return name
    }

    private static func allowed(_ title: String) -> String {
        let spaced = String(title.map { "[]:*?/\\'".contains($0) ? " " : $0 })
        return spaced.split(separator: " ").joined(separator: " ")
    }

    private static func cut(_ name: String, to length: Int) -> String {
        var result = name
        while result.utf16.count > length { result.removeLast() }
        return result
    }
}
