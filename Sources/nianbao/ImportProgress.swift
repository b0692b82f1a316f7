import Catalogue
import Foundation

/// A line on a terminal that tells how far an import has come; on anything but a terminal it is silent.
struct ImportProgress {
    private let total: Int
    private let start = Date()
    private var done = 0
    private var shown = Date.distantPast
    private let isShown: Bool

    init(total: Int) {
        self.total = total
        isShown = isatty(STDERR_FILENO) == 1 && isatty(STDOUT_FILENO) != 1 && total > 1
    }

    mutating func add() {
        done += 1
        guard isShown, done >= total || -shown.timeIntervalSinceNow > 0.2 else { return }
        shown = Date()
        let seconds = max(0.001, -start.timeIntervalSinceNow)
        let rate = Int(Double(done) / seconds)
        let left = Int(Double(max(0, total - done)) * seconds / Double(done))
        let text = words(
            "\(done)/\(max(total, done))，每秒 \(rate) 个，约剩 \(left) 秒",
            "\(done)/\(max(total, done)), \(rate) a second, about \(left) s left")
        let end = done >= total ? "\n" : ""
        FileHandle.standardError.write(Data("\r\u{1B}[K\(text)\(end)".utf8))
    }
}
