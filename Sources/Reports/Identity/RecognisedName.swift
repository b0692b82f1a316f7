import Documents

/// A township's name and a year that were recognised from a picture: certain where something else says the same.
enum RecognisedName {
    /// Whether path or command line name both, or the document was there as text.
    static func isConfirmed(
        _ township: String, year: Int, path: String, _ override: IdentityOverride, in document: Document
    ) -> Bool {
        document.recognised.isEmpty
            || (override.township != nil || path.contains(township))
                && (override.year != nil || path.contains("\(year)"))
    }
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
