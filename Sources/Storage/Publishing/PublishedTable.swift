import Values

/// One table of a publication, and what every engine and the data package must know of it.
///
/// Columns are whole numbers, numbers of two decimals at the most, or texts and nothing else, so that every engine has
/// the same; an empty text is no text, since CSV cannot tell the two apart.
package struct PublishedTable: Sendable {
    package struct Column: Sendable {
        package enum Kind: Sendable {
            case integer
            /// What lies between whole numbers: two decimals at the most.
            case decimal
            case text
        }

        package var name: String
        package var kind: Kind
        package var isRequired: Bool
        package var meaning: Phrase
    }

    package struct Reference: Sendable {
        package var columns: [String]
        package var table: String
        package var targets: [String]
    }

    package var name: String
    package var meaning: Phrase
    package var columns: [Column]
    package var key: [String]
    package var references: [Reference]

    init(
        _ name: String, _ zh: String, _ en: String, key: [String], references: [String: String] = [:],
        _ columns: [Column]
    ) {
        self.name = name
        meaning = Phrase(zh: zh, en: en)
        self.columns = columns
        self.key = key
        // A reference to a table goes to the column that is its key.
        self.references = references.sorted { $0.key < $1.key }.map { column, table in
            Reference(columns: [column], table: table, targets: [Self.keys[table] ?? "\(table)_id"])
        }
    }

    /// Keys that are not `table_id`.
    private static let keys = ["state": "state", "qualifier": "qualifier", "edition": "edition"]
}

extension PublishedTable.Column {
    static func integer(_ name: String, _ zh: String, _ en: String, optional: Bool = false) -> Self {
        Self(name: name, kind: .integer, isRequired: !optional, meaning: Phrase(zh: zh, en: en))
    }

    static func decimal(_ name: String, _ zh: String, _ en: String) -> Self {
        Self(name: name, kind: .decimal, isRequired: true, meaning: Phrase(zh: zh, en: en))
    }

    static func text(_ name: String, _ zh: String, _ en: String, optional: Bool = false) -> Self {
        Self(name: name, kind: .text, isRequired: !optional, meaning: Phrase(zh: zh, en: en))
    }
}

extension PublishedTable.Column.Kind {
    /// As a data package and the codebook call it.
    package var name: String {
        switch self {
        case .integer: "integer"
        case .decimal: "number"
        case .text: "string"
        }
    }

    package var isNumber: Bool { self != .text }
}
