import Values

/// Rows as bytes, each after its length, as long as one run of the program: nothing that is kept has this form.
struct RowBytes {
    private var reader: ByteReader
    var position: Int { reader.position }

    init(_ bytes: UnsafeRawBufferPointer) {
        reader = ByteReader(bytes)
    }

    /// The next row; nil where there is none, or only a part of it.
    mutating func next() -> (entries: [Entry], emphasis: Emphasis?)? {
        guard reader.enterPart() != nil else { return nil }
        let emphasis = Self.emphasis(reader.byte())
        let count = reader.size()
        var entries: [Entry] = []
        entries.reserveCapacity(count)
        for _ in 0..<count { entries.append(entry()) }
        return (entries, emphasis)
    }

    private mutating func phrase() -> Phrase {
        let chinese = reader.text()
        return Phrase(zh: chinese, en: reader.text())
    }

    private mutating func entry() -> Entry {
        switch reader.byte() {
        case 0: return .text(reader.text())
        case 1: return .number(number())
        case 2: return .decimal(reader.text())
        case 3: return .list((0..<reader.size()).map { _ in reader.text() })
        case 4: return .flag(reader.byte() == 1)
        case 5:
            let word = reader.text()
            return .word(word, phrase())
        case 6: return .gap(Self.some(Gap.allCases, reader.byte()) ?? .absent)
        default: return .empty
        }
    }

    private mutating func number() -> Number {
        let zigzag = reader.integer()
        let units = Int64(bitPattern: zigzag >> 1) ^ -Int64(bitPattern: zigzag & 1)
        var number = Number(units, Self.some(Scale.all, reader.byte()) ?? .whole)
        let flags = reader.byte()
        number.isCorrected = flags & 1 != 0
        number.isOverFew = flags & 2 != 0
        number.isUnproved = flags & 4 != 0
        number.isGrouped = flags & 8 != 0
        number.qualifier = Self.some(Qualifier.allCases, reader.byte())
        number.bound = Self.some(Number.Bound.all, reader.byte())
        let footnote = reader.size()
        number.footnote = footnote == 0 ? nil : footnote
        return number
    }

    static func emphasis(_ code: UInt8) -> Emphasis? { some(Emphasis.all, code) }
    static func code(of emphasis: Emphasis?) -> UInt8 { code(of: emphasis, in: Emphasis.all) }

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
        ByteReader.writePart(to: &self) { bytes in
            bytes.append(RowBytes.code(of: emphasis))
            bytes.append(integer: UInt64(row.count))
            for entry in row { bytes.append(entry) }
        }
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
