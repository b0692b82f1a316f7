import Catalogue
import Values

/// What the archive's tables and views hold, column by column, for whoever asks it in SQL.
package struct SchemaNotes: Sendable {
    package struct Relation: Sendable, Equatable {
        package var name: String
        package var isView: Bool
        package var meaning: Phrase
        package var columns: [Column]

        package init(name: String, isView: Bool, meaning: Phrase, columns: [Column]) {
            (self.name, self.isView, self.meaning, self.columns) = (name, isView, meaning, columns)
        }
    }

    package struct Column: Sendable, Equatable {
        package var name: String
        package var meaning: Phrase

        package init(name: String, meaning: Phrase) {
            (self.name, self.meaning) = (name, meaning)
        }
    }

    /// Views first.
    package let relations: [Relation]

    package static func load() throws(CatalogueError) -> SchemaNotes {
        let text = String(decoding: PackageResources.schema_yaml, as: UTF8.self)
        return try SchemaNotes(parsing: text, file: "schema.yaml")
    }

    init(parsing text: String, file: String) throws(CatalogueError) {
        let root = try YAMLValue(parsing: text, file: file)
        let entries = try root.mapping(allowing: ["views", "tables"])
        var relations: [Relation] = []
        for (key, isView) in [("views", true), ("tables", false)] {
            for value in try entries.required(key, in: root).sequence() {
                relations.append(try Self.relation(value, isView: isView))
            }
        }
        self.relations = relations
    }

    private static func relation(_ value: YAMLValue, isView: Bool) throws(CatalogueError) -> Relation {
        let entries = try value.mapping(allowing: ["name", "zh", "en", "columns"])
        var columns: [Column] = []
        for value in try entries.required("columns", in: value).sequence() {
            let entries = try value.mapping(allowing: ["name", "zh", "en"])
            columns.append(
                Column(name: try entries.required("name", in: value).string(), meaning: try meaning(entries, in: value))
            )
        }
        return Relation(
            name: try entries.required("name", in: value).string(), isView: isView,
            meaning: try meaning(entries, in: value), columns: columns)
    }

    private static func meaning(
        _ entries: YAMLEntries, in value: YAMLValue
    ) throws(CatalogueError) -> Phrase {
        Phrase(
            zh: try entries.required("zh", in: value).string(), en: try entries.required("en", in: value).string())
    }
}
