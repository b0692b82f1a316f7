import Catalogue
import Foundation
import Reports
import Support
import Values

/// How well scans are read: reports with known figures, printed by a browser, scanned in several ways.
struct Scans {
    /// Reports of each edition for each kind of scan.
    private let seeds: Int
    private let only: String

    /// The same table in both languages.
    private let record: Record
    private let chinese: Record

    init(_ record: Record, _ chinese: Record, seeds: Int, only: String) {
        self.record = record
        self.chinese = chinese
        self.seeds = seeds
        self.only = only
    }

    private struct Kind {
        var name: Phrase
        var scan = PaperScan()
        var isStamped = false
        var type = "11pt"
        /// Whether its pages are pictures of a web page, and no scan.
        var isPicture = false
    }

    private static let kinds =
        [150, 200, 300].flatMap { dots in
            [
                kind("", "", dots), kind("，噪点", ", noise", dots, PaperScan(noise: 90)),
                kind("，JPEG 质量 40", ", JPEG at quality 40", dots, PaperScan(quality: 40)),
                kind("，歪 2 度", ", turned by -2 degrees", dots, PaperScan(turn: -2)),
                kind("，红色印章", ", red stamp", dots, isStamped: true),
                kind("，以上全部", ", all of these", dots, PaperScan(turn: 1.3, quality: 40, noise: 60), isStamped: true),
            ]
        } + [
            kind("，8 磅小字", ", type of 8 points", type: "8pt"),
            kind("，横放", ", lying on its side", 200, PaperScan(turn: 90)),
            kind("，倒放", ", upside down", 200, PaperScan(turn: 180)),
            Kind(
                name: Phrase(zh: "斜着拍的照片", en: "photograph from aside"),
                scan: PaperScan(quality: 75, noise: 20, photograph: 0.06)),
            Kind(name: Phrase(zh: "网页里的图片，150 点", en: "pictures of a web page, 150 dpi"), isPicture: true),
        ]

    private static func kind(
        _ zh: String, _ en: String, _ dots: Int = 200, _ scan: PaperScan = PaperScan(), isStamped: Bool = false,
        type: String = "11pt"
    ) -> Kind {
        var scan = scan
        scan.dotsPerInch = dots
        return Kind(
            name: Phrase(zh: "\(dots) 点\(zh)", en: "\(dots) dpi\(en)"), scan: scan, isStamped: isStamped, type: type)
    }

    func measure() throws {
        let codebook = try Codebook.load()
        let reader = try ReportReader(codebook)
        record.heads(
            "scan", "cells", "read", "proved by sums", "wrong, told as a doubt", "wrong, silently", "s a report")
        chinese.heads("扫描", "格数", "认出", "经合计核定", "认错但列为存疑", "认错而没有提示", "每份秒数")
        for kind in Self.kinds where only.isEmpty || kind.name.en.contains(only) {
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
            let cells = [
                "\(sum.cells)", "\(sum.read)", "\(sum.proved)", "\(sum.wrong.count)",
                "\(sum.silentlyWrong.count)", (seconds.reduce(0, +) / Double(max(seconds.count, 1))).short,
            ]
            record.row([kind.name.en] + cells)
            chinese.row([kind.name.zh] + cells)
            for cell in sum.unread + sum.wrong + sum.silentlyWrong {
                FileHandle.standardError.write(Data("  \(cell)\n".utf8))
            }
        }
    }
}
