/// One step of the archive's schema, as plain SQL that never changes once an archive may have been made with it.
///
/// The steps are numbered from 1 without gaps; an archive carries the number of its last step as `user_version`.
/// An embedded folder cannot be enumerated in Swift, so the list stands here, and a test compares it with the folder.
package struct Migration: Sendable {
    package let version: Int
    /// The file's name in `sql`, without its ending.
    package let name: String
    package let sql: String

    /// "NIAN" in ASCII: by this `application_id` an archive is told from any other SQLite database.
    package static let applicationID = 0x4E49_414E

    /// The SHA-256 of the schema that all steps make together (`OwnSchema.digest`): an archive of this digest need not
    /// be compared table by table. A test tells what it is after another step.
    package static let schemaDigest = "eedac1c6914f9bd124b4f54a3d478f56ca844fc033f37ac285a7c12cbb7d7251"

    /// Lists the statements of what steps have made, each behind those that it refers to. What SQLite makes by itself
    /// has none.
    package static let listing = "SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY rowid"

    package static let all = [
        Migration(version: 1, name: "V001_archive", sql: PackageResources.V001_archive_sql),
        Migration(version: 2, name: "V002_views", sql: PackageResources.V002_views_sql),
        Migration(version: 3, name: "V003_numbers", sql: PackageResources.V003_numbers_sql),
        Migration(version: 4, name: "V004_ledger", sql: PackageResources.V004_ledger_sql),
        Migration(version: 5, name: "V005_recognition", sql: PackageResources.V005_recognition_sql),
        Migration(version: 6, name: "V006_sources", sql: PackageResources.V006_sources_sql),
        Migration(version: 7, name: "V007_chain", sql: PackageResources.V007_chain_sql),
        Migration(version: 8, name: "V008_places", sql: PackageResources.V008_places_sql),
        Migration(version: 9, name: "V009_lines", sql: PackageResources.V009_lines_sql),
        Migration(version: 10, name: "V010_terms", sql: PackageResources.V010_terms_sql),
    ]

    private init(version: Int, name: String, sql: [UInt8]) {
        self.version = version
        self.name = name
        self.sql = String(decoding: sql, as: UTF8.self)
    }
}
