import Foundation
import Support
import Testing

/// What a program needs that was installed away from its sources, and the script that packages it.
@Suite struct InstalledProgramTests {
    private let folder: Folder

    init() throws { folder = try Folder() }

    @Test func demoFindsTheSampleDataThatItIsInstalledWith() throws {
        let share = folder.url.appending(path: "share/nianbao")
        try FileManager.default.createDirectory(at: share, withIntermediateDirectories: true)
        try FileManager.default.createSymbolicLink(
            at: share.appending(path: "SampleData"), withDestinationURL: SourceTree.samples)
        let found = try Program.run(
            "demo", in: folder, environment: ["XDG_DATA_DIRS": "/nowhere:\(folder.path)/share"])
        #expect(found.status == 0)
        #expect(found.output.contains("上新庄镇"))
    }

    @Test func demoWithoutSampleDataSaysWhatIsMissing() throws {
        let missing = try Program.run("demo", in: folder, environment: ["XDG_DATA_DIRS": "/nowhere"])
        #expect(missing.status == 66)
        #expect(missing.errors.contains("SampleData"))
    }

    @Test(arguments: [[], ["--untried"], ["out", "--nosuch"], ["out", "--program", "/nowhere/nianbao"]])
    func packagingRefusesWhatItDoesNotUnderstand(arguments: [String]) throws {
        let shell = try #require(ExternalProgram("/bin/bash"))
        let script = SourceTree.root.appending(path: ".ci/package").path
        let run = try shell.run([script] + arguments, in: folder.url, keepingErrors: true)
        #expect(run.status == 64)
        #expect(run.text.contains("usage: bash .ci/package OUTDIR"))
    }
}
