import GRDB
import Values

extension ArchiveError {
    /// What a failure of SQLite means for whoever works with the archive at `path`.
    init(_ error: DatabaseError, path: String) {
        let detail = Phrase(sqlite: error)
        switch error.extendedResultCode {
        case .SQLITE_READONLY_ROLLBACK, .SQLITE_READONLY_RECOVERY:
            self = .interrupted(path: path)
            return
        default: break
        }
        switch error.resultCode {
        case .SQLITE_BUSY, .SQLITE_LOCKED: self = .busy(path: path)
        // A table or a column that every archive has is not there.
        case .SQLITE_ERROR: self = .damaged(path: path, detail: detail)
        case .SQLITE_NOTADB: self = .notADatabase(path: path)
        case .SQLITE_CORRUPT: self = .damaged(path: path, detail: detail)
        case .SQLITE_FULL: self = .diskFull(path: path)
        case .SQLITE_READONLY: self = .readOnly(path: path)
        case .SQLITE_CANTOPEN, .SQLITE_PERM, .SQLITE_AUTH: self = .noPermission(path: path)
        default: self = .inputOutput(path: path, detail: detail)
        }
    }

    /// Runs `body` and tells SQLite's failures as the archive's.
    static func translating<Result>(path: String, _ body: () throws -> Result) throws -> Result {
        do {
            return try body()
        } catch let error as DatabaseError {
            throw ArchiveError(error, path: path)
        } catch let error as UnadmittedValue {
            throw ArchiveError.damaged(
                path: path,
                detail: Phrase(
                    zh: "\(error.column) 有不允许的值", en: "\(error.column) has a value that is not admitted"))
        } catch let error as RowDecodingError {
            // The schema admits no such value, so that the file is not what was written.
            throw ArchiveError.damaged(path: path, detail: Phrase(zh: "有不该出现的值", en: "\(error)"))
        }
    }
}
