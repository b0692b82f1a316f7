import Foundation
import Support
import Testing

@testable import Migrations

@Suite struct MigrationTests {
    private static let folder = SourceTree.root.appending(path: "Migrations/sql")

    @Test func everyFileOfTheFolderIsListedOnceAndInOrder() throws {
        let files = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path).sorted()
        #expect(Migration.all.map { $0.name + ".sql" } == files)
        #expect(Migration.all.map(\.version) == Array(1...Migration.all.count))
    }

    @Test(arguments: Migration.all)
    func nameSaysTheVersionAndSQLIsTheFile(migration: Migration) throws {
        #expect(migration.name.hasPrefix(String(format: "V%03d_", migration.version)))
        let file = Self.folder.appending(path: migration.name + ".sql")
        #expect(try migration.sql == String(contentsOf: file, encoding: .utf8))
    }

    /// Archives made with a migration exist: a change of the schema is a new migration, never an edit.
    @Test(arguments: zip(Migration.all, frozen))
    func landedMigrationsAreFrozen(migration: Migration, sum: UInt64) {
        #expect(checksum(migration.sql) == sum)
    }

    @Test func everyMigrationHasAChecksum() {
        #expect(frozen.count == Migration.all.count)
    }
}

private let frozen: [UInt64] = [
    0x06b88ce2de5022c6, 0x2f338a85a8d536c5, 0xee44a91a84edb5c1, 0x622f2b6b0549f87e,
    0xd1a8776f36ad63c0, 0x0324519a538bc691, 0x77e618e30ba083a7,
    0xb82b799dff93bdd3, 0x80a21f7abd4668ec, 0x62f1d1507aaed718,
]

/// FNV-1a, which needs no library; this guards against a slip, not against an attack.
private func checksum(_ text: String) -> UInt64 {
    text.utf8.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01b3 }
}
