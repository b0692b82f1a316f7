import Foundation

/// A temporary folder that goes when the test is done with it. Its path has a space and Chinese in it, as users' have.
package final class Folder: Sendable {
    package let url: URL

    package init() throws {
        url = FileManager.default.temporaryDirectory.appending(path: "nianbao 测试 \(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(at: url) }

    package var path: String { url.path }

    package func path(_ name: String) -> String { url.appending(path: name).path }

    package func exists(_ name: String) -> Bool { FileManager.default.fileExists(atPath: path(name)) }

    package func write(_ text: String, to name: String) throws { try write(Data(text.utf8), to: name) }

    /// Makes the folders on the way to it, too.
    package func write(_ data: Data, to name: String) throws {
        let file = url.appending(path: name)
        try FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try data.write(to: file)
    }

    package func data(_ name: String) throws -> Data { try Data(contentsOf: url.appending(path: name)) }

    package func text(_ name: String) throws -> String { String(decoding: try data(name), as: UTF8.self) }
}

/// An empty folder for a part of a test.
package func withTemporaryFolder<Result>(_ body: (URL) throws -> Result) throws -> Result {
    let folder = try Folder()
    return try withExtendedLifetime(folder) { try body(folder.url) }
}
