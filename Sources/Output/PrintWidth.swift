/// How much room text takes in the type of office programs, in widths of a digit.
enum PrintWidth {
    /// Marks that a terminal draws narrow and Chinese type draws as wide as a character.
    private static let wide: Set<Character> = Set("“”‘’—…·≥±×①②③④⑤⑥⑦⑧⑨")

    static func of(_ text: String) -> Int { DisplayWidth.of(text) + text.count(where: wide.contains) }

    /// How many lines a text takes in a column of this width.
    static func lines(_ text: String, width: Int) -> Int {
        LineWrap.lines(String(text.map { wide.contains($0) ? "宽" : $0 }), width: width).count
    }
}
