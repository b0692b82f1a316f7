import Output
import Storage
import Values

/// The page that leads to the counties' pages: what each has of reports, findings and the leading figure.
struct IndexPage {
    private let stamp: PageStamp
    private let language: Language
    private var rows: [Markup] = []
    private var reports = 0
    private var counties = 0
    private var lead: Phrase?

    init(stamp: PageStamp, language: Language) {
        self.stamp = stamp
        self.language = language
    }

    mutating func add(_ page: CountyPage, file: String) {
        let facts = CountyFacts(page)
        counties += 1
        reports += page.reports.count
        if let total = facts.totalFigure {
            lead = Phrase(zh: "\(total.label.zh)（\(total.unit)）", en: "\(total.label.en) (\(total.unit))")
        }
        func number(_ count: Int) -> Markup { "<td class=\"n\">\(Number(Int64(count)).groupedDigits)</td>" }
        func alarming(_ count: Int) -> Markup {
            count == 0 ? number(count) : "<td class=\"n\"><span class=\"part\">\(count)</span></td>"
        }
        let total: Markup = facts.totalFigure.map { "<td class=\"n\">\($0.text)</td>" } ?? "<td class=\"n\"></td>"
        rows.append(
            """
            <tr><th scope="row"><a href="\(Self.address(file))">\(page.name)</a>\(page.choice[language])</th>\
            <td class="n">\(facts.year.map(String.init) ?? "")</td>\(number(facts.townships))\
            \(number(page.reports.count))\(alarming(facts.missing.count))\(total)\(alarming(facts.errorsInAll))\
            \(number(facts.warningsInAll))</tr>
            """)
    }

    var html: Markup {
        let title = Phrase(
            zh: "政府信息公开年报：\(counties) 个县区", en: "Reports on information disclosure: \(counties) counties")[language]
        var table = PageTable(
            caption: "\(Phrase(zh: "缺报和合计为最近一年的", en: "Missing reports and totals are of the last year")[language])")
        let titles: [(Phrase, Bool)] = [
            (Columns.county.title, false), (Phrase(zh: "最近一年", en: "last year"), true),
            (Phrase(zh: "乡镇、街道", en: "townships"), true), (Phrase(zh: "年报", en: "reports"), true),
            (Phrase(zh: "缺报", en: "missing"), true), (lead ?? Phrase(zh: "合计", en: "total"), true),
            (Phrase(zh: "错误", en: "errors"), true), (Phrase(zh: "存疑", en: "warnings"), true),
        ]
        table.headings = titles.map { .init(text: "\($0[language])", isNumber: $1) }
        table.rows = rows
        return PageFrame(title: title, language: language).page(
            """
            <header><h1>\(title)</h1>
            \(stamp.html(reports: reports, language))</header>
            <main>
            \(table.html(language))</main>

            """)
    }

    /// A file's name as an address: all but letters and digits by their bytes.
    private static func address(_ file: String) -> String {
        var address = "./"
        for byte in file.utf8 {
            switch byte {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F:
                address.unicodeScalars.append(Unicode.Scalar(byte))
            default: address += "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
            }
        }
        return address
    }
}
