import Documents
import Testing
import Values

@testable import Reports

/// Reports in traditional characters, as some sites and mirrors of them have them.
@Suite struct TraditionalTests {
    private func report(_ text: String) throws -> Report {
        try Shared.reports().read(Document(lines: text), path: "a.txt")
    }

    /// A place is one place, however its name is written.
    @Test(arguments: [
        ("魯蒼縣慶豐鎮", "鲁苍县/庆丰镇"), ("膠灤縣龜駱鄉", "胶滦县/龟骆乡"), ("薊瑪縣藍灘鎮", "蓟玛县/蓝滩镇"), ("懷瀘縣獅碼鎮", "怀泸县/狮码镇"),
        ("確碭縣綠紡鄉", "确砀县/绿纺乡"), ("肅遷縣鋼鈴鎮", "肃迁县/钢铃镇"), ("饒積縣鳴鴿街道", "饶积县/鸣鸽街道"), ("衞峯縣滙塲鎮", "卫峰县/汇场镇"),
    ])
    func namesAreFiledInSimplifiedCharacters(written: String, filed: String) throws {
        let report = try report("\(written)2023年政府信息公開工作年度報告\n一、總體情況\n我鎮貫徹條例，主動公開政府信息12條。")
        #expect("\(report.county)/\(report.township)" == filed)
    }

    /// What is told is read as in simplified characters.
    @Test(arguments: [
        ("特困供養12人，發放供養金26.2萬元；孤兒1名，困境兒童12人。", "特困供养12人，发放供养金26.2万元；孤儿1名，困境儿童12人。"),
        ("全年受理12345熱線轉辦件30件，閉環辦結29件。", "全年受理12345热线转办件30件，闭环办结29件。"),
    ])
    func sentencesAreReadAlike(traditional: String, simplified: String) throws {
        func figures(_ body: String) throws -> [String] {
            try report("青禾县柳溪镇2023年政府信息公开工作年度报告\n一、总体情况\n\(body)").figures.map {
                "\($0.indicator) \(String(describing: $0.reading.amount))"
            }
        }
        let told = try figures(simplified)
        #expect(!told.isEmpty)
        #expect(try figures(traditional) == told)
    }

    /// What simplified text has as well stays, names of places above all.
    @Test func simplifiedLettersStay() throws {
        let report = try report("乾著县砲垵镇2023年政府信息公开工作年度报告\n一、总体情况\n我镇贯彻条例。")
        #expect("\(report.county)/\(report.township)" == "乾著县/砲垵镇")
        for letter in Traditional.table where letter != 0 {
            #expect(Traditional.simplified(UInt32(letter)) == UInt32(letter))
        }
    }
}
