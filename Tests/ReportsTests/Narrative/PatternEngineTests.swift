import Catalogue
import Testing
import Values

@testable import Reports

/// The engine over patterns of its own, so that these tests say what a pattern may say.
@Suite struct PatternEngineTests {
    /// Reads a text with one pattern for `trees.count`, and gives value and words of each figure.
    private func read(_ pattern: String, _ text: String, words: String = "树: [树, 苗]") throws -> [String: String] {
        let context = try NarrativeCatalogue.context()
        let units: [String: Values.Unit] = ["trees.count": .things, "trees.grown": .things]
        let subject = "words:\n  \(words)\npatterns:\n  - name: trees\n    of: trees\n\(pattern)"
        let patterns = try NarrativePatterns.parse(
            files: [(name: "context.yaml", text: context), (name: "trees.yaml", text: subject)], units: units)
        return SentenceReader(patterns).figures(text, year: 2020)
    }

    private let plain = "    trigger: <树>\n    shapes:\n      - 种[了]?…<树>…{count}"

    @Test(arguments: [
        ("我镇种树30个", ["trees.count": "30"]), ("我镇种下树苗约30个", ["trees.count": "~30"]),
        ("我镇种树（含补种5个）30个", ["trees.count": "30"]),
        ("我镇种树，30个", [:]), ("我镇种草30个", [:]), ("全县种树30个", [:]), ("全县种树多，我镇种树30个", ["trees.count": "30"]),
        ("去年种树30个", [:]), ("2019年种树30个", [:]), ("2020年种树30个", ["trees.count": "30"]), ("本月种树30个", [:]),
        ("2020年10月，种树30个", [:]), ("计划种树30个", [:]), ("种草9个，其中种树30个", ["trees.count": "30"]),
        ("种树40个，其中种树苗30个", ["trees.count": "40"]), ("种树增加30个", [:]), ("比2019年多种树30个", [:]),
        ("种樹30個", ["trees.count": "30"]), ("我镇种树1,230个", ["trees.count": "1230"]),
        ("全县种树900个，其中我镇种树30个", ["trees.count": "30"]), ("县民政局种草，种树30个", [:]), ("联合县民政局种树30个", ["trees.count": "30"]),
        ("6月种树9个，全年种树30个", ["trees.count": "30"]), ("我镇于6月种树30个", ["trees.count": "30"]),
        ("截至2020年12月种树30个", ["trees.count": "30"]), ("种草90个，其中种花9个，全年种树30个", ["trees.count": "30"]),
        ("2021年种树30个", [:]),
    ])
    func settingsDecide(_ text: String, _ expected: [String: String]) throws {
        #expect(try read(plain, text) == expected)
    }

    @Test func scopeReachesTheEndOfTheSentenceUnlessAWordEndsIt() throws {
        let pattern = "    trigger: <树>\n    scope: sentence\n    until: 草\n    shapes:\n      - 活…{grown}"
        #expect(try read(pattern, "种树，活30个") == ["trees.grown": "30"])
        #expect(try read(pattern, "种树，种草，活30个") == [:])
        #expect(try read(pattern, "种树。活30个") == [:])
        #expect(try read(pattern, "活30个（以上为树）") == ["trees.grown": "30"])
    }

    @Test func aYearToComeIsToldFromOneThatIsOver() throws {
        let pattern = "    trigger: <树>\n    needs: next_year\n    allow: other_year\n    shapes:\n      - 留…<树>{count}"
        #expect(try read(pattern, "留到2021年种树30个") == ["trees.count": "30"])
        #expect(try read(pattern, "留自2019年种树30个") == [:])
    }

    @Test func aWordInACountedItemBeforeDoesNotExclude() throws {
        let pattern = plain + "\n    unless: 死"
        #expect(try read(pattern, "死草9个、种树30个") == ["trees.count": "30"])
        #expect(try read(pattern, "死草、种树30个") == [:])
    }

    @Test func wordsTellZeroAndEquality() throws {
        let pattern = """
                trigger: <树>
                scope: sentence
                shapes:
                  - 种<树>{count}
                  - 未种<树>{count=0}
                  - 全部成活{grown=count}
            """
        #expect(try read(pattern, "未种树") == ["trees.count": "0"])
        #expect(try read(pattern, "种树12个，全部成活") == ["trees.count": "12", "trees.grown": "12"])
        #expect(try read(pattern, "种树多，全部成活") == [:])
    }

    @Test func partsAreAddedUpWhereDifferentWordsIntroduceThem() throws {
        let pattern = """
                trigger: <树>
                scope: sentence
                combine: sum
                parts: [东村, 西村]
                shapes:
                  - <树>…{count}
            """
        #expect(try read(pattern, "东村种树12个，西村种树3个") == ["trees.count": "15"])
        #expect(try read(pattern, "东村种树12个，东村种树3个") == ["trees.count": "12"])
        #expect(try read(pattern, "种树12个，种树3个") == ["trees.count": "12"])
    }

    @Test func numbersOfOneMatchAreAddedUp() throws {
        let pattern = "    trigger: <树>\n    shapes:\n      - 大树{count}、小树{count}"
        #expect(try read(pattern, "种大树12个、小树约3个") == ["trees.count": "~15"])
    }

    @Test func aBlockingPatternTakesTheNumberAway() throws {
        let blocking = "    trigger: 死\n    blocks: true\n    shapes:\n      - 死<树>{*}\n  - name: more\n    of: trees\n"
        #expect(try read(blocking + plain, "种死树30个") == [:])
        #expect(try read(blocking + plain, "种活树30个") == ["trees.count": "30"])
    }

    @Test func thisYearsPartGoesBeforeTheWhole() throws {
        let pattern = "    trigger: <树>\n    scope: sentence\n    combine: this_year\n    shapes:\n      - 种…{count}"
        #expect(try read(pattern, "种树90个，其中本年种30个") == ["trees.count": "30"])
        #expect(try read(pattern, "种树90个，其中东村种30个") == ["trees.count": "90"])
    }

    @Test func aLongerWayThroughAShapeIsFoundAfterAShorterOneFails() throws {
        let pattern = "    trigger: <树>\n    shapes:\n      - 种[大|大柳]?<树>[、|和]?<树>?{count}"
        #expect(try read(pattern.replacing("<树>?", with: "[<树>]?"), "种大柳树和苗7个") == ["trees.count": "7"])
    }
}
