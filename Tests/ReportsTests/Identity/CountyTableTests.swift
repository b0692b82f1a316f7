import Testing

@testable import Reports

/// The table of counties: what is in it, and what it is asked.
@Suite struct CountyTableTests {
    @Test(arguments: [
        ("湟中县", 2015, "630122"), ("湟中区", 2021, "630106"), ("昭化区", 2022, "510811"), ("昭化", 2022, "510811"),
        ("五常市", 2022, "230184"), ("化隆县", 2020, "630224"), ("化隆县", 2010, "632127"), ("丁青县", 2012, "542125"),
        ("丁青县", 2020, "540324"),
    ])
    func codeOfAYear(name: String, year: Int, code: String) {
        #expect(CountyTable.code(of: name, year: year) { _ in false } == code)
    }

    @Test func aNameOfSeveralCountiesNeedsItsPrefecture() {
        #expect(CountyTable.entries(named: "城中区").count > 1)
        #expect(CountyTable.code(of: "城中区", year: 2020) { _ in false } == nil)
        #expect(CountyTable.code(of: "城中区", year: 2020) { $0 == "西宁市" } == "630103")
        #expect(CountyTable.code(of: "朝阳区", year: 2020) { $0 == "北京市" } == "110105")
    }

    @Test(arguments: ["青禾县", "石湾县", "", "县", "区", "湟中", "湟中区人民政府", "鿿", "\t", "一"])
    func otherWordsAreNoCounties(name: String) {
        #expect(!CountyTable.contains(name))
        #expect(CountyTable.entries(named: name).isEmpty)
    }

    @Test func firstAndLastLineAreFound() {
        let lines = String(decoding: PackageResources.counties_tsv, as: UTF8.self).split(separator: "\n")
        #expect(lines.count > 3000)
        for line in [lines[0], lines[lines.count - 1], lines[lines.count / 2]] {
            let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
            #expect(CountyTable.entries(named: fields[0]).contains { $0.code == fields[1] })
        }
    }

    /// Halving needs the order of bytes; a code has six digits, a year is one.
    @Test func everyLineIsInOrderAndWhole() {
        let lines = String(decoding: PackageResources.counties_tsv, as: UTF8.self).split(separator: "\n")
        let names = lines.map { Array($0.prefix { $0 != "\t" }.utf8) }
        #expect(zip(names, names.dropFirst()).allSatisfy { !$1.lexicographicallyPrecedes($0) })
        for line in lines {
            let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
            #expect(
                fields.count == 5 && fields[1].count == 6 && Int(fields[1]) != nil && Int(fields[2]) != nil, "\(line)")
            #expect(fields[3].isEmpty || Int(fields[3]) != nil, "\(line)")
        }
    }

    @Test func formerNamesOfOneCounty() {
        #expect(CountyTable.codes(ofSame: "湟中区", code: "630106") == ["630106", "630122"])
        #expect(CountyTable.codes(ofSame: "湟中县", code: "630122") == ["630106", "630122"])
        // 下关区 went into 鼓楼区 of another name.
        #expect(CountyTable.codes(ofSame: "下关区", code: "320107") == ["320107"])
        #expect(CountyTable.codes(ofSame: "青禾县", code: "999999") == ["999999"])
    }

    @Test func citiesAboveCounties() {
        #expect(CountyTable.isRegion("西宁市") && CountyTable.isRegion("阿拉善盟") && !CountyTable.isRegion("东莞市"))
    }

    // MARK: Names in front of townships

    @Test(arguments: [
        ("赵县范庄镇", "赵县", "范庄镇"), ("冠县贾镇", "冠县", "贾镇"), ("鄱阳县古县渡镇", "鄱阳县", "古县渡镇"),
        ("古县渡镇", "", "古县渡镇"), ("柏乡县柏乡镇", "柏乡县", "柏乡镇"), ("漳县四族镇", "漳县", "四族镇"), ("津市市白衣镇", "津市市", "白衣镇"),
        ("乐山市市中区苏稽镇", "市中区", "苏稽镇"), ("标题湟中区上新庄镇", "湟中区", "上新庄镇"), ("东莞市石板镇", "东莞市", "石板镇"),
        ("无锡市墨山街道", "", "墨山街道"), ("渭县首山镇", "渭县", "首山镇"), ("阿拉善盟额济纳旗温图苏木", "额济纳旗", "温图苏木"),
        ("青禾县经济开发区临江街道", "青禾县", "临江街道"), ("东胜区民族街道", "东胜区", "民族街道"), ("城区街道", "", "城区街道"),
        ("富裕县友谊达斡尔族满族柯尔克孜族乡", "富裕县", "友谊达斡尔族满族柯尔克孜族乡"),
    ])
    func countyAndTownship(body: String, county: String, township: String) {
        let name = PlaceName(body: Wording(body))
        #expect(name?.county ?? "" == county)
        #expect(name?.township == township)
    }

    @Test(arguments: [
        ("北街街道", "北街办事处", true), ("城南街", "城南街道", true), ("城南街办事处", "城南街道", true), ("城南街道", "城北街道", false),
        ("柳溪镇", "柳溪乡", false), ("东街街道", "东街", true),
    ])
    func sameBody(one: String, other: String, isSame: Bool) {
        #expect(PlaceName.isSame(one, other) == isSame)
        #expect(PlaceName.isSame(other, one) == isSame)
    }

    @Test(arguments: ["青禾县驻江州办事处", "青禾县信访办事处", "各乡镇", "全县乡镇", "青禾县人民政府办事处", "柳\u{E123}镇\u{E000}"])
    func noBodies(body: String) { #expect(PlaceName(body: Wording(body)) == nil) }
}
