import Catalogue
import Documents
import Support
import Testing
import Values

@testable import Reports

/// Tables that were recognised from pictures: what the form's sums say of their figures.
@Suite struct RecognitionProofTests {
    private let table: RecognisedForm

    init() throws { table = try RecognisedForm() }

    /// Tables 3 and 4 have sums, table 2 has none.
    @Test func figuresOfSumsAreProvedAndOthersAreDoubts() throws {
        let reading = try table.read()
        func codes(_ recognition: Recognition) -> Set<String> {
            Set(
                reading.figures.filter { $0.recognition == recognition }.map {
                    table.codebook.indicators[$0.indicator].code
                })
        }
        let summed = Set(
            table.form.codes.filter { code in
                ["requests.", "reconsideration.", "litigation_"].contains(where: code.hasPrefix)
            })
        #expect(codes(.proved) == summed)
        #expect(codes(.unproved) == Set(table.form.codes).subtracting(summed))
        #expect(reading.doubts.count { $0.kind == .recognised } == table.form.codes.count - summed.count)
    }

    @Test func aFigureAgainstAllItsSumsIsUnreadableWithBothValues() throws {
        let code = "requests.received.business"
        let right = Int(table.texts[code] ?? "") ?? 0
        let reading = try table.read([code: "\(right + 5)"])
        #expect(try table.figure(code, of: reading).reading == .unreadable)
        let doubt = try #require(reading.doubts.first { $0.kind == .recognisedAgainstSums })
        #expect(doubt.found == "\(right + 5)" && doubt.expected == "\(right)")
        // Its neighbours have sums of their own that hold.
        #expect(try table.figure("requests.received.natural_person", of: reading).recognition == .proved)
        #expect(reading.figures.count { $0.reading == .unreadable } == 1)
    }

    /// Where one sum is all there is, nothing tells which of its figures is wrong.
    @Test func aSumThatStandsAloneTakesAllItsFigures() throws {
        let reading = try table.read(["reconsideration.total": "77"])
        let unreadable = reading.figures.filter { $0.reading == .unreadable }.map {
            table.codebook.indicators[$0.indicator].code
        }
        #expect(
            Set(unreadable)
                == Set(["upheld", "corrected", "other", "pending", "total"].map { "reconsideration.\($0)" }))
    }

    /// Of two readings neither is what the sum wants.
    @Test func anUnreadableCellLeavesItsRowUnproved() throws {
        let right = try #require(Int(table.texts["reconsideration.pending"] ?? ""))
        let reading = try table.read(["reconsideration.pending": "\(right + 1)\u{FFFD}\(right + 2)"])
        #expect(try table.figure("reconsideration.pending", of: reading).reading == .unreadable)
        #expect(try table.figure("reconsideration.total", of: reading).recognition == .unproved)
    }

    @Test(arguments: [("2.重复申请", "2.重夏申请"), ("一、本年新收政府信息公开申请数量", "一、本年薪收政府信恳公开申请数量")])
    func labelsWithAWrongLetterAreTakenForTheNearest(printed: String, seen: String) throws {
        let reading = try table.read(label: (printed, seen))
        #expect(reading.figures.map(\.recognition) == (try table.read().figures.map(\.recognition)))
    }

    /// A word that is no label's neighbour names no row.
    @Test func otherLabelsAreNot() throws {
        let reading = try table.read(label: ("2.重复申请", "2.天气晴朗"))
        #expect(reading.figures.count == 193)
    }

    @Test func textIsNotWeighed() throws {
        let document = PrintedForm(table.form) { table.texts[$0] ?? "" }.document
        let figures = try document.text.withUnsafeBufferPointer { text in
            var reading = try Shared.tables().read(document, text)
            RecognitionProof(table.codebook).weigh(&reading, in: document, text)
            return reading.figures
        }
        #expect(figures.allSatisfy { $0.recognition == nil })
    }

    @Test func aRecognisedNameWantsAnother() throws {
        let text = "青禾县柳溪镇2020年政府信息公开工作年度报告\n一、总体情况\n主动公开信息12条。\n"
        var document = Document(lines: text)
        let reader = try Shared.reports()
        func doubts(_ path: String, _ override: IdentityOverride = IdentityOverride()) throws -> [Doubt.Kind] {
            try reader.read(document, path: path, override: override).doubts.map(\.kind)
        }
        #expect(!(try doubts("a.pdf").contains(.recognisedName)))
        document.recognised = [0..<document.text.count]
        #expect(try doubts("a.pdf").contains(.recognisedName))
        #expect(!(try doubts("2020/柳溪镇.pdf").contains(.recognisedName)))
        #expect(!(try doubts("a.pdf", IdentityOverride(township: "柳溪镇", year: 2020)).contains(.recognisedName)))
        // The file's own name is the surer.
        #expect(try reader.read(document, path: "2020/柳浅镇.pdf").township == "柳浅镇")
    }
}
