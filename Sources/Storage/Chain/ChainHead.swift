import GRDB

/// The last link of an archive's chain, and the way to add the next.
struct ChainHead {
    /// Of the chain before the first link.
    static let beginning = [UInt8](repeating: 0, count: 32)

    private(set) var value: [UInt8]
    private let insert: HotStatement

    init(_ db: Database) throws {
        value = try Self.value(db)
        insert = try HotStatement(db, "INSERT INTO link (relation, owner, content, chain) VALUES (?1, ?2, ?3, ?4)")
    }

    /// The chain as it stands.
    static func value(_ db: Database) throws -> [UInt8] {
        let last = try HotStatement(db, "SELECT chain FROM link ORDER BY id DESC LIMIT 1")
        defer { last.reset() }
        return try last.step() ? Array(last.bytes(0)) : beginning
    }

    mutating func add(_ relation: String, owner: Int64, content: [UInt8]?) throws {
        value = Self.following(value, relation, owner, content)
        try insert.bind(relation, at: 1)
        insert.bind(owner, at: 2)
        if let content { try insert.bind(blob: content, at: 3) } else { insert.bind(nil as Int64?, at: 3) }
        try insert.bind(blob: value, at: 4)
        try insert.run()
    }

    static func following(_ chain: [UInt8], _ relation: String, _ owner: Int64, _ content: [UInt8]?) -> [UInt8] {
        var bytes = chain
        bytes += relation.utf8
        bytes.append(0)
        withUnsafeBytes(of: owner.littleEndian) { bytes += $0 }
        bytes += content ?? []
        return SHA256Digest.of(bytes)
    }
}
