import Foundation
import Support
import Testing

/// Corrections that people can trust: shown before they are made, asked about where they look like slips, and marked
/// wherever their values are given.
@Suite struct CorrectionCommandTests {
    private let folder: Folder

    init() throws {
        folder = try Folder()
        try folder.importSamples()
    }

    private func correct(_ code: String, _ value: String, _ options: String...) throws -> Program {
        try Program.run(
            ["correct", "白杨镇", "2021", code, value, "--reason", "核实", "--author", "张三"] + options, in: folder)
    }

    private func rows(_ arguments: String...) throws -> [[String: String]] {
        try Program.run(arguments + ["--format", "csv"], in: folder).rows
    }

    @Test func changeIsToldWithItsUnit() throws {
        #expect(try correct("requests.disclosed.total", "4").output.contains("5件 → 4件"))
        // What counted before is the correction.
        #expect(try correct("requests.disclosed.total", "６件").output.contains("4件 → 6件"))
    }

    /// It would count in some answers and not in others.
    @Test func whatTheFormHasInOtherRowsIsCorrectedThere() throws {
        let run = try correct("requests.other.total", "5", "--yes")
        #expect(run.status == 64)
        #expect(
            run.errors.contains(
                """
                the form of 2021 has it as requests.other.not_corrected.total + requests.other.fee_unpaid.total + \
                requests.other.rest.total; correct those
                """), "\(run.errors)")
        let part = try Program.run(
            ["correct", "白杨镇", "2019", "requests.other.rest.total", "5", "--reason", "核实", "--yes"], in: folder)
        #expect(part.status == 64 && part.errors.contains("has it as requests.other.total"), "\(part.errors)")
        #expect(try rows("corrections").isEmpty)
        // What has nothing in its place has the nearest named.
        let near = try correct("licensing.items_change", "5").errors
        #expect(near.contains("(it has licensing.decisions)"), "\(near)")
    }

    @Test(arguments: [("0.61万元", "6100"), ("6,100", "6100"), ("６１００．５元", "6100.5")])
    func moneyIsTakenAsPeopleWriteIt(value: String, corrected: String) throws {
        #expect(try correct("fees.amount", value, "--yes").status == 0)
        #expect(try rows("corrections").map { $0["corrected"] } == [corrected])
    }

    @Test(arguments: [
        ("fees.amount", "139.6万元", "6000元 of 2022"), ("fees.amount", "61", "the form counts 10 000 yuan"),
        ("hotline_12345.received", "940", "ten times more or less"),
        ("hotline_12345.satisfaction_rate", "968", "more than 100%"),
    ])
    func slipIsAskedAbout(code: String, value: String, reason: String) throws {
        let asked = try correct(code, value)
        #expect(asked.status == 64, "\(asked.output)")
        #expect(asked.errors.contains(reason) && asked.errors.contains("--yes"), "\(asked.errors)")
        #expect(try rows("corrections").isEmpty)
        #expect(try correct(code, value, "--yes").status == 0)
        #expect(try rows("corrections").count == 1)
    }

    /// Neither of another size than before nor beside anything: nothing is counted below 0 but changes.
    @Test(arguments: [("rules.created", 64), ("licensing.items_change", 0)]) func countBelow0IsASlip(
        code: String, status: Int32
    ) throws {
        let run = try Program.run("correct", "白杨镇", "2020", code, "--reason", "核实", "--", "-1", in: folder)
        #expect(run.status == status, "\(run.errors)")
        #expect(run.errors.contains("less than 0") == (status == 64))
    }

    /// Somebody who telephoned has one answer for all cells that a report left blank.
    @Test func allBlankCellsAreFilledInAndTakenBackAtOnce() throws {
        func run(_ words: String...) throws -> Program {
            let target = ["柳溪镇", "2020", "空白"]
            return try Program.run(
                [words[0]] + target + words.dropFirst() + ["--reason", "电话核实", "--author", "张三"], in: folder)
        }
        let blank = "select count(*) from current_figure where township = '柳溪镇' and year = 2020 and state = 'blank'"
        let count = try Program.run("sql", blank + " and corrected is null", "--format", "csv", in: folder).rows.first
        let number = Int(count?.values.first ?? "") ?? 0
        #expect(number > 1)
        let trial = try run("correct", "0", "--dry-run")
        #expect(trial.status == 0)
        #expect(try rows("corrections").isEmpty)
        #expect(try run("correct", "5").errors.contains("all blank cells"))
        let filled = try run("correct", "0")
        #expect(filled.output.split(separator: "\n").count == number)
        #expect(filled.output == trial.output.replacing("would correct", with: "corrected"))
        #expect(try rows("corrections").map { $0["corrected"] } == Array(repeating: "0", count: number))
        #expect(try run("correct", "0").errors.contains("filled in"))
        #expect(try run("uncorrect").status == 0)
        #expect(try rows("corrections").allSatisfy { $0["standing"] == "taken_back" })
        #expect(try run("uncorrect").errors.contains("no blank cell"))
    }

    /// 0 is 0 in any unit; other numbers are asked about.
    @Test func blankFeesAreFilledInWith0() throws {
        let text = try String(contentsOfFile: "\(Program.samples)/青禾县/2021/柳溪镇.txt", encoding: .utf8)
        try folder.write(text.replacing("\t1.26\n", with: "\t\n"), to: "柳溪镇2021.txt")
        try Program.run("import", "--replace", "柳溪镇2021.txt", in: folder)
        func correct(_ value: String) throws -> Program {
            try Program.run("correct", "柳溪镇", "2021", "fees.amount", value, "--reason", "核实", in: folder)
        }
        #expect(try correct("3").errors.contains("10 000 yuan"))
        let filled = try Program.run("correct", "柳溪镇", "2021", "空白", "0", "--reason", "核实", in: folder)
        #expect(filled.status == 0 && filled.output.contains("fees.amount"), "\(filled.errors)")
    }

    @Test func trialStoresNothing() throws {
        let before = try folder.data("nianbao.sqlite")
        let trial = try correct("fees.amount", "139.6万元", "--dry-run")
        #expect(trial.status == 0)
        #expect(trial.output.contains("6000元 → 1396000元") && trial.output.contains("please check"))
        #expect(try folder.data("nianbao.sqlite") == before)
    }

    /// A figure that was not read is entered as a correction of what is not mentioned, and is in every answer.
    @Test func missedFigureIsEntered() throws {
        let asked = try rows("indicators").compactMap { $0["indicator"] ?? $0["code"] }
        let told = Set(try rows("export", "--township", "白杨镇", "--years", "2021").compactMap { $0["indicator"] })
        let missing = try #require(asked.first { $0.hasPrefix("hotline_12345") && !told.contains($0) })
        #expect(try correct(missing, "7", "--yes").output.contains("not mentioned → 7"))
        let long = try #require(
            try rows("export", "--township", "白杨镇", "--years", "2021").first { $0["indicator"] == missing })
        #expect([long["value"], long["state"], long["corrected"]] == ["", "", "7"])
        #expect(try rows("compare", missing, "--township", "白杨镇", "--years", "2021").map { $0["2021"] } == ["7"])
        for command in [["show", "白杨镇", "2021"], ["trace", "白杨镇", "2021", missing]] {
            #expect(try Program.run(command, in: folder).output.contains("核实"), "\(command)")
        }
    }

    /// A publication has a corrected value twice, and an entered one as well.
    @Test func enteredFigureIsPublishedInDisplayUnits() throws {
        #expect(try correct("farm_subsidies.amount", "12.5万元", "--yes").status == 0)
        try Program.run("publish", "out", in: folder)
        let rows = Program.rows(of: try folder.text("out/figure.csv")).filter { $0["state"] == "entered" }
        #expect(rows.map { $0["corrected"] } == ["12500000"] && rows.map { $0["display_corrected"] } == ["125000"])
    }

    /// All answers go on giving the correction.
    @Test(arguments: [[], ["--dry-run"]]) func whatTheReportSaysIsReturnedToByTakingBack(options: [String]) throws {
        _ = try correct("requests.disclosed.total", "4")
        let words = ["correct", "白杨镇", "2021", "requests.disclosed.total", "5", "--reason", "核实"]
        let run = try Program.run(words + options, in: folder)
        #expect(run.status == 64)
        #expect(run.errors.contains("its correction to 4件 counts"), "\(run.errors)")
        #expect(run.errors.contains("nianbao uncorrect 青禾县/白杨镇 2021 requests.disclosed.total --reason"))
    }

    /// What was said of a blank is not said of the number that a corrected file has there.
    @Test func correctionOfABlankCellEndsWhereARevisionFillsItIn() throws {
        let text = try String(contentsOfFile: "\(Program.samples)/青禾县/2020/柳溪镇.txt", encoding: .utf8)
        try Program.run("correct", "柳溪镇", "2020", "空白", "0", "--reason", "核实", in: folder)
        let codes = try rows("corrections").compactMap { $0["indicator"] }
        let filled = "requests.withheld.state_secret.natural_person"
        #expect(codes.contains(filled) && codes.count > 1)
        var lines = text.components(separatedBy: "\n")
        #expect(lines[148].trimmingCharacters(in: .whitespaces).isEmpty)
        lines[148] += "3"
        try folder.write(lines.joined(separator: "\n"), to: "更正.txt")
        let lapse = "the correction of \(filled) no longer counts: it was said of a blank cell"
        let trial = try Program.run("import", "更正.txt", "--dry-run", in: folder)
        #expect(trial.output.contains(lapse) && trial.output.contains("still counts, as 0"), "\(trial.output)")
        let record = try Program.run("import", "更正.txt", "--dry-run", "--json", in: folder).output
        try Program.run("import", "更正.txt", "--json", in: folder)
        for code in codes { #expect(record.contains("{\"indicator\":\"\(code)\",\"value\":\"0") == (code != filled)) }
        #expect(try rows("compare", filled, "--township", "柳溪镇", "--years", "2020").map { $0["2020"] } == ["3"])
        let listed = try rows("corrections").filter { $0["indicator"] == filled }.map { $0["standing"] }
        #expect(listed == ["lapsed"])
    }

    @Test func correctedValuesAreMarkedInEveryLayout() throws {
        _ = try correct("requests.disclosed.total", "4")
        let filter = ["--township", "白杨镇", "--years", "2021", "--indicator", "requests.disclosed"]
        let long = try Program.run(["export", "--format", "csv"] + filter, in: folder).rows
        #expect(long.filter { $0["corrected"] != "" }.map { $0["indicator"] } == ["requests.disclosed.total"])
        let wide = try Program.run(["export", "--layout", "wide", "--format", "csv"] + filter, in: folder)
        #expect(wide.rows.map { $0["corrected"] } == ["requests.disclosed.total"])
        #expect(wide.output.split(whereSeparator: \.isNewline).first?.hasSuffix(",corrected") == true)
        let compared = try rows("compare", "requests.disclosed.total", "--county", "青禾县")
        #expect(compared.compactMap { $0["corrected"] }.filter { !$0.isEmpty } == ["2021"])
        #expect(try Program.run("compare", "requests.disclosed.total", in: folder).output.contains("*: corrected"))
    }

    @Test func allAreListedWithWhetherTheyCount() throws {
        _ = try correct("requests.disclosed.total", "4")
        _ = try correct("requests.disclosed.total", "6")
        _ = try correct("fees.amount", "0.61万元")
        try Program.run("uncorrect", "白杨镇", "2021", "fees.amount", "--reason", "误", in: folder)
        let listed = try rows("corrections")
        #expect(listed.map { $0["standing"] } == ["replaced", "in_force", "taken_back"])
        #expect(listed.map { $0["reported"] } == ["5", "5", "6000"])
        #expect(try rows("corrections", "--township", "柳溪镇").isEmpty)
    }
}
