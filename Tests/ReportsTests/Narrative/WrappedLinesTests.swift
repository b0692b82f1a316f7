import Documents
import Testing
import Values

@testable import Reports

/// Text copied out of printed pages, typed with half-width marks, or broken into a line a clause.
@Suite struct WrappedLinesTests {
    private static let opening =
        "我镇认真贯彻政府信息公开条例和上级有关文件精神，坚持以公开为常态、不公开为例外的原则，把政府信息公开工作摆在重要位置，"
        + "明确分管领导和具体工作人员，健全制度，规范流程，严格保密审查，努力提升公开的质量和水平，切实保障群众的知情权，促进各项工作规范有序开展，取得了较好的成效，得到了群众的认可。"

    /// Code to value in display units.
    private func figures(_ body: String) throws -> [String: String] {
        let text = "青禾县柳溪镇2021年政府信息公开工作年度报告\n一、总体情况\n\(body)\n五、存在的主要问题及改进情况\n无。"
        let report = try Shared.reports().read(Document(lines: text), path: "报告.txt")
        let codebook = try Shared.tables().codebook
        var found: [String: String] = [:]
        for figure in report.figures {
            let indicator = codebook.indicators[figure.indicator]
            found[indicator.code] = figure.reading.amount?.notation(scale: indicator.unit.scale)
        }
        return found
    }

    /// The text in lines of so many columns; digits are parted only if asked for.
    private func wrapped(_ text: String, at columns: Int, partingDigits: Bool) -> String {
        var lines = [""]
        var width = 0
        var rest = text[...]
        while let first = rest.first {
            let word = partingDigits || !first.isASCII ? rest.prefix(1) : rest.prefix { $0.isASCII }
            let size = word.reduce(0) { $0 + ($1.isASCII ? 1 : 2) }
            if width + size > columns, !"，。；、".contains(first) {
                lines.append("")
                width = 0
            }
            lines[lines.count - 1] += word
            width += size
            rest = rest.dropFirst(word.count)
        }
        return lines.joined(separator: "\n")
    }

    private static let told = [
        "全市保障低保对象9.41万人，发放低保金6672.3万元；实施临时救助562人，发放临时救助金97.4万元；特困供养对象1.37万人，发放供养金2958.6万元。",
        "全年通过网站公开政府信息157条，通过微信公众号推送213条；城市低保对象601户1026人，农村低保对象3726户6374人，全年未收到政府信息公开申请，未发生行政复议和行政诉讼。",
    ]

    @Test(arguments: told, [60, 70, 76])
    func linesOfOneWidthAreOneParagraph(body: String, columns: Int) throws {
        let whole = try figures(Self.opening + "\n" + body)
        for partingDigits in [true, false] {
            let text = [Self.opening, body].map { wrapped("　　" + $0, at: columns, partingDigits: partingDigits) }
            #expect(try figures(text.joined(separator: "\n")) == whole)
        }
    }

    /// A mark that begins a line belongs to the one before.
    @Test(arguments: ["我镇公开信息68条，其中组织机构类信息4条（含机构信息1条|，内设机构1条，机构职能2条）。", "没有发生政府信息公开行政复议|、行政诉讼。"])
    func marksDoNotBeginSentences(body: String) throws {
        let whole = try figures(body.replacing("|", with: ""))
        #expect(whole.count > 1)
        #expect(try figures(body.replacing("|", with: "\n")) == whole)
    }

    /// Items of a list that happen to be alike in width tell each of its own.
    @Test func linesThatAreNoneOfAParagraphStayApart() throws {
        let list = "1.通过网站公开信息157条\n2.通过微信公开信息213条\n3.通过微博公开信息16条"
        #expect(try figures(list) == ["disclosed.website": "157", "disclosed.wechat": "213", "disclosed.weibo": "16"])
    }

    /// Labels and numbers in columns, of one width because the numbers stand at the right.
    @Test(arguments: [44, 60, 76], [" ", ".", "·", "　"])
    func columnsAreNoParagraph(width: Int, filler: String) throws {
        let rows = [("受理12345热线", "35件"), ("承办人大代表建议", "5件"), ("受理信访事项", "12件"), ("收到政府信息公开申请", "4件")]
        let lines = rows.map { label, count in
            let taken = (label + count).reduce(0) { $0 + ($1.isASCII ? 1 : 2) }
            return label + String(repeating: filler, count: (width - taken) / (filler == "　" ? 2 : 1)) + count
        }
        let found = try figures(lines.joined(separator: "\n"))
        let right = ["hotline_12345.received": "35", "petitions.handled": "12", "narrated_requests.received": "4"]
        for (code, value) in found where right[code] != nil { #expect(value == right[code], "\(code)") }
        #expect(found["proposals.handled"] ?? "5" == "5")
    }

    /// What holds for one item of a list does not hold for the next.
    @Test func itemsOfAListStayApart() throws {
        let found = try figures("上半年发放低保金60万元；\n发放临时救助金12万元，救助35人；\n全县热线满意率98%；\n12345热线受理35件；")
        #expect(found["temporary_relief.amount"] == "120000" && found["hotline_12345.received"] == "35")
    }

    @Test(arguments: ["①", "二是", "● "])
    func itemBeginsAnew(mark: String) throws {
        let found = try figures("2022年市政府系统承办市人大代表建议612件，\n\(mark)承办政协提案31件。")
        #expect(found["proposals.handled"] == "31")
    }

    @Test(arguments: ["，", "、"])
    func lineThatEndsInAPauseGoesOn(mark: String) throws {
        let text = "2022年市政府系统承办市人大代表建议612件\(mark)\n承办市政协提案231件。"
        #expect(try figures(text)["proposals.handled"] == nil)
    }

    /// One line end alone in a text, before the number that the sentence tells.
    @Test(arguments: [
        ("收到12345热线工单75件，办结74件，群众回访满意率\n96.5%。答复网民留言3条。", "hotline_12345.satisfaction_rate", "96.5"),
        ("全镇农村低保131户297人，发放低保金\n139.6万元，比上年减少7户。", "subsistence_allowance.amount", "1396000"),
        ("全年共收到“12345”热线派单263件，办结\n260件，办结率98.9%。", "hotline_12345.handled", "260"),
    ])
    func lineEndsBeforeTheNumber(body: String, code: String, value: String) throws {
        #expect(try figures(body)[code] == value)
    }

    /// The number of a page between two halves of a sentence is none of it.
    @Test(arguments: ["3", "— 3 —", "第3页", "3 / 8", "\u{C}\n3\n"])
    func pageNumberCutsNoSentence(page: String) throws {
        let text = "2021年，柳溪镇主动公开政府信息\n\(page)\n672条，其中网站236条。收到12345热线工单56件，\n\(page)\n办结55件。"
        let expected = ["disclosed.total": "672", "disclosed.website": "236", "hotline_12345.received": "56"]
        let found = try figures(text)
        for (code, value) in expected { #expect(found[code] == value, "\(code)") }
        #expect(found["hotline_12345.handled"] == "55")
    }

    /// Lines of a list without marks at their ends, the next of which begins with a name or a count of its own.
    @Test(arguments: [
        (
            "受理政府信息公开申请3件，未收到复议、诉讼\n12345热线320件，办结318件，满意率98%",
            [
                "narrated_requests.received": "3", "narrated_reconsideration.total": "0",
                "narrated_litigation.total": "0", "hotline_12345.received": "320", "hotline_12345.handled": "318",
                "hotline_12345.satisfaction_rate": "98",
            ]
        ),
        ("召开会议3次，培训2期\n3名专职人员，12名兼职人员负责政务公开", ["narrated_trainings.count": "2", "narrated_staff.count": "15"]),
        (
            "发放低保金86万元，临时救助12万元\n56户困难群众获得慰问，",
            ["subsistence_allowance.amount": "860000", "temporary_relief.amount": "120000"]
        ),
    ])
    func linesOfAListAreNotCut(body: String, expected: [String: String]) throws {
        #expect(try figures(body) == expected)
    }

    @Test(arguments: [
        "（二）12345热线、信访办结率\n98%、满意率见附件。",
        "12345热线，办结率\n96%", "12345热线、信访：办结率：\n96%，不再统计。",
    ])
    func headingAndLabelAreNotCut(body: String) throws {
        let found = try figures(body)
        #expect(found["hotline_12345.completion_rate"] == nil && found["hotline_12345.received"] == nil)
    }

    @Test(arguments: [".", "．", "｡", ". "])
    func pointOfAnotherKeyboardEndsASentence(stop: String) throws {
        let found = try figures("今年柳溪镇未收到政府信息公开申请\(stop)其中公众号全年发布信息166条\(stop)")
        #expect(found["narrated_requests.received"] == "0" && found["disclosed.wechat"] == "166")
    }

    @Test(arguments: [
        ("主动公开政府信息35条.2021年收到政府信息公开申请3件。", ["disclosed.total": "35", "narrated_requests.received": "3"]),
        ("发放临时救助金137.53万元。", ["temporary_relief.amount": "1375300"]),
        ("主动公开政府信息1.5万条。", ["disclosed.total": "15000"]), ("发放临时救助金.356万元。", [:]),
    ])
    func pointWithinANumberDoesNot(sentence: String, figures: [String: String]) throws {
        #expect(try self.figures(sentence) == figures)
    }

    @Test(arguments: ["1）", "（1）", "1、", "1."])
    func numberOfAnItemIsNoCount(mark: String) throws {
        #expect(try figures("\(mark)承办政协提案31件。") == ["proposals.handled": "31"])
    }

    /// What the form says of how to count is no count.
    @Test(arguments: ["（不同渠道和方式公开相同信息计1条）", "（不同方式回应同一热点或舆情计1次）"])
    func noteOnCountingIsNoCount(note: String) throws {
        #expect(try figures("重点领域公开政府信息数\(note)").isEmpty)
    }

    /// A line that begins with a row's label, with spaces round its numbers.
    @Test(arguments: [" ", "\u{A0}", "　"], ["，", ",", "；"])
    func sentenceWithSpacesRoundItsNumbersIsNoRow(space: String, mark: String) throws {
        let found = try figures("本年新收政府信息公开申请数量\(space)3\(space)件\(mark)上年结转申请数量\(space)1\(space)件。")
        #expect(found == ["narrated_requests.received": "3", "narrated_requests.carried_in": "1"])
    }

    @Test func thousandsInARange() throws {
        let found = try figures("视难处大小每户发放1,000~5,000元。\n这次共发放临时救助金137.53万元。")
        #expect(found["temporary_relief.amount"] == "1375300")
    }

    /// A line that ends in a number, and its unit in the next.
    @Test(arguments: [
        ("发放低保金296.53万元，惠及412户756\n人。", ["subsistence_allowance.persons": "756"]),
        ("收到政府信息公开申请16件，已答复15\n件，结转下年度1件。", ["narrated_requests.replied": "15"]),
    ])
    func unitInTheNextLineIsOfItsNumber(text: String, told: [String: String]) throws {
        let found = try figures(text)
        for (code, value) in told { #expect(found[code] == value) }
        // What begins with a unit's letters and is none begins a line of its own.
        #expect(try figures("发放低保金296.53万元，惠及412户，电话756\n人民群众满意。")["subsistence_allowance.persons"] == nil)
    }
}
