/// Where the words of an index stand in a text.
struct WordHits {
    struct Hit {
        var word: Int32
        var start: Int32
        var length: Int32
    }

    /// In the order of their places, the longest first at each.
    let all: [Hit]
    /// The place in `all` of the first hit at each letter, and one more for the end.
    private let first: [Int32]
    /// For each letter the first classes of the words that begin there, as bits: most letters are passed over by a look
    /// at them.
    private let roles: [UInt64]

    /// - Parameter collect: appends the words at a letter, and gives their first classes as bits.
    init(count: Int, _ collect: (_ position: Int, _ hits: inout [Hit]) -> UInt64) {
        var all: [Hit] = []
        all.reserveCapacity(count / 2)
        var first: [Int32] = []
        roles = Array(unsafeUninitializedCapacity: count) { roles, size in
            first = Array(unsafeUninitializedCapacity: count + 1) { first, size in
                for position in 0..<count {
                    first[position] = Int32(truncatingIfNeeded: all.count)
                    roles[position] = collect(position, &all)
                }
                first[count] = Int32(truncatingIfNeeded: all.count)
                size = count + 1
            }
            size = count
        }
        self.first = first
        self.all = all
    }

    /// The places in `all` of the hits that begin at a letter.
    func places(at position: Int) -> Range<Int> {
        Int(first[position])..<Int(first[position + 1])
    }

    /// The first classes of the words that begin at a letter, as bits.
    func roles(at position: Int) -> UInt64 { roles[position] }

    /// The length of the longest word of a role that begins at a letter.
    func length(of role: Int, at position: Int, in index: WordIndex) -> Int? {
        guard position < roles.count, roles[position] & (1 << UInt64(role)) != 0 else { return nil }
        for place in places(at: position) where index.firstClasses(Int(all[place].word)) & (1 << UInt64(role)) != 0 {
            return Int(all[place].length)
        }
        return nil
    }
}
