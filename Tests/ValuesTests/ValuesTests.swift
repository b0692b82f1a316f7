import Testing
import Values

@Suite struct ValuesTests {
    @Test(arguments: Unit.allCases)
    func whatAUnitShowsItAlsoReads(unit: Unit) {
        for value: Int64 in [0, 7, -7, 50, 100, 9850, -10_001, 216_310_000, .max, -.max] {
            #expect(unit.parse(unit.display(value)) == value)
        }
    }

    @Test(arguments: ["", "-", "1.", ".5", "1,000", "１", "1.234", "99999999999999999999", " 1", "+1", "1.2.3"])
    func whatIsNoExactNumberIsNotRead(text: String) {
        #expect(Unit.yuan.parse(text) == nil)
    }

    @Test func countsHaveNoDecimals() {
        #expect(Unit.items.parse("1.5") == nil)
        #expect(Unit.items.display(9850) == "9850")
        #expect(Unit.percent.display(9850) == "98.5")
    }

    @Test func approximateNumbersAreToldWithTheirWord() {
        let amount = { Amount(value: 600, qualifier: $0) }
        #expect(Reading.reported(amount(.moreThan)).told(in: .items) == Phrase(zh: "600余件", en: "more than 600件"))
        #expect(Reading.reported(amount(.about)).told(in: .yuan) == Phrase(zh: "约6元", en: "about 6元"))
        #expect(Reading.reported(amount(nil)).told(in: .items) == Phrase(zh: "600件", en: "600件"))
        #expect(Reading.blank.told(in: .items) == Phrase(zh: "空白", en: "blank"))
    }

    @Test func sumsKeepWhatMakesThemApproximate() {
        let sum = { (qualifiers: [Qualifier?]) in
            Amount.sum(of: qualifiers.map { Amount(value: 2, qualifier: $0) })?.qualifier
        }
        #expect(sum([nil, nil]) == nil)
        #expect(sum([nil, .moreThan, .moreThan]) == .moreThan)
        #expect(sum([.lessThan, .moreThan]) == .about)
        #expect(Amount.sum(of: [Amount(value: .max), Amount(value: 1)]) == nil)
    }

    @Test(arguments: [
        ("柳溪镇", TownshipKind.town), ("白杨乡", .township), ("云岭民族乡", .ethnicTownship), ("望湖街道", .subdistrict),
        ("达来苏木", .sumu),
    ])
    func kindIsTheLongestEndOfTheName(name: String, kind: TownshipKind) {
        #expect(TownshipKind(of: name) == kind)
    }

    @Test func someNamesTellNoKind() {
        #expect(TownshipKind(of: "青禾县") == nil)
        #expect(TownshipKind(of: "") == nil)
    }

    @Test(arguments: ["青禾县", "青禾县人民政府", "青禾县本级"])
    func theCountysOwnReportStandsUnderItsName(name: String) {
        #expect(Place(county: "青禾县", township: name).isCounty(by: CountyNames()))
        #expect(Place(county: "", township: name).isCounty(by: CountyNames()))
        #expect(!Place(county: "青禾县", township: "柳溪镇").isCounty(by: CountyNames()))
    }

    @Test func systemsReasonsAreInBothLanguages() {
        #expect(Phrase(systemError: 2) == Phrase(zh: "不存在", en: "No such file or directory"))
        #expect(Phrase(systemError: 13).zh == "没有权限")
        #expect(Phrase(systemError: 95).zh == "系统错误 95")
    }
}
