import Catalogue
import GRDB
import Support
import Testing

@testable import Storage

@Suite struct SchemaNotesTests {
    /// Whoever adds a view or a column says what it holds, in both languages.
    @Test func everyTableViewAndColumnIsDescribed() throws {
        let folder = try Folder()
        let archive = try Archive.openForWriting(path: folder.file(), indicators: Samples.indicators)
        let actual = try archive.reading { db in
            try Row.fetchAll(
                db,
                sql: """
                    SELECT relation.name AS relation, relation.type = 'view' AS is_view, field.name AS field
                    FROM sqlite_schema AS relation JOIN pragma_table_info(relation.name) AS field
                    WHERE relation.type IN ('table', 'view') AND relation.name NOT LIKE 'sqlite_%'
                    """
            ).map { "\($0["relation"] as String).\($0["field"] as String) \($0["is_view"] as Bool)" }
        }
        let described = try SchemaNotes.load().relations.flatMap { relation in
            relation.columns.map { "\(relation.name).\($0.name) \(relation.isView)" }
        }
        #expect(Set(described) == Set(actual))
        #expect(described.count == actual.count)
    }

    @Test func descriptionWithoutEnglishIsRefusedWithItsLine() {
        #expect(throws: CatalogueError.missingKey(file: "s.yaml", line: 3, key: "en")) {
            try SchemaNotes(parsing: "views: []\ntables:\n- {name: a, zh: 甲, columns: []}\n", file: "s.yaml")
        }
    }
}
