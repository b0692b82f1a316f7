/// A transcript as a search sees it: without spaces, line breaks and the difference between full and half width or
/// upper and lower case, so that a word is found however its document breaks and spaces it.
struct FoldedTranscript {
    private(set) var scalars: [UInt32] = []
    /// For each scalar, its bytes in the transcript.
    private var bytes: [Range<Int>] = []

    init(_ transcript: some Sequence<UInt8>) {
        var position = 0
        var decoder = UTF8()
        var iterator = transcript.makeIterator()
        decoding: while true {
            switch decoder.decode(&iterator) {
            case .scalarValue(let scalar):
                let width = UTF8.width(scalar)
                if let folded = Self.fold(scalar) {
                    scalars.append(folded)
                    bytes.append(position..<position + width)
                }
                position += width
            case .error: position += 1
            case .emptyInput: break decoding
            }
        }
    }

    init(_ text: String) { self.init(text.utf8) }

    /// Nil for what does not count.
    private static func fold(_ scalar: Unicode.Scalar) -> UInt32? {
        switch scalar.value {
        case 0x41...0x5A: scalar.value + 0x20
        case 0x21...0x7E, 0x4E00...0x9FFF: scalar.value
        case 0xFF21...0xFF3A: scalar.value - 0xFEE0 + 0x20
        case 0xFF01...0xFF5E: scalar.value - 0xFEE0
        case 0...0x20, 0x7F...0xA0, 0x200B...0x200F, 0xFEFF: nil
        default: scalar.properties.isWhitespace ? nil : scalar.value
        }
    }

    /// Where a word stands, from left to right and without overlaps, as byte ranges of the transcript.
    func ranges(of word: FoldedTranscript) -> [Range<Int>] {
        guard let first = word.scalars.first else { return [] }
        let length = word.scalars.count
        var ranges: [Range<Int>] = []
        var index = 0
        while index + length <= scalars.count {
            if scalars[index] == first, scalars[index..<index + length].elementsEqual(word.scalars) {
                ranges.append(bytes[index].lowerBound..<bytes[index + length - 1].upperBound)
                index += length
            } else {
                index += 1
            }
        }
        return ranges
    }
}
