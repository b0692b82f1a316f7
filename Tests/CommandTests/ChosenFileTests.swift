import Foundation
import Support
import Testing

/// What somebody has chosen stays until somebody chooses otherwise, and what nobody has decided is told until somebody
/// does.
@Suite struct ChosenFileTests: OfficeSuite {
    let folder: Folder
    private let files: OfficeFiles

    init() throws {
        folder = try Folder()
        files = OfficeFiles(folder: folder)
    }

    private var received: [String?] {
        get throws {
            try Program.run("export", "--indicator", "hotline_12345.received", "--format", "csv", in: folder).rows
                .map { $0["value"] }
        }
    }

    @Test func fileThatWasChosenIsNotReplacedUnasked() throws {
        try files.write("柳溪镇", to: "一稿.txt")
        try files.writeDraft(to: "定稿.txt")
        try files.write("柳溪镇", to: "送审.txt", replacing: ["收到派单175件": "收到派单190件"])
        _ = try run(0, "import", "一稿.txt")
        _ = try run(0, "import", "--replace", "定稿.txt")
        #expect(try run(0, "log").contains("指定"))
        for _ in 1...2 {
            let asked = try run(1, "import", "送审.txt")
            #expect(asked.contains("现用的第 2 版（定稿.txt）是指定为准的，不会自动取代；有 1 处不同"), "\(asked)")
            #expect(try received == ["180"])
        }
        #expect(try run(1, "import", "送审.txt", "--dry-run").contains("是指定为准的"))
        _ = try run(0, "import", "--replace", "送审.txt")
        #expect(try received == ["190"])
        // Returning to a revision is choosing it.
        _ = try run(0, "revert", "柳溪镇", "2023", "--to", "1", "--reason", "一稿为准")
        #expect(try run(0, "import", "定稿.txt").contains("是指定为准的") == false)
        try files.write("柳溪镇", to: "又.txt", replacing: ["收到派单175件": "收到派单191件"])
        #expect(try run(1, "import", "又.txt").contains("（一稿.txt）是指定为准的"))
    }

    @Test func blanksInPlaceOfFiguresAreAskedAbout() throws {
        try files.write("柳溪镇", to: "柳溪镇.txt")
        let lines = try folder.text("柳溪镇.txt").components(separatedBy: "\n")
        var left = 7
        let blank = lines.map { line in
            guard line == "\t0", left > 0 else { return line }
            left -= 1
            return "\t"
        }
        try folder.write(blank.joined(separator: "\n"), to: "再报/柳溪镇.txt")
        _ = try run(0, "import", "柳溪镇.txt")
        let asked = try run(1, "import", "再报")
        #expect(asked.contains("有数的 7 格，此文件为空白，不会自动取代"), "\(asked)")
        #expect(asked.contains("（其中空白 7 格）"), "\(asked)")
    }

    @Test func openQuestionIsToldUntilItIsAnswered() throws {
        try files.write("柳溪镇", to: "in/柳溪镇.txt")
        try files.writeDraft(to: "in/柳溪镇（更正）.txt")
        for _ in 1...2 { #expect(try run(1, "import", "in").contains("待定 1")) }
        #expect(try run(0, "status").contains("1（青禾县/柳溪镇 2023：柳溪镇（更正）.txt）"))
        let check = try run(0, "check", "--format", "csv")
        #expect(check.components(separatedBy: "\ncontested-file,").count == 2, "\(check)")
        #expect(check.contains("另一个文件“柳溪镇（更正）.txt”与此不同"))
        #expect(try run(0, "log").contains("待定"))
        // Either answer ends it.
        try FileManager.default.copyItem(atPath: folder.path("nianbao.sqlite"), toPath: folder.path("另.sqlite"))
        _ = try run(0, "import", "in", "--replace", "in/柳溪镇（更正）.txt")
        _ = try run(0, "import", "--replace", "in/柳溪镇.txt", "--archive", "另.sqlite")
        for archive in ["nianbao.sqlite", "另.sqlite"] {
            #expect(try run(0, "check", "--format", "csv", "--archive", archive).contains("contested-file") == false)
            let status = try Program.run("status", "--format", "csv", "--archive", archive, in: folder)
            #expect(status.rows.contains { $0["item"] == "contested" && $0["content"] == "0" }, "\(status.output)")
        }
    }

    @Test func waivingAcceptsTheQuestion() throws {
        try files.write("柳溪镇", to: "in/柳溪镇.txt")
        try files.writeDraft(to: "in/草稿.txt")
        _ = try run(1, "import", "in")
        _ = try run(0, "waive", "contested-file", "柳溪镇", "2023", "--reason", "草稿不算")
        let status = try Program.run("status", "--format", "csv", in: folder)
        #expect(status.rows.contains { $0["item"] == "contested" && $0["content"] == "0" }, "\(status.output)")
    }

    @Test func waiverOfNothingIsRefused() throws {
        try folder.importSamples()
        let refused = try run(64, "waive", "row-total", "上新庄镇", "2020", "--reason", "误操作")
        #expect(refused.contains("没有不符合 row-total 之处，无需豁免"), "\(refused)")
        #expect(refused.contains("period-not-full-year"))
        _ = try run(0, "waive", "period-not-full-year", "上新庄镇", "2020", "--reason", "机构改革")
        // A second one changes the reason or the day.
        _ = try run(0, "waive", "period-not-full-year", "上新庄镇", "2020", "--reason", "机构改革，已核实")
    }
}
