import Reports
import Values

/// A reading as the columns of `figure` hold it: `state`, `value`, `qualifier`, `precision`.
///
/// The numbers are part of the file format; the schema's comments give the same list.
struct StoredReading {
    let state: Int64
    let amount: Amount?

    static let reported: Int64 = 0

    init(_ reading: Reading) {
        amount = reading.amount
        state =
            switch reading {
            case .reported: Self.reported
            case .blank: 1
            case .notApplicable: 2
            case .unreadable: 3
            }
    }

    /// The reading that the columns tell; nil for what the schema does not admit.
    static func reading(state: Int64, value: Int64, qualifier: Int64, precision: Int64) -> Reading? {
        switch state {
        case reported where precision < 1 || value == .min: nil
        case reported: .reported(Amount(value: value, qualifier: self.qualifier(qualifier), precision: precision))
        case 1: .blank
        case 2: .notApplicable
        case 3: .unreadable
        default: nil
        }
    }

    /// Nil, NULL in the archive, where the number is exact.
    static func number(_ qualifier: Qualifier?) -> Int64? {
        switch qualifier {
        case nil: nil
        case .about: 1
        case .moreThan: 2
        case .lessThan: 3
        }
    }

    /// SQLite reads NULL as 0, which no qualifier has.
    static func qualifier(_ number: Int64) -> Qualifier? {
        switch number {
        case 1: .about
        case 2: .moreThan
        case 3: .lessThan
        default: nil
        }
    }
}
