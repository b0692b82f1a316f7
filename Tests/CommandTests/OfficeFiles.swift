import Foundation
import Support
import Testing

/// Files as they lie on an office's desk: reports of the samples as if they were of 2023, and what comes with them.
struct OfficeFiles {
    let folder: Folder

    static let picture = Data([0xFF, 0xD8, 0xFF, 0xE0, 0, 0x10] + Array("JFIF".utf8))

    /// Writes the report of a township, some of its words replaced.
    func write(_ township: String, to name: String, replacing words: [String: String] = [:]) throws {
        var text = try String(contentsOfFile: "\(Program.samples)/青禾县/2021/\(township).txt", encoding: .utf8)
            .replacing("2021年", with: "2023年").replacing("2020年", with: "2022年")
        for (word, other) in words { text = text.replacing(word, with: other) }
        try folder.write(text, to: name)
    }

    /// The report of 柳溪镇 with another figure.
    func writeDraft(to name: String) throws { try write("柳溪镇", to: name, replacing: ["收到派单175件": "收到派单180件"]) }

    /// The report of 柳溪镇, which breaks off within its tables.
    func writeFragment(to name: String) throws {
        try write("柳溪镇", to: name)
        let lines = try folder.text(name).components(separatedBy: "\n")
        try folder.write(lines.prefix(lines.count * 2 / 3).joined(separator: "\n"), to: name)
    }

    /// Makes all that was read and done until now be of the 2nd of March 2024.
    func backdate() throws {
        let triggers = try ["event", "waiver"].map {
            try folder.sqlite("nianbao.sqlite", "SELECT sql FROM sqlite_schema WHERE name = '\($0)_is_not_changed'")
        }
        try folder.sql(
            """
            DROP TRIGGER event_is_not_changed;
            DROP TRIGGER waiver_is_not_changed;
            UPDATE report SET read_at = '2024-03-02T01:00:00Z';
            UPDATE event SET made_at = '2024-03-02T01:00:00Z';
            UPDATE waiver SET made_at = '2024-03-02T01:00:00Z';
            \(triggers.joined(separator: ";\n"))
            """)
    }

    /// Packs files of the folder, which stay, into a zip archive.
    func zip(_ names: [String], to archive: String) throws {
        guard let python = ExternalProgram.python else { throw CocoaError(.executableNotLoadable) }
        let script = "import sys, zipfile; z = zipfile.ZipFile(sys.argv[1], 'w'); [z.write(n) for n in sys.argv[2:]]"
        try python.run(["-c", script + "; z.close()", archive] + names, in: folder.url)
    }
}

/// Tests that live through an office's day, in Chinese unless they say otherwise.
protocol OfficeSuite {
    var folder: Folder { get }
}

extension OfficeSuite {
    /// Runs the program in the suite's folder, expects how it ends, and returns all that it prints.
    @discardableResult func run(
        _ status: Int32 = 0, _ arguments: String..., language: String = "zh", zone: String = "UTC"
    ) throws -> String {
        let locale = language == "zh" ? "zh_CN.UTF-8" : "en_US.UTF-8"
        let run = try Program.run(arguments, in: folder, environment: ["LANG": locale, "TZ": zone])
        #expect(run.status == status, "\(arguments): \(run.output)\(run.errors)")
        return run.output + run.errors
    }
}
