import Foundation
import Support
import Testing

/// A question whether a file counts stays until a deed names one of the two files that it is about, whichever way other
/// files come; and what was answered stays answered.
@Suite struct StandingQuestionTests: OfficeSuite {
    let folder: Folder
    private let files: OfficeFiles

    init() throws {
        folder = try Folder()
        files = OfficeFiles(folder: folder)
    }

    /// The report of 柳溪镇 with another number of cases.
    private func write(_ received: Int, to name: String, county: Bool = true) throws {
        var words = ["收到派单175件": "收到派单\(received)件"]
        if !county { words["青禾县"] = "本县" }
        try files.write("柳溪镇", to: name, replacing: words)
    }

    /// What status and check say is open: both the same.
    private func open() throws -> Int {
        let status = try Program.run("status", "--format", "csv", in: folder).rows
            .first { $0["item"] == "contested" }?["content"]
        let found = try Program.run("check", "--format", "csv", in: folder).rows
            .filter { $0["rule"] == "contested-file" && $0["waived"] != "true" && $0["waived"] != "1" }
        #expect(status == "\(found.count)")
        return found.count
    }

    private func received() throws -> [String] {
        try Program.run("export", "--indicator", "hotline_12345.received", "--format", "csv", in: folder).rows.map {
            "\($0["county"] ?? "?")/\($0["township"] ?? "?") \($0["value"] ?? "?")"
        }
    }

    private func ask() throws {
        try write(175, to: "一.txt")
        try write(180, to: "二.txt")
        try run(1, "import", "一.txt", "二.txt")
        #expect(try open() == 1)
    }

    /// One file names no county, and the other, which does, is in question.
    private func askOfCounties() throws {
        try write(175, to: "无县.txt", county: false)
        try run(0, "import", "无县.txt")
        try write(180, to: "有县.txt")
        try run(1, "import", "有县.txt")
    }

    // MARK: A third file

    @Test func thirdFileAnswersNothing() throws {
        try ask()
        try write(190, to: "三.txt")
        let told = try run(0, "import", "三.txt")
        #expect(told.contains("第 2 版") && told.contains("仍待定：二.txt"), "\(told)")
        #expect(try open() == 1)
        // Now it is between the two.
        try run(0, "import", "--replace", "三.txt")
        #expect(try open() == 0)
    }

    @Test func thirdFileThatIsChosenAnswersNothing() throws {
        try ask()
        try write(190, to: "三.txt")
        #expect(try run(0, "import", "--replace", "三.txt").contains("仍待定：二.txt"))
        #expect(try open() == 1)
        try run(0, "import", "--replace", "二.txt")
        #expect(try open() == 0 && received() == ["青禾县/柳溪镇 180"])
    }

    /// The first of the two is one of the two still.
    @Test func firstOfTheTwoIsReturnedTo() throws {
        try ask()
        try write(190, to: "三.txt")
        try run(0, "import", "三.txt")
        try run(0, "revert", "柳溪镇", "2023", "--to", "1", "--reason", "一稿为准")
        #expect(try open() == 0 && received() == ["青禾县/柳溪镇 175"])
    }

    @Test func returningToAThirdAnswersNothing() throws {
        try write(170, to: "零.txt")
        try write(175, to: "一.txt")
        try write(180, to: "二.txt")
        try run(0, "import", "零.txt")
        try run(0, "import", "一.txt")
        try run(1, "import", "一.txt", "二.txt")
        try run(0, "revert", "柳溪镇", "2023", "--to", "1", "--reason", "零稿为准")
        #expect(try open() == 1)
        try run(0, "import", "--replace", "一.txt")
        #expect(try open() == 0)
    }

    @Test func oneOfThreeAnswersForAllOfThem() throws {
        for (number, name) in [(175, "a"), (180, "b"), (190, "c")] { try write(number, to: "in/\(name).txt") }
        try run(1, "import", "in")
        #expect(try open() == 2)
        try run(0, "import", "--replace", "in/b.txt")
        #expect(try open() == 0 && received() == ["青禾县/柳溪镇 180"])
    }

    @Test func revisionThatIsTakenOutLeavesItsQuestion() throws {
        try write(170, to: "零.txt")
        try run(0, "import", "零.txt")
        try write(175, to: "一.txt")
        try run(0, "import", "一.txt")
        try write(180, to: "二.txt")
        try run(1, "import", "一.txt", "二.txt")
        try run(0, "remove", "柳溪镇", "2023", "--revision", "2", "--reason", "草稿")
        #expect(try open() == 1 && received() == ["青禾县/柳溪镇 170"])
        #expect(try run(0, "remove", "柳溪镇", "2023", "--reason", "都不对").contains("待定的文件 二.txt 也没有导入"))
        #expect(try open() == 0)
        try run(0, "import", "二.txt")
    }

    @Test func removalThatIsUndoneAnswersNothing() throws {
        try ask()
        try run(0, "remove", "柳溪镇", "2023", "--reason", "误删")
        try run(0, "revert", "柳溪镇", "2023", "--reason", "恢复")
        #expect(try open() == 1)
    }

    // MARK: The file itself

    @Test func fileInQuestionIsAskedAboutWhenItComesAlone() throws {
        try ask()
        for options in [[], ["--dry-run"]] {
            let asked = try Program.run(["import", "二.txt", "--lang", "zh"] + options, in: folder)
            #expect(asked.status == 1 && asked.output.contains("以哪份为准，还没有人决定，不会自动取代；有 1 处不同"), "\(asked.output)")
        }
        #expect(try open() == 1 && received() == ["青禾县/柳溪镇 175"])
        // Bare, --replace is for whatever comes alone.
        try run(0, "import", "二.txt", "--replace")
        #expect(try open() == 0 && received() == ["青禾县/柳溪镇 180"])
    }

    @Test func answerHolds() throws {
        try ask()
        try run(0, "import", "--replace", "一.txt")
        for paths in [["二.txt"], ["一.txt", "二.txt"]] {
            let asked = try Program.run(["import"] + paths + ["--lang", "zh"], in: folder)
            #expect(asked.status == 1 && asked.output.contains("（一.txt）是指定为准的"), "\(asked.output)")
            #expect(try open() == 0 && received() == ["青禾县/柳溪镇 175"])
        }
    }

    @Test func sameFiguresInAnotherFormatAreNamedForTheReport() throws {
        try ask()
        let text = try folder.text("一.txt").split(separator: "\n", omittingEmptySubsequences: false)
        try folder.write("<html><body><pre>\(text.joined(separator: "\n"))</pre></body></html>", to: "一.html")
        let told = try run(0, "import", "--replace", "一.html")
        #expect(told.contains("数字相同"), "\(told)")
        #expect(try open() == 0)
    }

    @Test func filesOfOneNameAreToldByTheirRevisions() throws {
        try write(175, to: "年报.txt")
        try run(0, "import", "--replace", "年报.txt")
        try write(170, to: "零.txt")
        try run(0, "import", "--replace", "零.txt")
        try run(0, "import", "--replace", "年报.txt")
        try write(180, to: "年报.txt")
        let asked = try run(1, "import", "年报.txt")
        #expect(asked.contains("第 3 版 175件 | 此文件 180件"), "\(asked)")
    }

    // MARK: Whose it is

    @Test func thirdFileWithoutACountyAnswersNothing() throws {
        try askOfCounties()
        try write(176, to: "无县二.txt", county: false)
        try run(0, "import", "无县二.txt")
        #expect(try open() == 1)
    }

    @Test func movingTheOtherToTheTownshipIsAnAnswer() throws {
        try askOfCounties()
        try run(0, "move", "/柳溪镇", "2023", "--to", "青禾县/柳溪镇", "--reason", "同一乡镇")
        #expect(try open() == 0)
        #expect(try run(1, "import", "有县.txt").contains("（无县.txt）是指定为准的"))
        #expect(try open() == 0 && received() == ["青禾县/柳溪镇 175"])
    }

    /// However soon the file comes after the move.
    @Test func movingTheOtherToItsCountyLeavesTheFileToCome() throws {
        try askOfCounties()
        try run(0, "move", "/柳溪镇", "2023", "--to", "东山县/柳溪镇", "--reason", "别县")
        #expect(try open() == 1)
        try write(176, to: "东山.txt", county: false)
        try run(0, "import", "东山.txt", "--county", "东山县")
        #expect(try open() == 1)
        try run(0, "import", "有县.txt")
        #expect(try open() == 0 && received() == ["东山县/柳溪镇 176", "青禾县/柳溪镇 180"])
    }

    @Test func fileOfAnotherTownshipIsInQuestionNoMore() throws {
        try ask()
        try run(0, "import", "二.txt", "--county", "青禾县", "--township", "白杨镇")
        #expect(try open() == 0 && received().sorted() == ["青禾县/柳溪镇 175", "青禾县/白杨镇 180"])
    }

    // MARK: Accepted

    @Test func waiverIsOfTheQuestionsThatThereWere() throws {
        try ask()
        try run(0, "waive", "contested-file", "柳溪镇", "2023", "--reason", "草稿不算")
        #expect(try open() == 0)
        try write(190, to: "三.txt")
        try run(0, "import", "三.txt")
        #expect(try open() == 0)
        // Of another second.
        Thread.sleep(forTimeInterval: 1.1)
        try write(195, to: "四.txt")
        try write(196, to: "五.txt")
        try run(1, "import", "四.txt", "五.txt")
        #expect(try open() > 0)
    }

    // MARK: As of a day

    @Test func questionsOfThenAreThoseOfThen() throws {
        try ask()
        try files.backdate()
        func then() throws -> [String?] {
            try Program.run("check", "--format", "csv", "--as-of", "2024-03-31", in: folder).rows
                .filter { $0["rule"] == "contested-file" }.map { $0["message"] }
        }
        let before = try then()
        #expect(before.count == 1)
        try write(190, to: "三.txt")
        try run(0, "import", "三.txt")
        #expect(try then() == before)
        try run(0, "import", "--replace", "二.txt")
        #expect(try then() == before && open() == 0)
    }
}
