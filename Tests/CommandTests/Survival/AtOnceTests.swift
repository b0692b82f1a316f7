import Foundation
import Support
import Testing

/// Two who do something to the same report, place or file at once: both decide on what they see while a third writes,
/// and only one of them has seen what is there when it writes. The other is refused, and can decide anew.
@Suite struct AtOnceTests {
    private let folder: Folder

    init() throws {
        folder = try Folder()
        try folder.write(Corpus.report("柳溪镇", 3), to: "1/柳溪镇.txt")
        let period = "统计期限自2021年1月1日起至2021年12月28日止。\n"
        try folder.write(Corpus.report("柳溪镇", 4) + period, to: "2/柳溪镇.txt")
        try folder.write(Corpus.report("白杨镇", 5), to: "1/白杨镇.txt")
        try folder.write("indicators:\n  - {code: mine.a, zh: 甲, en: a, unit: 件}\n", to: "a.yaml")
        try folder.write("indicators:\n  - {code: mine.a, zh: 乙, en: b, unit: 户}\n", to: "b.yaml")
        for name in ["1", "2"] { try Program.run("import", name, in: folder) }
        try Program.run("waive", "period-not-full-year", "柳溪镇", "2021", "--reason", "已核", in: folder)
    }

    /// Runs two commands while another has the archive, and lets them go once both wait for it.
    private func statuses(_ commands: [[String]]) throws -> [Int32] {
        let writer = try RawDatabase(folder.path("nianbao.sqlite"))
        try writer.execute("BEGIN IMMEDIATE")
        let processes = commands.map { Program.process($0, in: folder) }
        for process in processes {
            process.standardOutput = FileHandle.nullDevice
            process.standardError = FileHandle.nullDevice
            try process.run()
        }
        for process in processes { Self.waitUntilWaiting(process.processIdentifier) }
        try writer.execute("ROLLBACK")
        for process in processes { process.waitUntilExit() }
        return processes.map(\.terminationStatus).sorted()
    }

    /// Nothing but a pause between two attempts lets a program sleep so often.
    private static func waitUntilWaiting(_ process: pid_t) {
        func sleeps() -> Int {
            let text = (try? String(contentsOfFile: "/proc/\(process)/status", encoding: .utf8)) ?? ""
            let line = text.split(separator: "\n").first { $0.hasPrefix("voluntary_ctxt_switches") }
            return line?.split(separator: "\t").last.flatMap { Int($0) } ?? 0
        }
        for _ in 0..<500 where sleeps() < 100 { usleep(20_000) }
    }

    @Test(arguments: [
        ["revert 柳溪镇 2021 --to 1", "revert 柳溪镇 2021 --to 1"], ["remove 柳溪镇 2021", "remove 柳溪镇 2021"],
        ["move 柳溪镇 2021 --all --to 青禾县/甲镇", "move 柳溪镇 2021 --all --to 青禾县/乙镇"],
        ["remove 柳溪镇 2021 --revision 1", "revert 柳溪镇 2021"],
        ["correct 柳溪镇 2021 hotline_12345.received 5 --yes", "correct 柳溪镇 2021 hotline_12345.received 6 --yes"],
        ["waive period-not-full-year 柳溪镇 2021", "waive period-not-full-year 柳溪镇 2021"],
        ["unwaive period-not-full-year 柳溪镇 2021", "unwaive period-not-full-year 柳溪镇 2021"],
    ])
    func onlyOneOfTwoDeedsIsDone(commands: [String]) throws {
        let words = commands.map { $0.split(separator: " ").map(String.init) + ["--reason", "核实"] }
        #expect(try statuses(words) == [0, 75])
        #expect(try Program.run("verify", "--deep", in: folder).status == 0)
    }

    @Test(arguments: [
        ["townships rename 柳溪镇 柳河镇", "townships rename 柳溪镇 柳岸镇"],
        ["townships code 柳溪镇 630122101", "townships code 柳溪镇 630122102"],
        ["townships merge 柳溪镇 柳树镇", "townships merge 柳溪镇 柳林镇"],
        ["townships end 柳溪镇 --after 2030 --reason r", "townships end 柳溪镇 --after 2031 --reason r"],
        ["indicators add a.yaml", "indicators add b.yaml"],
    ])
    func onlyOneOfTwoChangesOfNamesIsMade(commands: [String]) throws {
        for township in ["柳树镇", "柳林镇"] {
            try folder.write("county,township,code\n青禾县,\(township),\n", to: "list.csv")
            try Program.run("townships", "import", "list.csv", in: folder)
        }
        #expect(try statuses(commands.map { $0.split(separator: " ").map(String.init) }) == [0, 75])
        #expect(try Program.run("list", in: folder).status == 0)
        #expect(try Program.run("verify", in: folder).status == 0)
    }
}
