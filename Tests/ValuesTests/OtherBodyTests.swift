import Testing

@testable import Values

@Suite struct OtherBodyTests {
    @Test(arguments: [
        ("云岭县", "云岭县"), ("云岭县", "云岭县本级"), ("云岭县", "云岭县人民政府"), ("", "云岭县本级"), ("", "云岭县"),
        ("", "湟中区本级"), ("湟中区", "湟中县本级"),
    ]) func countysOwnIsNoTownship(county: String, name: String) {
        let place = Place(county: county, township: name)
        #expect(place.isCounty(by: CountyNames()) && !place.isTownship(by: CountyNames()))
    }

    /// Whoever renames a county renames no report of its own; a county below a city is no own report of the city's.
    @Test func countysOwnStaysItsOwnUnderAFormerName() {
        let names = CountyNames(others: ["云岭区": ["云岭县", "松岭县"]])
        for name in ["云岭县人民政府", "松岭县政府", "云岭县", "云岭区人民政府"] {
            let place = Place(county: "云岭区", township: name)
            #expect(place.isCounty(by: names) && !place.isTownship(by: names))
        }
        #expect(Place(county: "云岭区", township: "青石县人民政府").isTownship(by: names))
        #expect(Place(county: "白水市", township: "云岭县人民政府").isTownship(by: names))
    }

    @Test(arguments: ["教育局", "应急管理局", "发展和改革委员会", "住房和城乡建设局", "政府办公室", "云岭县信访办", "融媒体中心", "图书馆"])
    func departmentIsNoTownship(name: String) {
        let place = Place(county: "云岭县", township: name)
        #expect(!place.isTownship(by: CountyNames()) && !place.isCounty(by: CountyNames()))
    }

    /// What is on the level of townships, whatever it is called.
    @Test(arguments: [
        "青石镇", "石门回族乡", "云台街道", "望湖街道办", "望湖街道办事处", "经济开发区", "经济开发区管理委员会", "经济开发区管委会", "云岭县国有林场",
        "高山牧场", "巴音苏木", "风景区管理局", "青石镇党政办公室", "局子镇", "本级",
    ]) func othersAreCounted(name: String) {
        #expect(Place(county: "云岭县", township: name).isTownship(by: CountyNames()))
    }
}
