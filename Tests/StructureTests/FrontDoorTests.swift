import Foundation
import Support
import Testing

/// What the README and the settings of editors say of the source tree is so.
@Suite struct FrontDoorTests {
    private func text(_ name: String) throws -> String {
        try String(contentsOf: SourceTree.root.appending(path: name), encoding: .utf8)
    }

    private func matches(_ pattern: String, in text: String) throws -> [String] {
        try text.matches(of: Regex(pattern).anchorsMatchLineEndings())
            .compactMap { $0.output[1].substring.map(String.init) }
    }

    @Test func everyPathThatTheReadmeNamesExists() throws {
        let paths = try matches("`((?:Sources|Tests|Migrations|SampleData)(?:/[^` ]*)?)`", in: text("README.md"))
            .filter { !$0.contains("/.build/") }
        #expect(paths.count > 40)
        for path in paths {
            #expect(FileManager.default.fileExists(atPath: SourceTree.root.appending(path: path).path), "\(path)")
        }
    }

    /// Whoever reads one language is told as much as who reads the other.
    @Test func bothLanguagesNameTheSamePlacesAndVersions() throws {
        let parts = try text("README.md").components(separatedBy: "\n## 中文说明\n")
        try #require(parts.count == 2)
        let (english, chinese) = (parts[0], parts[1])
        func section(_ text: String, _ start: String, _ end: String) -> String {
            text.components(separatedBy: start).last?.components(separatedBy: end).first ?? ""
        }
        let places = "`([A-Z][A-Za-z]*/[^` ]*)`"
        #expect(
            try matches(places, in: section(english, "## Where to put it", "## Changes"))
                == matches(places, in: section(chinese, "### 改哪里", "### 版本")))
        let versions = try matches("^\\*\\*([0-9.]+)\\*\\*", in: english)
        #expect(try versions == matches("^\\*\\*([0-9.]+)\\*\\*", in: chinese))
        let program = try text("Sources/nianbao/Nianbao.swift")
        #expect(try matches("version: \"([0-9.]+)\"", in: program) == Array(versions.prefix(1)))
    }

    @Test func chineseIsOneStepFromTheFirstLines() throws {
        let first = try text("README.md").split(separator: "\n").prefix(3)
        #expect(first.contains { $0.contains("](#中文说明)") })
    }

    @Test func editorsAndTheFormatterHaveTheSameLineLength() throws {
        let editor = try matches("^max_line_length = ([0-9]+)$", in: text(".editorconfig"))
        #expect(editor == ["120"])
        #expect(try matches("\"lineLength\": ([0-9]+)", in: text(".swift-format")) == editor)
    }

    /// Whoever installs the Debian package can read every kind of file that the program takes.
    @Test func thePackageRecommendsWhatTheReadersAskFor() throws {
        let control = try text(".ci/package")
        let recommended = try #require(
            control.split(separator: "\n").first { $0.hasPrefix("Recommends: ") }?.dropFirst("Recommends: ".count))
        let folder = SourceTree.root.appending(path: "Sources/Documents")
        let asking = try Regex("let packages? = |packages: ")
        var named: Set<String> = []
        for path in FileManager.default.subpaths(atPath: folder.path) ?? [] where path.hasSuffix(".swift") {
            let source = try String(contentsOf: folder.appending(path: path), encoding: .utf8)
            for line in source.split(separator: "\n") where line.contains(asking) {
                named.formUnion(try matches("\"([a-z][a-z0-9-]+)\"", in: String(line)))
            }
        }
        #expect(named.count > 4)
        #expect(Set(recommended.split(separator: ", ").map(String.init)) == named)
    }
}
