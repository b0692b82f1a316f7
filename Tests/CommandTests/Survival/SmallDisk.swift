import Foundation

/// A small file system of its own, where the superuser runs the tests and may mount one.
enum SmallDisk {
    static let mayBeMounted: Bool = {
        guard geteuid() == 0, let folder = try? Folder(), run("mount", "-t", "tmpfs", "tmpfs", folder.url.path) else {
            return false
        }
        return run("umount", folder.url.path)
    }()

    /// Runs `body` with a folder that holds so many kilobytes; `resize` gives it others.
    static func use(kilobytes: Int, _ body: (Folder, _ resize: (String) -> Bool) throws -> Void) throws {
        let folder = try Folder()
        guard run("mount", "-t", "tmpfs", "-o", "size=\(kilobytes)k", "tmpfs", folder.url.path) else {
            throw CocoaError(.fileWriteUnknown)
        }
        defer { _ = run("umount", "-l", folder.url.path) }
        try body(folder) { run("mount", "-o", "remount,\($0)", folder.url.path) }
    }

    private static func run(_ arguments: String...) -> Bool {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = arguments
        process.standardError = FileHandle.nullDevice
        guard (try? process.run()) != nil else { return false }
        process.waitUntilExit()
        return process.terminationStatus == 0
    }
}
