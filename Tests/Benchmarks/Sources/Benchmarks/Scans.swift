import Catalogue
import Foundation
import Reports
import Support

/// How well scans are read: reports with known figures, printed by a browser, scanned in several ways.
struct Scans {
    private let bench: Bench
    /// Reports of each edition for each kind of scan.
    private let seeds: Int
    private let only: String

    private let record: Record

    init(_ bench: Bench, _ record: Record, seeds: Int, only: String) {
        self.bench = bench
        self.record = record
        self.seeds = seeds
        self.only = only
    }

    private struct Kind {
        var name: String
        var scan = PaperScan()
        var isStamped = false
        var type = "11pt"
        /// Whether its pages are pictures of a web page, and no scan.
        var isPicture = false
    }

    private static let kinds =
        [150, 200, 300].flatMap { dots in
            [
                Kind(name: "\(dots) dpi", scan: PaperScan(dotsPerInch: dots)),
                Kind(name: "\(dots) dpi, noise", scan: PaperScan(dotsPerInch: dots, noise: 90)),
                Kind(name: "\(dots) dpi, JPEG at quality 40", scan: PaperScan(dotsPerInch: dots, quality: 40)),
                Kind(name: "\(dots) dpi, turned by -2 degrees", scan: PaperScan(dotsPerInch: dots, turn: -2)),
                Kind(name: "\(dots) dpi, red stamp", scan: PaperScan(dotsPerInch: dots), isStamped: true),
                Kind(
                    name: "\(dots) dpi, all of these",
                    scan: PaperScan(dotsPerInch: dots, turn: 1.3, quality: 40, noise: 60), isStamped: true),
            ]
        } + [
            Kind(name: "200 dpi, type of 8 points", type: "8pt"),
            Kind(name: "200 dpi, lying on its side", scan: PaperScan(turn: 90)),
            Kind(name: "200 dpi, upside down", scan: PaperScan(turn: 180)),
            Kind(name: "photograph from aside", scan: PaperScan(quality: 75, noise: 20, photograph: 0.06)),
            Kind(name: "pictures of a web page, 150 dpi", isPicture: true),
        ]

    func measure() throws {
        let codebook = try Codebook.load()
        let reader = try ReportReader(codebook)
        record.heads(
            "scan", "cells", "read", "proved by sums", "wrong, a doubt", "silently wrong", "s a report")
        for kind in Self.kinds where only.isEmpty || kind.name.contains(only) {
            var sum = ScannedForm.Score()
            var seconds: [Double] = []
            for edition in ["2019", "2021"] {
                for seed in 0..<seeds {
                    let folder = try Folder()
                    let form = try ScannedForm(
                        codebook, edition: edition, seed: UInt64(seed), type: kind.type, stamped: kind.isStamped)
                    let file =
                        try kind.isPicture ? form.pictures(in: folder.url) : form.scan(kind.scan, in: folder.url)
                    let score = try form.score(file, reader)
                    sum.cells += score.cells
                    sum.read += score.read
                    sum.proved += score.proved
                    sum.wrong += score.wrong
                    sum.silentlyWrong += score.silentlyWrong
                    sum.unread += score.unread
                    seconds.append(score.seconds)
                }
            }
            record.row([
                kind.name, "\(sum.cells)", "\(sum.read)", "\(sum.proved)", "\(sum.wrong.count)",
                "\(sum.silentlyWrong.count)", (seconds.reduce(0, +) / Double(max(seconds.count, 1))).short,
            ])
            for cell in sum.unread + sum.wrong + sum.silentlyWrong {
                FileHandle.standardError.write(Data("  \(cell)\n".utf8))
            }
        }
    }
}
