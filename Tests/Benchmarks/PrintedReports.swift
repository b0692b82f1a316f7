import Catalogue
import Foundation

/// How fast PDFs are imported, end to end: reports with known figures, printed by a browser.
struct PrintedReports {
    let bench: Bench
    private let record: Record
    private let count: Int

    init(_ bench: Bench, _ record: Record, count: Int) {
        self.bench = bench
        self.record = record
        self.count = count
    }

    private static let townships = [
        "柳溪镇", "白杨镇", "青石镇", "红崖镇", "双桥镇", "云岭乡", "石门镇", "清水镇", "河湾镇", "松林乡",
    ]

    func measure() throws {
        let folder = URL(filePath: bench.path("pdf-files"))
        try bench.remove("pdf-files")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let codebook = try Codebook.load()
        for number in 0..<count {
            let (round, place) = number.quotientAndRemainder(dividingBy: Self.townships.count)
            let body = "青禾县\(Self.townships[place])人民政府\(2019 + round)年"
            let work = try FileManager.default.url(
                for: .itemReplacementDirectory, in: .userDomainMask, appropriateFor: folder, create: true)
            defer { try? FileManager.default.removeItem(at: work) }
            let form = try ScannedForm(
                codebook, edition: number % 2 == 0 ? "2019" : "2021", seed: UInt64(number), type: "11pt", of: body)
            try FileManager.default.moveItem(
                at: form.print(in: work), to: folder.appending(path: "\(body).pdf"))
        }
        record.heads("PDFs", "reports a second", "memory", "target")
        let run = try Run.best(
            before: { try bench.remove("pdfs.sqlite") }, bench.importing("pdf-files", into: "pdfs.sqlite"))
        record.row([
            "\(count) reports of both forms, printed by Chromium", (Double(count) / run.seconds).short,
            "\(run.peakMegabytes.short) MB", "20",
        ])
    }
}
