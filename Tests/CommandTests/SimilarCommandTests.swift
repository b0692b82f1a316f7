import Foundation
import Support
import Testing

/// `nianbao similar`, run as a user runs it.
@Suite struct SimilarCommandTests {
    private func planted() throws -> Folder {
        let folder = try Folder()
        var prose = ComposedProse(seed: 31)
        let text = prose.paragraphs(6)
        for year in [2021, 2022] {
            let path = folder.url.appending(path: "青禾县/\(year)")
            try FileManager.default.createDirectory(at: path, withIntermediateDirectories: true)
            let lines = ["青禾县柳溪镇人民政府\(year)年政府信息公开工作年度报告"] + text.map { prose.renumbered($0) }
            try lines.joined(separator: "\n").write(
                to: path.appending(path: "柳溪镇.txt"), atomically: true, encoding: .utf8)
        }
        try Program.run("import", "青禾县", in: folder)
        return folder
    }

    @Test func sharesAndPassagesInEveryFormat() throws {
        let folder = try planted()
        let shares = try Program.run("similar", "青禾县", "--years", "2022", "--format", "csv", in: folder)
        #expect(shares.status == 0 && shares.rows.map { $0["last_year"] } == ["100"])
        let passages = try Program.run("similar", "柳溪镇", "--passages", "--format", "csv", in: folder)
        #expect(passages.rows.count == 6)
        #expect(passages.rows.first?["source"] == "2022/柳溪镇.txt:2")
        #expect(passages.rows.first?["other_source"] == "2021/柳溪镇.txt:2")
        #expect(passages.rows.first?["changed"]?.contains("→") == true)
        for format in ["table", "json", "ndjson", "markdown", "html", "tsv"] {
            let run = try Program.run("similar", "--passages", "--format", format, in: folder)
            #expect(run.status == 0 && run.output.contains("柳溪镇"), "\(format)")
        }
        #expect(try Program.run("similar", "--output", "雷同.xlsx", in: folder).status == 0)
    }

    @Test func whatIsNotThereIsSaid() throws {
        let folder = try planted()
        let none = try Program.run("similar", "青禾县", "--years", "2021", in: folder)
        #expect(none.status == 1 && none.errors.contains("--least"))
        let unknown = try Program.run("similar", "无此镇", in: folder)
        #expect(unknown.status == 64 && unknown.errors.contains("无此镇"))
        let year = try Program.run("similar", "柳溪镇", "--years", "2010", in: folder)
        #expect(year.status == 1 && year.errors.contains("2010"))
        #expect(try Program.run("similar", "--least", "101", in: folder).status == 64)
        // Before the day on which the reports came there was nothing.
        #expect(try Program.run("similar", "--as-of", "2001-01-01", in: folder).status == 1)
    }
}
