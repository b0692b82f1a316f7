import Foundation
import Support
import Testing

/// A day in the office from first to last, in both languages: what came in is imported, with a scan, a report twice,
/// one under the wrong township and a broken file; questions are answered, a figure is corrected, things are taken
/// back, and the year is compared and handed on.
@Suite struct OfficeDayTests {
    private let folder: Folder
    private let files: OfficeFiles

    init() throws {
        folder = try Folder()
        files = OfficeFiles(folder: folder)
        try folder.importSamples()
        try files.write("柳溪镇", to: "收件/柳溪镇.txt")
        try files.write("柳溪镇", to: "收件/柳溪镇（又送）.txt", replacing: ["为契机，": "为契机, "])
        try files.writeDraft(to: "收件/柳溪镇旧稿.txt")
        // The report of 白杨镇, in whose title somebody wrote another township.
        try files.write("白杨镇", to: "收件/古渡镇.txt", replacing: ["白杨镇": "古渡镇"])
        try folder.write(Data([0x50, 0x4B, 3, 4] + Array(repeating: 7, count: 64)), to: "收件/望湖街道.docx")
        try folder.write(OfficeFiles.picture, to: "收件/石桥乡2023年报扫描件.xyz")
        try files.zip(["收件/石桥乡2023年报扫描件.xyz"], to: "收件/扫描.zip")
    }

    private static let languages = [
        Words(
            locale: "zh_CN.UTF-8", colon: "：", contested: "未导入：青禾县/柳溪镇 2023", cell: "柳溪镇.txt 175件 | 柳溪镇旧稿.txt 180件",
            original: "与 柳溪镇.txt（第 1 版）数字相同，一并保存", passedOver: "2 个不是年报格式的文件，已略过", moved: "已改归：青禾县/白杨镇 2023 第 1 版",
            change: "175件 → 176件", asked: "确认无误请加 --yes", trial: "可导入，将为第 2 版", revision: "第 2 版",
            current: "此为第 1 版，现用第 2 版（更正/柳溪镇.txt）", removed: "已移除：青禾县/古渡镇 2022", back: "已恢复：青禾县/古渡镇 2022 第 1 版",
            mark: "*：已更正"),
        Words(
            locale: "en_US.UTF-8", colon: ": ", contested: "not imported: 青禾县/柳溪镇 2023",
            cell: "柳溪镇.txt 175件 | 柳溪镇旧稿.txt 180件", original: "the same report as 柳溪镇.txt, revision 1",
            passedOver: "2 files of other kinds were passed over", moved: "it is revision 1 of 青禾县/白杨镇 2023",
            change: "175件 → 176件", asked: "if it is right, add --yes", trial: "readable, would be revision 2",
            revision: "revision 2", current: "this is revision 1; revision 2 counts (更正/柳溪镇.txt)",
            removed: "removed: 青禾县/古渡镇 2022", back: "back to revision 1 of 青禾县/古渡镇 2022", mark: "*: corrected"),
    ]

    struct Words: Sendable, CustomTestStringConvertible {
        let locale, colon, contested, cell, original, passedOver, moved, change, asked, trial, revision, current: String
        let removed, back, mark: String

        var testDescription: String { locale }
    }

    /// Runs the program as the office does and expects how it ends.
    private func run(_ words: Words, _ status: Int32, _ arguments: String...) throws -> String {
        let run = try Program.run(arguments, in: folder, environment: ["LANG": words.locale])
        #expect(run.status == status, "\(arguments): \(run.output)\(run.errors)")
        return run.output + run.errors
    }

    private func says(_ text: String, _ parts: String...) {
        for part in parts { #expect(text.contains(part), "\(part)\n\(text)") }
    }

    @Test(arguments: languages) func everyAnswerIsAsAClerkWouldWantIt(words: Words) throws {
        try importing(words)
        try correcting(words)
        try reimporting(words)
        try takingBack(words)
        try handingOn(words)
    }

    private func importing(_ words: Words) throws {
        says(
            try run(words, 1, "import", "收件", "--county", "青禾县"), words.contested, words.cell, words.original,
            words.passedOver, "石桥乡2023年报扫描件.xyz", "扫描.zip/收件/石桥乡2023年报扫描件.xyz", "望湖街道.docx\(words.colon)",
            "扫描.zip\(words.colon)",
            "--replace 收件/柳溪镇旧稿.txt")
        says(
            try run(words, 0, "move", "古渡镇", "2023", "--to", "白杨镇", "--reason", "标题写错"), words.moved)
        let years = try run(words, 0, "coverage", "--years", "2023", "--format", "csv")
        says(years, "青禾县,白杨镇,2023,report", "青禾县,古渡镇,2023,missing", "青禾县,柳溪镇,2023,report")
        says(try run(words, 0, "search", "柳溪发布", "--years", "2023"), "柳溪镇.txt:7")
        _ = try run(words, 0, "check", "--years", "2023", "--letter", "整改")
    }

    private func correcting(_ words: Words) throws {
        let figure = ["柳溪镇", "2023", "hotline_12345.received"]
        func correct(_ status: Int32, _ options: String...) throws -> String {
            let arguments = ["correct"] + figure + options + ["--reason", "电话核实"]
            let run = try Program.run(arguments, in: folder, environment: ["LANG": words.locale])
            #expect(run.status == status, "\(arguments): \(run.errors)")
            return run.output + run.errors
        }
        says(try correct(64, "1,760"), words.asked)
        says(try correct(0, "１７６件", "--dry-run"), words.change)
        says(try correct(0, "１７６件"), words.change)
        says(try run(words, 0, "compare", figure[2], "--township", "柳溪镇"), "176*", words.mark)
        says(try run(words, 0, "corrections", "--format", "csv"), ",175,176,件,in_force,电话核实")
    }

    private func reimporting(_ words: Words) throws {
        try files.write("柳溪镇", to: "更正/柳溪镇.txt", replacing: ["收到派单175件": "收到派单178件"])
        // A folder within the one that is named, so that the path tells the two apart.
        try FileManager.default.createDirectory(atPath: folder.path("送来"), withIntermediateDirectories: true)
        try FileManager.default.moveItem(atPath: folder.path("更正"), toPath: folder.path("送来/更正"))
        says(try run(words, 0, "import", "送来", "--dry-run"), words.trial, "175件 → 178件")
        says(try run(words, 0, "import", "送来"), words.revision, "175件 → 178件")
        says(try run(words, 0, "diff", "柳溪镇", "2023"), "175件", "178件", "hotline_12345.received")
        says(
            try run(words, 0, "import", "收件/柳溪镇.txt"), words.current, "nianbao revert 柳溪镇 2023 --to 1")
        says(try run(words, 0, "revert", "柳溪镇", "2023", "--to", "1", "--reason", "更正版有误"), "3")
        _ = try run(words, 0, "uncorrect", "柳溪镇", "2023", "hotline_12345.received", "--reason", "误")
        says(
            try run(words, 0, "export", "--indicator", "hotline_12345.received", "--years", "2023", "--format", "csv"),
            "青禾县,柳溪镇,2023,hotline_12345.received,", ",175,件,reported,")
    }

    private func takingBack(_ words: Words) throws {
        let rule = ["row-total", "白杨镇", "2021", "--reason", "核实"]
        for command in ["waive", "unwaive"] {
            let run = try Program.run([command] + rule, in: folder, environment: ["LANG": words.locale])
            #expect(run.status == 0, "\(run.errors)")
        }
        says(try run(words, 0, "remove", "古渡镇", "2022", "--reason", "试一试"), words.removed)
        says(try run(words, 66, "show", "古渡镇", "2022"), "nianbao revert 古渡镇 2022 --to 1")
        says(try run(words, 0, "revert", "古渡镇", "2022", "--reason", "没错"), words.back)
        let history = try run(words, 0, "list", "--revisions", "--years", "2023", "--format", "csv")
        says(history, "revert 1", "更正版有误", "move 1", ",removed,")
        let log = try Program.run("log", "--format", "csv", in: folder)
        // What is in question is so beside the corrected version, too.
        #expect(
            log.rows.map { $0["action"] } == [
                "import", "contest", "import", "move", "correct", "contest", "import", "revert", "uncorrect", "waive",
                "unwaive", "remove", "revert",
            ])
    }

    private func handingOn(_ words: Words) throws {
        _ = try run(words, 0, "export", "--layout", "wide", "--output", "全部.csv")
        _ = try run(words, 0, "compare", "12345", "--years", "2021-2023", "--output", "比较.xlsx")
        _ = try run(words, 0, "rollup", "青禾县", "2023")
        _ = try run(words, 0, "publish", "数据")
        _ = try run(words, 0, "verify", "--deep")
    }
}
