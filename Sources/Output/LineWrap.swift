/// Text broken into lines of a terminal.
package enum LineWrap {
    /// Lines that take at most so many columns. Words of Latin letters stay whole where they can, Chinese is broken
    /// anywhere, but no line begins with a mark that closes or ends with one that opens.
    package static func lines(_ text: String, width: Int) -> [String] {
        guard DisplayWidth.of(text) > width else { return [text] }
        var lines: [String] = []
        var line: [Character] = []
        var taken = 0
        /// How many characters of the line may stand before a break, and before one within a word, where there is no
        /// other.
        var (lastBreak, lastHyphen) = (0, 0)
        for character in text {
            if let last = line.last, mayBreak(between: last, and: character) { lastBreak = line.count }
            if line.last == "-", line.dropLast().last != "-", isLetter(character) { lastHyphen = line.count }
            let needed = DisplayWidth.of(String(character))
            if taken + needed > width, !line.isEmpty {
                let cut = lastBreak > 0 ? lastBreak : lastHyphen > 0 ? lastHyphen : line.count
                lines.append(trimmed(line[..<cut]))
                line = Array(line[cut...].drop { $0 == " " })
                taken = DisplayWidth.of(String(line))
                (lastBreak, lastHyphen) = (0, 0)
                if line.isEmpty, character == " " { continue }
            }
            line.append(character)
            taken += needed
        }
        return lines + (line.isEmpty ? [] : [trimmed(line[...])])
    }

    private static func mayBreak(between one: Character, and next: Character) -> Bool {
        if closing.contains(next) || opening.contains(one) { return false }
        if next == " " || joints.contains(one) && next.isNumber { return false }
        // --replace, stale-year, 2023年
        if one == "-", next == "-" || isLetter(next) { return false }
        if one.isNumber, dates.contains(next) { return false }
        return one == " " || ends.contains(one) || isWide(one) || isWide(next)
    }

    private static func isLetter(_ character: Character) -> Bool { character.isASCII && character.isLetter }

    private static let closing: Set<Character> = Set("，。；：、！？）》〉】”’%…,.;:!?)]}")
    private static let opening: Set<Character> = Set("（《〈【“‘([{")
    /// What parts of codes and paths end with, and of lists.
    private static let ends: Set<Character> = joints.union("|;")
    /// What stands within numbers too: 2020-2022.
    private static let joints: Set<Character> = Set("/_-.")
    private static let dates: Set<Character> = Set("年月日")

    private static func isWide(_ character: Character) -> Bool { DisplayWidth.of(String(character)) > 1 }

    private static func trimmed(_ line: ArraySlice<Character>) -> String {
        var line = line
        while line.last == " " { line.removeLast() }
        return String(line)
    }
}
