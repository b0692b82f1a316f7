import GRDB
import Values

/// Which file a question is about and where that file was to be filed, as its entry in the ledger holds it:
/// `柳溪镇.txt of:青禾县/柳溪镇 2023 sha256:9f86…`. Others may be called the same.
struct ContestedFile: Hashable {
    private static let mark = " sha256:"
    private static let digits = 64
    private static let placeMark = " of:"

    let path: String
    /// Nil in an entry of an older program.
    var sha256: String?
    /// Where it would have been filed by what it says itself; nil in an entry of an older program.
    var home: PlaceYear?

    init(path: String, sha256: String?, home: PlaceYear? = nil) {
        (self.path, self.sha256, self.home) = (path, sha256, home)
    }

    init(stored reason: String) {
        let digest = reason.suffix(Self.digits)
        let rest = reason.dropLast(Self.digits)
        guard digest.count == Self.digits, rest.hasSuffix(Self.mark) else {
            self.init(path: reason, sha256: nil)
            return
        }
        let named = rest.dropLast(Self.mark.count)
        if let place = named.ranges(of: Self.placeMark).last, let home = PlaceYear(stored: named[place.upperBound...]) {
            self.init(path: String(named[..<place.lowerBound]), sha256: String(digest), home: home)
        } else {
            self.init(path: String(named), sha256: String(digest))
        }
    }

    var stored: String {
        guard let sha256 else { return path }
        return path + (home.map { Self.placeMark + $0.stored } ?? "") + Self.mark + sha256
    }

    /// Whether an entry about one is about the other.
    func isSame(as other: ContestedFile) -> Bool {
        if let sha256, let digest = other.sha256 { return sha256 == digest }
        return path == other.path
    }

    /// The seat that it would have been filed at; nil where the archive does not know it, or its entry does not tell.
    func seat(_ db: Database) throws -> Seat? {
        guard let home else { return nil }
        return try Gazetteer(db).existing(home.place.township, county: home.place.county)
            .map { Seat(township: $0, year: home.year) }
    }

    /// Whether the question is which of two files of one place and year counts, and not of which place the file is.
    func isOf(_ seat: Seat, _ db: Database) throws -> Bool { try home == nil || self.seat(db) == seat }
}

extension PlaceYear {
    /// `青禾县/柳溪镇 2023`; `/柳溪镇 2023` of a place without a county.
    fileprivate var stored: String { "\(place.county)/\(place.township) \(year)" }

    fileprivate init?(stored: Substring) {
        guard let slash = stored.firstIndex(of: "/"), let space = stored.lastIndex(of: " "), slash < space,
            let year = Int(stored[space...].dropFirst())
        else { return nil }
        let township = stored[stored.index(after: slash)..<space]
        self.init(place: Place(county: String(stored[..<slash]), township: String(township)), year: year)
    }
}
