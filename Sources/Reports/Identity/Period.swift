/// The time that a report's figures cover, as it says itself.
struct Period: Equatable {
    var start: Day
    var end: Day

    /// Finds `自2020年1月1日起至2020年12月28日止` and its variants: two days with only joining words between them.
    init?(in text: Wording) {
        var position = text.scalars.startIndex
        while position < text.scalars.endIndex {
            let isNumberStart = position == text.scalars.startIndex || !Self.isNumeral(text.scalars[position - 1])
            guard isNumberStart, let (start, afterStart) = Day.read(text, at: position) else {
                position += 1
                continue
            }
            if start.year != nil, let next = Self.afterJoint(text, from: afterStart),
                let (end, _) = Day.read(text, at: next)
            {
                self.start = start
                self.end = end
                return
            }
            position = afterStart
        }
        return nil
    }

    private static func isNumeral(_ scalar: UInt32) -> Bool { ScalarClass.isDigit(scalar) }

    /// Past 起、至、到、—, a comma and the like; nil where something else stands there, or nothing.
    private static func afterJoint(_ text: Wording, from start: Int) -> Int? {
        var position = start
        while position < text.scalars.endIndex, joints.contains(text.scalars[position]) { position += 1 }
        return position > start && position < text.scalars.endIndex && position - start <= 6 ? position : nil
    }

    private static let joints = Set("起开始,至到止—-－–~～―─".unicodeScalars.map(\.value))
}
