/// Fingerprints of a text: of every stretch of so many tokens that begin next to each other, the hash of one.
///
/// Chosen by winnowing (Schleimer, Wilkerson, Aiken: Winnowing: Local Algorithms for Document Fingerprinting, SIGMOD
/// 2003), in its robust form: any passage of at least `shortestPassage` tokens that two texts share leaves a
/// fingerprint in both, wherever it stands in either, and about two of ten positions are kept.
package struct Fingerprints: Sendable {
    /// How many tokens a hash is of.
    package static let gram = 12
    /// Of so many hashes in a row one is kept.
    package static let window = 9
    /// Shared passages of this length and above are found for certain.
    package static let shortestPassage = gram + window - 1

    package struct Mark: Sendable {
        /// 40 bits. Equal hashes are only a place to look at: what is shared is compared token by token.
        package let hash: UInt64
        package let position: Int
    }

    /// By hash, then by position.
    package let marks: [Mark]

    package init(_ prose: Prose) {
        var marks: [Mark] = []
        marks.reserveCapacity(prose.tokens.count / 4)
        for paragraph in prose.paragraphs where paragraph.count >= Self.gram {
            Self.winnow(Self.hashes(prose.tokens[paragraph]), from: paragraph.lowerBound, into: &marks)
        }
        self.marks = marks.sorted { ($0.hash, $0.position) < ($1.hash, $1.position) }
    }

    private static let base: UInt64 = 0x9E37_79B9_7F4A_7C15
    /// `base` to the power of all tokens but the first.
    private static let leading = (1..<gram).reduce(1 as UInt64) { power, _ in power &* base }

    /// The hash of every gram, each from the one before it (Karp, Rabin 1987).
    private static func hashes(_ tokens: ArraySlice<UInt32>) -> [UInt64] {
        var rolling: UInt64 = 0
        var result: [UInt64] = []
        result.reserveCapacity(tokens.count - gram + 1)
        for place in tokens.indices {
            if place - tokens.startIndex >= gram { rolling &-= UInt64(tokens[place - gram]) &* leading }
            rolling = rolling &* base &+ UInt64(tokens[place])
            if place - tokens.startIndex >= gram - 1 { result.append(mixed(rolling)) }
        }
        return result
    }

    /// Spreads all bits over the upper 40, so that the least hash of a window is as good as chosen by lot.
    private static func mixed(_ hash: UInt64) -> UInt64 {
        var mixed = hash ^ hash >> 31
        mixed = mixed &* 0xBF58_476D_1CE4_E5B9
        mixed ^= mixed >> 29
        return (mixed &* 0x94D0_49BB_1331_11EB) >> 24
    }

    private static func winnow(_ hashes: [UInt64], from start: Int, into marks: inout [Mark]) {
        var chosen = -1
        for end in stride(from: min(window, hashes.count), through: hashes.count, by: 1) {
            let first = max(0, end - window)
            let last = end - 1
            var least = chosen
            if chosen < first {
                least = last
                // The rightmost of the least, which stays in the window longest.
                for place in stride(from: last, through: first, by: -1) where hashes[place] < hashes[least] {
                    least = place
                }
            } else if hashes[last] < hashes[chosen] {
                // Of equal ones the one that is kept already stays.
                least = last
            }
            guard least != chosen else { continue }
            chosen = least
            marks.append(Mark(hash: hashes[least], position: start + least))
        }
    }
}
