/// The narrative as letters that are easy to compare: one for each character, full width made half, spaces and
/// quotation marks left out.
///
/// Each letter knows where it stands in the transcript, so that nothing found in it loses its place.
struct FoldedText {
    private(set) var letters: [UInt16] = []
    private var places: [Place] = []
    /// For each opening bracket that is closed before the sentence ends, the letter after its closing one; empty
    /// without brackets.
    private var closed: [Int32] = []
    /// The letters that begin paragraphs which nothing said before goes on in.
    private(set) var openings: Set<Int> = []

    /// Where a letter stands in the transcript, and what was left out just before it.
    private struct Place {
        var start: Int
        var length: UInt8
        var omission: Omission
    }

    enum Omission: UInt8 {
        /// A gap is more than one space, or a tab: what stands beside it is a word or a cell of its own.
        case nothing, space, gap, apostrophe, quote

        /// Whether it is a mark that may close what is quoted.
        var isQuote: Bool { self >= .apostrophe }
    }

    /// Folds the bytes of each part; a line break stands between paragraphs.
    ///
    /// - Parameter letters: for each letter the one it is read as; empty where all stay.
    init(_ text: [UInt8], _ parts: [ProsePart], letters replacements: [UInt16] = []) {
        let size = parts.reduce(0) { $0 + $1.range.count + 1 }
        var places: [Place] = []
        letters = Array(unsafeUninitializedCapacity: size) { letters, count in
            places = Array(unsafeUninitializedCapacity: size) { places, placeCount in
                count = text.withUnsafeBufferPointer { text in
                    replacements.withUnsafeBufferPointer { replacements in
                        var folding = Folding(
                            text: text, replacements: replacements, letters: letters, places: places)
                        for part in parts {
                            if part.opens { openings.insert(folding.count) }
                            folding.fold(part.range.clamped(to: 0..<text.count), goesOn: part.goesOn)
                        }
                        return folding.count
                    }
                }
                placeCount = count
            }
        }
        self.places = places
        matchBrackets()
    }

    /// For an opening bracket, the letter after its closing one, if that comes before the sentence ends.
    func afterBracket(_ position: Int) -> Int? {
        guard !closed.isEmpty, closed[position] > 0 else { return nil }
        return Int(closed[position])
    }

    /// Makes a number one word: its thousands separators end no clause.
    mutating func join(_ number: Range<Int>) {
        for position in number where Letter.endsClause(letters[position]) { letters[position] = Letter.other }
    }

    /// The bytes of the transcript that letters stand for.
    func bytes(_ range: Range<Int>) -> Range<Int> {
        guard range.lowerBound < range.upperBound else { return 0..<0 }
        let last = places[range.upperBound - 1]
        return places[range.lowerBound].start..<(last.start + Int(last.length))
    }

    /// What was left out just before a letter.
    func omitted(before position: Int) -> Omission { places[position].omission }

    /// The letters of a catalogue word, folded as the text is.
    static func letters(of word: String, letters replacements: [UInt16] = []) -> [UInt16] {
        var letters: [UInt16] = []
        letters.reserveCapacity(word.utf8.count / 3 + 1)
        for scalar in word.unicodeScalars {
            let letter = folded(scalar.value)
            if letter == Letter.space || letter == Letter.apostrophe || letter == Letter.quote { continue }
            let mark = letter == Letter.asciiComma ? Letter.comma : letter
            letters.append(replacements.isEmpty ? mark : replacements[Int(mark)])
        }
        return letters
    }

    /// Letters and their places on the way into memory that is large enough for all of them.
    private struct Folding {
        let text: UnsafeBufferPointer<UInt8>
        let replacements: UnsafeBufferPointer<UInt16>
        let letters: UnsafeMutableBufferPointer<UInt16>
        let places: UnsafeMutableBufferPointer<Place>
        private(set) var count = 0

        init(
            text: UnsafeBufferPointer<UInt8>, replacements: UnsafeBufferPointer<UInt16>,
            letters: UnsafeMutableBufferPointer<UInt16>, places: UnsafeMutableBufferPointer<Place>
        ) {
            self.text = text
            self.replacements = replacements
            self.letters = letters
            self.places = places
        }

        mutating func fold(_ range: Range<Int>, goesOn: Bool) {
            var position = range.lowerBound
            var omission = Omission.nothing
            while position < range.upperBound {
                if let ideograph = ideograph(at: position, before: range.upperBound) {
                    append(replacements.isEmpty ? ideograph : replacements[Int(ideograph)], position, 3, omission)
                    omission = .nothing
                    position += 3
                    continue
                }
                let (scalar, length) = FoldedText.decode(text, position, range.upperBound)
                switch FoldedText.folded(scalar) {
                case Letter.space: omission = max(omission, isGap(scalar, after: omission) ? .gap : .space)
                case Letter.apostrophe: omission = max(omission, .apostrophe)
                case Letter.quote: omission = .quote
                case Letter.dot where isFullStop(before: position + length, range.upperBound):
                    append(Letter.fullStop, position, length, omission)
                    omission = .nothing
                case Letter.asciiComma where !isInNumber(position + length, range.upperBound):
                    append(Letter.comma, position, length, omission)
                    omission = .nothing
                case let letter:
                    append(replacements.isEmpty ? letter : replacements[Int(letter)], position, length, omission)
                    omission = .nothing
                }
                position += length
            }
            if !goesOn { append(Letter.lineBreak, range.upperBound, 0, omission) }
        }

        /// What begins with one of these bytes (U+4000 to U+9FFF), as nearly all letters do, is folded to itself.
        private func ideograph(at position: Int, before end: Int) -> UInt16? {
            guard position + 3 <= end, text[position] >= 0xE4, text[position] <= 0xE9 else { return nil }
            let (lead, middle, last) = (text[position], text[position + 1], text[position + 2])
            return UInt16(lead & 0x0F) << 12 | UInt16(middle & 0x3F) << 6 | UInt16(last & 0x3F)
        }

        /// 收到申请3件.未收取费用: typed for 。 Before digits it may be the point of a number that has lost its zero, 共.5万件,
        /// unless they are a year or a month, or too many.
        private func isFullStop(before next: Int, _ end: Int) -> Bool {
            guard count > 0, case let last = letters[count - 1],
                Letter.isIdeograph(last) || last == Letter.percent || last == Letter.closeBracket
            else { return false }
            var rest = next
            while rest < end, text[rest] >= 0x30, text[rest] <= 0x39 { rest += 1 }
            guard rest > next else { return rest == end || text[rest] | 0x20 < 0x61 || text[rest] | 0x20 > 0x7A }
            return rest - next > 3 || rest < end && Self.isTime(FoldedText.decode(text, rest, end).0)
        }

        /// 1,234: whether a comma stands between two digits; any other is that of a sentence.
        private func isInNumber(_ next: Int, _ end: Int) -> Bool {
            count > 0 && Letter.isDigit(letters[count - 1]) && next < end && text[next] >= 0x30 && text[next] <= 0x39
        }

        /// 年, 月
        private static func isTime(_ scalar: UInt32) -> Bool {
            scalar == UInt32(Letter.year) || scalar == UInt32(Letter.month)
        }

        private func isGap(_ scalar: UInt32, after omission: Omission) -> Bool {
            scalar == 0x09 || scalar == 0x3000 || omission != .nothing
        }

        private mutating func append(_ letter: UInt16, _ start: Int, _ length: Int, _ omission: Omission) {
            letters[count] = letter
            places[count] = Place(start: start, length: UInt8(truncatingIfNeeded: length), omission: omission)
            count += 1
        }
    }

    /// The scalar at a position, and its length; a damaged sequence is one letter that matches nothing.
    private static func decode(
        _ text: UnsafeBufferPointer<UInt8>, _ position: Int, _ end: Int
    ) -> (UInt32, Int) {
        let lead = UInt32(text[position])
        let length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
        guard position + length <= end else { return (UInt32(Letter.other), end - position) }
        switch length {
        case 1: return (lead, 1)
        case 2: return ((lead & 0x1F) << 6 | UInt32(text[position + 1] & 0x3F), 2)
        case 3:
            let middle = UInt32(text[position + 1] & 0x3F)
            return ((lead & 0x0F) << 12 | middle << 6 | UInt32(text[position + 2] & 0x3F), 3)
        default:
            let middle = UInt32(text[position + 1] & 0x3F) << 6 | UInt32(text[position + 2] & 0x3F)
            return ((lead & 0x07) << 18 | middle << 6 | UInt32(text[position + 3] & 0x3F), 4)
        }
    }

    private static func folded(_ scalar: UInt32) -> UInt16 {
        switch scalar {
        case 0x4E00...0x9FFF: UInt16(scalar)
        case 0x30...0x39, 0x61...0x7A: UInt16(scalar)
        // U+202E, which turns digits round, stays.
        case 0...0x20, 0xA0, 0xAD, 0x3000, 0x2000...0x200F, 0x2028...0x202D, 0x202F, 0x205F...0x206F, 0xFEFF:
            Letter.space
        case 0x27, 0x2019, 0xFF07: Letter.apostrophe
        case 0x22, 0x201C, 0x201D, 0x2018, 0x300C...0x300F, 0xFF02: Letter.quote
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
        case 0xFF61: Letter.fullStop
        case 0x2010...0x2012, 0xFE58, 0xFE63: Letter.hyphen
        case 0xFF01...0xFF5E: folded(scalar - 0xFEE0)
        case 0x2E80...0x2FD5, 0xF900...0xFAD9: UInt16(truncatingIfNeeded: StandIns.ideograph(scalar))
        // Digits of mathematics, in bold and other kinds of type.
        case 0x1D7CE...0x1D7FF: UInt16(0x30 + (scalar - 0x1D7CE) % 10)
        case 0x10000...: Letter.other
        default: UInt16(scalar)
        }
    }

    private mutating func matchBrackets() {
        var open: [Int] = []
        // No ideograph opens or closes anything.
        for (position, letter) in letters.enumerated() where !Letter.isIdeograph(letter) {
            switch letter {
            case Letter.openBracket: open.append(position)
            case Letter.closeBracket:
                guard let start = open.popLast() else { break }
                if closed.isEmpty { closed = Array(repeating: 0, count: letters.count) }
                closed[start] = Int32(truncatingIfNeeded: position + 1)
            case _ where Letter.endsSentence(letter): open.removeAll(keepingCapacity: true)
            default: break
            }
        }
    }
}

extension FoldedText.Omission: Comparable {
    static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}
