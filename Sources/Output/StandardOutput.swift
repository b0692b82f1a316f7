import Glibc

/// Standard output as a place for answers.
package struct StandardOutput: Sendable {
    private let descriptor: Int32

    /// From here on, and for the whole process, a reader who has gone is an error of `write` and no longer a deadly
    /// signal, so that whatever the command has open is closed in order.
    package init() {
        self.init(descriptor: STDOUT_FILENO)
    }

    /// Where everything is said that is no answer.
    package static let errors = StandardOutput(descriptor: STDERR_FILENO)

    init(descriptor: Int32) {
        signal(SIGPIPE, SIG_IGN)
        self.descriptor = descriptor
    }

    /// A terminal, or a program behind a pipe.
    package var audience: Audience { isatty(descriptor) == 1 ? .terminal : .program }

    /// Throws `ReaderGone` or `OutputError`.
    package func write(_ bytes: UnsafeRawBufferPointer) throws {
        switch writeAll(bytes, to: descriptor) {
        case nil: return
        case EPIPE: throw ReaderGone()
        case let code?: throw OutputError.cannotWrite(path: nil, code: code)
        }
    }
}

/// Thrown when whoever read the output needs no more of it, as `head` does: the command ends at once, quietly and well.
package struct ReaderGone: Error {}
