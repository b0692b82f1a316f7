import Foundation
import Support
import Testing

/// What a file's name or text says is shown, never obeyed.
@Suite struct HostileNameTests {
    let folder: Folder
    private static let title = "青禾县上山镇2021年政府信息公开工作年度报告"

    init() throws { folder = try Folder() }

    private func isPlain(_ text: String) -> Bool {
        text.unicodeScalars.allSatisfy { scalar in
            scalar == "\n"
                || scalar.value >= 0x20 && !(0x7F...0x9F).contains(scalar.value)
                    && !(0x202A...0x202E).contains(scalar.value) && !(0x2066...0x2069).contains(scalar.value)
        }
    }

    private static let names = [
        "\u{1B}[2J\u{1B}]0;x\u{7}.txt", "报告\u{202E}txt.exe.txt", "两\n行.txt", "回\r车.txt", "a\tb.txt", "\u{9B}31m.txt",
        "=cmd|'!A1.txt", "-rf.txt", "$(id).txt", "'引 号\".txt",
    ]

    @Test(arguments: names)
    func nameIsShownAndNotObeyed(name: String) throws {
        try folder.write(Corpus.report("上山镇", 3), to: "in/\(name)")
        try folder.write("今日菜单：红烧肉", to: "no/\(name)")
        let stored = try Program.run("import", "in", in: folder)
        let refused = try Program.run("import", "no", in: folder)
        #expect(stored.status == 0 && refused.status == 65)
        for run in [
            stored, refused, try Program.run("list", "--format", "table", in: folder),
            try Program.run("trace", "上山镇", "2021", "12345", "--format", "table", in: folder),
            try Program.run("import", "no/\(name)", in: folder), try Program.run("import", "none\(name)", in: folder),
            try Program.run("list", "--archive", "none\(name)", in: folder),
            try Program.run("list", "--township", name, in: folder), try Program.run("compare", name, in: folder),
            try Program.run("verify", in: folder),
        ] {
            #expect(isPlain(run.output), "\(run.output.debugDescription)")
            #expect(isPlain(run.errors), "\(run.errors.debugDescription)")
        }
    }

    @Test func textIsShownAndNotObeyed() throws {
        let text = """
            \(Self.title)
            一、总体情况\u{202E}\u{1B}[31m
            受理12345热线反映件3件\u{1B}]0;x\u{7}\u{2066}。
            """
        try folder.write(text, to: "a.txt")
        #expect(try Program.run("import", "a.txt", in: folder).status == 0)
        let traced = try Program.run("trace", "上山镇", "2021", "12345", "--format", "table", in: folder)
        #expect(traced.output.contains("【3件】␛]0;x␇"))
        for arguments in [["show", "上山镇", "2021"], ["trace", "上山镇", "2021", "12345"], ["list"]] {
            let run = try Program.run(arguments + ["--format", "table"], in: folder)
            #expect(run.status == 0)
            #expect(isPlain(run.output), "\(run.output.debugDescription)")
        }
    }

    @Test func formulaIsTextInFilesForStaff() throws {
        try folder.write(Corpus.report("上山镇", 3), to: "in/=1+1.txt")
        try Program.run("import", "in", in: folder)
        try Program.run("export", "--output", "all.csv", in: folder)
        try Program.run("list", "--output", "list.csv", in: folder)
        for name in ["all.csv", "list.csv"] {
            let cells = CSVReader.records(String(decoding: try folder.data(name).dropFirst(3), as: UTF8.self)).joined()
            #expect(cells.contains { $0.hasPrefix("'=1+1") })
            #expect(!cells.contains { $0.hasPrefix("=") || $0.hasPrefix("@") })
        }
    }
}
