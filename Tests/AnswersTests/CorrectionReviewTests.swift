import Catalogue
import Storage
import Testing
import Values

@testable import Answers

@Suite struct CorrectionReviewTests {
    /// Of an even number of townships it lies between two of them, as in every other answer.
    @Test func medianOfTheOthersIsTheOneThatIsToldElsewhere() throws {
        let sample = try SampleArchive.made.get()
        let id = try #require(try sample.ids("hotline_12345.received").first)
        let report = try sample.archive.report(township: "柳溪镇", county: "青禾县", year: 2022)
        let others = try sample.archive.comparison([id], Filter(counties: ["青禾县"], years: [2022]))
            .filter { $0.place.township != "柳溪镇" && !$0.place.isCounty(by: CountyNames()) }
            .compactMap { $0.reading?.amount?.value }.sorted()
        let median = try #require(Quartiles(others)?.median)
        let (low, high) = (others[others.count / 2 - 1], others[others.count / 2])
        #expect(others.count % 2 == 0 && low != high && median.rounded(times: 2) == low + high)
        let value = try #require(EnteredValue("90000", in: .items))
        let concerns = try CorrectionReview(
            sample.archive, report: report, indicator: id, value: value, codebook: sample.codebook
        ).concerns().map(\.zh)
        let told = "\((low + high) / 2)" + ((low + high) % 2 == 0 ? "" : ".5")
        #expect(concerns.contains { $0.contains("中位数 \(told)件") }, "\(concerns)")
    }
}
