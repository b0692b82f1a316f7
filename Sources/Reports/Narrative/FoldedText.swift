/// The narrative as letters that are easy to compare: one for each character, full width made half, spaces and quotation marks left out.
///
/// Each letter knows where it stands in the transcript, so that nothing found in it loses its place.
struct FoldedText {
    private(set) var letters: [UInt16] = []
    /// The byte where each letter begins in the transcript.
    private(set) var starts: [Int] = []
    /// The byte where each letter ends.
    private(set) var ends: [Int] = []
    /// What was left out just before each letter.
    private(set) var omitted: [Omission] = []
    /// For an opening bracket, the letter after its closing one, if that comes before the sentence ends.
    private(set) var afterBracket: [Int: Int] = [:]

    enum Omission: UInt8 {
        case nothing, space, quote
    }

    /// Folds the bytes of each range; a line break stands between ranges.
    ///
    /// - Parameter letters: for each letter the one it is read as; empty where all stay.
    init(_ text: [UInt8], ranges: [Range<Int>], letters replacements: [UInt16] = []) {
        let size = ranges.reduce(0) { $0 + $1.count } / 3
        letters.reserveCapacity(size)
        starts.reserveCapacity(size)
        ends.reserveCapacity(size)
        omitted.reserveCapacity(size)
        for range in ranges {
            fold(text, range.clamped(to: 0..<text.count))
        }
        if !replacements.isEmpty {
            for position in letters.indices { letters[position] = replacements[Int(letters[position])] }
        }
        matchBrackets()
    }

    /// The bytes of the transcript that letters stand for.
    func bytes(_ range: Range<Int>) -> Range<Int> {
        guard range.lowerBound < range.upperBound else { return 0..<0 }
        return starts[range.lowerBound]..<ends[range.upperBound - 1]
    }

    /// The letters of a catalogue word, folded as the text is.
    static func letters(of word: String) -> [UInt16] {
        let bytes = Array(word.utf8)
        return Array(FoldedText(bytes, ranges: [0..<bytes.count]).letters.dropLast())
    }

    private mutating func fold(_ text: [UInt8], _ range: Range<Int>) {
        var position = range.lowerBound
        var omission = Omission.nothing
        while position < range.upperBound {
            let (scalar, length) = Self.decode(text, position, range.upperBound)
            switch Self.folded(scalar) {
            case Letter.space: omission = max(omission, .space)
            case Letter.quote: omission = .quote
            case let letter:
                append(letter, position..<(position + length), after: omission)
                omission = .nothing
            }
            position += length
        }
        append(Letter.lineBreak, range.upperBound..<range.upperBound, after: omission)
    }

    private mutating func append(_ letter: UInt16, _ range: Range<Int>, after omission: Omission) {
        letters.append(letter)
        starts.append(range.lowerBound)
        ends.append(range.upperBound)
        omitted.append(omission)
    }

    /// The scalar at a position, and its length; a damaged sequence is one letter that matches nothing.
    private static func decode(_ text: [UInt8], _ position: Int, _ end: Int) -> (UInt32, Int) {
        let lead = UInt32(text[position])
        let length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
        guard position + length <= end else { return (UInt32(Letter.other), end - position) }
        switch length {
        case 1: return (lead, 1)
        case 2: return ((lead & 0x1F) << 6 | UInt32(text[position + 1] & 0x3F), 2)
        case 3:
            let middle = UInt32(text[position + 1] & 0x3F)
            return ((lead & 0x0F) << 12 | middle << 6 | UInt32(text[position + 2] & 0x3F), 3)
        default: return (UInt32(Letter.other), 4)
        }
    }

    private static func folded(_ scalar: UInt32) -> UInt16 {
        switch scalar {
        case 0x4E00...0x9FFF: UInt16(scalar)
        case 0x30...0x39, 0x61...0x7A: UInt16(scalar)
        case 0...0x20, 0xA0, 0x3000, 0x2000...0x200F, 0xFEFF: Letter.space
        case 0x22, 0x27, 0x201C, 0x201D, 0x2018, 0x2019, 0x300C...0x300F, 0xFF02, 0xFF07: Letter.quote
        case 0x41...0x5A: UInt16(scalar) + 0x20
        case 0x2C: Letter.asciiComma
        case 0x28: Letter.openBracket
        case 0x29: Letter.closeBracket
        case 0x3A: Letter.colon
        case 0x3B: Letter.semicolon
        case 0x21: Letter.exclamation
        case 0x3F: Letter.question
        case 0xFF01, 0xFF08, 0xFF09, 0xFF0C, 0xFF1A, 0xFF1B, 0xFF1F: UInt16(scalar)
        case 0xFE6A: Letter.percent
        case 0xFF01...0xFF5E: folded(scalar - 0xFEE0)
        case 0x10000...: Letter.other
        default: UInt16(scalar)
        }
    }

    private mutating func matchBrackets() {
        var open: [Int] = []
        for (position, letter) in letters.enumerated() {
            switch letter {
            case Letter.openBracket: open.append(position)
            case Letter.closeBracket:
                if let start = open.popLast() { afterBracket[start] = position + 1 }
            case Letter.fullStop, Letter.lineBreak, Letter.exclamation, Letter.question: open.removeAll()
            default: break
            }
        }
    }
}

extension FoldedText.Omission: Comparable {
    static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}

/// The letters that give a text its parts.
enum Letter {
    static let lineBreak: UInt16 = 0x0A
    static let space: UInt16 = 0x20
    static let quote: UInt16 = 0x22
    static let percent: UInt16 = 0x25
    static let asciiComma: UInt16 = 0x2C
    static let hyphen: UInt16 = 0x2D
    static let dot: UInt16 = 0x2E
    static let slash: UInt16 = 0x2F
    static let tilde: UInt16 = 0x7E
    static let enumerationComma: UInt16 = 0x3001
    static let fullStop: UInt16 = 0x3002
    static let exclamation: UInt16 = 0xFF01
    static let openBracket: UInt16 = 0xFF08
    static let closeBracket: UInt16 = 0xFF09
    static let comma: UInt16 = 0xFF0C
    static let colon: UInt16 = 0xFF1A
    static let semicolon: UInt16 = 0xFF1B
    static let question: UInt16 = 0xFF1F
    static let dash: UInt16 = 0x2014
    static let shortDash: UInt16 = 0x2013
    /// 年
    static let year: UInt16 = 0x5E74
    /// 月
    static let month: UInt16 = 0x6708
    /// 至
    static let upTo: UInt16 = 0x81F3
    /// 到
    static let until: UInt16 = 0x5230
    /// 百
    static let hundred: UInt16 = 0x767E
    /// 上, as in 上千
    static let above: UInt16 = 0x4E0A
    /// 分, as in 百分之
    static let parts: UInt16 = 0x5206
    /// 之
    static let of: UInt16 = 0x4E4B
    /// Stands for whatever matches nothing.
    static let other: UInt16 = 0xFFFD

    static func isDigit(_ letter: UInt16) -> Bool { letter >= 0x30 && letter <= 0x39 }

    static func endsSentence(_ letter: UInt16) -> Bool {
        letter == fullStop || letter == lineBreak || letter == exclamation || letter == question
    }

    static func endsPart(_ letter: UInt16) -> Bool { letter == semicolon || endsSentence(letter) }

    /// Whether what follows is about something else than the number before.
    static func endsItem(_ letter: UInt16) -> Bool {
        letter == enumerationComma || letter == colon || letter == openBracket || endsClause(letter)
    }

    static func endsClause(_ letter: UInt16) -> Bool {
        letter == comma || letter == asciiComma || endsPart(letter)
    }
}
