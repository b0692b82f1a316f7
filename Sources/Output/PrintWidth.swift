/// How much room text takes in the type of office programs, in widths of a digit.
enum PrintWidth {
    static func of(_ text: String) -> Int { DisplayWidth.of(text) + text.unicodeScalars.count(where: isWidened) }

    /// How many lines a text takes in a column of this width.
    static func lines(_ text: String, width: Int) -> Int {
        var widened = ""
        for scalar in text.unicodeScalars { widened.unicodeScalars.append(isWidened(scalar) ? "宽" : scalar) }
        return LineWrap.lines(widened, width: width).count
    }

    /// Marks that a terminal draws narrow and Chinese type draws as wide as a character.
    private static func isWidened(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "“", "”", "‘", "’", "—", "…", "·", "≥", "±", "×", "①"..."⑨": true
        default: false
        }
    }
}
