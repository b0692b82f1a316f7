import Documents
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

    /// Where it was seen comes back too, is under the chain, and goes with the report when a revision is put back.
    @Test func placesComeBack() throws {
        var submission = scanned()
        let place = PicturePlace(page: 2, turned: 27_000, left: 10, top: 20, right: 300, bottom: 400)
        submission.report.figures[0].place = place
        submission.report.figures[2].place = PicturePlace(
            picture: 4, page: 1, turned: 0, left: 0, top: 0, right: 10_000, bottom: 10_000)
        _ = try archive.save([submission])
        #expect(try archive.report(township: "上新庄镇", year: 2020).report == submission.report)
        #expect(try archive.verify().flaws == [])
        _ = try archive.save([Samples.submission(mark: "更正", received: 4)])
        let revisions = try archive.revisions(township: "上新庄镇", year: 2020)
        _ = try archive.revert(revisions, to: 1, reason: "第二份是草稿", author: "张三")
        #expect(try archive.report(township: "上新庄镇", year: 2020).report.figures[0].place == place)
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
