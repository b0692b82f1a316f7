import Reports
import Support
import Testing
import Values

@testable import Storage

/// Figures that were recognised from pictures stay marked as such.
@Suite struct RecognitionTests {
    private let folder: Folder
    private let archive: Archive

    init() throws {
        folder = try Folder()
        archive = try Archive.openForWriting(path: folder.file(), indicators: Samples.indicators)
    }

    private func scanned() -> Submission {
        var submission = Samples.submission()
        submission.report.figures[0].recognition = .proved
        submission.report.figures[2].recognition = .unproved
        return submission
    }

    @Test func aRecognisedReportComesBackAsItWas() throws {
        let submission = scanned()
        _ = try archive.save([submission, Samples.submission(township: "柳溪镇")])
        #expect(try archive.report(township: "上新庄镇", year: 2020).report == submission.report)
        #expect(try archive.report(township: "柳溪镇", year: 2020).report.figures.allSatisfy { $0.recognition == nil })
    }

    @Test func exportsAndComparisonsTellIt() throws {
        _ = try archive.save([scanned(), Samples.submission(township: "柳溪镇")])
        var exported: [String: Recognition] = [:]
        try archive.figures(Filter()) { figure in
            exported["\(figure.figure.place.township) \(figure.figure.indicator.place)"] = figure.figure.recognition
        }
        #expect(exported == ["上新庄镇 0": .proved, "上新庄镇 2": .unproved])
        let compared = try archive.comparison([2])
        #expect(compared.map(\.recognition).filter { $0 != nil } == [.unproved])
        #expect(compared.count == 2)
    }
}
