import Output
import Storage
import Values

/// The division codes (GB/T 2260, and the statistical codes below) of an archive's counties and townships, for answers
/// that are joined with other data.
package struct DivisionCodes {
    package static let columns = [Columns.countyCode, Columns.townshipCode]

    private let codes: [Place: [Entry]]

    /// - Parameter moment: gives the codes of then.
    package init(_ archive: Archive, asOf moment: Moment? = nil) throws {
        codes = Dictionary(
            try archive.townships(Filter(asOf: moment)).map {
                ($0.place, [.text($0.countyCode ?? ""), .text($0.code ?? "")])
            },
            uniquingKeysWith: { first, _ in first })
    }

    /// Empty ones of a place without codes.
    func entries(_ place: Place?) -> [Entry] { place.flatMap { codes[$0] } ?? [.empty, .empty] }
}
