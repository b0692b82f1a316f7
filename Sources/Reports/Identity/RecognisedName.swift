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
