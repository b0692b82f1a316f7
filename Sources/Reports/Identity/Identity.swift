/// Who reports, of which year and when, as the document and its path tell it.
struct Identity {
    var township: String?
    var county: String?
    /// The county's code, where its name has but one.
    var countyCode: String?
    var year: Int?
    var title = ""
    /// Where the title's line begins, if it is one of the text.
    var titleStart: Int?
    /// The townships whose report it is together, where its title names several.
    var joint: [String] = []
    /// Whether the document presents itself as a report: by its title, or by a lead that names the body (现公布柳溪镇…年度报告).
    var isReport = false
    /// The title of the rule, plan, notice or form that it is instead, empty where it has none.
    var paper: String?
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
