import Catalogue
import Testing

@testable import Reports

/// Numbers that stand beside the one that counts: those of other townships, which only the report's own name tells
/// apart.
@Suite struct ContrastedNumberTests {
    private let reader: SentenceReader

    init() throws { reader = try SentenceReader.shared.get() }

    private func figures(_ text: String, of township: String) -> [String: String] {
        let lines = Array(text.utf8)
        var result: [String: String] = [:]
        for figure in reader.reader.read(lines: lines, year: 2022, township: township).figures {
            let code = reader.codes[figure.indicator.place]
            result[code] = figure.reading.amount?.notation(scale: reader.catalogue.units[code]?.scale ?? 1)
        }
        return result
    }

    @Test(arguments: [
        ("古渡镇受理12345热线452件，柳溪镇受理312件。", "hotline_12345.received", "312"),
        ("柳溪镇12345热线受理312件，位居第六；古渡镇452件，位居第一。", "hotline_12345.received", "312"),
        ("全县21个乡镇共受理12345热线工单5632件，柳溪镇312件，位居第六；古渡镇452件。", "hotline_12345.received", "312"),
        ("古渡镇受理12345热线452件，红旗乡128件，柳溪镇312件。", "hotline_12345.received", "312"),
        ("古渡镇医保参保率98%，柳溪镇98.4%。", "medical_insurance.rate", "98.4"),
        ("古渡镇低保512人，柳溪镇412人，红旗乡318人。", "subsistence_allowance.persons", "412"),
        ("城关街道公开信息301条，柳溪镇公开362条。", "disclosed.total", "362"),
    ])
    func anotherTownshipsNumberIsNotTaken(_ text: String, _ code: String, _ value: String) {
        #expect(figures(text, of: "柳溪镇") == [code: value], "\(text)")
    }

    @Test func aNameThatTheTextDoesNotUseSaysNothing() {
        let text = "我乡公开动态37条，青杨乡微信公众号公开94条，青杨乡公开栏公开241条。"
        #expect(figures(text, of: "青羊镇")["disclosed.wechat"] == "94")
        #expect(figures(text, of: "青羊镇")["disclosed.notice_board"] == "241")
    }

    @Test func whoseTwoNamesAreNobodyKnows() {
        #expect(figures("古渡镇受理12345热线452件，柳溪镇受理312件。", of: "").isEmpty)
    }

    @Test func ofTwoTownshipsOursCounts() {
        reader.expect("古渡镇12345热线满意率95%，我镇98.1%。", ["hotline_12345.satisfaction_rate": "98.1"], year: 2022)
    }
}
