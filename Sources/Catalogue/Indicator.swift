import Values

/// One thing that reports tell a figure of: `requests.received.total`, 件.
///
/// The code is the contract with users' scripts; it never changes its meaning (`succession` in the catalogue
/// tells which codes follow each other over a change of the official form).
package struct Indicator: Sendable, Hashable {
    package var code: String
    package var label: Phrase
    package var unit: Unit

    package init(code: String, label: Phrase, unit: Unit) {
        self.code = code
        self.label = label
        self.unit = unit
    }
}
