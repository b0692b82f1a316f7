/// Which reports, and which of their figures, a question is about. What is empty admits everything.
package struct Filter: Sendable, Equatable {
    /// Names or former names; the empty name stands for reports without a county.
    package var counties: [String]
    /// Names or former names, whichever county they are in.
    package var townships: [String]
    package var years: Set<Int>
    /// Codes, or the beginning of codes up to a dot: `requests.received` admits `requests.received.total`.
    package var indicators: [String]
    /// Whether revisions that a later one has taken the place of are admitted too.
    package var includesSuperseded: Bool
    /// Answers from what the archive knew then: revisions and corrections that came later are left out. The names of
    /// places and indicators are today's.
    package var asOf: Moment?

    package init(
        counties: [String] = [], townships: [String] = [], years: Set<Int> = [], indicators: [String] = [],
        includesSuperseded: Bool = false, asOf: Moment? = nil
    ) {
        self.counties = counties
        self.townships = townships
        self.years = years
        self.indicators = indicators
        self.includesSuperseded = includesSuperseded
        self.asOf = asOf
    }
}

extension Archive {
    /// The places in `indicators` that codes or their beginnings name, in the order of the list; all of them for none.
    package func places(ofIndicators codes: [String]) throws -> [Int] {
        if codes.isEmpty { return Array(indicators.indices) }
        var result = Set<Int>()
        for code in codes {
            let places = indicators.indices.filter { place in
                let other = indicators[place].code
                return other == code || other.hasPrefix(code + ".")
            }
            if places.isEmpty { throw LookupError.unknownIndicator(code) }
            result.formUnion(places)
        }
        return result.sorted()
    }
}
