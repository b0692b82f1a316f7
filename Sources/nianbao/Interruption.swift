import Dispatch
import Foundation
import Synchronization
import Values

/// What Ctrl-C, the end of a session and a request to end do: what the run has made beside its answers is removed, and
/// the programs that it started are ended (see `Leftovers`), before it ends as it would have.
///
/// A command may ask that the first Ctrl-C be a wish: it is told and stops where nothing is half done.
final class Interruption: Sendable {
    static let ofThisRun = Interruption()

    private let isAskedFirst = Atomic<Bool>(false)
    private let wishes = Atomic<Int>(0)

    private init() {}

    /// To be called once, when the program begins.
    func listen() {
        // A file that may become no larger is an error of writing, which is told. Unlike a signal that is ignored, one
        // that is handled is as ever for the programs that are started.
        signal(SIGXFSZ) { _ in }
        // Of its own: the others may all be waiting for files.
        let queue = DispatchQueue(label: "signals", qos: .userInitiated)
        for number in [SIGINT, SIGTERM, SIGHUP] {
            // Whoever started the program with `nohup` wants it to go on.
            var earlier = sigaction()
            sigaction(number, nil, &earlier)
            if unsafeBitCast(earlier.__sigaction_handler.sa_handler, to: Int.self) == 1 { continue }
            signal(number, SIG_IGN)
            let source = DispatchSource.makeSignalSource(signal: number, queue: queue)
            source.setEventHandler { [self] in
                withExtendedLifetime(source) {}
                if number == SIGINT, isAskedFirst.load(ordering: .relaxed),
                    wishes.add(1, ordering: .relaxed).newValue == 1
                {
                    return
                }
                Leftovers.ofThisRun.clear {
                    signal(number, SIG_DFL)
                    var signals = sigset_t()
                    sigemptyset(&signals)
                    sigaddset(&signals, number)
                    pthread_sigmask(SIG_UNBLOCK, &signals, nil)
                    raise(number)
                    // Whatever keeps the signal away, this is the end.
                    _exit(128 + number)
                }
            }
            source.resume()
        }
    }

    /// Makes the first Ctrl-C a wish; what is returned tells on any thread whether there was one, or the run is being
    /// ended: a transaction that waits for more to come is done sooner.
    func askFirst() -> @Sendable () -> Bool {
        isAskedFirst.store(true, ordering: .relaxed)
        return { self.wishes.load(ordering: .relaxed) > 0 || Leftovers.ofThisRun.isEnding }
    }
}
