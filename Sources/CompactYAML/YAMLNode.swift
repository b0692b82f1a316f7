/// A value of a tree; what it holds is looked at only when it is asked for.
package struct YAMLNode: Sendable {
    private let bytes: [UInt8]
    private let content: Range<Int>
    private let kind: Kind
    /// Where it stands in its document, from 1.
    package let line: Int

    enum Kind: UInt8 {
        case scalar = 0x73
        case sequence = 0x6C
        case mapping = 0x6D
    }

    init(_ bytes: [UInt8], at start: Int) {
        self.bytes = bytes
        kind = Kind(rawValue: bytes[start]) ?? .scalar
        var place = start + 1
        line = Self.number(bytes, &place)
        let size = Self.number(bytes, &place)
        content = place..<place + size
    }

    /// Reads a decimal number and the blank behind it.
    private static func number(_ bytes: [UInt8], _ place: inout Int) -> Int {
        var number = 0
        while bytes[place] != 0x20 {
            number = number * 10 + Int(bytes[place] - 0x30)
            place += 1
        }
        place += 1
        return number
    }

    /// The text of a scalar; nil for the other kinds.
    package var scalar: String? {
        kind == .scalar ? String(decoding: bytes[content], as: UTF8.self) : nil
    }

    /// The values of a list; nil for the other kinds.
    package var sequence: YAMLNodes? { kind == .sequence ? YAMLNodes(bytes, content) : nil }

    /// The keys and values of a mapping by turns, in the order of writing; nil for the other kinds.
    package var mapping: YAMLNodes? { kind == .mapping ? YAMLNodes(bytes, content) : nil }

    /// Where the next value begins.
    fileprivate var end: Int { content.upperBound }
}

/// Values that stand one behind the other; each is looked at only when it is come to.
package struct YAMLNodes: Sequence, IteratorProtocol, Sendable {
    private let bytes: [UInt8]
    private var place: Int
    private let end: Int

    fileprivate init(_ bytes: [UInt8], _ content: Range<Int>) {
        self.bytes = bytes
        (place, end) = (content.lowerBound, content.upperBound)
    }

    package mutating func next() -> YAMLNode? {
        guard place < end else { return nil }
        let node = YAMLNode(bytes, at: place)
        place = node.end
        return node
    }
}
