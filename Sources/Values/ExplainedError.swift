/// An error on its way to the user: what is to be said of it, and what the program's exit code says to scripts.
///
/// Every error that a user may see is one, so that none can be without its code.
package protocol ExplainedError: Error, Explained {
    var status: ExitStatus { get }
}

/// The exit codes that users' scripts rely upon (sysexits.h where it has one).
package enum ExitStatus: Int32, Sendable {
    case done = 0
    /// Done, and something needs attention.
    case attention = 1
    case usage = 64
    /// A file that is not what it should be: no report, damaged, or of a wrong form.
    case noReport = 65
    case noInput = 66
    case cannotCreate = 73
    case inputOutput = 74
    case busy = 75
}
