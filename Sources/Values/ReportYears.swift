/// The years that reports can be of: of no other is one read, and about no other can be asked.
package enum ReportYears {
    @inlinable package static var possible: ClosedRange<Int> { 1990...2100 }
}
