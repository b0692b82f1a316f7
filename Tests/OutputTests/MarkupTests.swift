import Testing

@testable import Output

@Suite struct MarkupTests {
    @Test func textIsEscapedAndMarkupStays() {
        let name = "<b>\"甲\" & 'b'\u{1B}\u{202E}"
        let cell: Markup = "<td title=\"\(name)\">\(name)</td>"
        let escaped = "&lt;b&gt;&quot;甲&quot; &amp; &#39;b&#39;␛\\u{202E}"
        #expect(cell.text == "<td title=\"\(escaped)\">\(escaped)</td>")
        let row: Markup = "<tr>\(cell)\(-5)</tr>"
        #expect(row.text == "<tr>\(cell.text)-5</tr>")
    }

    /// What was put together as text before it became markup is text.
    @Test func textThatLooksLikeMarkupIsText() {
        let text = "<td>" + "x" + "</td>"
        #expect(("\(text)" as Markup).text == "&lt;td&gt;x&lt;/td&gt;")
    }

    @Test func partsAreJoined() {
        let parts = ["a", "<", "c"].map { "\($0)" as Markup }
        #expect(parts.joined(by: "<br>").text == "a<br>&lt;<br>c")
        #expect([Markup]().joined().isEmpty)
    }
}
