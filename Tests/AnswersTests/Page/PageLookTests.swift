import Foundation
import Storage
import Support
import Testing
import Values

@testable import Answers

/// What the guidelines for accessible pages (WCAG 2.1, level AA) ask for and a program can see.
@Suite struct PageLookTests {
    private static let css = String(decoding: PackageResources.page_css, as: UTF8.self)

    /// The colours of a scheme: those of the light one, with what it changes.
    private static func colours(_ scheme: String?) throws -> [String: Colour] {
        let blocks = css.components(separatedBy: ":root {").dropFirst()
        func colours(_ block: String) throws -> [String: Colour] {
            let block = block.components(separatedBy: "}")[0]
            let pairs = block.matches(of: /--([a-z0-9]+): #([0-9a-f]{6});/)
            return Dictionary(pairs.map { (String($0.1), Colour(hexadecimal: String($0.2))) }, uniquingKeysWith: { $1 })
        }
        let light = try colours(#require(blocks.first))
        guard let scheme else { return light }
        let before = css.components(separatedBy: scheme)
        #expect(before.count == 2)
        let own = try #require(before.last?.components(separatedBy: ":root {").dropFirst().first)
        return try light.merging(colours(own)) { $1 }
    }

    private static func names(_ pattern: String) throws -> Set<String> { Set(try css.all(pattern)) }

    @Test(arguments: [nil, "@media (prefers-color-scheme: dark)", "@media print"])
    func everyTextCanBeReadOnEveryGround(scheme: String?) throws {
        let colours = try Self.colours(scheme)
        let texts = try Self.names("[ {]color: var\\(--([a-z0-9]+)\\)")
            .union(Self.names("(?:text|tick) \\{ fill: var\\(--([a-z0-9]+)\\)"))
        let grounds = try Self.names("background: var\\(--([a-z0-9]+)\\)")
        #expect(texts.isSuperset(of: ["ink", "soft", "link", "alarm"]) && grounds.count > 6)
        for text in texts {
            for ground in grounds {
                let contrast = try #require(colours[text]).contrast(with: #require(colours[ground]))
                #expect(contrast >= 4.5, "--\(text) on --\(ground): \(contrast)")
            }
        }
    }

    /// Lines and bars that tell something, and edges, need 3 to 1; the fine rules of tables and charts tell nothing.
    @Test(arguments: [nil, "@media (prefers-color-scheme: dark)", "@media print"])
    func everyDrawingCanBeSeen(scheme: String?) throws {
        let colours = try Self.colours(scheme)
        let paper = try #require(colours["paper"])
        let drawings = try Self.names("(?:stroke|fill|solid|dashed|border-left-color:)[: ]*var\\(--([a-z0-9]+)\\)")
            .subtracting(["rule", "paper"])
        #expect(drawings.isSuperset(of: ["line", "bar", "edge"]))
        for drawing in drawings {
            let contrast = try #require(colours[drawing]).contrast(with: paper)
            #expect(contrast >= 3, "--\(drawing): \(contrast)")
        }
    }

    @Test func contrastIsThatOfTheGuidelines() {
        #expect(Colour(hexadecimal: "000000").contrast(with: Colour(hexadecimal: "ffffff")) == 21)
        let gray = Colour(hexadecimal: "777777").contrast(with: Colour(hexadecimal: "ffffff"))
        #expect(abs(gray - 4.48) < 0.01)
    }

    /// Every page: a county with all that there is, one year only, and the index.
    private func pages() throws -> [String] {
        let sample = try SampleArchive.made.get()
        var index = IndexPage(stamp: SampleArchive.stamp, language: .chinese)
        index.add(try sample.page(.chinese), file: "青禾县.html")
        return try [
            sample.html(.chinese), sample.html(.english), sample.html(.chinese, Filter(years: [2022])),
            sample.html(.english, Filter(years: [2020]), findings: []), index.html.text,
        ]
    }

    @Test func headingsGoDownOneByOne() throws {
        for page in try pages() {
            let levels = try page.all("<h([1-6])").compactMap { Int($0) }
            #expect(levels.first == 1 && levels.count { $0 == 1 } == 1)
            for (before, level) in zip(levels, levels.dropFirst()) { #expect(level <= min(before + 1, 3)) }
        }
    }

    @Test func everyTableSaysWhatItIs() throws {
        for page in try pages() {
            for table in page.components(separatedBy: "<table").dropFirst() {
                let table = table.components(separatedBy: "</table>")[0]
                #expect(table.contains("<caption>") && !table.contains("<caption></caption>"))
                let heads = table.components(separatedBy: "<th").dropFirst().filter { !$0.hasPrefix("ead") }
                #expect(heads.count > 1)
                #expect(heads.allSatisfy { $0.hasPrefix(" scope=\"col\"") || $0.hasPrefix(" scope=\"row\"") })
            }
        }
    }

    @Test func everyDrawingSaysWhatItShows() throws {
        for page in try pages() {
            for drawing in page.components(separatedBy: "<svg ").dropFirst() {
                let tag = drawing.components(separatedBy: ">")[0]
                let isNamed = tag.contains("role=\"img\"") && drawing.dropFirst(tag.count).hasPrefix("><title>")
                #expect(isNamed || tag.contains("aria-hidden=\"true\""), "\(drawing.prefix(80))")
            }
        }
    }

    @Test(.enabled(if: ExternalProgram.python != nil, "python3 is not installed"))
    func everyElementIsClosed() throws {
        let python = try #require(ExternalProgram.python)
        let script = """
            import sys, re, xml.etree.ElementTree as tree
            text = open(sys.argv[1], encoding='utf-8').read()
            body = text[text.index('<body>'):text.index('<script>')].replace('<br>', '<br/>')
            print(len(list(tree.fromstring(body + '</body>').iter('section'))), end='')
            """
        for page in try pages() {
            let sections = try withTemporaryFolder { folder in
                let file = folder.appendingPathComponent("a.html")
                try Data(page.utf8).write(to: file)
                return try python.run(["-c", script, file.path]).text
            }
            #expect(sections == "\(page.components(separatedBy: "<section").count - 1)")
        }
    }
}

/// A colour by its light, as the guidelines define it.
private struct Colour {
    private let luminance: Double

    init(hexadecimal: String) {
        let number = Int(hexadecimal, radix: 16) ?? 0
        let parts = [number >> 16, number >> 8, number].map { Double($0 & 255) / 255 }
        let linear = parts.map { $0 <= 0.04045 ? $0 / 12.92 : pow(($0 + 0.055) / 1.055, 2.4) }
        luminance = 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
    }

    func contrast(with other: Colour) -> Double {
        let (light, dark) = (max(luminance, other.luminance), min(luminance, other.luminance))
        return (light + 0.05) / (dark + 0.05)
    }
}
