/// Who reports, of which year and when, as the document and its path tell it.
struct Identity {
    var township: String?
    var county: String?
    var year: Int?
    var title = ""
    var periodStart: String?
    var periodEnd: String?
    var publishedOn: String?
    var doubts: [Doubt] = []
}

/// What the command line says about who and when; it goes before whatever a document says.
package struct IdentityOverride: Sendable, Hashable {
    package var county: String?
    package var township: String?
    package var year: Int?

    package init(county: String? = nil, township: String? = nil, year: Int? = nil) {
        self.county = county
        self.township = township
        self.year = year
    }
}
