import Catalogue
import Documents
import Values

/// One figure that a report states, and where it stands.
package struct Figure: Sendable, Hashable {
    package var indicator: Indicator.ID
    package var reading: Reading
    /// Byte range in the document's transcript; of a number told in words (`未收到申请`), the words.
    package var range: Range<Int>
    /// Of a figure that was recognised from a picture, how certain that is; nil of one that was there as text.
    package var recognition: Recognition?
    /// Where on its picture it was seen, if in a cell.
    package var place: PicturePlace?

    package init(
        indicator: Indicator.ID, reading: Reading, range: Range<Int>, recognition: Recognition? = nil,
        place: PicturePlace? = nil
    ) {
        self.indicator = indicator
        self.reading = reading
        self.range = range
        self.recognition = recognition
        self.place = place
    }
}

/// What speaks for a figure that was recognised from a picture.
package enum Recognition: Sendable {
    /// The sums of its form hold with it.
    case proved
    /// Nothing but its looks: it is a doubt.
    case unproved
}

/// A number with a unit that the narrative tells, whether or not an indicator claimed it.
package struct Quantity: Sendable, Hashable {
    /// In the smallest unit of its kind, as in `Amount`.
    package var amount: Amount
    /// The unit as written, without a multiplier: `件`, `元`, `%`, or empty where none was written.
    package var unit: String
    /// From the number's first digit to the end of its unit.
    package var range: Range<Int>
    /// The one whose definition took it.
    package var indicator: Indicator.ID?
    /// What the sentence says of it, whether or not an indicator wants it.
    package var roles: Roles

    package init(
        amount: Amount, unit: String, range: Range<Int>, indicator: Indicator.ID? = nil,
        roles: Roles = Roles(unit: .other)
    ) {
        self.amount = amount
        self.unit = unit
        self.range = range
        self.indicator = indicator
        self.roles = roles
    }
}
