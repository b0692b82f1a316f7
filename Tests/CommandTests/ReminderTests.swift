import Foundation
import Support
import Testing

/// Letters to townships whose reports have not come.
@Suite struct ReminderTests {
    let folder: Folder

    init() throws {
        folder = try Folder()
        try folder.importSamples()
    }

    private func reminders(_ arguments: String...) throws -> Program {
        try Program.run(["coverage", "--letter", "催报", "--lang", "zh"] + arguments, in: folder)
    }

    @Test func whoLacksAReportIsRemindedOfEachYear() throws {
        try folder.write("青禾县,望湖街道\n青禾县,新街镇\n", to: "名单.txt")
        let run = try reminders(
            "--county", "青禾县", "--years", "2019-2020", "--expect", "名单.txt", "--from", "县政务公开办", "--by", "2021-01-25",
            "--letter-format", "md")
        #expect(run.status == 0)
        #expect(
            run.output == "催报/青禾县-望湖街道-催报.md\n催报/青禾县-新街镇-催报.md\n催报/青禾县-缺报名单.md\n", "\(run.output)")
        let known = try folder.text("催报/青禾县-望湖街道-催报.md")
        for part in ["望湖街道办事处：", "尚未收到你街道2020年政府信息公开工作年度报告", "请你街道于2021年1月25日前报送", "县政务公开办"] {
            #expect(known.contains(part), "\(part)")
        }
        #expect(try folder.text("催报/青禾县-新街镇-催报.md").contains("你镇2019、2020年政府信息公开"))
        let list = try folder.text("催报/青禾县-缺报名单.md")
        #expect(list.contains("2 个乡镇、街道缺报 3 份报告"))
        #expect(list.contains("| 1 | 望湖街道 | 2020年 |") && list.contains("| 2 | 新街镇 | 2019、2020年 |"))
    }

    @Test func nobodyIsRemindedOfAReportThatIsThere() throws {
        let run = try reminders("--county", "青禾县", "--years", "2021")
        #expect(run.status == 0 && run.output == "没有缺报的乡镇\n", "\(run.output)")
    }

    /// The list that `townships import` takes, names of offices and other names are understood.
    @Test func listIsUnderstoodAsOfficesWriteIt() throws {
        try folder.write(
            "县区,乡镇,代码\n青禾县,望湖街道办事处,632199001\n青禾县,青禾县柳溪镇人民政府,632199101\n青禾县,新街镇,632199102\n青禾县,,632199\n",
            to: "名单.csv")
        try folder.write("序号,乡镇\n1,古渡镇\n2,丁/镇\n3,丁-镇\n", to: "名单.txt")
        var run = try reminders("--county", "青禾县", "--years", "2021", "--expect", "名单.csv", "--letter-format", "md")
        #expect(run.output == "催报/青禾县-新街镇-催报.md\n催报/青禾县-缺报名单.md\n", "\(run.output)")
        run = try reminders(
            "--county", "青禾县", "--years", "2021", "--expect", "名单.txt", "--letter-format", "md", "--force")
        let lines = run.output.split(separator: "\n")
        #expect(lines.count == 3 && Set(lines).count == 3, "\(run.output)")
    }

    @Test func reminderOfNoYearIsRefused() throws {
        try folder.write("county,township,code\n新县,新街镇,632198102\n", to: "list.csv")
        #expect(try Program.run("townships", "import", "list.csv", in: folder).status == 0)
        let run = try reminders("--county", "新县")
        #expect(run.status == 64 && run.errors.contains("--years"), "\(run.errors)")
        #expect(!folder.exists("催报"))
    }

    /// A reminder of January that is still in the folder when the report has come would be sent again.
    @Test func reminderOfAReportThatHasComeIsNamed() throws {
        _ = try reminders("--county", "青禾县", "--years", "2020", "--letter-format", "md")
        let run = try reminders("--county", "青禾县", "--years", "2021", "--letter-format", "md")
        #expect(run.errors.contains("催报/青禾县-望湖街道-催报.md") && run.errors.contains("催报/青禾县-缺报名单.md"))
    }
}
