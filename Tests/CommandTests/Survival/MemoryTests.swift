import Foundation
import Support
import Testing

/// 256 MB are enough for any input: with no more than that to be had, each of these is imported or refused in a line.
///
/// `Tests/CommandTests/Survival/large_inputs.py` makes them, and names the status that is expected of each.
@Suite(.enabled(if: ExternalProgram.python != nil, "python3 is not installed")) struct MemoryTests {
    private let folder: Folder

    init() throws { folder = try Folder() }

    private static let script = SourceTree.root.appending(path: "Tests/CommandTests/Survival/large_inputs.py")
    /// How long an input may take, where that is asked: with a release build of the program, on a quiet machine.
    private static let seconds = ProcessInfo.processInfo.environment["NIANBAO_SECONDS"].flatMap { Double($0) }

    /// Kilobytes, as `ulimit -d` takes them: of all that is not a file's or shared, touched or not.
    private static let limit = 256 << 10

    @Test(arguments: [
        "attributes.docx", "nodes.docx", "expanding.docx", "pictures.docx", "nodes.html", "attributes.html",
        "picture.html", "styles.html", "classes.html", "script.html", "deep.html", "parts.mht", "quoted.mht",
        "sparse.txt", "numbers.txt", "bars.txt", "brackets.txt", "lists.txt", "commas.txt", "headed.txt", "wide.html",
        "rows.txt", "lines.txt", "oneline.txt", "fields.csv", "cells.xlsx", "empty.xlsx", "shared.xlsx",
        "attributes.xlsx", "sections.xlsx", "widths.xlsx", "rows.xlsx", "repeated.ods", "noise.pdf", "bomb.zip",
        "members.zip", "constants.yaml", "terms.yaml", "rules.yaml",
    ])
    func inputIsReadOrRefusedWithin256MB(name: String) throws {
        let python = try #require(ExternalProgram.python)
        let expected = try python.run([Self.script.path, name, folder.path(name)]).text
        let command = name.hasSuffix(".yaml") ? ["indicators", "check", name] : ["import", name]
        let start = ContinuousClock.now
        let run = try limited(command, input: "/dev/null")
        let seconds = Double((ContinuousClock.now - start).components.seconds)
        if let most = Self.seconds { #expect(seconds < most, "\(name): \(seconds) s") }
        let statuses = expected.split(whereSeparator: \.isWhitespace).compactMap { Int32($0) }
        #expect(statuses.contains(run.status), "\(run.status): \(run.errors.prefix(300))")
        #expect(run.status == 0 || run.errors.split(separator: "\n").count <= 12, "\(run.errors.prefix(300))")
    }

    @Test func standardInputWithoutEndIsRefused() throws {
        let run = try limited(["import", "-"], input: "/dev/zero")
        #expect(run.status == 65)
        #expect(run.errors.contains("more than the limit of 50331648 bytes"))
    }

    private func limited(_ arguments: [String], input: String) throws -> Program {
        let process = Program.process(arguments, under: "ulimit -d \(Self.limit)", in: folder)
        process.standardInput = FileHandle(forReadingAtPath: input)
        let files = ["output", "errors"].map { folder.url.appending(path: $0) }
        for file in files { try Data().write(to: file) }
        process.standardOutput = try FileHandle(forWritingTo: files[0])
        process.standardError = try FileHandle(forWritingTo: files[1])
        try process.run()
        process.waitUntilExit()
        return Program(
            status: process.terminationReason == .exit ? process.terminationStatus : -process.terminationStatus,
            output: try folder.text("output"), errors: try folder.text("errors"))
    }
}
