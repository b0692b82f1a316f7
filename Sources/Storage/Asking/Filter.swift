/// Which reports a question is about. What is empty admits everything.
package struct Filter: Sendable, Equatable {
    /// Names or former names; the empty name stands for reports without a county.
    package var counties: [String]
    /// Names or former names, whichever county they are in.
    package var townships: [String]
    package var years: Set<Int>
    /// Whether revisions that a later one has taken the place of, or that were removed, are admitted too.
    package var includesEveryRevision: Bool
    /// Answers from what the archive knew then: revisions and corrections that came later are left out. The names of
    /// places and indicators are today's.
    package var asOf: Moment?

    package init(
        counties: [String] = [], townships: [String] = [], years: Set<Int> = [],
        includesEveryRevision: Bool = false, asOf: Moment? = nil
    ) {
        self.counties = counties
        self.townships = townships
        self.years = years
        self.includesEveryRevision = includesEveryRevision
        self.asOf = asOf
    }
}
