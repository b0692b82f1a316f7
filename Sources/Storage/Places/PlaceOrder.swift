import GRDB

/// The order in which places are listed: counties, and in them townships, by their division codes, as a county's own
/// lists have them (sub-district offices, towns, townships); those without a code behind them, by name.
enum PlaceOrder {
    /// For the tables `county` and `township`, whether or not there are codes.
    static let byCode = """
        county.code IS NULL, county.code, county.name, township.code IS NULL, township.code, township.name
        """

    /// The same where no place has a code; two indexes have it, so that nothing is sorted.
    static let byName = "county.name, township.name"

    /// Found by the indexes of the codes, at once.
    static func hasCodes(_ db: Database) throws -> Bool {
        try Bool.fetchOne(
            db, sql: "SELECT coalesce((SELECT max(code) FROM county), (SELECT max(code) FROM township)) IS NOT NULL")
            ?? false
    }
}
