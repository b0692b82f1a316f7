import Foundation
import Glibc
import Support
import Testing

/// Wherever the disk becomes full, of any command that writes: it says so in a line and ends with 74, nothing is lost,
/// what was to be written is there whole or not at all, and nothing is left beside it.
///
/// `NIANBAO_FULL_DISKS=24` tries so many amounts of room for each command.
@Suite(.enabled(if: SmallDisk.mayBeMounted, "mounting is not permitted"), .serialized)
struct FullDiskTests {
    /// Where the archive to begin with and the inputs are; nothing is written there.
    private let folder: Folder

    init() throws {
        folder = try Folder()
        for (name, data) in try Self.inputs.get() { try folder.write(data, to: name) }
    }

    /// Made once for all commands.
    private static let inputs = Result {
        let folder = try Folder()
        try prepare(folder)
        return try folder.names().map { ($0, try folder.data($0)) }
    }

    private static func prepare(_ folder: Folder) throws {
        try folder.importSamples()
        let prose = String(repeating: "我镇认真贯彻条例，加强公开工作。", count: 1200)
        for (name, number) in [("1", 3), ("2", 4)] {
            try folder.write(Corpus.report("甲镇", number) + prose, to: "甲镇\(name).txt")
            try Program.run("import", "甲镇\(name).txt", in: folder)
        }
        try folder.write(Corpus.report("乙镇", 5) + prose, to: "乙镇.txt")
        for name in ["a", "b"] {
            let indicator = "{code: mine.\(name), zh: \(name)数, en: number \(name), unit: 件}"
            try folder.write("indicators:\n  - \(indicator)\n", to: "\(name).yaml")
            let measure =
                "{code: mine.m\(name), zh: 每\(name), en: per \(name), sum: fees.amount, over: licensing.decisions, "
                + "unit: 元/件, better: lower, source: 本县, "
                + "examples: [{given: {fees.amount: 1000, licensing.decisions: 8}, gives: 125}]}"
            try folder.write("measures:\n  - \(measure)\n", to: "m\(name).yaml")
        }
        let places = (1...500).map { "青禾县,丁\($0)镇,\n" }.joined()
        try folder.write("county,township,code\n青禾县,丙镇,\n青禾县,己镇,\n", to: "few.csv")
        try folder.write("county,township,code\n\(places)", to: "many.csv")
        for command in [
            "correct 古渡镇 2022 rules.issued 3 --reason r", "waive edition-outdated 古渡镇 2021 --reason r",
            "indicators add a.yaml", "measures add ma.yaml", "townships import few.csv",
        ] { try #require(Program.run(words(command), in: folder).status == 0, "\(command)") }
    }

    private static func words(_ command: String) -> [String] { command.split(separator: " ").map(String.init) }

    /// `%` is the full disk.
    @Test(arguments: [
        "import 乙镇.txt", "import --replace 甲镇1.txt", "remove 甲镇 2021 --reason r",
        "revert 甲镇 2021 --to 1 --reason r", "move 甲镇 2021 --all --to 丙镇 --reason r",
        "correct 柳溪镇 2022 rules.issued 3 --reason r", "uncorrect 古渡镇 2022 rules.issued --reason r",
        "waive unreadable-row 石桥乡 2022 --reason r", "unwaive edition-outdated 古渡镇 2021 --reason r", "reread",
        "townships rename 甲镇 戊镇", "townships name 甲镇 戊镇", "townships code 甲镇 630122101",
        "townships merge 丙镇 己镇", "townships import many.csv", "indicators add b.yaml", "indicators remove a.yaml",
        "measures add mb.yaml", "measures remove ma.yaml", "backup %/b.sqlite", "restore nianbao.sqlite --force",
        "export --output %/x.csv", "export --output %/x.xlsx", "export --layout wide --output %/x.xlsx",
        "rollup 青禾县 2021 --output %/x.xlsx", "compare 12345 --output %/x.html", "publish %/p", "report %/pages",
        "check --letter %/letters", "brief 青禾县 2022 --output %/b.docx", "search 政务公开",
    ])
    func fullDiskIsToldAndNothingIsLost(command: String) throws {
        let tries = Program.count("NIANBAO_FULL_DISKS", usually: 3)
        // Kilobytes, from none to more than any of them needs.
        let rooms = (0..<tries).map { Int(pow(3000, Double($0) / Double(tries - 1))) - 1 }
        for room in rooms {
            try SmallDisk.use(kilobytes: 8192) { disk, _ in
                try disk.write(folder.data("nianbao.sqlite"), to: "a.sqlite")
                try disk.fill(leaving: room)
                let before = try (content(disk), disk.names())
                let words = Self.words(command.replacing("%", with: disk.path.replacing(" ", with: "\u{1}")))
                let run = try Program.run(
                    words.map { $0.replacing("\u{1}", with: " ") } + ["--archive", disk.path("a.sqlite")], in: folder,
                    environment: ["TMPDIR": disk.path])
                let place = "\(command), \(room) KB: \(run.errors)"
                #expect([0, 74].contains(run.status), "\(place)")
                let left = try disk.names().subtracting(before.1)
                #expect(
                    !left.contains { $0.hasPrefix(".") || $0.hasPrefix("nianbao-") || $0.hasSuffix("-journal") },
                    "\(place)")
                guard run.status == 74 else { return }
                #expect(run.errors.contains("disk is full") && run.errors.split(separator: "\n").count == 1, "\(place)")
                #expect(!run.errors.contains(".part"), "\(place)")
                #expect(try content(disk) == before.0, "\(place)")
                #expect(left.isSubset(of: ["pages", "letters"]), "\(place)")
            }
        }
    }

    /// The first rows only, under a name that says all, is what nobody would notice.
    @Test func workbookIsWholeOrNone() throws {
        let whole = try Program.run("export", "--format", "xlsx", "--output", "whole.xlsx", in: folder)
        #expect(whole.status == 0)
        for room in stride(from: 22, through: 34, by: 6) {
            try SmallDisk.use(kilobytes: 4096) { disk, _ in
                try disk.fill(leaving: room)
                let run = try Program.run(
                    "export", "--output", disk.path("x.xlsx"), in: folder, environment: ["TMPDIR": disk.path])
                #expect(run.status == 74 && !disk.exists("x.xlsx"), "\(room) KB")
            }
        }
    }

    /// What is in the archive, by SQLite alone.
    private func content(_ disk: Folder) throws -> [[[String]]] {
        let database = try RawDatabase(disk.path("a.sqlite"))
        #expect(try database.rows("PRAGMA integrity_check") == [["ok"]])
        return try [
            "report", "correction", "waiver", "event", "township", "county", "township_alias", "local_catalogue",
            "document", "quantity",
        ].map { try database.rows("SELECT * FROM \($0) ORDER BY 1, 2") }
    }
}

extension Folder {
    fileprivate func names() throws -> Set<String> { try Set(FileManager.default.contentsOfDirectory(atPath: path)) }

    /// Leaves so many kilobytes of a small disk free.
    fileprivate func fill(leaving room: Int) throws {
        let file = open(path("fill"), O_WRONLY | O_CREAT | O_APPEND, 0o600)
        defer { Glibc.close(file) }
        for size in [1 << 16, 4096] {
            let bytes = [UInt8](repeating: 0, count: size)
            while Glibc.write(file, bytes, size) == size {}
        }
        let end = lseek(file, 0, SEEK_END)
        ftruncate(file, max(0, end - off_t(room) << 10))
    }
}
