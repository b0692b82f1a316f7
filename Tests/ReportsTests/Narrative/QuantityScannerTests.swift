import Testing

@testable import Reports

@Suite struct QuantityScannerTests {
    /// Value in stored units, qualifier as `>`, `~`, `<`, then the unit.
    private func scan(_ text: String) throws -> [String] {
        try SentenceReader.shared.get().reading(text, year: 2020).quantities.map { quantity in
            let mark =
                switch quantity.amount.qualifier {
                case .moreThan: ">"
                case .about: "~"
                case .lessThan: "<"
                case nil: ""
                }
            return "\(mark)\(quantity.amount.value)\(quantity.unit)"
        }
    }

    @Test(arguments: [
        ("种树３５棵", ["35棵"]), ("种树1,234棵", ["1234棵"]), ("种树1，234棵", ["1234棵"]), ("种树 1 200 棵", ["1200棵"]),
        ("投资216.31万元", ["216310000元"]), ("投资1.36亿元", ["13600000000元"]), ("投资3万5000元", ["3500000元"]),
        ("完成40 %", ["4000%"]), ("完成98.5％", ["9850%"]), ("完成百分之九十八", ["9800%"]), ("完成百分之百", ["10000%"]),
        ("完成百分之九十七点五", ["9750%"]), ("投资十二点三五万元", ["12350000元"]), ("八点三十分开会", []),
        ("种树600余棵", [">600棵"]), ("种树300余万棵", [">3000000棵"]), ("种树约30棵", ["~30棵"]), ("种树近百棵", ["<100棵"]),
        ("种树上千棵", [">1000棵"]), ("种树30棵左右", ["~30棵"]), ("种树近300余棵", ["~300棵"]), ("种树不足50棵", ["<50棵"]),
        ("走访三处", ["3处"]), ("走访二十九处", ["29处"]), ("走访一千二百户", ["1200户"]), ("走访两次", ["2次"]), ("走访百余户", [">100户"]),
        ("走访一万二千零五户", ["12005户"]), ("分别走访8户、15户", ["8户", "15户"]), ("各走访1户", ["1户"]),
        ("接单一千零二件", ["1002件"]),
        ("报送统计表2份", ["2份"]), ("共计1件", ["1件"]), ("累计1次", ["1次"]),
        ("收费185元5角", ["18550元"]), ("收费185元5分", ["18505元"]), ("收费185元5分钟到账", ["18500元"]),
    ])
    func quantityIsFound(_ text: String, _ expected: [String]) throws {
        #expect(try scan(text) == expected)
    }

    @Test(arguments: [
        "2020年12月28日", "2020-12-28", "电话：0971-2292072", "邮编811600", "第20条", "第二十条", "国办公开办函〔2019〕60号", "20个工作日", "24小时",
        "十九届五中全会", "“12345”热线", "人民路123号", "三四处", "数十处", "一百二处", "统一", "一些", "一是", "千方百计", "2.5个", "3-5个", "8:30",
        "99999999999999999999件", "9223372036854775807万元", "最近几天", "表2 收到和处理政府信息公开申请情况统计表",
        "见图3公开信息情况。", "3 收到政府信息公开申请", "2-主动公开信息", "１　行政复议", "含多项内容的计1件。", "不同渠道公开相同信息计1条。",
    ])
    func otherNumberIsLeftOut(_ text: String) throws {
        #expect(try scan(text).isEmpty)
    }

    @Test func precisionIsTheStepOfTheLastDigit() throws {
        let reading = try SentenceReader.shared.get().reading("投资216.31万元，种树2万棵，走访35户", year: 2020)
        #expect(reading.quantities.map(\.amount.precision) == [10_000, 10_000, 1])
    }
}
