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

/// What a cell or a sentence says. The cases are never turned into one another; a cell that a document does not have is no figure at all.
package enum Reading: Sendable, Hashable {
    case reported(Amount)
    case blank
    case notApplicable
    /// Text that is no number, or a row whose cells cannot be told apart.
    case unreadable

    package var amount: Amount? {
        if case .reported(let amount) = self { amount } else { nil }
    }
}

/// A number as a source wrote it: exact, in the indicator's smallest unit.
package struct Amount: Sendable, Hashable {
    /// Counts as they are, money in 分, percentages in hundredths of a percent.
    package var value: Int64
    package var qualifier: Qualifier?
    /// The step of the last written digit, in the same unit: 216.31万元 is written to 100 元, so 10000 (分).
    package var precision: Int64

    package init(value: Int64, qualifier: Qualifier? = nil, precision: Int64 = 1) {
        self.value = value
        self.qualifier = qualifier
        self.precision = precision
    }
}

/// A word that makes a number approximate. Raw values are the words of the CSV contract.
package enum Qualifier: String, Sendable, CaseIterable {
    /// 约、左右
    case about
    /// 余、多、超
    case moreThan = "more_than"
    /// 近、不足
    case lessThan = "less_than"
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
