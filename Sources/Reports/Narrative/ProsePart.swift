/// A part of the narrative; where cells between were left out, several make one paragraph.
struct ProsePart {
    var range: Range<Int>
    /// Whether the next part is of the same paragraph.
    var goesOn: Bool
    /// Whether nothing that was said before goes on in it: it stands behind a table, or begins a chapter.
    var opens: Bool

    init(_ range: Range<Int>, goesOn: Bool = false, opens: Bool = false) {
        (self.range, self.goesOn, self.opens) = (range, goesOn, opens)
    }
}
