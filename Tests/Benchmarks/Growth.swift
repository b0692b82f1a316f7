import Foundation

/// The same measures while one archive grows, up to the reports of a country over several years.
struct Growth {
    let bench: Bench
    private let record: Record
    private let sizes: [Int]
    private let peer = Peer.sqlite(lacks: "")

    /// Reports that are generated and imported at a time, so that the files need not all be there at once.
    private static let portion = 38_700
    private static let archive = "growth.sqlite"

    init(_ bench: Bench, _ record: Record, _ options: Options) {
        self.bench = bench
        self.record = record
        sizes = options.growth
    }

    /// - Parameter grown: gets the archive whenever it has come to one of the sizes.
    func measure(_ grown: (_ archive: String) -> Void) throws {
        try bench.remove(Self.archive)
        record.heads(
            "reports", "import, a second", "memory", "bytes a report", "originals", "transcripts", "figures", "rest",
            "county", "one indicator",
            peer.missing.map { "sqlite3 is not here: \($0)" } ?? "the bare values by sqlite3", "export, rows a second",
            "check of the last year")
        var count = 0
        for size in sizes {
            var seconds = 0.0
            var megabytes = 0.0
            let before = count
            while count < size {
                let part = min(size - count, Self.portion - count % Self.portion)
                try bench.generate("text", part, first: count, in: "growth-files")
                let run = try Run(bench.importing("growth-files", into: Self.archive))
                seconds += run.seconds
                megabytes = max(megabytes, run.peakMegabytes)
                count += part
            }
            try bench.remove("growth-files")
            try row(count, rate: Double(count - before) / seconds, megabytes)
            grown(bench.path(Self.archive))
        }
        try bench.remove(Self.archive)
    }

    private func row(_ count: Int, rate: Double, _ megabytes: Double) throws {
        let archive = Self.archive
        let code = "hotline_12345.received"
        func bytes(_ condition: String) throws -> Double {
            try bench.number(archive, "SELECT sum(pgsize) FROM dbstat \(condition)") / Double(count)
        }
        let parts = try ["sqlar", "document", "figure"].map { try bytes("WHERE name = '\($0)'") }
        let all = try bytes("")
        let county = try Run.best(of: 10, bench.ask(archive, "compare", code, "--county", "上下县"))
        let one = try Run.best(of: 5, bench.ask(archive, "compare", code, "--across-editions"))
        let values = "SELECT county, township, year, value FROM current_figure WHERE code = '\(code)'"
        let shell = peer.missing == nil ? try Run.best(of: 5, bench.sqlite(archive, values)) : nil
        let figures = try bench.number(archive, "SELECT count(*) FROM figure")
        let export = try Run(bench.ask(archive, "export"))
        let year = Int(try bench.number(archive, "SELECT max(year) FROM report"))
        let checked = try bench.number(archive, "SELECT count(*) FROM report WHERE year = \(year)")
        let check = try Run(bench.ask(archive, "check", "--years", "\(year)"))
        record.row([
            Double(count).short, rate.short, "\(megabytes.short) MB", all.short, parts[0].short, parts[1].short,
            parts[2].short, (all - parts.reduce(0, +)).short, "\((county.seconds * 1000).short) ms",
            "\((one.seconds * 1000).short) ms", shell.map { "\(($0.seconds * 1000).short) ms" } ?? "",
            (figures / export.seconds).short, "\(check.seconds.short) s of \(checked.short)",
        ])
    }
}
