/// What the sentences of a report tell.
package struct NarrativeReading: Sendable, Equatable {
    /// In the order of their places; at most one for each indicator.
    package var figures: [Figure]
    /// Every number with a unit, claimed or not, in the order of their places.
    package var quantities: [Quantity]
    /// Which pattern each figure comes from.
    package var claims: [NarrativeClaim]
    package var doubts: [Doubt]
}

/// A number that one pattern got and another one wanted, for another indicator.
package struct NarrativeContest: Sendable, Hashable {
    package var indicators: [Int]
    /// The patterns' names, in the order of their indicators.
    package var patterns: [String]
    /// Byte range of the number.
    package var range: Range<Int>
}

/// Why a figure is what it is: the pattern that claimed it, and the words that the pattern matched.
package struct NarrativeClaim: Sendable, Hashable {
    package var indicator: Int
    /// The pattern's name in the catalogue.
    package var pattern: String
    /// Byte range of the matched words in the transcript, the number included.
    package var range: Range<Int>
}
