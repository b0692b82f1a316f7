extension Int64 {
    /// This and a product; nil beyond what can be counted.
    package func adding(_ value: Int64, times factor: Int64) -> Int64? {
        let (product, overflow) = value.multipliedReportingOverflow(by: factor)
        let (sum, isTooLarge) = addingReportingOverflow(product)
        return overflow || isTooLarge ? nil : sum
    }
}
