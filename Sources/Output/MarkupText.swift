/// Text as HTML and SVG show it: markup and controls in it are text like any other.
package enum MarkupText {
    package static func escaped(_ text: String) -> String { HTMLPage.escaped(VisibleText.of(text)) }
}
