import Documents
import Values

/// A text file of the user's own: a list, rules, indicators. Its encoding is told as that of a report is, and every
/// command that takes one takes it by this.
package struct UserFile: Sendable {
    /// The path as the user wrote it, by which errors name the file.
    package let path: String
    package let text: String

    package init(_ path: String) throws(ImportError) {
        guard let source = try SourceFile.named(path) else { throw .folder(path: path) }
        let limit = Limits().textBytes
        switch try source.taken(named: path, limit: limit) {
        case .all(let bytes): try self.init(bytes, path: path)
        case .larger(let handle):
            let found = handle.count
            throw .notText(path: path, reason: LimitExceeded.textBytes(limit, found: found).explanation)
        }
    }

    init(_ bytes: [UInt8], path: String) throws(ImportError) {
        self.path = path
        do throws(DocumentError) {
            text = String(decoding: try OpenedFile(bytes, name: path).text(), as: UTF8.self)
        } catch {
            throw .notText(path: path, reason: error.explanation)
        }
    }

    /// The lines that are not empty.
    package var lines: [Substring] { text.split(whereSeparator: \.isNewline) }
}
