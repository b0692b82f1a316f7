import Foundation
import Reports
import Support
import Testing
import Values

@testable import Storage

/// Places that are renamed, merged and given codes: one line in every comparison, whatever they were called.
@Suite struct PlacesTests {
    private let folder: Folder
    private let archive: Archive

    init() throws {
        folder = try Folder()
        archive = try Archive.openForWriting(path: folder.file(), indicators: Samples.indicators)
        _ = try archive.save([
            Samples.submission(township: "上庄镇", county: "河西县", year: 2019, received: 1),
            Samples.submission(township: "上庄镇", county: "河西区", year: 2020, received: 2),
            Samples.submission(township: "北桥乡", county: "河西区", year: 2018, received: 3),
            Samples.submission(township: "柳溪镇", county: "", year: 2018, received: 4),
            Samples.submission(township: "柳溪镇", county: "河西区", year: 2019, received: 5),
        ])
    }

    private func listing() throws -> [String] {
        try archive.townships().map { "\($0.place) \($0.years)" }
    }

    private func comparison(_ filter: Filter) throws -> [String] {
        try archive.comparison([0], filter).map {
            "\($0.place) \($0.year) \($0.reading?.amount?.value ?? -1)"
        }
    }

    @Test func renamedTownshipIsFoundByBothNames() throws {
        #expect(try archive.rename("北桥乡", to: "北桥镇") == "河西区/北桥乡")
        for name in ["北桥乡", "北桥镇"] {
            #expect(try comparison(Filter(townships: [name])) == ["河西区/北桥镇 2018 3"])
        }
        let entry = try #require(try archive.townships(Filter(townships: ["北桥镇"])).first)
        #expect(entry.otherNames == ["北桥乡"])
    }

    /// A merge gives 河西区/上庄镇 the name of a township that stands beside it.
    @Test func whoBearsANameGoesBeforeWhoBoreIt() throws {
        _ = try archive.rename("河西县/上庄镇", to: "北桥乡")
        _ = try archive.merge("河西县/北桥乡", into: "河西区/上庄镇")
        for name in ["北桥乡", "河西区/北桥乡"] {
            #expect(try comparison(Filter(townships: [name])) == ["河西区/北桥乡 2018 3"])
        }
        #expect(try archive.revisions(township: "北桥乡", year: 2018).count == 1)
        _ = try archive.rename("河西区/北桥乡", to: "北桥镇")
        #expect(try comparison(Filter(townships: ["北桥乡"])).count == 3)
    }

    @Test func importUnderAFormerNameGoesToTheSameTownship() throws {
        _ = try archive.rename("北桥乡", to: "北桥镇")
        _ = try archive.save([Samples.submission(township: "北桥乡", county: "河西区", year: 2019, received: 7)])
        #expect(try comparison(Filter(townships: ["北桥镇"])) == ["河西区/北桥镇 2018 3", "河西区/北桥镇 2019 7"])
    }

    @Test func renamedCountyIsFoundByBothNames() throws {
        _ = try archive.rename("河西县", to: "西河区")
        _ = try archive.save([Samples.submission(township: "新街镇", county: "河西县", year: 2020)])
        #expect(try archive.reports(Filter(counties: ["西河区"])).count == 2)
        #expect(try archive.reports(Filter(counties: ["河西县"])).count == 2)
    }

    @Test func renamingBackLeavesNoTrace() throws {
        _ = try archive.rename("北桥乡", to: "北桥镇")
        _ = try archive.rename("北桥镇", to: "北桥乡")
        #expect(try archive.townships(Filter(townships: ["北桥乡"])).first?.otherNames == ["北桥镇"])
    }

    @Test func nameThatIsTakenIsRefused() throws {
        #expect(throws: PlaceError.nameTaken("河西区")) { try archive.rename("河西县", to: "河西区") }
        #expect(throws: PlaceError.nameTaken("柳溪镇")) { try archive.rename("北桥乡", to: "柳溪镇") }
        #expect(throws: PlaceError.nameTaken("柳溪镇")) { try archive.addName("柳溪镇", to: "北桥乡") }
        #expect(throws: PlaceError.invalidName("北 桥")) { try archive.rename("北桥乡", to: "北 桥") }
    }

    @Test func countyThatBecameADistrictStaysOneLine() throws {
        let merged = try archive.merge("河西县", into: "河西区")
        #expect(merged.from == "河西县" && merged.into == "河西区")
        #expect(try comparison(Filter(townships: ["上庄镇"])) == ["河西区/上庄镇 2019 1", "河西区/上庄镇 2020 2"])
        _ = try archive.save([Samples.submission(township: "上庄镇", county: "河西县", year: 2018, received: 8)])
        #expect(try archive.townships(Filter(townships: ["上庄镇"])).map(\.years) == [[2018, 2019, 2020]])
        #expect(try archive.townships().allSatisfy { $0.place.county != "河西县" })
    }

    @Test func mergedTownshipsShareTheirNamesAndReports() throws {
        _ = try archive.addName("桥北乡", to: "北桥乡")
        _ = try archive.merge("北桥乡", into: "河西区/柳溪镇")
        #expect(try comparison(Filter(townships: ["桥北乡"])) == ["河西区/柳溪镇 2018 3", "河西区/柳溪镇 2019 5"])
    }

    @Test func nameWithoutACountyFollowsOnceMerged() throws {
        _ = try archive.merge("/柳溪镇", into: "河西区/柳溪镇")
        _ = try archive.save([Samples.submission(township: "柳溪镇", county: "", year: 2020, received: 6)])
        #expect(try archive.townships(Filter(townships: ["柳溪镇"])).map(\.years) == [[2018, 2019, 2020]])
    }

    @Test func reportsOfTheSameYearAreNeverMerged() throws {
        _ = try archive.save([Samples.submission(township: "北桥乡", county: "河西区", year: 2019, mark: "x")])
        let before = try listing()
        #expect(
            throws: PlaceError.sameYears(
                Place(county: "河西区", township: "北桥乡"), Place(county: "河西区", township: "柳溪镇"), years: [2019])
        ) { try archive.merge("北桥乡", into: "河西区/柳溪镇") }
        #expect(try listing() == before)
    }

    @Test func onlyLikeIsMergedWithLike() throws {
        #expect(throws: PlaceError.notAlike("河西县", "河西区/北桥乡")) { try archive.merge("河西县", into: "北桥乡") }
        #expect(throws: PlaceError.notAlike("河西区/北桥乡", "河西区/北桥乡")) {
            try archive.merge("北桥乡", into: "北桥乡")
        }
        #expect(throws: PlaceError.unknown("无此镇")) { try archive.merge("无此镇", into: "北桥乡") }
        #expect(throws: PlaceError.ambiguous("柳溪镇", choices: ["/柳溪镇", "河西区/柳溪镇"])) {
            try archive.rename("柳溪镇", to: "柳镇")
        }
    }

    @Test func codesBelongToOnePlace() throws {
        _ = try archive.setCode("632199101", of: "北桥乡")
        #expect(throws: PlaceError.codeTaken("632199101", by: "北桥乡")) {
            try archive.setCode("632199101", of: "河西县/上庄镇")
        }
        #expect(throws: PlaceError.invalidCode("12")) { try archive.setCode("12", of: "北桥乡") }
    }

    @Test func listOfTownshipsMakesNewOnesAndGivesCodes() throws {
        _ = try archive.rename("北桥乡", to: "北桥镇")
        let result = try archive.register([
            PlaceListing(county: "河西区", township: "", code: "630199"),
            PlaceListing(county: "河西区", township: "北桥乡", code: "630199101"),
            PlaceListing(county: "河西区", township: "新街镇", code: "630199102"),
        ])
        #expect(result.newCount == 1 && result.knownCount == 2 && result.codeCount == 3)
        let townships = try archive.townships(Filter(counties: ["河西区"]))
        #expect(townships.first { $0.place.township == "北桥镇" }?.code == "630199101")
        #expect(townships.first { $0.place.township == "新街镇" }?.years == [])
        #expect(townships.allSatisfy { $0.countyCode == "630199" })
        // Two codes that have changed places.
        _ = try archive.register([
            PlaceListing(county: "河西区", township: "北桥镇", code: "630199102"),
            PlaceListing(county: "河西区", township: "新街镇", code: "630199101"),
        ])
    }

    @Test func listIsTakenWholeOrNotAtAll() throws {
        let before = try listing()
        #expect(throws: PlaceError.self) {
            try archive.register([
                PlaceListing(county: "河西区", township: "甲镇", code: "630199101"),
                PlaceListing(county: "河西区", township: "乙镇", code: "630199101"),
            ])
        }
        #expect(try listing() == before)
    }

    private func expected(asOf day: String? = nil) throws -> [String] {
        let moment = try day.map { Moment(try Date("\($0)T23:59:59Z", strategy: .iso8601)) }
        return try archive.places(Filter(counties: ["河西区"], asOf: moment)).map(\.township)
    }

    /// Whatever comes later: its report, codes of others, another list.
    @Test func listedTownshipIsExpectedAsOfADaySince() throws {
        let list = ["新街镇", "老庙乡"].map { PlaceListing(county: "河西区", township: $0, code: nil) }
        _ = try archive.register(list)
        try archive.writing { try $0.execute(sql: "UPDATE township_code SET made_at = '2021-03-02T01:00:00Z'") }
        let then = try expected(asOf: "2021-03-31")
        #expect(Set(then) == ["新街镇", "老庙乡"])
        _ = try archive.save([Samples.submission(township: "新街镇", county: "河西区", year: 2021)])
        _ = try archive.setCode("630199101", of: "北桥乡")
        _ = try archive.register(list + [PlaceListing(county: "河西区", township: "新庄镇", code: nil)])
        #expect(try expected(asOf: "2021-03-31") == then && expected(asOf: "2021-03-01") == [])
        _ = try archive.remove(
            archive.revisions(township: "新街镇", year: 2021), revision: nil, reason: "导错", author: "张三")
        #expect(try Set(expected()).isSuperset(of: ["新街镇", "老庙乡", "新庄镇"]))
    }

    @Test func codeThatIsTakenAwayListsNobody() throws {
        _ = try archive.setCode("630199101", of: "北桥乡")
        _ = try archive.remove(
            archive.revisions(township: "北桥乡", year: 2018), revision: nil, reason: "导错", author: "张三")
        #expect(try expected().contains("北桥乡"))
        _ = try archive.setCode(nil, of: "北桥乡")
        #expect(try !expected().contains("北桥乡"))
    }
}
