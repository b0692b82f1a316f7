import Testing

@testable import Reports

/// What is said beside a figure of a sentence that is taken, or of two that gainsay each other.
@Suite struct NarrativeDoubtTests {
    private func doubts(_ sentence: String) throws -> [Doubt] {
        try SentenceReader.shared.get().reading(sentence, year: 2022).doubts
    }

    @Test(arguments: [
        ("截至11月底，12345热线受理256件。", "256件", "11月底"),
        ("截止2022年11月30日，12345热线受理256件，办结250件。", "256件", "11月30日"),
        ("截至10月31日主动公开信息256条。", "256条", "10月31日"), ("到11月末，累计发放低保金23.4万元。", "23.4万元", "11月末"),
    ])
    func figureUpToAMonthBeforeTheLastIsADoubt(_ sentence: String, _ found: String, _ month: String) throws {
        let reading = try SentenceReader.shared.get().reading(sentence, year: 2022)
        #expect(!reading.figures.isEmpty)
        #expect(reading.doubts.map(\.kind) == [.narrativeUntil])
        #expect(reading.doubts.map(\.found) == [found] && reading.doubts.map(\.expected) == [month])
    }

    @Test(arguments: [
        "截至12月底，主动公开信息256条。", "截至2022年12月31日，主动公开信息256条。", "截至2022年11月，现行有效规范性文件3件。",
        "截至2022年11月30日，我镇共有低保户256户。", "11月30日前完成整改，全年受理12345热线256件。",
        "截至11月底，未收到政府信息公开申请。", "我镇应公开信息400条，实际公开320条。", "各村公开栏公开1200条，镇公开栏公开120条。",
        "12345热线受理256件，较上年多受理45件。", "12345热线受理256件，除3件正在办理外全部办结。",
        "收到书面申请3件，其中当面2件，信函1件。", "截至11月底，受理12345热线200件，全年受理256件。",
        "2021年12月1日至2022年11月30日，公开信息320条。", "应办理12345热线256件，已办理250件。",
        "收到申请5件，其中网上申请3件。", "收到申请5件，当面申请3件，信函申请2件。",
    ])
    func plainSentencesAreNone(_ sentence: String) throws {
        #expect(try doubts(sentence).isEmpty)
    }

    @Test(arguments: [
        ("收到书面申请3件、网上申请2件。", "2件", "3件"), ("收到公开申请书面3件、网上2件。", "2件", "3件"), ("年初低保120户，年末112户。", "120户", "112户"),
        ("依法应主动公开信息320条，公开率100%，较上年主动公开300条增加20条。", "300条", "320条"),
        ("今年应公开政府信息320条，同比多公开20条。", "20条", "320条"), ("应受理12345热线256件，同比多受理20件。", "20件", "256件"),
        ("应发放低保金139.6万元，比上年发放120万元增加19.6万元。", "120万元", "139.6万元"),
    ])
    func otherNumberIsADoubt(_ sentence: String, _ found: String, _ taken: String) throws {
        let doubts = try doubts(sentence)
        #expect(doubts.map(\.kind) == [.narrativeDisagrees])
        #expect(doubts.map(\.found) == [found] && doubts.map(\.expected) == [taken])
    }
}
