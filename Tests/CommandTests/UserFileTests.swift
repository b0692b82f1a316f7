import Foundation
import Support
import Testing

/// Files of the user's own: every command that takes one takes it alike.
@Suite struct UserFileTests {
    /// A command that takes a file as its last argument, and a file for it.
    struct Taking: CustomTestStringConvertible {
        let arguments: [String]
        let text: String

        var testDescription: String { arguments.joined(separator: " ") }
    }

    static let commands = [
        Taking(
            arguments: ["coverage", "--format", "csv", "--expect"], text: "青禾县,柳溪镇\r\n青禾县,远山乡\r\n"),
        Taking(
            arguments: ["townships", "import"],
            text: "县区,乡镇,区划代码\r\n青禾县,柳溪镇,632199101\r\n青禾县,远山乡,632199188\r\n"),
        Taking(
            arguments: ["check", "--list", "--format", "csv", "--rules"],
            text: "rules:\n  - {rule: mine, zh: 村数有限, en: few villages, bound: place.villages <= 10}\n"),
        Taking(arguments: ["indicators", "check", "--format", "csv"], text: IndicatorCommandTests.own),
    ]

    enum Encoding: CaseIterable {
        case marked
        case gb18030
        case utf16

        func bytes(of text: String) -> Data? {
            switch self {
            case .marked: Data([0xEF, 0xBB, 0xBF]) + Data(text.utf8)
            case .gb18030: text.data(using: .init(rawValue: 0x8000_0632))
            case .utf16: Data([0xFF, 0xFE]) + (text.data(using: .utf16LittleEndian) ?? Data())
            }
        }
    }

    /// In a new folder, so that no run finds what another has left.
    private func run(_ command: Taking, _ content: Data?, environment: [String: String] = [:]) throws -> Program {
        let folder = try Folder()
        for township in ["柳溪镇", "石桥乡"] {
            try Program.run("import", "\(Program.samples)/青禾县/2021/\(township).txt", in: folder)
        }
        try content?.write(to: folder.url.appending(path: "own"))
        return try Program.run(command.arguments + ["own"], in: folder, environment: environment)
    }

    /// GB18030 made every township of a list look missing, and a byte-order mark the first.
    @Test(arguments: commands, Encoding.allCases)
    func encodingMakesNoDifference(command: Taking, encoding: Encoding) throws {
        let expected = try run(command, Data(command.text.utf8))
        #expect(expected.status == 0, "\(expected.errors)")
        let content = try #require(encoding.bytes(of: command.text))
        let found = try run(command, content)
        #expect(found.status == 0, "\(found.errors)")
        #expect(found.output == expected.output)
    }

    @Test(arguments: commands)
    func whatIsNotThereIsNamed(command: Taking) throws {
        let run = try run(command, nil)
        #expect(run.status == 66)
        #expect(run.errors.contains("'own' does not exist"))
    }

    /// A folder was said not to exist.
    @Test(arguments: commands)
    func folderIsCalledOne(command: Taking) throws {
        let folder = try Folder()
        try folder.importSamples()
        try FileManager.default.createDirectory(
            at: folder.url.appending(path: "own"), withIntermediateDirectories: true)
        let run = try Program.run(command.arguments + ["own"], in: folder)
        #expect(run.status == 66)
        #expect(run.errors.contains("'own' is a folder"))
    }

    @Test(arguments: commands)
    func whatIsNoTextIsRefused(command: Taking) throws {
        let empty = try run(command, Data())
        #expect(empty.status == 65 && empty.errors.contains("'own' must be a text file"), "\(empty.errors)")
        let picture = try run(
            command, Data([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A]), environment: ["LANG": "zh_CN.UTF-8"])
        #expect(picture.status == 65)
        #expect(picture.errors.contains("“own”应为文本文件") && picture.errors.contains("PNG"), "\(picture.errors)")
    }

    /// A broken file of rules ended with 64, as if the command had been written wrong.
    @Test func brokenRulesAreABrokenFile() throws {
        let command = Self.commands[2]
        let text = "rules:\n  - {rule: mine, zh: 甲, en: a, bound: place.villages < 10}\n"
        let run = try run(command, Data(text.utf8))
        #expect(run.status == 65)
        #expect(run.errors.contains("own:2"))
    }
}
