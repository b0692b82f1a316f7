import Catalogue
import Documents
import Foundation
import Reports
import Support
import Values

/// A report with known figures that is printed by a browser and then scanned, and how well it is read.
struct ScannedForm {
    /// What comes of one scan.
    struct Score {
        var cells = 0
        var read = 0
        var proved = 0
        /// Figures that are wrong, or called blank and are not, although they count as certain.
        var silentlyWrong: [String] = []
        /// The same of those that are doubts.
        var wrong: [String] = []
        /// Cells that were not read, with what was made of them.
        var unread: [String] = []
        var seconds = 0.0
    }

    static let browser = ExternalProgram("chromium")
    static let canBeMade = browser != nil && PaperScan.programs != nil && ExternalProgram("tesseract") != nil

    let edition: String
    private let codebook: Codebook
    private let texts: [String: String]
    private let html: String
    private let isStamped: Bool

    /// - Parameter stamped: whether a red seal lies over the figures of each page.
    init(
        _ codebook: Codebook, edition: String, seed: UInt64, type: String, stamped: Bool = false,
        of body: String = "青禾县柳溪镇人民政府2020年"
    ) throws {
        self.codebook = codebook
        self.edition = edition
        guard let form = codebook.form(edition) else { throw CocoaError(.fileNoSuchFile) }
        let style = PrintStyle(
            page: "@page{size:A4} body{font-size:\(type)} td{text-align:center}",
            table: "cellspacing=\"0\" style=\"border-collapse:collapse;width:100%\"",
            cell: "border:1px solid #000;padding:2px")
        let texts = SummedFigures(form, seed: seed).texts
        let html = PrintedForm(form) { texts[$0] ?? "" }.html(
            title: "\(body)政府信息公开工作年度报告", style: style)
        self.texts = texts
        self.html = html
        isStamped = stamped
    }

    private static let seal = """
        <!DOCTYPE html><html><head><meta charset="utf-8"><style>@page{size:A4}</style></head><body>
        <div style="position:fixed;right:20mm;top:95mm;width:42mm;height:42mm;border:1.2mm solid #d8202a;\
        border-radius:50%;color:#d8202a;font-size:13pt;text-align:center">\
        <div style="font-size:40pt">★</div>柳溪镇人民政府</div></body></html>
        """

    /// Prints it; the file lies in the folder.
    func print(in folder: URL) throws -> URL { try print(html, as: "form", in: folder) }

    /// Prints and scans it; a seal's ink lies on the paper, and what was printed shows through.
    func scan(_ paper: PaperScan, in folder: URL) throws -> [UInt8] {
        let seal = isStamped ? try print(Self.seal, as: "seal", in: folder) : nil
        return try paper.scan(print(in: folder), under: seal, in: folder)
    }

    /// A web page that shows each page of it as a picture, saved within the page as JPEG of 150 dots an inch.
    func pictures(in folder: URL) throws -> [UInt8] {
        let printed = try print(in: folder)
        try PaperScan.programs?.compressing.run(
            ["-r", "150", "-jpeg", printed.path, folder.appending(path: "picture").path])
        var page = "<html><body><p>青禾县柳溪镇2020年政府信息公开工作年度报告</p>"
        for name in try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
        where name.hasPrefix("picture") {
            let data = try Data(contentsOf: folder.appending(path: name))
            page += "<p><img src=\"data:image/jpeg;base64,\(data.base64EncodedString())\"></p>"
        }
        return Array((page + "</body></html>").utf8)
    }

    private func print(_ html: String, as name: String, in folder: URL) throws -> URL {
        let page = folder.appending(path: "\(name).html")
        let printed = folder.appending(path: "\(name).pdf")
        try Data(html.utf8).write(to: page)
        try Self.browser?.run([
            "--headless=new", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer",
            "--user-data-dir=\(folder.appending(path: "browser").path)", "--print-to-pdf=\(printed.path)",
            page.absoluteString,
        ])
        return printed
    }

    func score(_ scan: [UInt8], _ reader: ReportReader) throws -> Score {
        var score = Score(cells: texts.count)
        let start = Self.processorSeconds
        let document = try DocumentReader.read(scan, name: "scan.pdf")
        let report = try reader.read(document, path: "青禾县/2020/柳溪镇.pdf")
        score.seconds = Self.processorSeconds - start
        for figure in report.figures {
            let code = codebook.indicators[figure.indicator].code
            guard let text = texts[code] else { continue }
            guard figure.reading != .unreadable else {
                let seen = String(decoding: document.text[figure.range], as: UTF8.self)
                score.unread.append("\(code): '\(seen)' for '\(text)'")
                continue
            }
            let isCertain = figure.recognition == .proved
            if isRight(figure.reading, code, text) {
                score.read += 1
                score.proved += isCertain ? 1 : 0
            } else if isCertain {
                score.silentlyWrong.append("\(code): \(figure.reading), not '\(text)'")
            } else {
                score.wrong.append("\(code): \(figure.reading), not '\(text)'")
            }
        }
        return score
    }

    /// Of this process and the programs that it has run.
    private static var processorSeconds: Double {
        [RUSAGE_SELF, RUSAGE_CHILDREN].map { Int32($0.rawValue) }.reduce(0) { sum, who in
            var usage = rusage()
            getrusage(who, &usage)
            return sum + Double(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec)
                + Double(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e6
        }
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
