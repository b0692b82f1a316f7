import Output
import Reports
import Testing
import Values

@testable import Answers
@testable import Storage

/// Figures that were recognised from pictures, set beside others.
@Suite struct RecognisedComparisonTests {
    private func cell(_ recognition: Recognition?, corrected: Int64? = nil) -> ComparedCell {
        ComparedCell(ToldFigure(reading: .reported(Amount(value: 7)), corrected: corrected, recognition: recognition))
    }

    @Test func unprovedFiguresKeepTheirMarkInSums() {
        let unproved = cell(.unproved)
        #expect(unproved.isUnprovedRecognition)
        #expect(ComparedTotal(summing: [cell(nil), unproved]).cell.isUnprovedRecognition)
        #expect(!ComparedTotal(summing: [cell(nil), cell(.proved)]).cell.isUnprovedRecognition)
        // Who corrected it looked at the picture.
        #expect(!cell(.unproved, corrected: 8).isUnprovedRecognition)
    }

    @Test func theMarkHasALegend() {
        var words = CellWording(.english)
        var number = Number(7)
        number.isUnproved = true
        #expect(words.text(.number(number)) == "7?")
        #expect(words.legend().contains { $0.hasPrefix("?: recognised from a picture") })
    }
}
