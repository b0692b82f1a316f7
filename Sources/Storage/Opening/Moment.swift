import Foundation

/// A second of time in the form in which the archive notes when something came into it, whose order as text is that of
/// time.
package struct Moment: Sendable, Hashable, CustomStringConvertible {
    /// In UTC: `2021-03-31T15:59:59Z`.
    package let description: String

    package init(_ date: Date) { description = date.ISO8601Format() }
}
