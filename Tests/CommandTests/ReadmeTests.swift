import Foundation
import Support
import Testing

/// What the README says to type works, and prints what it says.
@Suite struct ReadmeTests {
    /// A command line of the README, and the lines that it shows below it.
    struct Example: CustomTestStringConvertible {
        let command: String
        let output: [String]

        var testDescription: String { command }

        /// Whether the command's way to say that something is wrong with the data is no failure of it.
        var mayNeedAttention: Bool { command.contains("--fail-on") }
    }

    static let readme = Result { try String(contentsOf: SourceTree.root.appending(path: "README.md"), encoding: .utf8) }

    /// Those of the English part and those of the Chinese one.
    private static func parts() throws -> [[Example]] {
        let parts = try readme.get().components(separatedBy: "\n## 中文说明\n")
        #expect(parts.count == 2)
        return parts.map(examples)
    }

    private static func examples(_ text: String) -> [Example] {
        var examples: [Example] = []
        var output: [String]?
        var command = ""
        for line in text.components(separatedBy: "\n") + [""] {
            guard line.hasPrefix("    "), !line.hasPrefix("    $ ") else {
                if let lines = output { examples.append(Example(command: command, output: lines)) }
                output = line.hasPrefix("    $ nianbao ") ? [] : nil
                command = String(line.dropFirst("    $ ".count))
                continue
            }
            output?.append(String(line.dropFirst(4)))
        }
        return examples
    }

    private let folder: Folder
    private let shell: ExternalProgram

    init() throws {
        folder = try Folder()
        shell = try #require(ExternalProgram("/bin/sh"))
        try FileManager.default.createSymbolicLink(
            at: folder.url.appending(path: "SampleData"), withDestinationURL: SourceTree.samples)
        try FileManager.default.createDirectory(
            at: folder.url.appending(path: "bin"), withIntermediateDirectories: true)
        try FileManager.default.createSymbolicLink(
            at: folder.url.appending(path: "bin/nianbao"), withDestinationURL: Program.executable)
        try folder.write(IndicatorCommandTests.own, to: "mine.yaml")
    }

    private func run(_ example: Example) throws -> ExternalProgram.Run {
        try shell.run(
            [
                "-c",
                """
                export PATH='\(folder.path)/bin':\"$PATH\" LC_ALL=en_US.UTF-8; unset NIANBAO_ARCHIVE; \
                \(example.command)
                """,
            ],
            in: folder.url, keepingErrors: true)
    }

    @Test(arguments: [0, 1]) func commandsWorkAndPrintWhatTheReadmeShows(part: Int) throws {
        let examples = try Self.parts()[part]
        #expect(examples.count > 10)
        let shown = examples.filter { !$0.output.isEmpty }
        #expect(!shown.isEmpty)
        for example in shown {
            let lines = try run(example).text.split(separator: "\n").map(String.init)
            #expect(lines == example.output, "\(example.command)")
        }
        try folder.importSamples()
        for example in examples where example.output.isEmpty {
            let run = try run(example)
            #expect(run.status == 0 || run.status == 1 && example.mayNeedAttention, "\(example.command): \(run.text)")
        }
    }
}
