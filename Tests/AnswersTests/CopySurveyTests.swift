import Catalogue
import Checks
import Foundation
import Importing
import Output
import Storage
import Support
import Testing
import Values

@testable import Answers

/// Copies planted in a made-up county, and the sample county, whose reports were written apart.
@Suite struct CopySurveyTests {
    private struct County {
        var files: [String: [String]] = [:]

        /// It outlives the test, as the archive does.
        static func folder() -> URL {
            FileManager.default.temporaryDirectory.appending(path: "nianbao-copies-\(UUID().uuidString)")
        }

        /// An archive of reports, each a title and its paragraphs; other files may lie in the folder already.
        func archive(in folder: URL = County.folder()) throws -> Archive {
            let codebook = try LoadedCatalogue.codebook()
            for (path, paragraphs) in files {
                let parts = path.split(separator: "/").map(String.init)
                let file = folder.appending(path: "年报/\(path).txt")
                try FileManager.default.createDirectory(
                    at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
                let title = "\(parts[0])\(parts[2])人民政府\(parts[1])年政府信息公开工作年度报告"
                try ([title, "一、总体情况"] + paragraphs).joined(separator: "\n").write(
                    to: file, atomically: true, encoding: .utf8)
            }
            let archive = try Archive.openForWriting(
                path: folder.appending(path: "档案.sqlite").path, indicators: codebook.indicators)
            let sources = try SourceFiles([folder.appending(path: "年报").path])
            try Importer(archive, codebook: codebook).run(sources.files) { _ in }
            return archive
        }
    }

    /// Of twenty townships and counties.
    private static let stems = "松柏杨柳桃梅兰竹菊荷枫桂樟榆槐桐椿杏梨枣".map(String.init)

    private func reports(
        _ archive: Archive, _ filters: [Filter] = [Filter()], least: Int64 = 0
    ) throws -> [CopiedReport] {
        var reports: [CopiedReport] = []
        let survey = try CopySurvey(archive, filters: filters, forms: try LoadedCatalogue.codebook().forms)
        try survey.run(withPassages: true, least: least) { reports.append($0) }
        return reports
    }

    @Test func everyKindOfCopyIsTold() throws {
        var prose = ComposedProse(seed: 1)
        var county = County()
        let names = ["柳溪镇", "白杨镇", "古渡镇", "石桥乡", "望湖街道", "青山镇", "南坪乡", "北岭镇"]
        let template = prose.paragraphs(2)
        for name in names { county.files["青禾县/2022/\(name)"] = prose.paragraphs(8) }
        let last = prose.paragraphs(10)
        county.files["青禾县/2021/柳溪镇"] = last
        county.files["青禾县/2022/柳溪镇"] = last.prefix(6).map { prose.renumbered($0) } + prose.paragraphs(4)
        let copied = (county.files["青禾县/2022/古渡镇"] ?? []).suffix(2)
        county.files["青禾县/2022/白杨镇"]? += copied
        for name in names.suffix(4) { county.files["青禾县/2022/\(name)"]? += template }
        let found = try reports(county.archive(), [Filter(years: [2022])])
        #expect(found.count == names.count)
        func report(_ name: String) throws -> CopiedReport {
            try #require(found.first { $0.place.township == name })
        }
        let copy = try report("柳溪镇")
        #expect(abs(copy.share(try #require(copy.lastYear)) - 6000) < 200 && copy.neighbours == 0)
        #expect(copy.passages.allSatisfy { $0.kind == .lastYear && $0.otherYear == 2021 })
        #expect(copy.passages.first?.source == "青禾县/2022/柳溪镇.txt:3")
        #expect(copy.passages.flatMap(\.numbers).contains { !$0.isSame })
        let neighbour = try report("白杨镇")
        #expect(abs(neighbour.share(neighbour.neighbours) - 2000) < 200)
        #expect(neighbour.nearest?.place.township == "古渡镇" && neighbour.template == 0)
        let filled = try report("北岭镇")
        #expect(abs(filled.share(filled.template) - 2000) < 200)
        #expect(filled.passages.map(\.kind) == [.template, .template] && filled.passages.first?.carriers == 4)
        #expect(try reports(county.archive(), least: 5000).map(\.place.township) == ["柳溪镇"])
    }

    /// What all townships write is the law's, and no copy; of other counties, it is learned too.
    @Test func phrasesOfAllAreStandard() throws {
        var prose = ComposedProse(seed: 2)
        var county = County()
        let phrases = prose.paragraphs(2)
        for name in Self.stems.prefix(12) {
            county.files["青禾县/2022/\(name)桥镇"] = phrases + prose.paragraphs(3)
        }
        let whole = try reports(county.archive())
        #expect(whole.allSatisfy { $0.largestShare == 0 && $0.standard > 200 })
        for (number, name) in Self.stems.prefix(12).enumerated() {
            let own = number < 2 ? "青禾县" : "\(name)禾县"
            county.files["\(own)/2023/\(name)桥镇"] = phrases + prose.paragraphs(3)
        }
        let archive = try county.archive()
        let one = try reports(archive, [Filter(counties: ["青禾县"], years: [2023])])
        #expect(one.count == 2 && one.allSatisfy { $0.neighbours == 0 })
    }

    /// A template that townships of several counties carry is told with one of the others.
    @Test func templateOfOtherCountiesIsShown() throws {
        var prose = ComposedProse(seed: 3)
        var county = County()
        let template = prose.paragraphs(1)
        for (number, name) in Self.stems.enumerated() {
            county.files["\(name)禾县/2022/\(name)桥镇"] = prose.paragraphs(3) + (number < 4 ? template : [])
        }
        let found = try reports(county.archive()).filter { $0.template > 0 }
        #expect(found.count == 4)
        for report in found {
            let passage = try #require(report.passages.first)
            #expect(passage.kind == .template && passage.carriers == 4 && passage.other != report.place)
            #expect(passage.text == passage.otherText)
        }
    }

    @Test func reportsThatWereWrittenApartStayBelowTheThreshold() throws {
        let found = try reports(SampleArchive.made.get().archive)
        #expect(found.count == 20 && found.allSatisfy { $0.largestShare < 2000 })
    }

    @Test func unknownCountyIsNoNeighbour() throws {
        var prose = ComposedProse(seed: 4)
        let text = prose.paragraphs(4)
        let folder = County.folder()
        let reportFolder = folder.appending(path: "年报")
        try FileManager.default.createDirectory(at: reportFolder, withIntermediateDirectories: true)
        for name in ["甲镇", "乙镇"] {
            try (["\(name)人民政府2022年政府信息公开工作年度报告"] + text).joined(separator: "\n").write(
                to: reportFolder.appending(path: "\(name).txt"), atomically: true, encoding: .utf8)
        }
        let found = try reports(County().archive(in: folder))
        #expect(found.allSatisfy { $0.neighbours == 0 })
    }

    /// A year left in copied text reaches the findings of a check.
    @Test func staleYearIsAFinding() throws {
        var county = County()
        let sentence = "2021年，我镇通过政府网站、公示栏、微信公众号等渠道主动公开各类政府信息341条，群众反映良好。"
        county.files = ["青禾县/2021/柳溪镇": [sentence], "青禾县/2022/柳溪镇": [sentence]]
        let archive = try county.archive()
        let codebook = try LoadedCatalogue.codebook()
        let sample = try SampleArchive.made.get()
        let checker = Checker(try Rulebook(codebook), forms: codebook.forms, indicators: archive.indicators)
        let findings = try ArchiveCheck(archive, checker: checker, today: "2023-01-01").run(Filter()).findings
        let stale = findings.filter { $0.rule == "stale-year" }
        #expect(stale.map(\.year) == [2022] && stale.first?.lines == [3])
        #expect(try sample.findings(Filter()).allSatisfy { $0.rule != "stale-year" })
    }
}
