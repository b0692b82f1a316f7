import Foundation
import Support
import Testing

/// What fits on a page or two is read, and what does not is taken on trust.
@Suite struct SizeTests {
    private static let mostLines = 400
    private static let mostColumns = 120
    private static let longestFunction = 40

    /// All Swift files of the project but those that were built or fetched.
    private static func sources() throws -> [(name: String, lines: [Substring])] {
        try ["Sources", "Migrations", "Tests"].flatMap { folder in
            let url = SourceTree.root.appending(path: folder)
            return try (FileManager.default.subpaths(atPath: url.path) ?? [])
                .filter { $0.hasSuffix(".swift") && !$0.contains(".build/") }.map { path in
                    let text = try String(contentsOf: url.appending(path: path), encoding: .utf8)
                    return (path, text.split(separator: "\n", omittingEmptySubsequences: false))
                }
        }
    }

    @Test func filesAndLinesAreShort() throws {
        let sources = try Self.sources()
        #expect(sources.count > 500)
        for (name, lines) in sources {
            // The last line has an end and nothing behind it.
            #expect(lines.count - 1 <= Self.mostLines, "\(name)")
            for (number, line) in lines.enumerated() where line.count > Self.mostColumns {
                Issue.record("\(name):\(number + 1) has \(line.count) columns")
            }
        }
    }

    /// Between its braces; the formatter puts the closing one under the beginning of its declaration.
    @Test func functionsAreShort() throws {
        var count = 0
        for (name, lines) in try Self.sources() {
            for start in lines.indices where Self.isFunction(lines[start]) {
                let indent = lines[start].prefix { $0 == " " }
                guard let opening = Self.opening(of: start, indent, in: lines),
                    let end = lines[opening...].firstIndex(of: indent + "}")
                else { continue }
                count += 1
                #expect(end - opening - 1 <= Self.longestFunction, "\(name):\(start + 1)")
            }
        }
        #expect(count > 3000)
    }

    /// A property that chooses among many cases, as one of messages does, is as long as its cases are many: each of
    /// them is short.
    @Test func propertiesAreShort() throws {
        var count = 0
        for (name, lines) in try Self.sources() {
            for start in lines.indices where lines[start].hasSuffix("{") && lines[start].contains(Self.property) {
                let indent = lines[start].prefix { $0 == " " }
                guard let end = lines[start...].firstIndex(of: indent + "}") else { continue }
                count += 1
                let parts = lines[(start + 1)..<end].split { $0.hasPrefix(indent + "    case ") }
                #expect(parts.allSatisfy { $0.count <= Self.longestFunction }, "\(name):\(start + 1)")
            }
        }
        #expect(count > 400)
    }

    private nonisolated(unsafe) static let property = /^ *(?:@?[\w()]+ )*(?:var|subscript)\b/

    /// The line with the brace that opens a function's body; nil of one on a single line, and of one without a body.
    private static func opening(of start: Int, _ indent: Substring, in lines: [Substring]) -> Int? {
        for place in lines[start...].indices {
            let line = lines[place]
            // What a declaration goes on with is farther in, or one of these.
            let goesOn = [" ", ")", "{", "w"].contains(line.dropFirst(indent.count).prefix(1))
            guard place == start || goesOn && line.hasPrefix(indent) else { return nil }
            if line.hasSuffix("{") { return place }
            if line.hasSuffix("}") { return nil }
        }
        return nil
    }

    private static func isFunction(_ line: Substring) -> Bool {
        (line.contains("func ") || line.contains("init")) && line.contains(function)
    }

    private nonisolated(unsafe) static let function = /^ *(?:@?[\w()]+ )*(?:func \S|init[?(<])/
}
