/// Where the wrong cells are, as far as the sums of one report can tell.
package struct Fault: Sendable, Equatable {
    /// The name of the rule that findings about faults have.
    static let rule = "wrong-cell"

    package struct Change: Sendable, Hashable {
        /// A place in the list of indicators.
        package let indicator: Int
        package let stated: Int64
        /// The value with which everything adds up.
        package let wanted: Int64
    }

    /// Smallest sets of cells whose change satisfies every relation they are in; several where the sums cannot tell
    /// them apart, none where no set of up to three cells does it.
    package let solutions: [[Change]]
    /// The failing relations that this is about, by their places in the program.
    let explains: Set<Int>
    /// Whether only relations to other years fail, so that the fault may be in another report.
    let isBetweenYears: Bool
    /// Whether there are more such sets than were listed.
    package let isCutShort: Bool
}
