import Catalogue
import GRDB
import Reports
import Support
import Testing

@testable import Storage

/// What staff enter: corrections and waivers.
@Suite struct EntryTests {
    private let folder: Folder
    private let archive: Archive

    init() throws {
        folder = try Folder()
        archive = try Archive.openForWriting(path: folder.file(), indicators: Samples.indicators)
        _ = try archive.save([Samples.submission()])
    }

    private var stored: StoredReport {
        get throws { try archive.report(township: "上新庄镇", year: 2020) }
    }

    private var current: ReportSummary { get throws { try stored.summary } }

    private func correct(_ indicator: Indicator.ID, _ value: Int64?) throws {
        try archive.correct(stored, [(indicator, value)], reason: "核实", author: "张三")
    }

    @Test func latestCorrectionCountsAndTheReportStays() throws {
        try correct(0, 5)
        try correct(0, 6)
        let stored = try archive.report(township: "上新庄镇", year: 2020)
        #expect(stored.corrections == [0: 6])
        #expect(stored.report.figures[0].reading.amount?.value == 3)
        let entry = try #require(try archive.corrections()[stored.summary.id]?[0])
        #expect([entry.reason, entry.author] == ["核实", "张三"])
        #expect(try archive.comparison([0]).map(\.corrected) == [6])
    }

    @Test func takingBackIsAnEntryToo() throws {
        try correct(0, 5)
        try correct(0, nil)
        #expect(try archive.corrections()[current.id] ?? [:] == [:])
        #expect(try archive.reading { try Int.fetchOne($0, sql: "SELECT count(*) FROM correction") } == 2)
        #expect(throws: EntryError.self) { try correct(0, nil) }
    }

    @Test func whatIsNoNumberMayBeCorrected() throws {
        try correct(1, 4)
        #expect(try archive.report(township: "上新庄镇", year: 2020).corrections == [1: 4])
    }

    @Test func figureThatTheReportLacksCanBeEntered() throws {
        let wider = try Archive.openForWriting(
            path: folder.file("b.sqlite"),
            indicators: Samples.indicators + [Samples.indicator("requests.carried_in.total", "结转", .items)])
        _ = try wider.save([Samples.submission()])
        let report = try wider.report(township: "上新庄镇", year: 2020)
        try wider.correct(report, [(5, 1)], reason: "核实", author: "张三")
        #expect(try wider.report(township: "上新庄镇", year: 2020).corrections == [5: 1])
        let stated = try wider.comparison([5])
        #expect(stated.map(\.corrected) == [1] && stated.map(\.reading) == [nil])
        var exported: [ExportedFigure] = []
        try wider.figures([5], Filter()) { exported.append($0) }
        #expect(exported.map(\.figure) == stated && exported.map(\.line) == [nil])
        // It stays as long as the revisions do not say the same.
        _ = try wider.save([Samples.submission(mark: "b", received: 4)])
        #expect(try wider.report(township: "上新庄镇", year: 2020).corrections == [5: 1])
        #expect(
            try wider.reading {
                try Row.fetchAll($0, sql: "SELECT code, corrected FROM current_figure WHERE state IS NULL")
                    .map { "\($0["code"] as String) \($0["corrected"] as Int)" }
            } == ["requests.carried_in.total 1"])
    }

    @Test func needlessAndUnreasonedEntriesAreRefused() throws {
        #expect(throws: EntryError.sameAsReport("requests.received.total", try current.place, year: 2020)) {
            try correct(0, 3)
        }
        #expect(throws: EntryError.noReason) {
            try archive.correct(stored, [(0, 9)], reason: " \u{3000}", author: "张三")
        }
        #expect(throws: EntryError.noReason) {
            try archive.waive("row-total", of: current, reason: "", author: "张三", until: nil)
        }
        // An approximate figure may be corrected to the exact number of the same value.
        try correct(2, 120)
    }

    @Test func waiverIsTakenBackByALaterEntryAndStaysOnRecord() throws {
        try archive.waive("row-total", of: current, reason: "甲", author: "张三", until: nil)
        try archive.unwaive("row-total", of: current, reason: "乙", author: "李四")
        #expect(try archive.waivers()[current.id] ?? [] == [])
        #expect(throws: EntryError.notWaived("row-total", try current.place, year: 2020)) {
            try archive.unwaive("row-total", of: current, reason: "乙", author: "李四")
        }
        _ = try archive.save([Samples.submission(mark: "b", received: 5)])
        #expect(try archive.waivers()[current.id] ?? [] == [])
        try archive.waive("row-total", of: current, reason: "丙", author: "张三", until: nil)
        #expect(try archive.waivers()[current.id]?.map(\.reason) == ["丙"])
        #expect(
            try archive.log().map(\.action.rawValue).filter { $0.hasSuffix("waive") } == ["waive", "unwaive", "waive"])
    }

    @Test(arguments: ["UPDATE waiver SET reason = 'x'", "DELETE FROM waiver"])
    func waiversAreOnlyEverAdded(sql: String) throws {
        try archive.waive("row-total", of: current, reason: "甲", author: "张三", until: nil)
        #expect(throws: (any Error).self) { try archive.writing { try $0.execute(sql: sql) } }
    }

    @Test func latestWaiverOfARuleCountsUntilItsDay() throws {
        try archive.waive("row-total", of: current, reason: "甲", author: "张三", until: "2021-06-30")
        try archive.waive("column-total", of: current, reason: "乙", author: "张三", until: nil)
        try archive.waive("row-total", of: current, reason: "丙", author: "李四", until: "2021-12-31")
        let waivers = try #require(try archive.waivers()[current.id])
        #expect(waivers.map(\.reason) == ["乙", "丙"])
        #expect(waivers.map { $0.isGood(on: "2021-12-31") } == [true, true])
        #expect(waivers.map { $0.isGood(on: "2022-01-01") } == [true, false])
    }

    @Test func revisionInheritsWhatItDoesNotSayItself() throws {
        try correct(0, 5)
        try correct(1, 4)
        try correct(2, 130)
        try correct(2, nil)
        try archive.waive("row-total", of: current, reason: "甲", author: "张三", until: nil)
        let old = try current
        _ = try archive.save([Samples.submission(mark: "b", received: 5)])
        #expect(try current.revision == 2)
        // The first is needless now, the second still counts, the third was taken back.
        let kept = try #require(try archive.corrections()[current.id])
        #expect(kept.mapValues(\.value) == [1: 4])
        #expect(kept[1]?.author == "张三")
        #expect(try archive.waivers()[current.id]?.map(\.rule) == ["row-total"])
        #expect(try archive.corrections()[old.id]?.count == 2)
    }

    @Test func revisionsWithinOneBatchInheritFromEachOther() throws {
        try correct(0, 9)
        _ = try archive.save([Samples.submission(mark: "b", received: 4), Samples.submission(mark: "c", received: 6)])
        #expect(try current.revision == 3)
        #expect(try archive.corrections()[current.id]?.mapValues(\.value) == [0: 9])
    }

    @Test func storedReportsComeInOrderAndWhole() throws {
        _ = try archive.save([
            Samples.submission(year: 2019), Samples.submission(township: "上庄乡", county: "甲县", year: 2021),
        ])
        try correct(0, 8)
        var found: [String] = []
        try archive.storedReports(Filter()) { stored in
            found.append("\(stored.summary.place) \(stored.summary.year)")
            let asked = try archive.report(
                township: stored.summary.place.township, year: stored.summary.year)
            #expect(stored.report.figures == asked.report.figures)
            #expect(stored.report.doubts == asked.report.doubts)
            #expect(stored.report.sections == asked.report.sections)
            #expect(stored.corrections == asked.corrections)
        }
        #expect(found == ["湟中区/上新庄镇 2019", "湟中区/上新庄镇 2020", "甲县/上庄乡 2021"])
        #expect(try archive.townships(Filter(counties: ["甲县"])).map(\.place.township) == ["上庄乡"])
    }
}
