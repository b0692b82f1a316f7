import Foundation
import Support
import Testing

/// Every command over an archive, a folder and a township whose names hold what a terminal would obey.
@Suite struct EscapeTests {
    private let folder: Folder
    private static let bad = "\u{1B}[2J\u{1B}]0;x\u{7}\u{202E}\u{9B}31m"
    private static let township = "柳溪\(bad)镇"

    init() throws {
        folder = try Folder()
        let report = """
            青禾\(Self.bad)县\(Self.township)2021年政府信息公开工作年度报告
            一、总体情况\(Self.bad)
            受理12345热线反映件3件，办结5件\(Self.bad)。本年度发放低保金l75万元\(Self.bad)。
            """
        try folder.write(report, to: "in\(Self.bad)/a\(Self.bad)\n.txt")
        try folder.write(report.replacing("3件", with: "4件"), to: "second\(Self.bad).txt")
        try folder.write(report.replacing("2021年", with: "2022年"), to: "third.txt")
        try folder.write("- \(Self.bad)", to: "rules\(Self.bad).yaml")
    }

    private func isPlain(_ text: String) -> Bool {
        text.unicodeScalars.allSatisfy { scalar in
            scalar == "\n"
                || scalar.value >= 0x20 && !(0x7F...0x9F).contains(scalar.value)
                    && !(0x202A...0x202E).contains(scalar.value) && !(0x2066...0x2069).contains(scalar.value)
        }
    }

    private func expectPlain(_ arguments: [String]) throws {
        let run = try Program.run(arguments, in: folder)
        #expect(run.status >= 0, "\(arguments)")
        #expect(isPlain(run.output), "\(arguments): \(run.output.debugDescription)")
        #expect(isPlain(run.errors), "\(arguments): \(run.errors.debugDescription)")
    }

    @Test(arguments: ["en", "zh"]) func noCommandHandsOnWhatATerminalWouldObey(language: String) throws {
        let (town, bad) = (Self.township, Self.bad)
        let identity = ["--township", town, "--county", "青禾\(bad)县"]
        let table = ["--format", "table"]
        let commands: [[String]] = [
            ["import", "in\(bad)"] + identity, ["import", "third.txt", "--verbose"] + identity,
            ["import", "second\(bad).txt"] + identity, ["import", "second\(bad).txt", "--dry-run"],
            ["import", "second\(bad).txt", "--replace", "second\(bad).txt"] + identity, ["import", "none\(bad)"],
            ["list"] + table, ["list", "--revisions"] + table, ["coverage"] + table, ["show", town, "2021"] + table,
            ["show", town + bad, "2021"], ["compare", "12345"] + table, ["compare", bad] + table,
            ["compare", "12345", "--rank", "--total"] + table, ["rollup", "青禾\(bad)县", "2021"] + table,
            ["rollup", bad, "2021"], ["trace", town, "2021", "12345"] + table, ["trace", town, "2021", bad],
            ["search", "热线"] + table, ["search", bad] + table, ["numbers"] + table, ["numbers", "--source", bad],
            ["check"] + table, ["check", "--letter", "out\(bad)"],
            ["check", "--letter", "letters", "--letter-format", "markdown"], ["check", "--rules", "rules\(bad).yaml"],
            ["waive", "narrative-balance", town, "2021", "--reason", bad, "--author", bad],
            ["waive", bad, town, "2021", "--reason", bad],
            ["correct", town, "2021", "hotline_12345.received", "7", "--reason", bad, "--author", bad],
            ["corrections"] + table, ["uncorrect", town, "2021", "hotline_12345.received", "--reason", bad],
            ["diff", town, "2021"] + table, ["diff", town, "2021", "2022"] + table,
            ["revert", town, "2021", "--to", "1", "--reason", bad], ["remove", town, "2022", "--reason", bad],
            ["move", town, "2021", "--to", "白\(bad)镇", "--reason", bad], ["log"] + table,
            ["export", "--output", "out\(bad).csv"], ["export"] + table,
            ["sql", "SELECT '\(bad)', * FROM township"] + table,
            ["sql", bad], ["schema"], ["report", "pages\(bad)"], ["publish", "data\(bad)"],
            ["indicators", "check", "rules\(bad).yaml"], ["indicators", bad], ["reread"],
            ["reread", "--township", town],
            ["townships"] + table, ["townships", "rename", town, "红\(bad)镇"], ["status"], ["verify"],
            ["backup", "b\(bad).sqlite"], ["restore", "b\(bad).sqlite", "--archive", "r\(bad).sqlite"],
            ["list", "--archive", "none\(bad)"], ["completions", bad], [bad], ["list", "--\(bad)"],
            ["list", "--years", bad], ["list", "--county", bad, "--township", bad],
        ]
        for arguments in commands {
            try expectPlain(arguments + (arguments.contains("--dry-run") ? [] : ["--lang", language]))
        }
    }

    /// The figures, so that the test above is about reports that were stored.
    @Test func reportsWithSuchNamesAreStored() throws {
        try Program.run("import", "in\(Self.bad)", "--township", Self.township, in: folder)
        #expect(try Program.run("list", "--format", "csv", in: folder).rows.count == 1)
    }
}
