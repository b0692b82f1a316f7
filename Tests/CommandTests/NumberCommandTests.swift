import Foundation
import Support
import Testing

/// Asking for numbers by what is said of them.
@Suite struct NumberCommandTests {
    let folder: Folder

    init() throws {
        folder = try Folder()
        let report = """
            柳溪镇人民政府2022年政府信息公开工作年度报告
            一、总体情况
            2022年，我镇共收到政府信息公开申请7件，答复6件。全年受理12345热线工单58件，办结55件。
            “柳溪发布”微信公众号推送信息143条，粉丝2600人。上半年收到县长信箱留言9件。

            """
        try folder.write(report, to: "青禾县/2022/柳溪镇.txt")
        try Program.run("import", "青禾县", in: folder)
    }

    private func numbers(_ arguments: String...) throws -> [[String: String]] {
        try Program.run(["numbers", "--format", "csv"] + arguments, in: folder).rows
    }

    @Test func everyNumberIsDescribedWithItsSentenceAndPlace() throws {
        let rows = try numbers()
        #expect(rows.map { $0["value"] } == ["7", "6", "58", "55", "143", "2600", "9"])
        let first = try #require(rows.first)
        #expect(
            first == [
                "county": "青禾县", "township": "柳溪镇", "year": "2022", "value": "7", "unit": "件", "qualifier": "",
                "object": "request", "act": "receive", "carrier": "", "source": "", "standing": "total",
                "time": "this_year", "level": "own", "indicator": "narrated_requests.received",
                "sentence": "2022年，我镇共收到政府信息公开申请【7件】，答复6件。", "file": "2022/柳溪镇.txt:3",
            ])
    }

    @Test(arguments: [
        (["--object", "request"], ["7", "6"]), (["--object", "政府信息公开申请", "--act", "收到"], ["7"]),
        (["--object", "依申请公开", "--act", "received"], ["7"]), (["--source", "12345"], ["58", "55"]),
        (["--source", "hotline", "--act", "receive,close"], ["58", "55"]),
        (["--carrier", "公众号", "--object", "some_information"], ["143"]),
        (["--carrier", "none", "--source", "none", "--act", "receive"], ["7"]),
        (["--source", "信箱", "--unclaimed"], ["9"]),
        (["--years", "2021"], []), (["--township", "柳溪镇", "--county", "青禾县", "--object", "follower"], ["2600"]),
    ])
    func wordsAndCodesOfBothLanguagesAreUnderstood(options: [String], values: [String]) throws {
        let run = try Program.run(["numbers", "--format", "csv"] + options, in: folder)
        #expect(run.status == (values.isEmpty ? 1 : 0))
        #expect(run.rows.map { $0["value"] ?? "" } == values)
    }

    @Test func peopleSeeWordsInTheirLanguage() throws {
        let chinese = try Program.run("numbers", "--source", "12345", "--lang", "zh", in: folder).output
        #expect(chinese.contains("“12345”热线") && chinese.contains("收到") && chinese.contains("本年"))
        #expect(try Program.run("numbers", "--source", "12345", in: folder).output.contains("the 12345 hotline"))
    }

    @Test(arguments: ["table", "csv", "tsv", "json", "ndjson", "markdown", "html"])
    func everyFormatHasTheNumbers(format: String) throws {
        let run = try Program.run("numbers", "--format", format, in: folder)
        #expect(run.status == 0 && run.output.contains("2600"))
    }

    @Test func unknownWordNamesWhatIsAllowed() throws {
        let run = try Program.run("numbers", "--carrier", "wechatt", in: folder)
        #expect(run.status == 64)
        #expect(run.errors.contains("'wechatt' is no carrier; did you mean wechat?"))
        #expect(run.errors.contains("notice_board"))
        #expect(run.errors.split(separator: "\n").count == 1)
    }

    @Test func traceSaysWhichRolesDecidedAndWhatWasRuledOut() throws {
        let chinese = try Program.run("trace", "柳溪镇", "2022", "hotline_12345.received", "--lang", "zh", in: folder)
        #expect(chinese.output.contains("本年、本乡镇、收到、“12345”热线"))
        #expect(chinese.output.contains("55件（动作是办结，不是"))
        let row = try #require(
            try Program.run("trace", "柳溪镇", "2022", "hotline_12345.received", "--format", "csv", in: folder).rows.first)
        #expect(row["roles"]?.hasPrefix("this year, the township's own, received, the 12345 hotline") == true)
        #expect(row["ruled_out"]?.contains("55件 (act is closed, not") == true)
    }

    @Test func importSaysBothNumbersWhereTwoReadingsHold() throws {
        let report = """
            白杨镇人民政府2022年政府信息公开工作年度报告
            一、总体情况
            全年受理12345热线工单58件。本年度共受理12345热线工单61件。

            """
        try folder.write(report, to: "青禾县/2022/白杨镇.txt")
        let lines = try Program.run("import", "青禾县/2022/白杨镇.txt", in: folder).output.split(separator: "\n")
        #expect(lines.count { $0.contains("61件") && $0.contains("58件") } == 1)
    }

    /// An archive from before numbers were described is told so, and described when it is read again.
    @Test func olderArchiveIsBroughtUpToDateByReadingAgain() throws {
        try folder.takeBack("nianbao.sqlite", toVersion: 2)
        for command in [["numbers"], ["list"], ["trace", "柳溪镇", "2022", "12345"], ["indicators", "unclaimed"]] {
            let run = try Program.run(command, in: folder)
            #expect(run.status == 65 && run.errors.contains("older format; run nianbao reread"))
        }
        let again = try Program.run("reread", in: folder)
        #expect(again.status == 0 && again.output.contains("1 reports were not read with today's catalogue"))
        #expect(try numbers("--object", "request").count == 2)
        #expect(try Program.run("verify", in: folder).status == 0)
    }

    @Test func otherToolsFindTheNumbers() throws {
        let query = "SELECT value FROM current_number WHERE object = 'request' AND act = 'receive'"
        #expect(try Program.run("sql", query, "--format", "csv", in: folder).rows == [["value": "7"]])
        #expect(try Program.run("schema", "current_number", in: folder).output.contains("what was done"))
        try Program.run("publish", "data", in: folder)
        let published = CSVReader.records(String(decoding: try folder.data("data/number.csv"), as: UTF8.self))
        #expect(published.count == 8 && published[0].contains("carrier"))
        #expect(
            String(decoding: try folder.data("data/role_value.csv"), as: UTF8.self).contains("act,receive,收到,received"))
    }
}
