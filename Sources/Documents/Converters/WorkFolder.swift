import Foundation
import Values

/// A folder for one run of a converter, readable by this user only, that goes when its owner does.
final class WorkFolder {
    let path: String

    init() throws(DocumentError) {
        let parent = FileManager.default.temporaryDirectory.path
        var template = Array("\(parent)/nianbao-XXXXXX".utf8CString)
        guard mkdtemp(&template) != nil else {
            throw .converter(.noWorkFolder(path: parent, reason: Phrase(systemError: errno)))
        }
        path = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    func write(_ bytes: [UInt8], to name: String) throws(DocumentError) {
        guard FileManager.default.createFile(atPath: "\(path)/\(name)", contents: Data(bytes)) else {
            throw .converter(.noWorkFolder(path: path, reason: Phrase(systemError: errno)))
        }
    }

    /// A file's bytes, at most `limit`; nil where there is none.
    func read(_ name: String, limit: Int, program: String) throws(DocumentError) -> [UInt8]? {
        let file = "\(path)/\(name)"
        guard let size = try? FileManager.default.attributesOfItem(atPath: file)[.size] as? Int else { return nil }
        guard size <= limit else { throw .converter(.outputTooLarge(program: program, limit: limit)) }
        return FileManager.default.contents(atPath: file).map { Array($0) }
    }
}
