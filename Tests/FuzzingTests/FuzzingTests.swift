import Foundation
import Testing

/// Every reader takes whatever comes, and what it gives holds its promises.
///
/// `NIANBAO_FUZZ=1000000` makes a soak of it, `NIANBAO_FUZZ_FROM` begins at an input by its number, and
/// `swift test --sanitize=address --filter FuzzingTests` watches memory. The number of an input is printed before every
/// thousandth, so that one that ends the program can be found.
@Suite struct FuzzingTests {
    private static func number(_ variable: String, usually: Int) -> Int {
        ProcessInfo.processInfo.environment[variable].flatMap { Int($0) } ?? usually
    }

    /// - Parameter share: of slow ones, only one input in so many.
    private func fuzz(_ name: String, share: Int = 1, _ mutator: Mutator, _ check: ([UInt8]) -> String?) {
        let first = Self.number("NIANBAO_FUZZ_FROM", usually: 0)
        let count = Self.number("NIANBAO_FUZZ", usually: 1000) / share
        for number in first..<first + count {
            if number % 1000 == 0 { print("\(name) \(number)") }
            let broken = check(mutator.input(number))
            #expect(broken == nil, "\(name) \(number)")
        }
    }

    @Test(arguments: FuzzTarget.allCases) func promisesHoldWhateverComes(target: FuzzTarget) {
        fuzz(target.rawValue, share: target.share, Mutator(seeds: target.seeds, words: target.words), target.check)
    }

    /// Each of these is a run of another program.
    @Test func filesForConverters() {
        let seeds = Seeds.files("Tests/DocumentsTests/Fixtures", ".doc", ".rtf", ".pdf")
        fuzz("converted", share: 200, Mutator(seeds: seeds, words: ["\\rtf", "obj", "stream", "\u{0}"])) {
            FuzzTarget.read($0, "a.doc")
        }
    }

    /// Inputs that were made to break each reader, and what libFuzzer will find: a file of `Hostile` for each.
    @Test(arguments: FuzzTarget.allCases) func findingsStayFixed(target: FuzzTarget) {
        let inputs = Seeds.files("Tests/FuzzingTests/Hostile/\(target.rawValue)", "")
        #expect(!inputs.isEmpty)
        for (number, bytes) in inputs.enumerated() { #expect(target.check(bytes) == nil, "\(target) \(number)") }
    }
}

extension FuzzTarget {
    fileprivate var share: Int {
        switch self {
        case .text, .html: 2
        case .catalogue: 4
        case .identity, .geometry, .sheet: 2
        case .mhtml, .packed, .sentences, .csv, .recognition, .roles: 1
        }
    }

    fileprivate var seeds: [[UInt8]] {
        switch self {
        case .text, .sentences: Seeds.reports
        case .html: Seeds.pages
        case .mhtml: Seeds.files("Tests/DocumentsTests/Fixtures", ".mht", ".mhtml") + [Array(Self.message.utf8)]
        case .packed:
            Seeds.files("Tests/DocumentsTests/Fixtures", ".docx", ".zip") + Seeds.files("SampleData", ".docx")
                + [[0x50, 0x4B, 3, 4], [0xFF, 0xFE], [0x1F, 0x8B]]
        case .catalogue: Seeds.files("Sources/Catalogue/Data", "_place.yaml", "_organisation.yaml")
        case .csv: []
        case .sheet: [Array(Self.excel.utf8), Array(Self.openDocument.utf8)]
        case .geometry: [Array(Self.page.utf8)]
        case .recognition:
            [Array(Self.recognised.utf8), Array("P6\n8 8\n255\n".utf8) + [UInt8](repeating: 90, count: 192)]
        case .identity: Seeds.reports.map { Array("青禾县/2021/柳溪镇.txt\n".utf8) + $0.prefix(2000) }
        case .roles: Seeds.reports
        }
    }

    fileprivate var words: [String] {
        switch self {
        case .text, .sentences, .roles: Seeds.words
        case .sheet:
            Seeds.markup + [
                "<c r=\"A1\"><v>", "t=\"s\"", "number-rows-repeated=\"9999999\"", "<mergeCell ref=\"A1:XFD9\"/>",
            ]
        case .geometry:
            [
                "<g unicode=\"一\" x=\"1e9\" y=\"nan\"/>\n", "</page>\n", "inf", "-1", "1e308",
                "<moveto x=\"0\" y=\"0\"/>\n",
            ]
        case .recognition: ["5\t1\t", "\t", "-1", "1048575", "4\t2", "P6", "0", "\n"]
        case .identity: Seeds.words + ["镇", "县", "街道办事处", "年度报告", "政府信息公开", "2021年", "/", "\n", "发布时间：", "人民政府"]
        case .html: Seeds.words + Seeds.markup
        case .mhtml: Seeds.markup + ["--b", "=3D", "Content-Type:"]
        case .packed: ["PK\u{1}\u{2}", "word/document.xml", "\u{0}\u{0}"]
        case .catalogue: ["- ", ": ", "&a", "*a", "<<", "[", "{", "\"", "|", "!!int", "code:", "unit:", "\t", "#"]
        case .csv: ["\"", ",", "\n", "\r\n", "=", "'", "+", "-", "@", "\t", " ", "\u{FEFF}", "年", "＝", "\"\""]
        }
    }

    private static let excel = """
        <worksheet><cols><col min="1" max="2" hidden="1"/></cols><sheetData><row r="1"><c r="A1" t="s"><v>0</v></c>\
        <c r="B1"><f>A1</f><v>3.5</v></c></row><row><c t="inlineStr"><is><r><t>收到</t></r></is></c></row></sheetData>\
        <mergeCells><mergeCell ref="A1:B2"/></mergeCells></worksheet>
        """
    private static let openDocument = """
        <office:body xmlns:office="o" xmlns:table="t" xmlns:text="x"><office:spreadsheet><table:table table:name="表">\
        <table:table-row table:number-rows-repeated="2"><table:table-cell office:value-type="float" office:value="3">\
        <text:p>3</text:p></table:table-cell></table:table-row></table:table></office:spreadsheet></office:body>
        """
    private static let page = """
        <page number="1" mediabox="0 0 595 842">
        <fill_text colorspace="DeviceGray" color="0" transform="1 0 0 1 0 0">
        <span font="SimSun" wmode="0" trm="12 0 0 12">
        <g unicode="收" glyph="x1" x="50" y="700" adv="1"/>
        <g unicode="3" glyph="x2" x="80" y="700" adv=".5"/>
        </span>
        </fill_text>
        <stroke_path linewidth="1" colorspace="DeviceGray" color="0" transform="1 0 0 1 0 0">
        <moveto x="40" y="690"/>
        <lineto x="400" y="690"/>
        </stroke_path>
        </page>

        """
    private static let recognised = """
        4\t1\t1\t1\t1\t0\t10\t20\t300\t40\t-1\t
        5\t1\t1\t1\t1\t1\t10\t20\t30\t40\t90.5\t收到
        5\t2\t1\t1\t1\t2\t50\t20\t30\t40\t90.5\t3

        """
    private static let message = """
        MIME-Version: 1.0
        Content-Type: multipart/related; boundary="b"

        --b
        Content-Type: text/html; charset="utf-8"
        Content-Transfer-Encoding: quoted-printable

        <html><body><table><tr><td>=E6=94=B6=E5=88=B0</td><td>3</td></tr></table></body></html>
        --b--
        """
}
