import Output

/// An answer on its way to the screen: kept until its end and handed to a pager if it is longer than the screen. To
/// anything but a terminal it goes at once.
final class PagedOutput {
    let window: Window?
    private let screen: StandardOutput
    private let pager: Pager?
    private var kept: [UInt8] = []

    init(_ screen: StandardOutput, isWanted: Bool) {
        self.screen = screen
        window = .ofStandardOutput
        pager = isWanted && window != nil ? Pager() : nil
    }

    func write(_ bytes: UnsafeRawBufferPointer) throws {
        if pager == nil { return try screen.write(bytes) }
        kept.append(contentsOf: bytes)
    }

    func finish() throws {
        guard let pager, let window, !kept.isEmpty else { return }
        let lines = kept.count { $0 == UInt8(ascii: "\n") }
        try kept.withUnsafeBytes { bytes in
            if lines < window.height || !pager.show(bytes) { try screen.write(bytes) }
        }
    }
}
