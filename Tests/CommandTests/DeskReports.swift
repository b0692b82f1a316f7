import Support

/// Reports of a line or two, so that a test can work out by hand what comes of them.
struct DeskReports {
    let folder: Folder
    var county = "平川县"

    /// Writes a report whose text tells the hotline's cases received and handled, and imports nothing.
    func write(_ township: String, _ year: Int = 2024, received: String, handled: String? = nil) throws {
        let rest = handled.map { "，办结\($0)件" } ?? ""
        try folder.write(
            """
            \(township)\(year)年政府信息公开工作年度报告
            一、总体情况
            \(year)年，收到12345热线工单\(received)件\(rest)。

            """, to: "\(county)/\(year)/\(township).txt")
    }

    /// Imports what was written.
    @discardableResult func file(_ options: String...) throws -> Program {
        try Program.run(["import", county, "--county", county] + options, in: folder)
    }
}
