import Foundation
import Support
import Testing

/// What people who speak Chinese read has no English in its headers, states and help.
@Suite struct ChineseAnswerTests {
    let folder: Folder

    init() throws {
        folder = try Folder()
        try folder.importSamples()
    }

    private static func english(_ text: Substring) -> [String] {
        text.split(whereSeparator: { !($0.isASCII && ($0.isLetter || "_.-".contains($0))) }).map(String.init).filter {
            word in
            word.filter(\.isLetter).count > 2 && !word.contains("_") && !word.contains(".") && !word.hasPrefix("--")
                && word != "SHA-" && word != "nianbao"
        }
    }

    @Test(arguments: [
        "list", "coverage", "townships", "rollup 青禾县 2021", "show 柳溪镇 2022", "compare 12345 710 --total --rank",
        "trace 柳溪镇 2021 12345.received", "search 低保", "numbers --years 2020", "check", "check --counts",
        "check --undecided", "check --chains --township 白杨镇", "check --list", "verify", "status", "indicators",
        "schema",
    ])
    func headersAreChinese(command: String) throws {
        let run = try Program.run(command.split(separator: " ").map(String.init) + ["--lang", "zh"], in: folder)
        let lines = run.output.split(separator: "\n")
        // The line above one of hyphens.
        let headers = zip(lines, lines.dropFirst()).filter { $1.hasPrefix("--") }.map(\.0)
        #expect(!headers.isEmpty)
        for header in headers { #expect(Self.english(header).isEmpty, "\(command): \(header)") }
        let csv = try Program.run(
            command.split(separator: " ").map(String.init) + ["--lang", "zh", "--headers", "zh", "--format", "csv"],
            in: folder)
        #expect(Self.english(csv.output.split(separator: "\n").first ?? "").isEmpty, "\(command)")
    }

    @Test func gravityIsOneWordEverywhere() throws {
        let check = try Program.run("check", "--lang", "zh", in: folder).output
        #expect(check.contains("\n存疑  ") && check.contains("存疑 3，") && !check.contains("可疑"))
        let list = try Program.run("check", "--list", "--lang", "zh", in: folder).output
        #expect(list.contains("存疑") && !list.contains("warning"))
        try Program.run("report", "页", "--lang", "zh", in: folder)
        let page = try folder.text("页/青禾县.html")
        #expect(page.contains("<h3>存疑 2 处</h3>") && page.contains("2022年要点"))
    }

    @Test func findingSaysWhatIsAboveItsBound() throws {
        try Program.run(
            "correct", "望湖街道", "2022", "hotline_12345.satisfaction_rate", "970", "--reason", "x", "--author", "张三",
            "--yes",
            in: folder)
        let check = try Program.run("check", "--township", "望湖街道", "--lang", "zh", in: folder).output
        #expect(check.contains("满意率”为 970%（更正后），超过 100%"), "\(check)")
    }
}
