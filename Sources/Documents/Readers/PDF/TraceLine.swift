import Glibc

/// One line of a trace: an element with attributes, `<g unicode="规" x="8" y="35" adv="1"/>`.
struct TraceLine {
    private let bytes: UnsafeBufferPointer<UInt8>
    /// From the element's name to the end of the line.
    private let range: Range<Int>

    enum Kind {
        case page
        case text(isDrawn: Bool)
        case clippingText
        case span, glyph
        case path(isStroked: Bool)
        case move, line, curve, close, endPath, picture
        case clip, endClip, otherClip, popClip, group, endGroup
    }

    init(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
        self.bytes = bytes
        var start = range.lowerBound
        while start < range.upperBound, bytes[start] == 0x20 || bytes[start] == 0x09 { start += 1 }
        let isElement = start < range.upperBound && bytes[start] == UInt8(ascii: "<")
        self.range = isElement ? start + 1..<range.upperBound : range.upperBound..<range.upperBound
    }

    /// What the line says, as far as it matters.
    var kind: Kind? {
        for (name, kind) in Self.kinds where isNamed(name) { return kind }
        return nil
    }

    /// The most frequent first.
    private static let kinds: [(StaticString, Kind)] = [
        ("g", .glyph), ("lineto", .line), ("span", .span), ("moveto", .move), ("closepath", .close),
        ("fill_path", .path(isStroked: false)), ("/fill_path", .endPath), ("stroke_path", .path(isStroked: true)),
        ("/stroke_path", .endPath), ("fill_text", .text(isDrawn: true)), ("stroke_text", .text(isDrawn: true)),
        ("curveto", .curve), ("clip_text", .clippingText), ("clip_stroke_text", .clippingText),
        ("ignore_text", .text(isDrawn: false)), ("fill_image", .picture), ("fill_image_mask", .picture),
        ("fill_shade", .picture), ("page", .page), ("clip_path", .clip), ("clip_stroke_path", .clip),
        ("/clip_path", .endClip), ("/clip_stroke_path", .endClip), ("clip_image_mask", .otherClip),
        ("/mask", .otherClip), ("pop_clip", .popClip), ("group", .group), ("/group", .endGroup),
    ]

    func isNamed(_ name: StaticString) -> Bool {
        let end = range.lowerBound + name.utf8CodeUnitCount
        guard matches(name, at: range.lowerBound) else { return false }
        guard end < range.upperBound else { return true }
        return bytes[end] == 0x20 || bytes[end] == UInt8(ascii: ">") || bytes[end] == UInt8(ascii: "/")
    }

    private func matches(_ text: StaticString, at position: Int) -> Bool {
        guard position + text.utf8CodeUnitCount <= range.upperBound else { return false }
        for offset in 0..<text.utf8CodeUnitCount where bytes[position + offset] != text.utf8Start[offset] {
            return false
        }
        return true
    }

    /// Where an attribute's value stands.
    private func value(_ name: StaticString) -> Range<Int>? {
        var position = range.lowerBound
        let length = name.utf8CodeUnitCount
        while position + length + 2 < range.upperBound {
            if bytes[position] == 0x20, matches(name, at: position + 1), bytes[position + 1 + length] == 0x3D {
                let start = position + length + 3
                var end = start
                while end < range.upperBound, bytes[end] != UInt8(ascii: "\"") { end += 1 }
                return end < range.upperBound ? start..<end : nil
            }
            position += 1
        }
        return nil
    }

    func numbers(_ name: StaticString) -> [Double] {
        guard let range = value(name) else { return [] }
        var numbers: [Double] = []
        var start = range.lowerBound
        for position in range.lowerBound...range.upperBound
        where position == range.upperBound || bytes[position] == 0x20 {
            if position > start {
                // Without one of them, the others are not what they stand for.
                guard let number = Self.number(bytes, start..<position) else { return [] }
                numbers.append(number)
            }
            start = position + 1
        }
        return numbers
    }

    func number(_ name: StaticString) -> Double? { value(name).flatMap { Self.number(bytes, $0) } }

    /// What lies farther, in points, is on no page (ISO 32000-1, annex C: 14,400 units a side); products of such
    /// numbers stay finite.
    private static let farthest = 1e9

    /// Digits as the program writes nearly all of them; anything else goes the long way. Nil where it is no number.
    private static func number(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Double? {
        var mantissa: Int64 = 0
        var divisor = 1.0
        var isFraction = false
        for position in range {
            switch bytes[position] {
            case UInt8(ascii: "-") where position == range.lowerBound: break
            case UInt8(ascii: ".") where !isFraction: isFraction = true
            case 0x30...0x39 where mantissa < 1 << 52:
                mantissa = mantissa * 10 + Int64(bytes[position] - 0x30)
                if isFraction { divisor *= 10 }
            default:
                let number = Double(String(decoding: bytes[range], as: UTF8.self)) ?? 0
                return abs(number) <= farthest ? number : nil
            }
        }
        guard !range.isEmpty else { return nil }
        let number = (bytes[range.lowerBound] == UInt8(ascii: "-") ? -1 : 1) * Double(mantissa) / divisor
        return abs(number) <= farthest ? number : nil
    }

    func matrix(_ name: StaticString) -> PDFTransform? {
        let numbers = numbers(name)
        guard numbers.count >= 4 else { return nil }
        return PDFTransform(
            a: numbers[0], b: numbers[1], c: numbers[2], d: numbers[3], e: numbers.count > 4 ? numbers[4] : 0,
            f: numbers.count > 5 ? numbers[5] : 0)
    }

    /// How light the colour is; of a colour space that is not known, black.
    var lightness: Double {
        let parts = numbers("color").map { min(max($0, 0), 1) }
        switch parts.count {
        case 1: return parts[0]
        case 3: return 0.3 * parts[0] + 0.59 * parts[1] + 0.11 * parts[2]
        case 4: return max(0, 1 - 0.3 * parts[0] - 0.59 * parts[1] - 0.11 * parts[2] - parts[3])
        default: return 0
        }
    }

    var opacity: Double { number("alpha") ?? 1 }

    /// A character, which stands there as itself or as an entity of XML.
    func scalar(_ name: StaticString) -> Unicode.Scalar? {
        guard let range = value(name) else { return nil }
        let text = String(decoding: bytes[range], as: UTF8.self).unicodeScalars
        guard let first = text.first else { return nil }
        guard first == "&", text.count > 1, text.last == ";" else { return first }
        let entity = String(String.UnicodeScalarView(text.dropFirst().dropLast()))
        if entity.hasPrefix("#x") { return UInt32(entity.dropFirst(2), radix: 16).flatMap(Unicode.Scalar.init) }
        return ["amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'"][entity]
    }
}
