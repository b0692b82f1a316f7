import Values

/// Rows as bytes, each after its length, as long as one run of the program: nothing that is kept has this form.
struct RowBytes {
    fileprivate static let lengthSize = 4

    private let bytes: UnsafeRawBufferPointer
    private(set) var position = 0

    init(_ bytes: UnsafeRawBufferPointer) {
        self.bytes = bytes
    }

    /// The next row; nil where there is none, or only a part of it.
    mutating func next() -> (entries: [Entry], emphasis: Emphasis?)? {
        guard bytes.count - position >= Self.lengthSize else { return nil }
        let length = Int(UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: position, as: UInt32.self)))
        guard bytes.count - position >= length else { return nil }
        position += Self.lengthSize
        let emphasis = Self.some(Emphasis.all, byte())
        let count = size()
        var entries: [Entry] = []
        entries.reserveCapacity(count)
        for _ in 0..<count { entries.append(entry()) }
        return (entries, emphasis)
    }

    private mutating func byte() -> UInt8 {
        defer { position += 1 }
        return bytes[position]
    }

    private mutating func size() -> Int { Int(truncatingIfNeeded: integer()) }

    /// Seven bits a byte: most sizes and numbers are small.
    private mutating func integer() -> UInt64 {
        var result: UInt64 = 0
        var shift: UInt64 = 0
        while true {
            let byte = byte()
            result |= UInt64(byte & 0x7F) << shift
            if byte < 0x80 { return result }
            shift += 7
        }
    }

    private mutating func text() -> String {
        let length = size()
        defer { position += length }
        return String(decoding: UnsafeRawBufferPointer(rebasing: bytes[position..<position + length]), as: UTF8.self)
    }

    private mutating func phrase() -> Phrase {
        let chinese = text()
        return Phrase(zh: chinese, en: text())
    }

    private mutating func entry() -> Entry {
        switch byte() {
        case 0: return .text(text())
        case 1: return .number(number())
        case 2: return .decimal(text())
        case 3: return .list((0..<size()).map { _ in text() })
        case 4: return .flag(byte() == 1)
        case 5:
            let word = text()
            return .word(word, phrase())
        case 6: return .gap(Self.some(Gap.allCases, byte()) ?? .absent)
        default: return .empty
        }
    }

    private mutating func number() -> Number {
        let zigzag = integer()
        let units = Int64(bitPattern: zigzag >> 1) ^ -Int64(bitPattern: zigzag & 1)
        var number = Number(units, Self.some(Scale.all, byte()) ?? .whole)
        let flags = byte()
        number.isCorrected = flags & 1 != 0
        number.isOverFew = flags & 2 != 0
        number.isUnproved = flags & 4 != 0
        number.isGrouped = flags & 8 != 0
        number.qualifier = Self.some(Qualifier.allCases, byte())
        number.bound = Self.some(Number.Bound.all, byte())
        let footnote = size()
        number.footnote = footnote == 0 ? nil : footnote
        return number
    }

    fileprivate static func some<Value>(_ values: [Value], _ code: UInt8) -> Value? {
        code == 0 ? nil : values[Int(code) - 1]
    }

    /// From 1; 0 of nothing.
    fileprivate static func code<Value: Equatable>(of value: Value?, in values: [Value]) -> UInt8 {
        UInt8(value.flatMap(values.firstIndex).map { $0 + 1 } ?? 0)
    }
}

extension Scale {
    fileprivate static let all: [Scale] = [.whole, .hundredths, .millionths]
}

extension Number.Bound {
    fileprivate static let all: [Number.Bound] = [.atLeast, .open]
}

extension Emphasis {
    fileprivate static let all: [Emphasis] = [.grave, .doubtful, .slight]
}

extension [UInt8] {
    mutating func append(row: [Entry], _ emphasis: Emphasis?) {
        let start = count
        append(contentsOf: repeatElement(0, count: RowBytes.lengthSize))
        append(RowBytes.code(of: emphasis, in: Emphasis.all))
        append(integer: UInt64(row.count))
        for entry in row { append(entry) }
        let length = UInt32(truncatingIfNeeded: count - start).littleEndian
        withUnsafeMutableBytes { $0.storeBytes(of: length, toByteOffset: start, as: UInt32.self) }
    }

    private mutating func append(integer: UInt64) {
        var rest = integer
        while rest >= 0x80 {
            append(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        append(UInt8(rest))
    }

    private mutating func append(text: String) {
        append(integer: UInt64(text.utf8.count))
        append(contentsOf: text.utf8)
    }

    private mutating func append(_ entry: Entry) {
        switch entry {
        case .text(let text):
            append(0)
            append(text: text)
        case .number(let number):
            append(1)
            append(number)
        case .decimal(let digits):
            append(2)
            append(text: digits)
        case .list(let texts):
            append(3)
            append(integer: UInt64(texts.count))
            for text in texts { append(text: text) }
        case .flag(let isSo):
            append(4)
            append(isSo ? 1 : 0)
        case .word(let word, let phrase):
            append(5)
            for text in [word, phrase.zh, phrase.en] { append(text: text) }
        case .gap(let gap):
            append(6)
            append(RowBytes.code(of: gap, in: Gap.allCases))
        case .empty: append(7)
        }
    }

    private mutating func append(_ number: Number) {
        append(integer: UInt64(bitPattern: number.units << 1 ^ number.units >> 63))
        append(RowBytes.code(of: number.scale, in: Scale.all))
        let flags = [number.isCorrected, number.isOverFew, number.isUnproved, number.isGrouped]
        append(flags.enumerated().reduce(0) { $0 | ($1.element ? 1 << UInt8($1.offset) : 0) })
        append(RowBytes.code(of: number.qualifier, in: Qualifier.allCases))
        append(RowBytes.code(of: number.bound, in: Number.Bound.all))
        append(integer: UInt64(number.footnote ?? 0))
    }
}
