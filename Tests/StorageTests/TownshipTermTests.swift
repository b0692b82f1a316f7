import Support
import Testing
import Values

@testable import Storage

/// What was said of townships' years, where places are renamed and merged, and as of an earlier day.
@Suite struct TownshipTermTests {
    private let folder: Folder
    private let archive: Archive
    private let bridge = Place(county: "河西区", township: "北桥乡")
    private let town = Place(county: "河西区", township: "上庄镇")

    init() throws {
        folder = try Folder()
        archive = try Archive.openForWriting(path: folder.file(), indicators: Samples.indicators)
        _ = try archive.save([
            Samples.submission(township: "北桥乡", county: "河西区", year: 2018, received: 1),
            Samples.submission(township: "上庄镇", county: "河西区", year: 2019, received: 2),
            Samples.submission(township: "北桥", county: "河西区", year: 2017, received: 3),
            Samples.submission(township: "柳溪镇", county: "河东县", year: 2018, received: 4),
        ])
        _ = try archive.end("北桥乡", after: 2018, into: "上庄镇", reason: "撤乡并镇")
    }

    private func term(_ place: Place, asOf moment: Moment? = nil) throws -> TownshipTerm? {
        try archive.townshipTerms(asOf: moment)[place]
    }

    @Test func followsRenamedTownships() throws {
        _ = try archive.rename("北桥乡", to: "北桥镇")
        _ = try archive.rename("上庄镇", to: "上庄街道")
        let heir = Place(county: "河西区", township: "上庄街道")
        #expect(
            try term(Place(county: "河西区", township: "北桥镇")) == TownshipTerm(last: 2018, successor: heir))
    }

    @Test func followsMergedTownships() throws {
        // Two names of the one that ended, and two of its successor.
        _ = try archive.merge("北桥", into: "北桥乡")
        #expect(try term(bridge) == TownshipTerm(last: 2018, successor: town))
        _ = try archive.rename("柳溪镇", to: "上庄")
        _ = try archive.merge("河东县", into: "河西区")
        _ = try archive.merge("上庄镇", into: "上庄")
        #expect(try term(bridge)?.successor == Place(county: "河西区", township: "上庄"))
        #expect(try archive.verify().flaws.isEmpty)
    }

    @Test func goesAlongWhereTheOneThatEndedIsMerged() throws {
        _ = try archive.merge("北桥乡", into: "北桥")
        #expect(try term(Place(county: "河西区", township: "北桥")) == TownshipTerm(last: 2018, successor: town))
        _ = try archive.merge("河西区", into: "河东县")
        #expect(
            try term(Place(county: "河东县", township: "北桥"))
                == TownshipTerm(last: 2018, successor: Place(county: "河东县", township: "上庄镇")))
        #expect(try archive.verify().flaws.isEmpty)
    }

    @Test func twoThatWereNotThereInTheSameYearsAreNotOne() throws {
        let differ = PlaceError.termsDiffer(bridge, TownshipTerm(last: 2018), from: town)
        #expect(throws: differ) { try archive.merge("北桥乡", into: "上庄镇") }
        #expect(throws: differ) { try archive.merge("上庄镇", into: "北桥乡") }
        #expect(differ.explanation.en.hasSuffix("first nianbao townships resume 河西区/北桥乡 --reason …"))
        _ = try archive.end("北桥", after: 2017, reason: "r")
        #expect(throws: PlaceError.self) { try archive.merge("北桥", into: "北桥乡") }
        #expect(try term(bridge) == TownshipTerm(last: 2018, successor: town))
        _ = try archive.resume("北桥乡", reason: "r")
        #expect(throws: PlaceError.self) { try archive.merge("北桥", into: "北桥乡") }
        _ = try archive.resume("北桥", reason: "r")
        _ = try archive.merge("北桥乡", into: "上庄镇")
        #expect(try archive.townshipTerms().isEmpty)
        #expect(try archive.verify().flaws.isEmpty)
    }

    /// What is advised helps.
    @Test func whatWasSetUpIsTakenBackAsThat() throws {
        _ = try archive.begin("北桥", in: 2016, reason: "r")
        let place = Place(county: "河西区", township: "北桥")
        let differ = PlaceError.termsDiffer(place, TownshipTerm(first: 2016), from: bridge)
        #expect(throws: differ) { try archive.merge("北桥", into: "北桥乡") }
        #expect(differ.explanation.zh.hasSuffix("先取消：nianbao townships begin 河西区/北桥 --reason …"))
        _ = try archive.begin("北桥", in: nil, reason: "r")
        _ = try archive.merge("北桥", into: "北桥乡")
        #expect(try term(bridge) == TownshipTerm(last: 2018, successor: town))
    }

    @Test func answersOfBeforeDoNotKnowIt() throws {
        #expect(try term(bridge, asOf: Moment(.distantPast)) == nil)
        #expect(try term(bridge, asOf: Moment(.now)) != nil)
    }

    @Test func rowsAreOnlyAddedAndUnderTheChain() throws {
        for change in ["UPDATE township_term SET last_year = 2019", "DELETE FROM township_term"] {
            #expect(throws: (any Error).self) { try archive.unmapped { try $0.execute(sql: change) } }
        }
        try archive.unmapped {
            try $0.execute(sql: "DROP TRIGGER township_term_is_not_changed; UPDATE township_term SET last_year = 2019")
        }
        #expect(try !archive.verify().flaws.isEmpty)
    }
}
