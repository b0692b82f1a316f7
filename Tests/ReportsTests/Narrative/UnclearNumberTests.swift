import Testing

@testable import Reports

/// What looks like a number and cannot be said to be which is told as a doubt, and gives no figure.
@Suite struct UnclearNumberTests {
    @Test(arguments: [
        ("-175件", "-175"), ("－175件", "－175"), ("−175件", "−175"), ("负175件", "负175"), ("负一百件", "负一百"),
        ("1.75e2件", "1.75e2"), ("3分之1", "3分之1"), ("三、四件", "三、四"), ("l75件", "l75"), ("I75件", "I75"), ("3万5件", "3万5"),
        ("3万5", "3万5"),
    ])
    func isADoubtAndNoFigure(_ written: String, _ found: String) throws {
        let reading = try SentenceReader.shared.get().reading("全年受理12345热线反映件\(written)。", year: 2021)
        #expect(reading.figures.isEmpty)
        #expect(reading.doubts.map(\.found) == [found])
        #expect(reading.doubts.allSatisfy { $0.kind == .unclearNumber })
    }

    /// What is written in an unusual way, and means one number only.
    @Test(arguments: [
        ("受理12345热线反映件廿五件", [25]), ("12345热线派单一万二千件", [12_000]), ("受理12345热线反映件3万5000件", [35_000]),
        ("受理12345热线反映件一百件", [100]),
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

    @Test func burdenIsNoSign() throws {
        let reading = try SentenceReader.shared.get().reading("我镇肩负一项任务，担负三个项目。", year: 2021)
        #expect(reading.doubts.isEmpty)
    }
}
