import Dispatch
import Synchronization

/// A value that several threads change, and can wait for.
final class Watched<Value: Sendable>: Sendable {
    private struct Guarded {
        var value: Value
        var sleepers = 0
    }

    private let guarded: Mutex<Guarded>
    private let bell = DispatchSemaphore(value: 0)

    init(_ value: Value) { guarded = Mutex(Guarded(value: value)) }

    /// Changes the value; threads that wait look at it again.
    @discardableResult func change<Result: Sendable>(_ body: (inout Value) -> Result) -> Result {
        let (result, sleepers) = guarded.withLock { guarded in
            defer { guarded.sleepers = 0 }
            return (body(&guarded.value), guarded.sleepers)
        }
        for _ in 0..<sleepers { bell.signal() }
        return result
    }

    /// Waits until `body` gives something, having changed the value to its liking; nil when it did not by the deadline.
    func wait<Result: Sendable>(
        by deadline: DispatchTime = .distantFuture, _ body: (inout Value) -> Result?
    ) -> Result? {
        while true {
            // A bell that rang for somebody who had just given up wakes another for nothing, who looks and waits again.
            let (result, sleepers) = guarded.withLock { guarded -> (Result?, Int) in
                guard let result = body(&guarded.value) else {
                    guarded.sleepers += 1
                    return (nil, 0)
                }
                defer { guarded.sleepers = 0 }
                return (result, guarded.sleepers)
            }
            for _ in 0..<sleepers { bell.signal() }
            if let result { return result }
            guard bell.wait(timeout: deadline) == .success else {
                guarded.withLock { $0.sleepers = max(0, $0.sleepers - 1) }
                return nil
            }
        }
    }
}
