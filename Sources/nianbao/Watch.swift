import Dispatch
import Glibc
import Storage
import Values

/// Ends the program where a limit of time is passed within one function of a user's query, or while a value of it is
/// being written: there nobody asks whether the time is up.
struct Watch {
    private let timer: any DispatchSourceTimer

    /// Half a second after the limit, so that the query itself may end before.
    init(seconds: Int) {
        timer = DispatchSource.makeTimerSource(queue: DispatchQueue(label: "watch", qos: .userInitiated))
        timer.schedule(deadline: .now() + .seconds(seconds) + .milliseconds(500))
        timer.setEventHandler {
            Leftovers.ofThisRun.clear {
                _exit(Failure(QueryError.tooLong(.seconds(seconds))).report().rawValue)
            }
        }
        timer.resume()
    }

    func end() { timer.cancel() }
}
