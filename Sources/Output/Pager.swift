import Glibc

/// A program that shows what is longer than the screen: `PAGER`, else `less`.
package final class Pager {
    /// A program that is not there does not read so much.
    private static let mostKept = 1 << 20
    /// What the shell says of a program that is not there.
    private static let notFound: Int32 = 127

    private let command: String
    private var pipe: UnsafeMutablePointer<FILE>?
    /// What it was given, as long as it may turn out not to be there.
    private var kept: [UInt8] = []

    /// Nil where there is none, or the user wants none (`PAGER=` or `PAGER=cat`).
    package init?() {
        if let own = getenv("PAGER").map({ String(cString: $0) }) {
            guard !own.isEmpty, own != "cat" else { return nil }
            command = own
        } else {
            guard access("/usr/bin/less", X_OK) == 0 || access("/bin/less", X_OK) == 0 else { return nil }
            command = "less"
        }
    }

    /// Nobody is left alone with it.
    deinit { _ = finish() }

    /// False where it could not be started; then what it was given is `unread`.
    package func write(_ bytes: UnsafeRawBufferPointer) throws(ReaderGone) -> Bool {
        if kept.count < Self.mostKept { kept.append(contentsOf: bytes) }
        guard let pipe = pipe ?? start() else { return false }
        if fwrite(bytes.baseAddress, 1, bytes.count, pipe) == bytes.count { return true }
        guard finish() else { return false }
        // The user has seen enough.
        throw ReaderGone()
    }

    /// Waits until the user has seen enough. False where the program could not be started.
    package func finish() -> Bool {
        guard let pipe else { return true }
        self.pipe = nil
        let status = pclose(pipe)
        signal(SIGINT, SIG_DFL)
        return status >> 8 != Self.notFound
    }

    package var unread: [UInt8] { kept }

    private func start() -> UnsafeMutablePointer<FILE>? {
        // Colours as they are, the text left on the screen, and Chinese whatever the locale says.
        setenv("LESS", "FRX", 0)
        setenv("LESSCHARSET", "utf-8", 0)
        pipe = popen(command, "w")
        guard pipe != nil else { return nil }
        // Ctrl-C is the pager's while it is there.
        signal(SIGINT, SIG_IGN)
        signal(SIGPIPE, SIG_IGN)
        return pipe
    }
}
