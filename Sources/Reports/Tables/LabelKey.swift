/// What remains of a printed label when spacing, punctuation, enumerators and notes are taken away, as a 64-bit hash.
///
/// `（三）不予公开`, `3、 不予 公开` and a `不予⏎公开` broken over lines are one label. Form and document go through the same function,
/// so it need not be reversible; a test holds that no two different labels of our forms share a key.
enum LabelKey {
    /// The key of a range of text; nil where nothing is left.
    static func of(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> UInt64? {
        read(text, range)?.key
    }

    /// The same, and whether a label that goes on behind it (broken over lines or cells) has the same letters first:
    /// not where a note or a number may be cut off.
    ///
    /// - Parameter most: the letters of the longest label; what has more is a text, whatever follows.
    static func read(
        _ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, most: Int = .max
    ) -> (key: UInt64, isSteady: Bool)? {
        var hash = FNV.offset
        var count = 0
        let isSteady = forEachLetter(of: text, range) { letter in
            hash = FNV.combined(hash, letter)
            count += 1
            return count <= most
        }
        return count == 0 ? nil : (hash, isSteady)
    }

    /// The keys of what a label begins with.
    static func beginnings(of label: String) -> [UInt64] {
        let bytes = Array(label.utf8)
        var hash = FNV.offset
        return bytes.withUnsafeBufferPointer { letters(of: $0, 0..<$0.count) }.dropLast().map { letter in
            hash = FNV.combined(hash, letter)
            return hash
        }
    }

    /// What the key of a range of text is made of.
    static func letters(of text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> [UInt32] {
        var letters: [UInt32] = []
        forEachLetter(of: text, range) {
            letters.append($0)
            return true
        }
        return letters
    }

    /// Goes through the letters until `body` wants no more. Returns whether what may follow cannot change them (see
    /// `read`).
    @inline(__always) @discardableResult
    private static func forEachLetter(
        of text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ body: (UInt32) -> Bool
    ) -> Bool {
        var scalars = Scalars(text, range)
        var isSteady = beginsWithWord(scalars)
        if !isSteady {
            skipEnumerators(&scalars)
            isSteady = !mayBeginEnumerator(scalars)
        }
        let simplified = Traditional.table
        while let raw = scalars.next() {
            // Only a mark without width or a raised one can make a note of what has no bracket.
            let isMarked = scalars.peekByte == 0xCC
            if !isMarked, raw >= 0x4E00, raw <= 0x9FFF {
                guard body(Traditional.simplified(raw, by: simplified)) else { break }
                continue
            }
            let scalar = ScalarClass.folded(raw)
            if raw == ScalarClass.raisedParenthesis || isMarked, scalars.takeNote(begunBy: raw) {
                isSteady = false
                continue
            }
            if scalar == openParenthesis || isBracket(scalar) {
                isSteady = false
                if skipNote(&scalars, begunBy: scalar) { continue }
            }
            guard ScalarClass.isWordPart(scalar) else { continue }
            guard body((0x41...0x5A).contains(scalar) ? scalar + 0x20 : scalar) else { break }
        }
        return isSteady
    }

    /// Whether an ideograph comes next that no enumerator begins with, as in most labels.
    private static func beginsWithWord(_ scalars: Scalars) -> Bool {
        guard let raw = scalars.peek(), raw >= 0x4E00, raw <= 0x9FFF else { return false }
        let first = Traditional.simplified(raw)
        return first != amongFirst && !ScalarClass.isChineseNumeral(first)
    }

    /// Whether what comes next, or nothing, may be the beginning of an enumerator that is cut off.
    private static func mayBeginEnumerator(_ scalars: Scalars) -> Bool {
        var ahead = scalars
        skipSpaces(&ahead)
        guard let first = ahead.next().map(ScalarClass.folded) else { return true }
        return first == openParenthesis || first == amongFirst || ScalarClass.isDigit(first)
            || ScalarClass.isChineseNumeral(first) || (0x2460...0x2473).contains(first)
    }

    static func of(_ label: String) -> UInt64? {
        let bytes = Array(label.utf8)
        return bytes.withUnsafeBufferPointer { of($0, 0..<$0.count) }
    }

    /// The number in front of a text, with its brackets or the mark behind it: （七） of `（七）总计`, 3. of `3.其他`.
    static func enumerator(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> [UInt32] {
        var scalars = Scalars(text, range)
        guard skipEnumerator(&scalars) else { return [] }
        var number = Scalars(text, range.lowerBound..<scalars.position)
        var enumerator: [UInt32] = []
        while let raw = number.next() {
            let scalar = ScalarClass.folded(raw)
            if !ScalarClass.isSpace(scalar) { enumerator.append(scalar) }
        }
        return enumerator
    }

    static func enumerator(_ label: String) -> [UInt32] {
        let bytes = Array(label.utf8)
        return bytes.withUnsafeBufferPointer { enumerator($0, 0..<$0.count) }
    }

    /// Whether a text begins as the headings of chapters do: `五、`, `六．`.
    static func isChapterNumber(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Bool {
        var scalars = Scalars(text, range)
        guard let first = scalars.next(), ScalarClass.isChineseNumeral(first) else { return false }
        return skipNumberAndMark(&scalars, isDigit: false)
    }

    /// 其, as in 其中
    private static let amongFirst: UInt32 = 0x5176
    private static let openParenthesis: UInt32 = 0x28
    private static let closeParenthesis: UInt32 = 0x29

    /// Past `一、`, `（三）`, `12.`, `1、（二）` and `其中：` at the start.
    private static func skipEnumerators(_ scalars: inout Scalars) {
        while true {
            var ahead = scalars
            guard skipEnumerator(&ahead) else { return }
            scalars = ahead
        }
    }

    private static func skipEnumerator(_ scalars: inout Scalars) -> Bool {
        skipSpaces(&scalars)
        guard let raw = scalars.next() else { return false }
        let first = ScalarClass.folded(raw)
        if first == openParenthesis { return skipParenthesisedNumber(&scalars) }
        if (0x2460...0x2473).contains(first) { return true }
        if first == amongFirst {
            // 其中：
            return scalars.next() == 0x4E2D && scalars.next().map(ScalarClass.folded) == 0x3A
        }
        guard ScalarClass.isDigit(first) || ScalarClass.isChineseNumeral(first) else { return false }
        return skipNumberAndMark(&scalars, isDigit: ScalarClass.isDigit(first))
    }

    /// `（三）`, but not `（指2019年事项数）`: that is a note.
    private static func skipParenthesisedNumber(_ scalars: inout Scalars) -> Bool {
        while let raw = scalars.next() {
            let scalar = ScalarClass.folded(raw)
            if scalar == closeParenthesis { return true }
            let isPart =
                ScalarClass.isDigit(scalar) || ScalarClass.isChineseNumeral(scalar) || ScalarClass.isSpace(scalar)
            guard isPart else { return false }
        }
        return false
    }

    /// A number and `、`, `.`, `．`, `,` or `)` after it; of a number in digits the mark may be missing, since no label
    /// begins with a digit.
    private static func skipNumberAndMark(_ scalars: inout Scalars, isDigit: Bool) -> Bool {
        while let raw = scalars.peek() {
            let scalar = ScalarClass.folded(raw)
            if ScalarClass.isDigit(scalar) || ScalarClass.isChineseNumeral(scalar) && !isDigit {
                _ = scalars.next()
                continue
            }
            if ScalarClass.isSpace(scalar) && !isDigit {
                _ = scalars.next()
                continue
            }
            switch scalar {
            case 0x3001, 0x2E, 0x2C, closeParenthesis, 0x3002, 0xB7, 0x3A:
                _ = scalars.next()
                return true
            default:
                return isDigit
            }
        }
        return false
    }

    /// `[`, `【`, `〔`
    private static func isBracket(_ scalar: UInt32) -> Bool { scalar == 0x5B || scalar == 0x3010 || scalar == 0x3014 }

    /// In letters. Brackets that are never closed would be followed to the end of the text, each of them.
    private static let longestNote = 200

    /// Passes over a note in brackets: more than two characters, a unit (`（元）`), or the mark of a note at the end
    /// (`（3）`); anything else that is short is part of the label (`结转下（一）年度`).
    private static func skipNote(_ scalars: inout Scalars, begunBy opening: UInt32) -> Bool {
        guard opening == openParenthesis else { return skipMark(&scalars, begunBy: opening) }
        var ahead = scalars
        var length = 0
        var depth = 1
        var last: UInt32 = 0
        while length < longestNote, let raw = ahead.next() {
            switch ScalarClass.folded(raw) {
            case openParenthesis: depth += 1
            case closeParenthesis: depth -= 1
            case let scalar where ScalarClass.isWordPart(scalar):
                length += 1
                last = scalar
            default: break
            }
            if depth == 0 {
                let isMark = ScalarClass.isDigit(last) && ahead.peek() == nil
                guard length > 2 || units.contains(last) || isMark else { return false }
                scalars = ahead
                return true
            }
        }
        return false
    }

    /// Past `[3]`, `[^3]` and `〔注1〕`; brackets around words are none of a note.
    private static func skipMark(_ scalars: inout Scalars, begunBy opening: UInt32) -> Bool {
        var ahead = scalars
        while let raw = ahead.next() {
            // Each of the three is closed by a character of its own, one or two further on.
            let scalar = ScalarClass.folded(raw)
            if scalar == opening + (opening == 0x5B ? 2 : 1) {
                scalars = ahead
                return true
            }
            guard !ScalarClass.isWordPart(scalar) || ScalarClass.isDigit(scalar) || scalar == note else { return false }
        }
        return false
    }

    /// 注
    private static let note: UInt32 = 0x6CE8

    /// 元、件、条、次、篇、个、人
    private static let units: [UInt32] = [0x5143, 0x4EF6, 0x6761, 0x6B21, 0x7BC7, 0x4E2A, 0x4EBA]

    private static func skipSpaces(_ scalars: inout Scalars) {
        while let scalar = scalars.peek(), ScalarClass.isSpace(scalar) { _ = scalars.next() }
    }
}

/// FNV-1a over scalars, 64 bits (Fowler, Noll, Vo; draft-eastlake-fnv).
enum FNV {
    static let offset: UInt64 = 0xcbf2_9ce4_8422_2325

    static func combined(_ hash: UInt64, _ scalar: UInt32) -> UInt64 {
        (hash ^ UInt64(scalar)) &* 0x100_0000_01b3
    }
}
