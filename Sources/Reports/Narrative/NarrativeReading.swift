import Catalogue
import Documents

/// What the sentences of a report tell.
package struct NarrativeReading: Sendable, Equatable {
    /// In the order of their places; at most one for each indicator.
    package var figures: [Figure]
    /// Every number with a unit, claimed or not, in the order of their places.
    package var quantities: [Quantity]
    /// Why each figure is what it is.
    package var claims: [NarrativeClaim]
    package var doubts: [Doubt]
    /// Whether there are more numbers than any report has, so that not all were read.
    package var isCut = false
}

/// Why a figure is what it is: the roles of its number, and which definition asks for them.
package struct NarrativeClaim: Sendable, Hashable {
    package var indicator: Indicator.ID
    /// The definition's place in `NarrativeCatalogue.definitions`.
    package var definition: Int
    /// Of a figure that is added up, those of its first number.
    package var roles: Roles
    /// Byte range of the number or of the words that tell it; of a sum, from the first to the last.
    package var range: Range<Int>
}

extension NarrativeReading {
    /// Marks the figures that were recognised; sentences have no sums that would prove them.
    mutating func noteRecognised(in document: Document) {
        guard !document.recognised.isEmpty else { return }
        var count = 0
        for index in figures.indices where document.isRecognised(figures[index].range) {
            figures[index].recognition = .unproved
            figures[index].place = document.place(of: figures[index].range)
            count += 1
        }
        if count > 0 { doubts.append(Doubt(.recognisedSentences, found: "\(count)")) }
    }
}
