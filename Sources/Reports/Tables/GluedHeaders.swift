/// Headers that stand in one line with nothing between them: `信息内容本年制发件数本年废止件数现行有效件数`. They decide which
/// form it is, and whether figures glued to a label are one number or several.
enum GluedHeaders {
    /// The labels that a text is made of, without a rest; nil of any that does not begin with the corner of table 2.
    static func labels(
        _ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, isLabel: (UInt64) -> Bool
    ) -> [Range<Int>]? {
        guard range.count > corner.count, text[range.lowerBound] == corner[0],
            text[range.prefix(corner.count)].elementsEqual(corner)
        else { return nil }
        let start = range.lowerBound + corner.count
        guard let rest = labels(text, start..<range.upperBound, isLabel) else { return nil }
        return [range.lowerBound..<start] + rest
    }

    /// The longest label first, and a shorter one where the rest is none.
    private static func labels(
        _ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ isLabel: (UInt64) -> Bool
    ) -> [Range<Int>]? {
        if range.isEmpty { return [] }
        var end = min(range.upperBound, range.lowerBound + longest)
        while end > range.lowerBound {
            let isBoundary = end == range.upperBound || text[end] & 0xC0 != 0x80
            let label = range.lowerBound..<end
            if isBoundary, LabelKey.of(text, label).map(isLabel) == true,
                let rest = labels(text, end..<range.upperBound, isLabel)
            {
                return [label] + rest
            }
            end -= 1
        }
        return nil
    }

    private static let corner = Array("信息内容".utf8)
    /// 本年收费金额（单位：万元）, in bytes.
    private static let longest = 42
}
