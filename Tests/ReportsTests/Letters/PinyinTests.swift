import Documents
import Testing
import Values

@testable import Reports

/// Mirrors that put behind a letter in brackets how it is spoken.
@Suite struct PinyinTests {
    private func report(_ text: String) throws -> Report {
        try Shared.reports().read(Document(lines: text), path: "a.txt")
    }

    @Test(arguments: ["青禾縣(xiàn)柳溪鎮(zhèn)2023年政府信息公開(kāi)工作年度報(bào)告", "青禾縣（xiàn）柳溪鎮2023年政府信息公開工作年度報（bào）告"])
    func titlesAreReadWithoutIt(title: String) throws {
        let report = try report(title + "\n一、總體情況\n我鎮(zhèn)主動(dòng)公開政府信息12條(tiáo)。收到行政復(fù)議0件。")
        #expect("\(report.county)/\(report.township)/\(report.year)" == "青禾县/柳溪镇/2023")
    }

    @Test func sentencesAreReadWithoutIt() throws {
        func figures(_ body: String) throws -> [String] {
            try report("青禾县柳溪镇2023年政府信息公开工作年度报告\n一、总体情况\n" + body).figures.map {
                "\($0.indicator) \(String(describing: $0.reading.amount))"
            }
        }
        let told = try figures("我鎮主動公開政府信息12條，收到行政復議3件。")
        #expect(told.count == 2)
        #expect(try figures("我鎮(zhèn)主動(dòng)公開政府信息12條(tiáo)，收到行政復(fù)議3件。") == told)
    }

    /// Nothing but a syllable with a tone behind a letter is pinyin, and it is a stretch of its own place.
    @Test func otherBracketsStay() {
        let text = Array("我镇(app)平台，Café(bào)，政务(一)，報(bào)告，議（yì）".utf8)
        let places = text.withUnsafeBufferPointer { Pinyin.places(in: $0) }
        #expect(places.map { String(decoding: text[$0], as: UTF8.self) } == ["(bào)", "（yì）"])
    }
}
