import Catalogue
import Testing
import Values

@testable import Reports

@Suite struct NarrativeReaderTests {
    private static let examples = (try? SentenceReader.shared.get().catalogue.examples) ?? []

    @Test(arguments: examples.indices)
    func exampleOfTheCatalogueHolds(_ index: Int) throws {
        let example = Self.examples[index]
        let figures = try SentenceReader.shared.get().figures(example.text, year: example.year)
        #expect(figures == example.figures, "\(example.file):\(example.line) \(example.text)")
        #expect(example.never.allSatisfy { figures[$0] == nil }, "\(example.file):\(example.line) \(example.text)")
    }

    /// What opens with 其中 goes on from the sentence before, and what is between is no stretch of the text.
    @Test(arguments: ["2022年新增低保27户。其中（43人）为残疾人。", "退出低保27户，死亡（12人）。其中（3户）。"])
    func partThatOpensASentenceIsNoTrap(text: String) throws {
        let figures = try SentenceReader.shared.get().figures(text, year: 2022)
        #expect(figures.values.contains("27"))
    }

    /// Eight sentences that tell it and four that only seem to, for every code that sentences tell.
    @Test func everyNarrativeCodeHasExamples() throws {
        var told: [String: Int] = [:]
        var seeming: [String: Int] = [:]
        for example in Self.examples {
            for code in example.figures.keys { told[code, default: 0] += 1 }
            for code in example.never { seeming[code, default: 0] += 1 }
        }
        for name in ["narrative_code_examples.yaml", "narrative_new_codes.yaml"] {
            for sentence in try LabelledSentence.load(name) {
                for code in sentence.want.keys { told[code, default: 0] += 1 }
                for code in sentence.never { seeming[code, default: 0] += 1 }
            }
        }
        let codebook = try Codebook.load()
        for code in codebook.indicators.map(\.code) where codebook.editions(of: code).isEmpty {
            #expect(told[code, default: 0] >= 8, "\(code)")
            #expect(seeming[code, default: 0] >= 4, "\(code)")
        }
    }

    @Test func rangesAreTheNumbersAndNothingIsLost() throws {
        let text = "2020年，共收到“12345”投诉反映件35件，共处理34件。开展巡查８ 次，植树1.2万余棵。"
        let reading = try SentenceReader.shared.get().reading(text, year: 2020)
        let bytes = Array(text.utf8)
        func written(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }
        #expect(reading.figures.map { written($0.range) } == ["35件", "34件"])
        #expect(reading.quantities.map { written($0.range) } == ["35件", "34件", "８ 次", "1.2万余棵"])
        #expect(reading.quantities.map { $0.indicator == nil } == [false, false, true, true])
        #expect(reading.quantities.last?.amount == Amount(value: 12_000, qualifier: .moreThan, precision: 1000))
        let reader = try SentenceReader.shared.get()
        let wording = RoleWording(reader.reader, reader.catalogue)
        #expect(reading.claims.map { wording.reason(for: $0).en.contains("12345 hotline") } == [true, true])
        #expect(wording.description(of: try #require(reading.quantities.first).roles).en.contains("received"))
    }

    @Test func twoDifferentNumbersForOneIndicatorAreADoubt() throws {
        let text = "制发规范性文件3件。\n另据统计，制发规范性文件4件。"
        let reading = try SentenceReader.shared.get().reading(text, year: 2020)
        #expect(reading.figures.compactMap(\.reading.amount?.value) == [3])
        #expect(reading.doubts.map(\.kind) == [.narrativeDisagrees])
        #expect(reading.doubts.map(\.found) == ["4件"])
        #expect(reading.quantities.map { $0.indicator == nil } == [false, true])
    }

    @Test(arguments: [
        "1", "1,111", "12345收到3件、", "12345热线收到办结公开信息申请", "1万", "（12345收到", "其中收到12345热线3件，", "低保3户、", "（", "1-", "千",
        "未收到申请3件，公开信息3条，", "结转申请答复规范性文件", "\u{0}", "𝒳", "百分之", "第",
    ])
    func repetitionIsReadToTheEnd(_ part: String) throws {
        let reading = try SentenceReader.shared.get().reading(String(repeating: part, count: 500), year: 2020)
        #expect(Set(reading.figures.map(\.indicator)).count == reading.figures.count)
    }

    @Test func damagedBytesAndStrangeRangesAreRead() throws {
        let reader = try SentenceReader.shared.get().reader
        let bytes: [UInt8] = [0xE5, 0x38, 0xFF, 0xF0, 0x9F, 0xE4, 0xBB, 0xB6, 0xE4]
        #expect(reader.read(bytes, [0..<9, 3..<20, 30..<40].map { ProsePart($0) }, year: 2020).figures.isEmpty)
        #expect(reader.read([], [], year: 2020).quantities.isEmpty)
    }
}
