/// Words that are looked for together: most characters are passed over by one look, since none of the words begins with
/// them.
struct WordSet: Sendable, ExpressibleByArrayLiteral {
    private let words: [Wording]
    private let beginnings: [UInt32]
    /// The last bits of what words begin with, as bits.
    private let marks: [UInt64]

    init(_ words: [Wording]) {
        self.words = words.filter { !$0.isEmpty }
        beginnings = words.compactMap(\.scalars.first)
        var marks = [UInt64](repeating: 0, count: 16)
        for scalar in beginnings { marks[Self.row(of: scalar)] |= Self.bit(of: scalar) }
        self.marks = marks
    }

    init(_ words: [String]) { self.init(words.map { Wording($0) }) }

    init(arrayLiteral words: String...) { self.init(words) }

    private static func row(of scalar: UInt32) -> Int { Int(scalar >> 6 & 15) }
    private static func bit(of scalar: UInt32) -> UInt64 { 1 << UInt64(scalar & 63) }

    func isIn(_ text: Wording) -> Bool { !places(in: text) { _ in false } }

    /// Goes through the places of all words, those that overlap as well, in the order of the text; until `body` wants
    /// no more. Whether it came to the end.
    @discardableResult func places(in text: Wording, _ body: (Range<Int>) -> Bool) -> Bool {
        for position in text.scalars.indices {
            let scalar = text.scalars[position]
            guard marks[Self.row(of: scalar)] & Self.bit(of: scalar) != 0 else { continue }
            for number in words.indices where beginnings[number] == scalar && text.has(words[number], at: position) {
                guard body(position..<position + words[number].count) else { return false }
            }
        }
        return true
    }
}
