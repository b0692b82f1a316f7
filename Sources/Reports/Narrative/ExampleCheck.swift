import Catalogue
import Values

/// What the definitions make of an example of the catalogue, against what the example says they should.
package struct ExampleCheck: Sendable {
    package let example: NarrativeExample
    /// Code to value in display units, with `>`, `~` or `<` in front where it is approximate.
    package let found: [String: String]

    package var holds: Bool { found == example.figures }
}

extension NarrativeReader {
    /// Reads an example as if it were the narrative of a report of its year.
    package func check(_ example: NarrativeExample, indicators: [Indicator]) -> ExampleCheck {
        var found: [String: String] = [:]
        let text = Array(example.text.utf8)
        for figure in read(lines: text, year: example.year).figures {
            guard let amount = figure.reading.amount else { continue }
            let indicator = indicators[figure.indicator]
            found[indicator.code] = amount.notation(scale: indicator.unit.scale)
        }
        return ExampleCheck(example: example, found: found)
    }
}

extension Amount {
    /// As examples write it: `>600`, `216.31`.
    func notation(scale: Int64) -> String {
        let mark =
            switch qualifier {
            case .moreThan: ">"
            case .about: "~"
            case .lessThan: "<"
            case nil: ""
            }
        let (whole, rest) = value.quotientAndRemainder(dividingBy: scale)
        guard rest != 0 else { return "\(mark)\(whole)" }
        let digits = String(scale + rest).dropFirst()
        return "\(mark)\(whole).\(rest % 10 == 0 ? digits.dropLast() : digits)"
    }
}
