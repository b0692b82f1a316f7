/// The number that a page break leaves in a text: `— 3 —`, `- 3 -`, `第3页`, `第 3 页 共 8 页`. A bare number is not
/// certainly one.
enum PageMark {
    static func isOne(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Bool {
        guard range.count >= 3, range.count <= 48 else { return false }
        var reader = Scalars(text, range)
        switch next(&reader) {
        case 0x7B2C: return isOrdinal(&reader)
        case let first? where isDash(first): return isBetweenDashes(&reader)
        default: return false
        }
    }

    /// After 第: `3页`, `3页共8页`, `3页/共8页`.
    private static func isOrdinal(_ reader: inout Scalars) -> Bool {
        guard number(&reader) == page else { return false }
        guard var scalar = next(&reader) else { return true }
        while scalar == 0x2F || scalar == 0x2C || scalar == 0xFF0C {
            guard let following = next(&reader) else { return false }
            scalar = following
        }
        return scalar == 0x5171 && number(&reader) == page && next(&reader) == nil
    }

    private static func isBetweenDashes(_ reader: inout Scalars) -> Bool {
        while let scalar = reader.peek(), isDash(scalar) || ScalarClass.isSpace(scalar) { _ = reader.next() }
        guard let end = number(&reader), isDash(end) else { return false }
        while let scalar = next(&reader) {
            guard isDash(scalar) else { return false }
        }
        return true
    }

    /// Past a number of up to four digits; what stands behind it, or nil where there is no number or nothing.
    private static func number(_ reader: inout Scalars) -> UInt32? {
        var count = 0
        while let scalar = next(&reader) {
            guard ScalarClass.isDigit(scalar) || ScalarClass.isChineseNumeral(scalar) else {
                return count > 0 && count <= 4 ? scalar : nil
            }
            count += 1
        }
        return nil
    }

    private static func next(_ reader: inout Scalars) -> UInt32? {
        while let scalar = reader.next() {
            if !ScalarClass.isSpace(scalar) { return ScalarClass.folded(scalar) }
        }
        return nil
    }

    private static func isDash(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x2D, 0x7E, 0xB7, 0x2010...0x2015, 0x2212, 0x2500, 0xFE58, 0xFE63, 0xFF0D: true
        default: false
        }
    }

    private static let page: UInt32 = 0x9875
}
