import Dispatch
import Foundation
import Synchronization

/// Ctrl-C as a wish rather than an end: the command is told of it and stops where nothing is half done. A second one
/// ends it at once.
struct Interruption {
    private let wishes = Wishes()
    private let source: any DispatchSourceSignal

    private final class Wishes: Sendable {
        let count = Atomic<Int>(0)
    }

    init() {
        signal(SIGINT, SIG_IGN)
        source = DispatchSource.makeSignalSource(signal: SIGINT, queue: .global())
        source.setEventHandler { [wishes] in
            if wishes.count.add(1, ordering: .relaxed).newValue > 1 { _exit(128 + SIGINT) }
        }
        source.resume()
    }

    /// Whether Ctrl-C was pressed; may be asked from any thread.
    var isWished: @Sendable () -> Bool {
        { [wishes] in wishes.count.load(ordering: .relaxed) > 0 }
    }
}
