import Catalogue
import Documents
import Foundation
import Support
import Testing
import Values

@testable import Reports

/// Reports with known figures, printed by a browser and by LibreOffice in every style that offices use: what is read
/// must be right, and nothing may be called blank that is not.
@Suite(.serialized) struct PrintedPDFTests {
    private static let browser = ExternalProgram("chromium")

    struct Style {
        var name: String
        var html: PrintStyle
        /// Percent of the cells that must be read.
        var share: Int
        var hasSiteHeader = false

        init(
            _ name: String, _ cell: String, table: String = collapsed, page: String = "", share: Int, site: Bool = false
        ) {
            self.name = name
            html = PrintStyle(
                page: "body{font-size:11pt} td{text-align:center} \(page)", table: table, cell: cell)
            self.share = share
            hasSiteHeader = site
        }

        static let collapsed = "cellspacing=\"0\" cellpadding=\"2\" style=\"border-collapse:collapse;width:100%\""
        private static let ruled = "border:1px solid #000;padding:2px"

        static let all = [
            Style("A4", ruled, page: "@page{size:A4}", share: 100),
            Style("landscape", ruled, page: "@page{size:A4 landscape}", share: 100),
            Style("small type", ruled + ";font-size:7pt", page: "@page{size:A4}", share: 100),
            Style("large type", ruled + ";font-size:14pt", page: "@page{size:A4 landscape}", share: 100),
            Style("double rules", "border:3px double #000;padding:2px", share: 100),
            Style("cells apart", "", table: "border=\"1\" width=\"100%\"", share: 100),
            Style("thin rules", "border:0.25pt solid #000;padding:2px", share: 100),
            Style("site header and footer", ruled, page: "@page{size:A4}", share: 100, site: true),
            Style("horizontal rules", "border-top:1px solid #000;border-bottom:1px solid #000;padding:3px", share: 98),
            Style("no rules", "padding:3px", share: 90),
            Style("no rules, small type", "padding:2px;font-size:8pt", share: 90),
        ]
    }

    private struct Job {
        var style: Style
        var edition: String
        var name: String
        var texts: [String: String]
    }

    private let codebook: Codebook
    private let reader: ReportReader
    private let folder: Folder

    init() throws {
        codebook = try LoadedCatalogue.codebook()
        reader = try Shared.reports()
        folder = try Folder()
    }

    @Test(.enabled(if: browser != nil, "needs chromium"))
    func browserPrints() throws {
        let browser = try #require(Self.browser)
        let jobs = try written()
        for job in jobs {
            let bare = job.style.hasSiteHeader ? [] : ["--no-pdf-header-footer"]
            try browser.run(
                ["--headless=new", "--no-sandbox", "--disable-gpu", "--user-data-dir=\(folder.path("browser"))"] + bare
                    + [
                        "--print-to-pdf=\(folder.path("\(job.name).pdf"))",
                        folder.url.appending(path: "\(job.name).html").absoluteString,
                    ])
        }
        try score(jobs, printer: "Chromium")
    }

    @Test(.enabled(if: ExternalProgram.office != nil, "needs libreoffice-writer-nogui"))
    func officePrints() throws {
        let office = try #require(ExternalProgram.office)
        let jobs = try written().filter { !$0.style.hasSiteHeader }
        let profile = "-env:UserInstallation=\(folder.url.appending(path: "office").absoluteString)"
        for (filter, ending, format) in [("HTML (StarWriter)", "html", "odt:writer8"), ("writer8", "odt", "pdf")] {
            try office.run(
                [profile, "--headless", "--infilter=\(filter)", "--convert-to", format, "--outdir", folder.path]
                    + jobs.map { folder.path("\($0.name).\(ending)") })
        }
        try score(jobs, printer: "LibreOffice")
    }

    private func written() throws -> [Job] {
        var jobs: [Job] = []
        for (number, style) in Style.all.enumerated() {
            for edition in ["2019", "2021"] {
                let form = try #require(codebook.form(edition))
                let texts = SummedFigures(form, seed: UInt64(number)).texts
                let job = Job(style: style, edition: edition, name: "\(number)-\(edition)", texts: texts)
                let html = PrintedForm(form) { texts[$0] ?? "" }
                try folder.write(
                    html.html(title: "青禾县柳溪镇人民政府2020年政府信息公开工作年度报告", style: style.html),
                    to: "\(job.name).html")
                jobs.append(job)
            }
        }
        return jobs
    }

    private func score(_ jobs: [Job], printer: String) throws {
        print("| \(printer) | cells | read | proved by sums | silently wrong |\n|---|---|---|---|---|")
        for style in Style.all {
            let own = jobs.filter { $0.style.name == style.name }
            guard !own.isEmpty else { continue }
            var (cells, read, proved) = (0, 0, 0)
            var wrong: [String] = []
            for job in own {
                let figures = try figures(job)
                cells += job.texts.count
                for (code, text) in job.texts {
                    guard let reading = figures.readings[code], reading != .unreadable else { continue }
                    if isRight(reading, code, text) {
                        read += 1
                    } else {
                        wrong.append("\(job.name) \(code) \(reading) \(text)")
                    }
                }
                proved += figures.isProved ? job.texts.count : 0
            }
            print("| \(style.name) | \(cells) | \(read) | \(proved) | \(wrong.count) |")
            #expect(wrong == [], "\(printer), \(style.name)")
            #expect(read * 100 >= style.share * cells, "\(printer), \(style.name): \(read) of \(cells)")
        }
    }

    private func figures(_ job: Job) throws -> (readings: [String: Reading], isProved: Bool) {
        let document = try DocumentReader.read([UInt8](folder.data("\(job.name).pdf")), name: "\(job.name).pdf")
        let report = try reader.read(document, path: "\(job.name).pdf")
        let readings = report.figures.map { (codebook.indicators[$0.indicator].code, $0.reading) }
        return (
            Dictionary(readings, uniquingKeysWith: { first, _ in first }),
            report.doubts.contains { $0.kind == .placedBySums }
        )
    }

    private func isRight(_ reading: Reading, _ code: String, _ text: String) -> Bool {
        switch reading {
        case .blank: return text.isEmpty
        case .notApplicable: return text == "/"
        case .unreadable: return false
        case .reported(let amount):
            let unit = codebook.indicators.first { $0.code == code }?.unit.scale ?? 1
            return Int64(text).map { $0 * unit * (code == "fees.amount" ? 10_000 : 1) } == amount.value
        }
    }
}
