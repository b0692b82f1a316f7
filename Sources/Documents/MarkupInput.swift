import CXML2
import Values

/// Markup on its way into a parser of libxml2, a piece at a time: the parser keeps no copy of the whole, and what would
/// cost it more than a document is worth is seen before it gets there.
///
/// The parser must not outlive it.
final class MarkupInput {
    private let bytes: [UInt8]
    private var position = 0
    private var survey: TagSurvey
    /// Why the parser got no more than it did.
    private(set) var failure: DocumentError?

    /// A page, in UTF-8.
    init(page bytes: [UInt8], limits: Limits) throws(DocumentError) {
        guard bytes.count <= limits.markupBytes else {
            throw .limit(.markupBytes(limits.markupBytes, found: bytes.count))
        }
        self.bytes = ConditionalMarks.removed(from: bytes)
        survey = TagSurvey(.page, limit: limits.attributes)
    }

    /// XML, in UTF-8 or in what it declares.
    ///
    /// - Parameter limit: how many bytes it may have.
    init(xml bytes: [UInt8], limit: Int, limits: Limits) throws(DocumentError) {
        guard bytes.count <= limit else { throw .limit(.markupBytes(limit, found: bytes.count)) }
        self.bytes = try Self.utf8(bytes)
        survey = TagSurvey(.xml, limit: limits.attributes)
    }

    /// Hands the parser what comes next; for `xmlCtxtReadIO` and `htmlCtxtReadIO`, of which `pointer` is the context.
    static let read: xmlInputReadCallback = { context, target, length in
        guard let context, let target else { return -1 }
        return Unmanaged<MarkupInput>.fromOpaque(context).takeUnretainedValue().read(into: target, atMost: Int(length))
    }

    var pointer: UnsafeMutableRawPointer { Unmanaged.passUnretained(self).toOpaque() }

    private func read(into target: UnsafeMutablePointer<CChar>, atMost length: Int) -> Int32 {
        let count = min(length, bytes.count - position)
        guard failure == nil, count > 0 else { return failure == nil ? 0 : -1 }
        bytes.withUnsafeBytes { all in
            let piece = UnsafeRawBufferPointer(rebasing: all[position..<position + count])
            survey.go(over: piece)
            UnsafeMutableRawPointer(target).copyMemory(
                from: piece.baseAddress ?? UnsafeRawPointer(target), byteCount: count)
        }
        position += count
        guard survey.isBeyondLimit else { return Int32(count) }
        failure = .limit(.attributes(survey.limit))
        return -1
    }

    /// The parser would convert the bytes itself, but what it is to be kept from has to be seen before.
    private static func utf8(_ bytes: [UInt8]) throws(DocumentError) -> [UInt8] {
        if let order = UTF16Text.byteOrderMark(of: bytes) {
            return try UTF16Text.decode(bytes[2...], order: order).bytes
        }
        let opening = bytes.lowercasedASCII(from: 0, limit: 200)
        let mark = Array("encoding=".utf8)
        guard let start = opening.offset(of: mark), let quote = opening.dropFirst(start + mark.count).first,
            let label = String(validating: opening[(start + mark.count + 1)...].prefix { $0 != quote }, as: UTF8.self),
            !["utf-8", "utf8", "us-ascii"].contains(label)
        else { return bytes }
        return try Transcoder.utf8(from: bytes, encoding: label)
    }
}

/// Counts the attributes of each element while markup comes by: libxml2 compares each with all before it, so that
/// 300,000 of one element take minutes.
///
/// It goes by the same marks as libxml2, in pages too, and counts rather too many than too few.
struct TagSurvey {
    enum Kind { case xml, page }

    let limit: Int
    private(set) var isBeyondLimit = false
    private let kind: Kind
    private var state = State.text
    /// The last eight bytes, in lower case, the latest lowest.
    private var recent: UInt64 = 0
    /// How many bytes of the element's name, or of the declaration, have come by.
    private var length = 0
    private var attributes = 0
    private var wasBlank = false
    /// The end mark of a script or a style sheet, within which nothing is an element.
    private var rawEnd: (mark: UInt64, mask: UInt64)?

    private enum State: Equatable {
        case text, opening, name, tag, value, closing, declaration, comment, data, instruction, raw
        case quoted(UInt8)
    }

    init(_ kind: Kind, limit: Int) {
        self.kind = kind
        self.limit = limit
    }

    mutating func go(over bytes: UnsafeRawBufferPointer) {
        for byte in bytes {
            if state == .text {
                if byte == UInt8(ascii: "<") { state = .opening }
                continue
            }
            let lower = byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte
            recent = recent << 8 | UInt64(lower)
            step(byte)
        }
    }

    private mutating func step(_ byte: UInt8) {
        switch state {
        case .text: break
        case .opening: open(byte)
        case .name: name(byte)
        case .tag: tag(byte)
        case .value:
            if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
                state = .quoted(byte)
            } else if byte > 0x20 {
                state = .tag
                tag(byte)
            }
        case .quoted(let quote):
            guard byte == quote else { return }
            state = .tag
            wasBlank = true
        case .closing: if byte == UInt8(ascii: ">") { state = .text }
        case .declaration: declare(byte)
        case .comment: if ends(with: 0x2D2D3E, 3) || kind == .page && ends(with: 0x2D2D213E, 4) { state = .text }
        case .data: if ends(with: 0x5D5D3E, 3) { state = .text }
        case .instruction: if kind == .page ? byte == UInt8(ascii: ">") : ends(with: 0x3F3E, 2) { state = .text }
        case .raw: if let rawEnd, recent & rawEnd.mask == rawEnd.mark { state = .closing }
        }
    }

    private func ends(with mark: UInt64, _ length: UInt64) -> Bool { recent & (1 << (8 * length) - 1) == mark }

    private mutating func open(_ byte: UInt8) {
        switch byte {
        case UInt8(ascii: "!"): state = .declaration
        case UInt8(ascii: "?"): state = .instruction
        case UInt8(ascii: "/"): state = .closing
        case UInt8(ascii: "<"): break
        default:
            // In a page, what is no letter is text; in XML it is an error.
            state = kind == .page && !(byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A || byte == 0x5F) ? .text : .name
        }
        length = 1
        attributes = 0
        rawEnd = nil
        if state == .declaration || state == .name { recent &= 0xFF }
    }

    private mutating func name(_ byte: UInt8) {
        guard byte <= 0x20 || byte == UInt8(ascii: ">") || byte == UInt8(ascii: "/") else { return length += 1 }
        if kind == .page { rawEnd = Self.rawEnd(recent >> 8, length) }
        state = .tag
        wasBlank = true
        tag(byte)
    }

    private static func rawEnd(_ name: UInt64, _ length: Int) -> (mark: UInt64, mask: UInt64)? {
        switch (name, length) {
        case (0x736372697074, 6): (0x3C2F_7363_7269_7074, .max)
        case (0x7374796C65, 5): (0x3C2F_7374_796C_65, (1 << 56) - 1)
        default: nil
        }
    }

    private mutating func tag(_ byte: UInt8) {
        switch byte {
        case UInt8(ascii: ">"):
            let isEmpty = recent >> 8 & 0xFF == UInt64(UInt8(ascii: "/"))
            state = rawEnd == nil || isEmpty ? .text : .raw
        case UInt8(ascii: "="):
            state = .value
            wasBlank = false
        case ...0x20, UInt8(ascii: "/"): wasBlank = true
        default:
            guard wasBlank else { return }
            wasBlank = false
            attributes += 1
            if attributes > limit { isBeyondLimit = true }
        }
    }

    /// After `<!`: a comment, data, or a declaration, which ends with the next angle bracket.
    private mutating func declare(_ byte: UInt8) {
        length += 1
        if length == 3, ends(with: 0x2D2D, 2) {
            state = .comment
            // In a page, `<!-->` is a whole comment.
            recent = kind == .page ? 0x2D2D : 0
        } else if length == 8, kind == .xml, ends(with: 0x5B63_6461_7461_5B, 7) {
            state = .data
        } else if byte == UInt8(ascii: ">") {
            state = .text
        }
    }
}
