import Checks
import Output
import Values

/// How an interval is written: `45—55`, `≥45` for people, `45..55`, `45..` for programs.
package enum RangeText {
    package static func entry(_ range: Measurement.Range, _ scale: Scale, isForPeople: Bool) -> Entry {
        let (lower, upper) = (range.lower.map { Number($0, scale) }, range.upper.map { Number($0, scale) })
        guard lower != nil || upper != nil else { return .gap(.uncertain) }
        guard isForPeople else { return .text("\(lower?.digits ?? "")..\(upper?.digits ?? "")") }
        guard let lower else { return .text("≤\(upper?.groupedDigits ?? "")") }
        guard let upper else { return .text("≥\(lower.groupedDigits)") }
        return .text("\(lower.groupedDigits)—\(upper.groupedDigits)")
    }
}
