import Dispatch
import Synchronization

/// A value that several threads change, and can wait for.
///
/// Each sleeper has a bell of its own: with one for all, a thread that lies down just after a change would take the
/// ring that was meant for another, who would sleep on though what it waits for is there.
final class Watched<Value: Sendable>: Sendable {
    private struct Guarded {
        var value: Value
        var sleepers: [DispatchSemaphore] = []

        mutating func takeSleepers() -> [DispatchSemaphore] {
            defer { sleepers = [] }
            return sleepers
        }
    }

    private let guarded: Mutex<Guarded>

    init(_ value: Value) { guarded = Mutex(Guarded(value: value)) }

    /// Changes the value; threads that wait look at it again.
    @discardableResult func change<Result: Sendable>(_ body: (inout Value) -> Result) -> Result {
        let (result, sleepers) = guarded.withLock { guarded in
            (body(&guarded.value), guarded.takeSleepers())
        }
        for bell in sleepers { bell.signal() }
        return result
    }

    /// Waits until `body` gives something, having changed the value to its liking; nil when it did not by the deadline.
    func wait<Result: Sendable>(
        by deadline: DispatchTime = .distantFuture, _ body: (inout Value) -> Result?
    ) -> Result? {
        while true {
            let bell = DispatchSemaphore(value: 0)
            let (result, sleepers) = guarded.withLock { guarded -> (Result?, [DispatchSemaphore]) in
                guard let result = body(&guarded.value) else {
                    guarded.sleepers.append(bell)
                    return (nil, [])
                }
                return (result, guarded.takeSleepers())
            }
            for sleeper in sleepers { sleeper.signal() }
            if let result { return result }
            guard bell.wait(timeout: deadline) == .success else {
                guarded.withLock { guarded in guarded.sleepers.removeAll { $0 === bell } }
                return nil
            }
        }
    }
}
