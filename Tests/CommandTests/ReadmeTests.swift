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

    /// The commands that tables of questions and of remedies name, in their order; `…` stands for a reason.
    private static func remedies(_ text: String) -> [Example] {
        let tables = ["| question |", "| what happened |", "| 想知道 |", "| 情况 |"]
        var isTable = false
        return text.components(separatedBy: "\n").flatMap { line -> [Example] in
            isTable = tables.contains(where: line.hasPrefix) || isTable && line.hasPrefix("|")
            guard isTable else { return [] }
            return line.matches(of: /`(nianbao [^`]+)`/).map {
                let command = String($0.1).replacing("…", with: "核实").replacing("我的派生指标.yaml", with: "mine.yaml")
                return Example(command: command, output: [])
            }
        }
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
        for list in ["list.csv", "名单.csv"] { try folder.write("县区,乡镇\n青禾县,柳溪镇\n", to: list) }
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

    /// The file of one measure that the help shows, as far in as it stands there.
    private func measureOfTheHelp() throws -> String {
        let lines = try Program.run("measures", "check", "--help", in: folder).output.components(separatedBy: "\n")
        return lines.drop { !$0.hasSuffix(" measures:") }.prefix { !$0.isEmpty }.joined(separator: "\n")
    }

    /// Each begins with the sample data, and with what it is a remedy of.
    @Test(arguments: [0, 1]) func questionsAndRemediesOfTheReadmeWork(part: Int) throws {
        try folder.importSamples()
        try folder.write(measureOfTheHelp(), to: "mine.yaml")
        let text = try Self.readme.get().components(separatedBy: "\n## 中文说明\n")[part]
        let remedies = Self.remedies(text)
        #expect(remedies.count > 15)
        try Program.run("waive", "row-total", "白杨镇", "2021", "--reason", "核实", in: folder)
        for name in ["备份.sqlite", "backup.sqlite"] { try Program.run("backup", name, in: folder) }
        for example in remedies {
            if example.command.hasPrefix("nianbao revert") {
                try Program.run("remove", "柳溪镇", "2021", "--reason", "误", in: folder)
            }
            if example.command.hasPrefix("nianbao move") {
                try Program.run("remove", "白杨镇", "2021", "--reason", "误", in: folder)
            }
            if example.command.hasPrefix("nianbao townships merge /") {
                try folder.write("柳溪镇2016年政府信息公开工作年度报告\n\n一、总体情况\n主动公开政府信息35条。\n", to: "无县区.txt")
                try Program.run("import", "无县区.txt", in: folder)
            }
            let run = try run(example)
            #expect(run.status == 0, "\(example.command): \(run.text)")
            if example.command.contains(#/ (remove|move|merge|correct|restore) /#) {
                try folder.replace("nianbao.sqlite", with: "备份.sqlite")
            }
        }
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
