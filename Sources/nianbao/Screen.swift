import Foundation
import Output

/// What is said on standard output and standard error, where it can fail like anything that is written: to a full disk,
/// to a reader who has gone.
enum Screen {
    static func write(_ text: String) throws { try write(text, to: StandardOutput()) }

    /// A line on standard error. Where even that cannot be written, nobody can be told.
    static func tell(_ line: String) { try? write(VisibleText.of(line) + "\n", to: .errors) }

    /// A line on standard output, shown as it is: names in it may hold what a terminal would obey.
    static func line(_ text: String) throws {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        try write(lines.map { VisibleText.of(String($0)) }.joined(separator: "\n") + "\n")
    }

    static func write(_ text: String, to output: StandardOutput) throws {
        var text = text
        try text.withUTF8 { try output.write(UnsafeRawBufferPointer($0)) }
    }
}

/// In place of Swift's own, which brings the program down where the line cannot be written: this one ends it as an
/// error of writing does.
func print(_ text: String = "") {
    do {
        try Screen.line(text)
    } catch {
        Nianbao.ending(error)
    }
}
