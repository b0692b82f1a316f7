/// One figure, read twice in different surroundings.
enum FigureReading {
    /// Whether a text may be a figure that looked like something else.
    static func isFigure(_ text: String) -> Bool {
        !text.isEmpty && text.count <= 15 && text.unicodeScalars.allSatisfy(signs.contains)
            && text.contains { $0.isASCII && $0.isNumber }
    }

    private static let signs = Set("0123456789.,-+/%".unicodeScalars)

    /// What the readings of a figure say together: what two of them agree on; else what alone has as many signs as
    /// strokes are seen; else all, with the mark of what cannot be read between them.
    ///
    /// - Parameter widths: of the strokes, in parts of their height; nil where they cannot be told apart.
    static func text(_ readings: [String], widths: [Double]?) -> String {
        let readings = readings.map(trimmed)
        let fitting = readings.filter { reading in isWhole(reading) && widths.map { fits(reading, $0) } ?? true }
        for (index, reading) in fitting.enumerated() where fitting[(index + 1)...].contains(reading) { return reading }
        // A letter is no digit that was counted wrongly.
        if let widths, !readings.joined().contains(where: \.isLetter) {
            let counted = fitting.filter { signCount($0) == widths.count }
            if let only = counted.first, Set(counted).count == 1 { return only }
        }
        let different = readings.flatMap { own($0, widths) }.reduce(into: [String]()) {
            if !$0.contains($1) { $0.append($1) }
        }
        return different.count == 1
            ? different[0] + PDFCellText.unread : different.joined(separator: PDFCellText.unread)
    }

    /// A reading and, where it has more digits than these strokes, what is left of it without a neighbour's at one end.
    private static func own(_ reading: String, _ widths: [Double]?) -> [String] {
        guard let count = widths?.count, count > 0, !reading.isEmpty, reading.allSatisfy({ $0.isASCII && $0.isNumber }),
            let widths, !fits(reading, widths)
        else { return [reading] }
        return [reading, String(reading.suffix(count)), String(reading.prefix(count))]
    }

    /// Without marks that no figure begins or ends with, and that specks are taken for.
    private static func trimmed(_ reading: String) -> String {
        var rest = Substring(reading)
        while rest.count > 1, let first = rest.first, ".,".contains(first) { rest.removeFirst() }
        while rest.count > 1, let last = rest.last, ".,-+".contains(last), rest.contains(where: \.isNumber) {
            rest.removeLast()
        }
        return String(rest)
    }

    /// `1,234`, `-3`, `139.6`, or a mark for what does not apply: `/`, `-`.
    private static func isWhole(_ reading: String) -> Bool {
        if ["/", "-", "--", "//"].contains(reading) { return true }
        let digits = reading.first.map { "+-".contains($0) } == true ? reading.dropFirst() : reading[...]
        return digits.first?.isNumber == true && digits.allSatisfy { $0.isASCII && $0.isNumber || ".,".contains($0) }
    }

    /// Digits and signs that are as high as digits.
    private static func signCount(_ reading: String) -> Int { reading.count { !".,".contains($0) } }

    /// Whether strokes have room for a reading: a narrow one is one sign, and a wider one may be two that touch.
    private static func fits(_ reading: String, _ widths: [Double]) -> Bool {
        signCount(reading) <= widths.reduce(0) { $0 + ($1 < narrow ? 1 : 2) }
    }

    private static let narrow = 0.74
}
