/// Where the words of an index stand in a text.
struct WordHits {
    struct Hit {
        var word: Int32
        var start: Int32
        var length: Int32
    }

    private(set) var all: [Hit] = []
    /// The place in `all` of the first hit at each letter, and one more for the end.
    private var first: [Int32] = []

    init(count: Int) {
        first.reserveCapacity(count + 1)
        all.reserveCapacity(count / 2)
    }

    mutating func begin(_ position: Int) {
        first.append(Int32(truncatingIfNeeded: all.count))
    }

    mutating func append(_ word: Int32, at position: Int, length: Int32) {
        all.append(Hit(word: word, start: Int32(truncatingIfNeeded: position), length: length))
    }

    /// The hits that begin at a letter, the longest first.
    func at(_ position: Int) -> ArraySlice<Hit> {
        all[Int(first[position])..<Int(first[position + 1])]
    }

    /// The length of the longest word of a class that begins at a letter.
    func length(of class: Int, at position: Int, in index: WordIndex) -> Int? {
        for hit in at(position) where index.isMember(Int(hit.word), of: `class`) { return Int(hit.length) }
        return nil
    }

    /// The hits that begin within a range of letters.
    func within(_ range: Range<Int>) -> ArraySlice<Hit> {
        all[Int(first[range.lowerBound])..<Int(first[range.upperBound])]
    }
}
