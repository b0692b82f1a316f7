import Foundation
import Support
import Testing

@Suite(.enabled(if: SmallDisk.mayBeMounted, "mounting is not permitted"), .serialized)
struct DiskTests {
    @Test func fullDiskIsToldAndTheSameImportGoesOnLater() throws {
        try SmallDisk.use(kilobytes: 420) { folder, resize in
            let full = try Program.run("import", Program.samples, in: folder)
            #expect(full.status == 74)
            #expect(full.errors.contains("the disk is full"))
            let before = try Program.run("verify", in: folder)
            #expect(before.status == 0 || before.errors.contains("is empty"))
            #expect(resize("size=16m"))
            #expect(try Program.run("import", Program.samples, in: folder).status == 0)
            #expect(try Program.run("list", "--format", "csv", in: folder).rows.count == 20)
            #expect(try Program.run("verify", "--deep", in: folder).status == 0)
        }
    }

    @Test func halfAnExportOrBackupIsNone() throws {
        try SmallDisk.use(kilobytes: 1000) { folder, _ in
            try folder.importSamples()
            for arguments in [["backup", "b.sqlite"], ["export", "--output", "all.csv"], ["publish", "handed"]] {
                let run = try Program.run(arguments, in: folder)
                #expect(run.status == 74, "\(run.errors)")
                #expect(run.errors.contains(arguments[arguments.count - 1]) && !run.errors.contains(".nianbao-"))
                #expect(!folder.exists(arguments[arguments.count - 1]))
            }
            #expect(try Program.run("verify", in: folder).status == 0)
        }
    }

    @Test func readOnlyMediumAnswersAndIsNotWritten() throws {
        try SmallDisk.use(kilobytes: 4096) { folder, resize in
            try folder.importSamples()
            // The output of the runs goes elsewhere, as it must.
            let elsewhere = try Folder()
            let archive = ["--archive", folder.path("nianbao.sqlite")]
            #expect(resize("ro"))
            for arguments in [["list"], ["compare", "12345"], ["export"], ["verify", "--deep"]] {
                #expect(try Program.run(arguments + archive, in: elsewhere).status == 0)
            }
            let refused = try Program.run(["import", Program.samples] + archive, in: elsewhere)
            #expect(refused.status == 73)
            #expect(refused.errors.contains("read-only"))
            #expect(try Program.run(["backup", folder.path("b.sqlite")] + archive, in: elsewhere).status == 73)
            #expect(try Program.run(["backup", "b.sqlite"] + archive, in: elsewhere).status == 0)
        }
    }
}
