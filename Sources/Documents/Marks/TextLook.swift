/// How a stretch of text looks, as far as it decides whether it is read: hidden text is not there, struck-out text
/// takes no part, and raised or lowered text is a note.
struct TextLook: Equatable {
    var isHidden = false
    var isStruck = false
    /// Above or below the line.
    var isRaised = false
    /// Whether it is perhaps not seen, or seen as something else; figures that look so cannot be read.
    var isDoubtful = false

    /// Whether text that is perhaps not seen may be a figure: it has a digit, or no words that would tell what it is.
    static func mayHideFigure(_ text: some Sequence<UInt8>) -> Bool {
        let text = Array(text)
        if hasDigit(text) { return true }
        return text.contains { $0 > 0x20 } && !text.contains { $0 >= 0xE3 }
    }

    /// Whether text has a digit, of whatever width.
    static func hasDigit(_ text: some Sequence<UInt8>) -> Bool {
        String(decoding: Array(text), as: UTF8.self).unicodeScalars.contains {
            0x30...0x39 ~= $0.value || 0xFF10...0xFF19 ~= $0.value
        }
    }
}

/// A line being put together of stretches that look differently.
struct MarkedLine {
    private(set) var bytes: [UInt8] = []
    /// What is struck out, of all lines so far.
    private(set) var struck: [UInt8] = []

    var isEmpty: Bool { bytes.isEmpty }

    mutating func append(_ text: some Sequence<UInt8>, _ look: TextLook) {
        if look.isHidden { return }
        if look.isStruck {
            struck.append(contentsOf: text)
        } else if look.isRaised {
            RaisedText.append(text, to: &bytes)
        } else {
            bytes.append(contentsOf: text)
            if look.isDoubtful, TextLook.mayHideFigure(text) { bytes.append(contentsOf: ObjectMark.bytes) }
        }
    }

    mutating func append(_ byte: UInt8) { bytes.append(byte) }

    /// Appends a mark, which has no look.
    mutating func append(_ mark: [UInt8]) { bytes.append(contentsOf: mark) }

    mutating func removeTrailingSpaces() {
        while bytes.last == 0x20 { bytes.removeLast() }
    }

    /// Begins the next line.
    mutating func end() -> [UInt8] {
        defer { bytes.removeAll(keepingCapacity: true) }
        return bytes
    }
}

extension [Piece] {
    /// A cell's content; where nothing is left to see but what is struck out, that is kept, with its strokes: it is not
    /// blank.
    func keeping(struck: [UInt8]) -> [Piece] {
        guard ObjectMark.isSeen(struck) else { return self }
        let isSeen = contains { piece in
            switch piece {
            case .line(let line): ObjectMark.isSeen(line)
            case .grid, .picture, .recognised: true
            }
        }
        guard !isSeen else { return self }
        var line: [UInt8] = []
        StruckText.append(struck, to: &line)
        return [.line(line)]
    }
}
