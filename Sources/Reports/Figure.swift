import Values

/// One figure that a report states, and where it stands.
package struct Figure: Sendable, Hashable {
    /// The indicator's place in `Codebook.indicators`.
    package var indicator: Int
    package var reading: Reading
    /// Byte range in the document's transcript; of a number told in words (`未收到申请`), the words.
    package var range: Range<Int>

    package init(indicator: Int, reading: Reading, range: Range<Int>) {
        self.indicator = indicator
        self.reading = reading
        self.range = range
    }
}

/// A number with a unit that the narrative tells, whether or not an indicator claimed it.
package struct Quantity: Sendable, Hashable {
    /// In the smallest unit of its kind, as in `Amount`.
    package var amount: Amount
    /// The unit as written, without a multiplier: `件`, `元`, `%`, or empty where none was written.
    package var unit: String
    /// From the number's first digit to the end of its unit.
    package var range: Range<Int>
    /// The place in `Codebook.indicators` of the indicator whose definition took it.
    package var indicator: Int?
    /// What the sentence says of it, whether or not an indicator wants it.
    package var roles: Roles

    package init(
        amount: Amount, unit: String, range: Range<Int>, indicator: Int? = nil, roles: Roles = Roles(unit: .other)
    ) {
        self.amount = amount
        self.unit = unit
        self.range = range
        self.indicator = indicator
        self.roles = roles
    }
}
