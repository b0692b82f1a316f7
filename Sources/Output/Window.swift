import Glibc

/// The part of a terminal that an answer is shown in.
package struct Window: Sendable, Equatable {
    /// In columns, of which a Chinese character takes two.
    package var width: Int
    package var height: Int
    package var hasColours: Bool

    package init(width: Int, height: Int, hasColours: Bool) {
        self.width = width
        self.height = height
        self.hasColours = hasColours
    }

    /// That of standard output; nil where it is no terminal. Colours are left out where `NO_COLOR` says so, and on
    /// terminals that have none.
    package static var ofStandardOutput: Window? {
        guard isatty(STDOUT_FILENO) == 1 else { return nil }
        var size = winsize()
        let isKnown = ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 0
        let isDumb = ["", "dumb"].contains(variable("TERM"))
        return Window(
            width: isKnown ? Int(size.ws_col) : 80, height: isKnown ? Int(size.ws_row) : 24,
            hasColours: variable("NO_COLOR").isEmpty && !isDumb)
    }

    static func variable(_ name: String) -> String { getenv(name).map { String(cString: $0) } ?? "" }
}
