import Glibc

/// A program that shows what is longer than the screen: `PAGER`, else `less`.
package struct Pager {
    private let command: String

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

    /// Shows the text and waits until the user has seen enough. False where the program could not be started.
    package func show(_ bytes: UnsafeRawBufferPointer) -> Bool {
        // Colours as they are, the text left on the screen, and Chinese whatever the locale says.
        setenv("LESS", "FRX", 0)
        setenv("LESSCHARSET", "utf-8", 0)
        guard let pipe = popen(command, "w") else { return false }
        // Ctrl-C is the pager's while it is there.
        signal(SIGINT, SIG_IGN)
        signal(SIGPIPE, SIG_IGN)
        _ = fwrite(bytes.baseAddress, 1, bytes.count, pipe)
        let status = pclose(pipe)
        signal(SIGINT, SIG_DFL)
        // The shell says 127 of a program that is not there.
        return status >> 8 != 127
    }
}
