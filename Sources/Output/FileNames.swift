/// Names of files that are made of names of places, of which each gets its own.
package enum FileNames {
    /// For each name one that every file system can hold; those that would be the same there are numbered in their
    /// order.
    package static func distinct(_ names: [String]) -> [String] {
        var taken: Set<String> = []
        return names.map { name in
            let safe = safe(name)
            var candidate = safe
            var number = 1
            // Windows takes names for the same that differ in their case only.
            while !taken.insert(candidate.lowercased()).inserted {
                number += 1
                candidate = "\(safe) (\(number))"
            }
            return candidate
        }
    }

    /// Without what a file's name cannot hold, and short enough to have a number and an ending.
    package static func safe(_ name: String) -> String {
        let scalars = name.unicodeScalars.map { scalar in
            VisibleText.isHidden(scalar) || "/\\:*?\"<>|".unicodeScalars.contains(scalar) ? "_" : Character(scalar)
        }
        var result = String(scalars)
        while result.utf8.count > 200 { result.removeLast() }
        return result.hasPrefix(".") ? "_" + result.dropFirst() : result
    }
}
