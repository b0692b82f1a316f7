/// Pairs of neighbouring characters as words that SQLite's full-text index can keep.
///
/// Chinese has no spaces, and the index's own tokenizers find no words of two characters. A pair is written in letters
/// and digits, so that no tokenizer has an opinion of it: every character has a width of its own, and the token of a
/// single character is the beginning of all pairs that begin with it.
enum SearchTokens {
    /// Every pair of a text once, and its last character alone, separated by spaces.
    static func indexed(_ text: FoldedTranscript) -> String {
        var seen = Set<UInt64>()
        var result = ""
        let scalars = text.scalars
        for index in scalars.indices {
            let next = index + 1 < scalars.count ? scalars[index + 1] : 0
            guard seen.insert(UInt64(scalars[index]) << 32 | UInt64(next)).inserted else { continue }
            if !result.isEmpty { result.append(" ") }
            append(scalars[index], to: &result)
            if next != 0 { append(next, to: &result) }
        }
        return result
    }

    /// What texts that contain the word match, among others.
    static func query(_ word: FoldedTranscript) -> String {
        let scalars = word.scalars
        var token = ""
        guard scalars.count > 1 else {
            if let scalar = scalars.first { append(scalar, to: &token) }
            return "\(token)*"
        }
        var tokens = Set<String>()
        for index in 1..<scalars.count {
            token = ""
            append(scalars[index - 1], to: &token)
            append(scalars[index], to: &token)
            tokens.insert(token)
        }
        return tokens.sorted().joined(separator: " AND ")
    }

    /// A letter for the length and the digits: `b4e00`. No token is the beginning of another character's.
    private static func append(_ scalar: UInt32, to text: inout String) {
        let digits = String(scalar, radix: 16)
        switch digits.utf8.count {
        case ...2: text += "a" + String(repeating: "0", count: 2 - digits.utf8.count) + digits
        case ...4: text += "b" + String(repeating: "0", count: 4 - digits.utf8.count) + digits
        default: text += "c" + String(repeating: "0", count: 6 - digits.utf8.count) + digits
        }
    }
}
