import Foundation
import Output

/// Help laid out for a terminal: the argument parser counts characters, of which Chinese ones take two columns, and
/// wraps what has been wrapped before. Here each paragraph is wrapped once, by what it takes on the screen.
struct HelpText {
    private static let widest = 100
    private static let textColumn = 26

    private let width: Int
    private var lines: [String] = []
    /// Lines of a paragraph that is not yet complete.
    private var paragraph = ""
    private var isList = false

    /// - Parameter text: what the parser gives when it has all the room it wants.
    static func wrapped(_ text: String, width: Int? = Window.ofStandardOutput?.width) -> String {
        var help = HelpText(width: min(widest, max(40, width ?? 80)))
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) { help.add(String(line)) }
        help.endParagraph()
        return help.lines.joined(separator: "\n")
    }

    private init(width: Int) { self.width = width }

    private mutating func add(_ line: String) {
        if line.isEmpty || line.hasPrefix("  ") || Self.remedies.contains(where: line.hasPrefix) { endParagraph() }
        if line.isEmpty {
            lines.append("")
        } else if line.hasPrefix("  ") {
            isList ? addEntry(line) : lines.append(line)
        } else if Self.usage.contains(where: line.hasPrefix) {
            endParagraph()
            addUsage(line)
        } else if Self.headings.contains(line) {
            endParagraph()
            isList = true
            lines.append(line)
        } else {
            paragraph += joint(before: line) + line
            if Self.colons.contains(where: line.hasSuffix) { endParagraph() }
        }
    }

    /// What stands between the lines of a paragraph where they are one: Chinese and Latin words stand apart, and
    /// nothing stands apart from a mark that is as wide as a letter.
    private func joint(before line: String) -> String {
        guard let last = paragraph.last, let first = line.first else { return "" }
        if isWide(last), isWide(first) { return "" }
        if isWide(last) && !last.isLetter || isWide(first) && !first.isLetter { return "" }
        return " "
    }

    private static let usage = ["USAGE: ", "Usage: ", "用法："]
    private static let remedies = ["Help: ", "说明："]
    private static let headings = ["ARGUMENTS:", "OPTIONS:", "SUBCOMMANDS:", "参数：", "选项：", "命令："]
    private static let colons = ["：", ":"]

    private mutating func endParagraph() {
        guard !paragraph.isEmpty else { return }
        lines += LineWrap.lines(paragraph, width: width)
        paragraph = ""
    }

    /// `  --option <value>   what it does`; of a long name what it does is on the next line.
    private mutating func addEntry(_ line: String) {
        let text = line.drop { $0 == " " }
        let indent = line.count - text.count
        if indent >= Self.textColumn { return addText(String(text), after: nil) }
        guard let gap = text.firstRange(of: "  ") else {
            lines.append(line)
            return
        }
        let name = String(text[..<gap.lowerBound])
        addText(String(text[gap.upperBound...].drop { $0 == " " }), after: name)
    }

    private mutating func addText(_ text: String, after name: String?) {
        var wrapped = LineWrap.lines(text, width: width - Self.textColumn)
        if let name {
            let taken = DisplayWidth.of(name) + 2
            if taken + 2 <= Self.textColumn, let first = wrapped.first {
                lines.append("  \(name)" + String(repeating: " ", count: Self.textColumn - taken) + first)
                wrapped.removeFirst()
            } else {
                lines.append("  \(name)")
            }
        }
        lines += wrapped.map { String(repeating: " ", count: Self.textColumn) + $0 }
    }

    /// Broken between options, never inside of one.
    private mutating func addUsage(_ text: String) {
        var line = ""
        for part in Self.parts(text) {
            let joined = line.isEmpty ? part : "\(line) \(part)"
            if DisplayWidth.of(joined) > width, !line.isEmpty {
                lines.append(line)
                line = "  " + part
            } else {
                line = joined
            }
        }
        lines.append(line)
    }

    private static func parts(_ text: String) -> [String] {
        var parts = [""]
        var depth = 0
        for character in text {
            if "[<".contains(character) { depth += 1 }
            if "]>".contains(character) { depth -= 1 }
            if character == " ", depth == 0 {
                parts.append("")
            } else {
                parts[parts.count - 1].append(character)
            }
        }
        return parts
    }

    private func isWide(_ character: Character?) -> Bool { character.map { DisplayWidth.of(String($0)) > 1 } ?? false }
}
