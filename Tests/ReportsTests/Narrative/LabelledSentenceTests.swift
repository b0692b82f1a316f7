import Catalogue
import Foundation
import Testing

@testable import Reports

/// How well sentences are read that are not the catalogue's examples.
@Suite struct LabelledSentenceTests {
    /// What was reached; a change that reads fewer right, or more wrong, fails.
    ///
    /// Those of `narrative_published.yaml` were read for the first time with recall 0.91 and precision 0.94 (assistance
    /// and hotline 0.87 / 0.83, overviews 0.94 / 0.98) and, after what they taught, the last 120 with 0.91 and 0.95;
    /// those of `narrative_sealed.yaml` with 0.81 and 0.96; those of `narrative_published_2.yaml` with 0.915 and 0.93,
    /// and what was kept back of the same (`narrative_published_3.yaml`), once these had taught theirs, with 0.906 and
    /// 0.952. Two thirds of `narrative_published_4.yaml` and `_5.yaml` were read for the first time with 0.901 and
    /// 0.978, the last third, once those had taught theirs, with 0.918 and 0.967; those of `narrative_published_6.yaml`
    /// with 0.843 and 0.935, and, once these had taught theirs, those of `_7.yaml` with 0.903 and 0.943; those of
    /// `_8.yaml` with 0.953 and 0.979, and, once these had taught theirs, those of `_9.yaml` with 0.938 and 0.966;
    /// those of `_10.yaml` with 0.950 and 0.968, and, once these had taught theirs, those of `_11.yaml` with 0.957
    /// and 0.985; those of `_12.yaml` with 0.951 and 0.981, of `_13.yaml` with
    /// 0.935 and 0.961, of `_14.yaml` with 0.959 and 0.978, and, once these had taught theirs, those of
    /// `_15.yaml` with 0.978 and 0.978; those of `_16.yaml` with 0.936 and 0.958; those of `_17.yaml` with
    /// 0.959 and 0.979; those of `_18.yaml` with 0.956 and 0.985, of `_19.yaml` with 0.960 and 0.988; those of
    /// `_20.yaml`, two thirds of which tell of assistance and hotlines, with 0.951 and 0.944.
    @Test(arguments: [
        ("narrative_passages.yaml", 0.995, 0.995), ("narrative_minimal.yaml", 0.99, 0.99),
        ("narrative_fresh.yaml", 0.975, 0.98), ("narrative_published.yaml", 0.975, 0.985),
        ("narrative_code_examples.yaml", 0.99, 0.99), ("narrative_heldout.yaml", 0.99, 0.99),
        ("narrative_unseen.yaml", 0.995, 0.995), ("narrative_sealed.yaml", 0.965, 0.98),
        ("narrative_published_2.yaml", 0.995, 0.995), ("narrative_kinds.yaml", 0.995, 0.995),
        ("narrative_published_3.yaml", 0.985, 0.99), ("narrative_published_4.yaml", 0.995, 0.995),
        ("narrative_published_5.yaml", 0.99, 0.995), ("narrative_published_6.yaml", 0.975, 0.995),
        ("narrative_published_7.yaml", 0.98, 0.99), ("narrative_published_8.yaml", 0.995, 0.99),
        ("narrative_published_9.yaml", 0.985, 0.99), ("narrative_published_10.yaml", 0.995, 0.995),
        ("narrative_published_11.yaml", 0.985, 0.995), ("narrative_published_12.yaml", 0.99, 0.995),
        ("narrative_published_13.yaml", 0.96, 0.98), ("narrative_published_14.yaml", 0.99, 0.995),
        ("narrative_published_15.yaml", 0.98, 0.99), ("narrative_published_16.yaml", 0.98, 0.98),
        ("narrative_published_17.yaml", 0.975, 0.985), ("narrative_published_18.yaml", 0.985, 0.995),
        ("narrative_published_19.yaml", 0.975, 0.99), ("narrative_published_20.yaml", 0.97, 0.98),
        ("narrative_published_21.yaml", 0.97, 0.985), ("narrative_published_22.yaml", 0.95, 0.985),
        ("narrative_published_23.yaml", 0.95, 0.95),
    ])
    func neitherRecallNorPrecisionFalls(name: String, recall: Double, precision: Double) throws {
        let reader = try SentenceReader.shared.get()
        let first = try Self.firstCodes()
        var whole = SentenceScore()
        var byCode: [String: SentenceScore] = [:]
        var byKind: [String: SentenceScore] = [:]
        for sentence in try LabelledSentence.load(name) {
            let figures = reader.figures(sentence.text, year: sentence.year)
            for code in Set(sentence.want.keys).union(figures.keys)
            where first.contains(code) || Self.complete.contains(name) && !sentence.isOfFirstCodes {
                whole.add(code, sentence, figures)
                byCode[code, default: SentenceScore()].add(code, sentence, figures)
                byKind[sentence.kind, default: SentenceScore()].add(code, sentence, figures)
            }
        }
        for (code, score) in byCode.sorted(by: { $0.key < $1.key }) where score.recall < 1 || score.precision < 1 {
            print(name, code, score, separator: "\t")
        }
        for (kind, score) in byKind.sorted(by: { $0.key < $1.key }) where score.recall < 1 || score.precision < 1 {
            print(name, kind, score, separator: "\t")
        }
        print(name, whole, separator: "\t")
        #expect(whole.recall >= recall, "\(name): \(whole)")
        #expect(whole.precision >= precision, "\(name): \(whole)")
    }

    /// Every code that sentences tell has examples enough, and sentences that only seem to tell it.
    @Test func everyCodeHasExamplesAndCounterExamples() throws {
        let catalogue = try SentenceReader.shared.get().catalogue
        var told: [String: Int] = [:]
        var never: [String: Int] = [:]
        for example in catalogue.examples {
            for code in example.figures.keys { told[code, default: 0] += 1 }
            for code in example.never { never[code, default: 0] += 1 }
        }
        for name in try FileManager.default.contentsOfDirectory(atPath: LabelledSentence.folder.path)
        where name.hasPrefix("narrative_") && name.hasSuffix(".yaml") {
            for sentence in try LabelledSentence.load(name) {
                for code in sentence.want.keys { told[code, default: 0] += 1 }
                for code in sentence.never { never[code, default: 0] += 1 }
            }
        }
        for code in Set(catalogue.definitions.map(\.code)) {
            #expect(told[code, default: 0] >= 8 && never[code, default: 0] >= 4, "\(code)")
        }
    }

    /// The files whose labels are complete for every code.
    private static let complete: Set = [
        "narrative_published_2.yaml", "narrative_published_3.yaml", "narrative_published_5.yaml",
        "narrative_published_6.yaml", "narrative_published_7.yaml", "narrative_published_8.yaml",
        "narrative_published_9.yaml", "narrative_published_10.yaml", "narrative_published_11.yaml",
        "narrative_published_12.yaml", "narrative_published_13.yaml", "narrative_published_14.yaml",
        "narrative_published_15.yaml", "narrative_published_16.yaml", "narrative_published_17.yaml",
        "narrative_published_18.yaml", "narrative_published_19.yaml", "narrative_published_20.yaml",
        "narrative_published_21.yaml", "narrative_published_22.yaml", "narrative_published_23.yaml",
        "narrative_kinds.yaml",
    ]

    /// The codes that the labels of all files are complete for.
    private static func firstCodes() throws -> Set<String> {
        let text = try String(
            contentsOf: LabelledSentence.folder.appending(path: "narrative_codes.txt"), encoding: .utf8)
        return Set(text.split(whereSeparator: \.isNewline).map(String.init))
    }
}
