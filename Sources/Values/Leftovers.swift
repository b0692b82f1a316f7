import Glibc
import Synchronization

/// What this run has made beside its answers and must not leave behind when it is ended: part files, work folders, and
/// programs that it started.
///
/// The one thing that is the whole process's, as signals are.
package final class Leftovers: Sendable {
    package static let ofThisRun = Leftovers()

    private struct Kept {
        var paths: Set<String> = []
        /// Leaders of process groups.
        var groups: Set<pid_t> = []
        /// Transactions that have begun.
        var unfinished = 0
        var isEnding = false

        mutating func begin() -> Bool {
            if !isEnding { unfinished += 1 }
            return !isEnding
        }
    }

    /// How long an end waits for transactions, and between two looks at them, in microseconds.
    private static let (patience, pause): (UInt32, UInt32) = (5_000_000, 5_000)

    private let kept = Mutex(Kept())

    private init() {}

    package func add(path: String) { kept.withLock { _ = $0.paths.insert(path) } }
    package func remove(path: String) { kept.withLock { _ = $0.paths.remove(path) } }

    /// Starts a program and keeps it in one step, so that no end comes between.
    package func starting<Failure: Error>(_ start: () -> Result<pid_t, Failure>) -> Result<pid_t, Failure> {
        kept.withLock { kept in
            let result = start()
            if case .success(let group) = result { kept.groups.insert(group) }
            return result
        }
    }

    package func remove(group: pid_t) { kept.withLock { _ = $0.groups.remove(group) } }

    /// Whether the run is being ended.
    package var isEnding: Bool { kept.withLock { $0.isEnding } }

    /// A transaction, which an end waits for a moment to be done: else its journal would stay until the archive is
    /// opened again. None begins once the end has, and nothing comes after the last: how the run ends is the signal's.
    /// Not to be used within itself.
    package func finishing<Result>(_ body: () throws -> Result) rethrows -> Result {
        while !kept.withLock({ $0.begin() }) { usleep(Self.pause) }
        defer {
            let isEnding = kept.withLock { kept in
                kept.unfinished -= 1
                return kept.isEnding
            }
            while isEnding { usleep(Self.pause) }
        }
        return try body()
    }

    /// Ends the programs, removes the files, and then lets `end` end the process; nothing is added any more meanwhile.
    package func clear(then end: () -> Void) {
        kept.withLock { $0.isEnding = true }
        for _ in 0..<Self.patience / Self.pause where kept.withLock({ $0.unfinished > 0 }) { usleep(Self.pause) }
        kept.withLock { kept in
            for group in kept.groups { kill(-group, SIGKILL) }
            for path in kept.paths { Self.remove(tree: path) }
            end()
        }
    }

    /// Removes a file, or a folder with all that is in it; links are not followed.
    package static func remove(tree path: String) { remove(tree: Array(path.utf8CString)) }

    /// By bytes, since a name need not be UTF-8.
    private static func remove(tree path: [CChar]) {
        guard unlink(path) != 0, errno == EISDIR || errno == EPERM, let stream = opendir(path) else { return }
        while let entry = readdir(stream) {
            let name = Array(UnsafeBufferPointer(start: entry.name, count: strlen(entry.name)))
            let dot = CChar(bitPattern: UInt8(ascii: "."))
            if name == [dot] || name == [dot, dot] { continue }
            remove(tree: path.dropLast() + [CChar(bitPattern: UInt8(ascii: "/"))] + name + [0])
        }
        closedir(stream)
        rmdir(path)
    }
}
