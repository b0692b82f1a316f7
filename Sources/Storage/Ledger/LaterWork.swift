import GRDB

/// What an archive has that a backup, which is to take its place, has not.
package struct LaterWork: Sendable, Equatable {
    /// In their order.
    package let entries: [LogEntry]
    /// Whether it was the backup once, so that what it has more was done after it.
    package let isContinuation: Bool
}

extension Archive {
    /// What the archive has that a backup has not. Nothing where it stands as it did when the backup was made, or
    /// where the backup goes on from it.
    package func work(after backup: Archive) throws -> LaterWork {
        let theirs = try backup.log()
        let common = zip(try log(), theirs).prefix { $0 == $1 }.count
        let own = try log().dropFirst(common)
        return LaterWork(entries: Array(own), isContinuation: try hasLink(backup.status().digest))
    }

    /// Whether the chain had such an end once.
    private func hasLink(_ digest: String) throws -> Bool {
        try reading { db in
            try Bool.fetchOne(
                db, sql: "SELECT EXISTS (SELECT 1 FROM link WHERE hex(chain) = upper(?))", arguments: [digest]) ?? false
        }
    }
}
