import Output

/// An answer on its way to the screen: kept until it is longer than the screen, and from there on handed to a pager. To
/// anything but a terminal it goes at once.
final class PagedOutput {
    let window: Window?
    private let screen: StandardOutput
    private var pager: Pager?
    private var isPaging = false
    private var kept: [UInt8] = []
    private var lines = 0

    init(_ screen: StandardOutput, isWanted: Bool) {
        self.screen = screen
        window = .ofStandardOutput
        pager = isWanted && window != nil ? Pager() : nil
    }

    func write(_ bytes: UnsafeRawBufferPointer) throws {
        guard let pager, let window else { return try screen.write(bytes) }
        if isPaging { return try show(bytes, pager) }
        kept.append(contentsOf: bytes)
        lines += bytes.count { $0 == UInt8(ascii: "\n") }
        guard lines >= window.height else { return }
        isPaging = true
        try kept.withUnsafeBytes { try show($0, pager) }
        kept = []
    }

    private func show(_ bytes: UnsafeRawBufferPointer, _ pager: Pager) throws {
        if try !pager.write(bytes) { try showWithout(pager) }
    }

    /// What a pager that is not there was given goes to the screen, and so does all that follows.
    private func showWithout(_ pager: Pager) throws {
        self.pager = nil
        try pager.unread.withUnsafeBytes(screen.write)
    }

    func finish() throws {
        if let pager, isPaging {
            if !pager.finish() { try showWithout(pager) }
        } else {
            try kept.withUnsafeBytes(screen.write)
        }
    }
}
