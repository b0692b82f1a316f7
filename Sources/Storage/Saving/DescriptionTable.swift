import Catalogue
import GRDB
import Reports

/// The descriptions of numbers in the archive, each once. A batch finds most of them in its own memory.
struct DescriptionTable {
    /// The columns of `description`, in their order.
    static let roles: [NarrativeRole] = [
        .unit, .object, .act, .carrier, .source, .measure, .variety, .standing, .time, .level, .told,
    ]

    private let db: Database
    private let vocabulary: RoleVocabulary
    private let find: HotStatement
    private let insert: HotStatement
    private var ids: [Roles: Int64] = [:]

    init(_ db: Database, _ vocabulary: RoleVocabulary) throws {
        self.db = db
        self.vocabulary = vocabulary
        let names = Self.roles.map(\.name)
        let conditions = names.enumerated().map { "\($1) = ?\($0 + 1)" }.joined(separator: " AND ")
        let marks = names.indices.map { "?\($0 + 1)" }.joined(separator: ", ")
        find = try HotStatement(db, "SELECT id FROM description WHERE \(conditions)")
        insert = try HotStatement(
            db, "INSERT INTO description (\(names.joined(separator: ", "))) VALUES (\(marks))")
    }

    /// The id of the description that says these roles. They must refer to the vocabulary.
    mutating func id(of roles: Roles) throws -> Int64 {
        if let id = ids[roles] { return id }
        let id = try stored(roles)
        ids[roles] = id
        return id
    }

    private func stored(_ roles: Roles) throws -> Int64 {
        for (column, role) in Self.roles.enumerated() {
            guard let names = roles.names(of: role, in: vocabulary) else {
                throw DatabaseError(
                    resultCode: .SQLITE_CONSTRAINT, message: "\(role.name) \(roles.values(of: role))")
            }
            let words = names.joined(separator: " ")
            try find.bind(words, at: Int32(column + 1))
            try insert.bind(words, at: Int32(column + 1))
        }
        defer { find.reset() }
        if try find.step() { return find.integer(0) }
        try insert.run()
        return db.lastInsertedRowID
    }
}
