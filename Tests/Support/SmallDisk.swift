import Foundation

/// A small file system of its own, where the superuser runs the tests and may mount one.
package enum SmallDisk {
    package static let mayBeMounted: Bool = {
        guard geteuid() == 0, let folder = try? Folder(), run("mount", "-t", "tmpfs", "tmpfs", folder.path) else {
            return false
        }
        return run("umount", folder.path)
    }()

    /// Runs `body` with a folder that holds so many kilobytes; `remount` gives it other options, such as `size=16m`.
    package static func use(
        kilobytes: Int, _ body: (_ folder: Folder, _ remount: @escaping (String) -> Bool) throws -> Void
    ) throws {
        let folder = try Folder()
        guard run("mount", "-t", "tmpfs", "-o", "size=\(kilobytes)k", "tmpfs", folder.path) else {
            throw CocoaError(.fileWriteUnknown)
        }
        // Lazily, since SQLite may still hold a file open.
        defer { _ = run("umount", "-l", folder.path) }
        try body(folder) { options in
            // A program that another test is starting holds this one's open files until it has become itself, and a
            // medium on which anyone has a file open for writing does not become read-only: it is asked again.
            (0..<100).contains { attempt in
                if attempt > 0 { Thread.sleep(forTimeInterval: 0.1) }
                return run("mount", "-o", "remount,\(options)", folder.path)
            }
        }
    }

    private static func run(_ name: String, _ arguments: String...) -> Bool {
        (try? ExternalProgram(name)?.run(arguments))?.status == 0
    }
}
