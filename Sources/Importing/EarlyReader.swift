import Catalogue
import Dispatch
import Reports

/// A reader of reports that is made on a thread of its own while the archive is opened: in the import of one file, each
/// of the two takes about as long as the other.
package final class EarlyReader: Sendable {
    private enum State: Sendable {
        case notBegun
        case begun
        case made(Result<ReportReader, CatalogueError>)
    }

    private let state = Watched(State.notBegun)
    private let thread = DispatchGroup()

    package init() {}

    /// The program must not end under a thread's feet.
    deinit { thread.wait() }

    package func begin(_ codebook: Codebook) {
        state.change { $0 = .begun }
        // The thread must not be the last to hold this object, which waits for it.
        DispatchQueue.global(qos: .userInitiated).async(group: thread) { [state] in
            let result = Result { () throws(CatalogueError) in try ReportReader(codebook) }
            state.change { $0 = .made(result) }
        }
    }

    /// Waits for the reader; nil where none was begun.
    func made() throws(CatalogueError) -> ReportReader? {
        let result = state.wait { state -> Result<ReportReader, CatalogueError>?? in
            switch state {
            case .notBegun: .some(nil)
            case .begun: nil
            case .made(let result): result
            }
        }
        return try result??.get()
    }
}
