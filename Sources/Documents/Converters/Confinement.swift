import CLinux
import Dispatch
import Foundation
import Synchronization

/// What keeps a program that is started for a file from changing other files: the kernel's Landlock, by which whatever
/// a thread starts may write in one folder only.
package enum Confinement {
    /// Whether this kernel has it.
    package static let isPossible = nianbao_landlock_version() > 0

    /// Whether a file of this name is likely to be read by another program.
    package static func concerns(_ path: String) -> Bool {
        guard let dot = path.utf8.lastIndex(of: UInt8(ascii: ".")) else { return false }
        return FileFormat.convertedEndings.contains(path[path.utf8.index(after: dot)...].lowercased())
    }

    /// Runs `start` where only `folder` may be written to, as far as the kernel allows; on a thread of its own, since a
    /// thread cannot be let out again.
    static func run<Result: Sendable>(in folder: String, _ start: @escaping @Sendable () -> Result?) -> Result? {
        let done = DispatchSemaphore(value: 0)
        let box = Box<Result>()
        Thread {
            // Where the kernel has no Landlock, the user is told so (`isPossible`).
            _ = nianbao_landlock_confine(folder)
            box.set(start())
            done.signal()
        }.start()
        done.wait()
        return box.value
    }

    private final class Box<Value: Sendable>: Sendable {
        private let kept = Mutex<Value?>(nil)

        var value: Value? { kept.withLock { $0 } }
        func set(_ value: Value?) { kept.withLock { $0 = value } }
    }
}
