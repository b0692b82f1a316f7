import Catalogue
import Foundation

/// A line at the foot of a terminal that tells how far an import has come, how fast, and how long it will take; on
/// anything but a terminal it is silent.
struct ImportProgress {
    private let total: Int
    private let start = Date()
    private var shown = Date.distantPast
    private var isVisible = false
    private let isWanted: Bool

    init(total: Int) {
        self.total = total
        isWanted = isatty(STDERR_FILENO) == 1 && total > 1
    }

    /// A line that was cleared comes back at once, one that stands is written anew a few times a second.
    mutating func show(done: Int) {
        guard isWanted, !isVisible || -shown.timeIntervalSinceNow > 0.2 else { return }
        shown = Date()
        isVisible = true
        let seconds = max(0.001, -start.timeIntervalSinceNow)
        let rate = Int(Double(done) / seconds)
        let left = Int((Double(max(0, total - done)) * seconds / Double(done)).rounded(.up))
        let text = words(
            "\(done)/\(max(total, done))，每秒 \(rate) 个，约剩 \(left) 秒",
            "\(done)/\(max(total, done)), \(rate) a second, about \(left) s left")
        try? Screen.write("\r\u{1B}[K\(text)", to: .errors)
    }

    /// Makes room for another line.
    mutating func clear() {
        guard isVisible else { return }
        isVisible = false
        try? Screen.write("\r\u{1B}[K", to: .errors)
    }
}
