/// Everything once, over a few thousand reports, beside a peer that does the same or less.
struct Whole {
    let bench: Bench
    let reports: Int
    private let table: MeasureTable

    init(_ bench: Bench, reports: Int) {
        self.bench = bench
        self.reports = reports
        show("\(reports) reports; best of three runs, of short ones of thirty; a ratio above 1 is in nianbao's favour")
        table = MeasureTable("measure", "nianbao", "peer", "ratio", "target")
    }

    func measure() throws {
        try reading("text", peer: "pandas, the cells of the tables", "read_text.py")
        try reading("html", peer: "lxml, the cells of the tables", "read_html.py")
        try reading("docx", peer: "python-docx, the cells of the tables", "read_docx.py")
        let narrative = try narrativeCost(bench, folder: "text-files")
        table.row("the narrative of a report of 10 KB", "\(narrative.short) ms", "", "", "0.3 ms")
        for (format, target) in [("text", "1,200"), ("html", "500"), ("docx", "500")] {
            try endToEnd(format, target: target)
        }
        try saving()
        try asking()
    }

    /// Milliseconds of CPU for each report.
    private func cost(_ run: Run) -> Double { run.cpuSeconds / Double(reports) * 1000 }

    private func reading(_ format: String, peer: String, _ script: String) throws {
        let folder = "\(format)-files"
        try bench.generate(format, reports, in: folder)
        let own = try Run.best(by: \.cpuSeconds, bench.importing(folder, "--dry-run"))
        let other = try Run.best(by: \.cpuSeconds, bench.peer(script, bench.path(folder)))
        table.row(
            "reading \(format), all figures; \(peer)", "\(cost(own).short) ms CPU a report", "\(cost(other).short) ms",
            (cost(other) / cost(own)).short, "")
    }

    private func endToEnd(_ format: String, target: String) throws {
        let run = try Run.best(
            before: { try bench.remove("whole.sqlite") },
            bench.importing("\(format)-files", into: "whole.sqlite"))
        table.row(
            "import of \(format), end to end, with \(run.peakMegabytes.short) MB",
            "\((Double(reports) / run.seconds).short) reports a second", "", "", "\(target), 150 MB")
    }

    private func saving() throws {
        let whole = try Run.best(
            by: \.cpuSeconds, before: { try bench.remove("whole.sqlite") },
            bench.importing("text-files", into: "whole.sqlite"))
        let reading = try Run.best(by: \.cpuSeconds, bench.importing("text-files", "--dry-run"))
        let program = try bench.compiled("save", libraries: "sqlite3")
        let loop = [program, bench.path("whole.sqlite"), bench.path("loop.sqlite")]
        let bare = try Run.best(by: \.number, keepsOutput: true, loop).number / Double(reports) * 1000
        let own = cost(whole) - cost(reading)
        table.row(
            "saving, import less reading; a bare C loop", "\(own.short) ms CPU a report", "\(bare.short) ms",
            (bare / own).short, "0.5")
    }

    private func asking() throws {
        let start = try Run.best(of: 30, [bench.program, "--help"])
        let shell = try Run.best(of: 30, ["sqlite3", "--version"])
        row("start: --help; sqlite3 --version", start, shell, "10 ms")

        let county = "上下县"
        let code = "hotline_12345.received"
        let values = "SELECT township, year, value FROM current_figure WHERE code = '\(code)'"
        let compare = try Run.best(of: 30, bench.ask("whole.sqlite", "compare", code, "--county", county))
        let view = try Run.best(of: 30, bench.sqlite("whole.sqlite", "\(values) AND county = '\(county)'"))
        row("comparison within a county; the same values by the sqlite3 shell", compare, view, "20 ms")

        let figures = try bench.number("whole.sqlite", "SELECT count(*) FROM figure")
        let export = try Run.best(bench.ask("whole.sqlite", "export"))
        let dump = try Run.best(bench.sqlite("whole.sqlite", "SELECT * FROM current_figure"))
        table.row(
            "export of all figures; the view by the sqlite3 shell", "\((figures / export.seconds).short) rows a second",
            "\((figures / dump.seconds).short)", (dump.seconds / export.seconds).short, "1 million")

        let check = try Run.best(bench.ask("whole.sqlite", "check"))
        table.row("check", "\(each(check)) ms a report", "", "", "")

        let text = "依申请公开"
        let index = try Run(bench.ask("whole.sqlite", "search", text))
        table.row("first search, which builds the index", "\(each(index)) ms a report", "", "", "")
        let search = try Run.best(of: 5, bench.ask("whole.sqlite", "search", text))
        let found = "SELECT path, text FROM document WHERE text LIKE '%\(text)%'"
        let like = try Run.best(of: 5, bench.sqlite("whole.sqlite", found))
        row("search, every report found; LIKE by the sqlite3 shell", search, like, "")
    }

    private func each(_ run: Run) -> String { (run.seconds / Double(reports) * 1000).short }

    private func row(_ measure: String, _ own: Run, _ peer: Run, _ target: String) {
        table.row(
            measure, "\((own.seconds * 1000).short) ms", "\((peer.seconds * 1000).short) ms",
            (peer.seconds / own.seconds).short, target)
    }
}
