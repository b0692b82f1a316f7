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
    }

    private static let kinds = [
        Kind(name: "150 dpi", scan: PaperScan(dotsPerInch: 150)),
        Kind(name: "200 dpi"),
        Kind(name: "300 dpi", scan: PaperScan(dotsPerInch: 300)),
        Kind(name: "200 dpi, small type", type: "8pt"),
        Kind(name: "200 dpi, turned by 1 degree", scan: PaperScan(turn: 1)),
        Kind(name: "200 dpi, turned by -2 degrees", scan: PaperScan(turn: -2)),
        Kind(name: "200 dpi, noise", scan: PaperScan(noise: 90)),
        Kind(name: "200 dpi, JPEG at quality 40", scan: PaperScan(quality: 40)),
        Kind(name: "200 dpi, red stamp", isStamped: true),
        Kind(name: "200 dpi, all of these", scan: PaperScan(turn: 1.3, quality: 40, noise: 60), isStamped: true),
        Kind(
            name: "150 dpi, all of these", scan: PaperScan(dotsPerInch: 150, turn: -0.7, quality: 40, noise: 60),
            isStamped: true),
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
                    let score = try form.score(try kind.scan.scan(form.print(in: folder.url), in: folder.url), reader)
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
