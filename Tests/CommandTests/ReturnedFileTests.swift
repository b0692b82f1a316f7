import Foundation
import Support
import Testing

/// A file that the archive has and that is to count again.
@Suite struct ReturnedFileTests {
    private let folder: Folder
    private static let head = """
        青禾县2021年政府信息公开工作年度报告数据汇总,,,,
        乡镇,行政许可处理决定数量,行政处罚处理决定数量,行政强制处理决定数量,行政规范性文件本年制发件数

        """
    private static let received = "licensing.decisions"

    /// Two tables of three townships; the third says the same in both.
    init() throws {
        folder = try Folder()
        let tables = [
            "s1.csv": "柳溪镇,10,2,0,1\n白杨镇,20,3,1,2\n石桥乡,30,4,2,3\n合计,60,9,3,6\n",
            "s2.csv": "柳溪镇,11,2,0,1\n白杨镇,25,3,1,2\n石桥乡,30,4,2,3\n合计,66,9,3,6\n",
        ]
        for (name, rows) in tables { try folder.write(Self.head + rows, to: name) }
        for name in ["s1.csv", "s2.csv"] { try Program.run("import", name, "--county", "青禾县", in: folder) }
    }

    private var figures: [String] {
        get throws {
            try Program.run("export", "--indicator", Self.received, "--format", "csv", in: folder).rows.map {
                "\($0["township"] ?? "") \($0["value"] ?? "")"
            }
        }
    }

    @Test func changesAreToldOfEachTownship() throws {
        #expect(try Set(figures) == ["柳溪镇 11", "白杨镇 25", "石桥乡 30"])
        let lines = try Program.run("import", "--replace", "s1.csv", in: folder).output.components(separatedBy: "\n")
        for (township, change) in [("柳溪镇", "11件 → 10件"), ("白杨镇", "25件 → 20件")] {
            let line = try #require(
                lines.firstIndex { $0.contains("counts again, revision 3: 青禾县/\(township) 2021") }, "\(lines)")
            #expect(lines[line].hasSuffix("2021") && lines[line + 1].contains(change), "\(lines)")
        }
        #expect(try Set(figures) == ["柳溪镇 10", "白杨镇 20", "石桥乡 30"])
        #expect(try Program.run("verify", "--deep", in: folder).status == 0)
    }

    @Test func programsGetAnObjectOfEachTownship() throws {
        let output = try Program.run("import", "--replace", "s1.csv", "--json", in: folder).output
        let records = try output.split(separator: "\n").map {
            try #require(JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any])
        }
        #expect(records.map { $0["township"] as? String } == ["柳溪镇", "白杨镇", "石桥乡"])
        #expect(records.allSatisfy { $0["outcome"] as? String == "revision" && $0["revision"] as? Int == 3 })
        let changes = records.map { ($0["changes"] as? [[String: String]] ?? []).map { $0["new"] ?? "" } }
        #expect(changes == [["10件"], ["20件"], []])
    }

    @Test(arguments: [
        ["--replace", "s1.csv"], ["s1.csv", "--replace"], ["s1.csv"], ["s2.csv", "--replace", "s1.csv"],
        ["--replace", "s1.csv", "--replace", "s2.csv"], ["s1.csv", "s2.csv"],
    ])
    func trialTellsWhatWouldBecomeOfIt(arguments: [String]) throws {
        func told(_ run: Program) -> [String] {
            run.output.components(separatedBy: "\n").filter { $0.contains(".csv: ") || $0.contains("件 → ") }
                .map { $0.replacing("would count again", with: "counts again") }
        }
        let before = try folder.dump("nianbao.sqlite")
        let trial = try Program.run(["import", "--dry-run"] + arguments, in: folder)
        #expect(try folder.dump("nianbao.sqlite") == before)
        let real = try Program.run(["import"] + arguments, in: folder)
        #expect(trial.status == real.status)
        #expect(!told(real).isEmpty && told(trial) == told(real))
    }

    @Test func trialTellsPrograms() throws {
        let output = try Program.run("import", "--replace", "s1.csv", "--json", "--dry-run", in: folder).output
        let lines = output.split(separator: "\n")
        #expect(lines.count == 3)
        for line in lines { #expect(line.contains(#""expected":"revision""#) && line.contains(#""revision":3"#)) }
        #expect(output.contains("10件") && output.contains("20件"))
    }

    /// Of a file some of whose reports count already.
    @Test func whatCountsAlreadyIsToldApart() throws {
        try Program.run("revert", "柳溪镇", "2021", "--to", "1", "--reason", "核实", in: folder)
        let output = try Program.run("import", "--replace", "s1.csv", in: folder).output
        #expect(output.contains("s1.csv: same as before: 青禾县/柳溪镇 2021\n"), "\(output)")
        #expect(output.contains("s1.csv: counts again, revision 3: 青禾县/白杨镇 2021\n"), "\(output)")
        #expect(try Set(figures) == ["柳溪镇 10", "白杨镇 20", "石桥乡 30"])
    }
}
