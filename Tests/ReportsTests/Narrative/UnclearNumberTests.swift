import Testing

@testable import Reports

/// What looks like a number and cannot be said to be which is told as a doubt, and gives no figure.
@Suite struct UnclearNumberTests {
    @Test(arguments: [
        ("-175件", "-175"), ("－175件", "－175"), ("−175件", "−175"), ("负175件", "负175"), ("负一百件", "负一百"),
        ("1.75e2件", "1.75e2"), ("3分之1", "3分之1"), ("三、四件", "三、四"), ("l75件", "l75"), ("I75件", "I75"), ("3万5件", "3万5"),
        ("3万5", "3万5"), ("13万5件", "13万5"), (".5万件", ".5"), ("﹣147件", "﹣147"), ("三万五件", "三万五"), ("147²件", "147²"),
        ("14 7件", "14 7"), ("1 4 7件", "1 4 7"), ("三四百件", "三四百"), ("一百几十件", "一百几十"), ("几十件", "几十"), ("数百件", "数百"),
        ("十来件", "十来"), ("147-150件", "147-150"), ("147至150件", "147至150"), ("147.5件", "147.5件"), ("①件", "①"), ("½件", "½"),
        ("三分之一件", "三分之一"), ("146+1件", "146+1"), ("1、234件", "1、234"), ("12,34件", "12,34"), ("147一件", "147一"),
        ("三万5千件", "三万5千"), ("3万五千件", "3万五千"), ("12万3千4件", "12万3千4"), ("百十件", "百十"), ("710 147件", "710 147"),
        ("300 385件", "300 385"), ("300 350 365件", "300 350 365"), ("12\u{3000}345件", "12\u{3000}345"),
        ("12  345件", "12  345"), ("12\t345件", "12\t345"),
        ("3OO件", "3OO"), ("2Ol件", "2Ol"), ("2S6件", "2S6"), ("12O0件", "12O0"), ("1,2O0件", "1,2O0"), ("2l0余件", "2l0"),
        ("17S件", "17S"), ("（175）件", "175"), ("(175)件", "175"), ("三、四百件", "三、四百"), ("1·75万件", "1·75"),
        ("1﹐175件", "1﹐175"), ("\u{202E}571\u{202C}件", "\u{202E}571"), ("1\u{AD}75件", "1\u{AD}75"),
        ("9223372036854775807万件", "9223372036854775807"), ("99999999999999999999件", "99999999999999999999"),
        ("9223372036854775808件", "9223372036854775808"), ("0.5件", "0.5件"), ("一百万亿亿亿件", "一百万亿亿亿"),
    ])
    func isADoubtAndNoFigure(_ written: String, _ found: String) throws {
        let reading = try SentenceReader.shared.get().reading("全年受理12345热线反映件\(written)。", year: 2021)
        #expect(reading.figures.isEmpty)
        #expect(reading.doubts.map(\.found) == [found])
        #expect(reading.doubts.allSatisfy { $0.kind == .unclearNumber })
    }

    @Test func lineBreakWithinANumberIsADoubt() throws {
        let reading = try SentenceReader.shared.get().reading("全年受理12345热线反映件14\n7件。", year: 2021)
        #expect(reading.figures.isEmpty)
        #expect(reading.doubts.map(\.kind) == [.unclearNumber])
    }

    /// What is written in an unusual way, and means one number only.
    @Test(arguments: [
        ("受理12345热线反映件廿五件", [25]), ("12345热线派单一万二千件", [12_000]), ("受理12345热线反映件3万5000件", [35_000]),
        ("受理12345热线反映件一百件", [100]), ("受理12345热线反映件12万3千4百件", [123_400]), ("受理12345热线反映件1'234件", [1_234]),
        ("受理12345热线反映件1’234件", [1_234]), ("受理12345热线反映件壹佰肆拾柒件", [147]), ("受理12345热线反映件叁万零伍件", [30_005]),
        ("受理12345热线反映件三万零五件", [30_005]), ("受理12345热线反映件三万五千件", [35_000]), ("受理12345热线反映件十几件", [10]),
        ("受理12345热线反映件𝟏𝟒𝟕件", [147]),
    ])
    func isRead(_ sentence: String, _ values: [Int64]) throws {
        let reading = try SentenceReader.shared.get().reading("全年\(sentence)。", year: 2021)
        #expect(reading.figures.compactMap(\.reading.amount?.value) == values)
        #expect(reading.doubts.isEmpty)
    }

    @Test(arguments: ["来访一件，答复一件", "“一次办好”", "推行“一次办好”改革"])
    func isNoCount(_ sentence: String) throws {
        let reading = try SentenceReader.shared.get().reading("全年12345热线\(sentence)。", year: 2021)
        #expect(reading.figures.isEmpty && reading.doubts.isEmpty)
    }

    /// Letters of numerals within words, numbers that stand in a row by right, and decimals where they are usual.
    @Test(arguments: [
        "“1+6+N”模式", "1-6月", "退伍人员、队伍3支、陆续、收拾", "面积96.5平方公里", "①人居环境整治", "日均6.4件", "分别发布1、234条",
        "1、公开3条", "占三分之一", "民生110两个平台", "最近几天", "按照第（八）项办理", "抓落实。（1）人员保障到位",
        "“12·4”宪法日", "建成5G基站3个", "联系邮箱liuxi09@163.com", "网址http://www.qinghe.gov.cn/col/col1228995987/index.html",
        "地址为柳溪乡G206北100米", "统计期限为2021年1月1日-2021年12月31日", "统计期限为2021年1月-2021年12月",
    ])
    func isNoDoubt(_ sentence: String) throws {
        #expect(try SentenceReader.shared.get().reading("全年\(sentence)。", year: 2021).doubts.isEmpty)
    }

    /// Digits without end are looked at once, not once for each of them.
    @Test(arguments: ["1 4 7", "1+1", "1万一", "1、234"])
    func digitsWithoutEndAreReadInTime(_ written: String) throws {
        let reader = try SentenceReader.shared.get()
        func time(_ count: Int) -> Duration {
            let text = String(repeating: written, count: count)
            return ContinuousClock().measure { _ = reader.reading(text, year: 2021) }
        }
        let few = try #require((0..<3).map { _ in time(12_500) }.min())
        // Eight times as many would take 64 times as long; the rest is for what else the machine does.
        #expect(time(100_000) < few * 32)
    }

    @Test func burdenIsNoSign() throws {
        let reading = try SentenceReader.shared.get().reading("我镇肩负一项任务，担负三个项目。", year: 2021)
        #expect(reading.doubts.isEmpty)
    }
}
