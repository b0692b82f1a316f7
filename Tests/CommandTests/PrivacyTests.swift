import Foundation
import Support
import Testing

/// What is handed over says nothing of the machine it was made on, nor of who made it; lists of corrections name those
/// who made them, as they are meant to.
@Suite struct PrivacyTests {
    @Test func nothingHandedOverNamesTheMachineOrItsUser() throws {
        let folder = try Folder()
        let user = ["USER": "geheimer-name", "LOGNAME": "geheimer-name"]
        let archive = ["--archive", folder.path("nianbao.sqlite")]
        try FileManager.default.copyItem(atPath: Program.samples, toPath: folder.path("reports"))
        try Program.run(["import", folder.path("reports")] + archive, in: folder, environment: user)
        let corrected = try Program.run(
            ["correct", "柳溪镇", "2021", "requests.received.total", "5", "--reason", "笔误"] + archive, in: folder,
            environment: user)
        #expect(corrected.status == 0)
        for command in [
            ["export", "--output", folder.path("out/a.csv")], ["export", "--output", folder.path("out/a.xlsx")],
            ["export", "--output", folder.path("out/a.json")], ["rollup", "青禾县", "2021", "--output", "out/r.xlsx"],
            ["check", "--output", "out/c.html"], ["check", "--letter", "out/letters"], ["report", "out/pages"],
            ["publish", "out/data"],
        ] {
            try FileManager.default.createDirectory(atPath: folder.path("out"), withIntermediateDirectories: true)
            let run = try Program.run(command + archive, in: folder, environment: user)
            #expect(run.status == 0, "\(command): \(run.errors)")
        }
        // The office keeps its own list, which names who corrected what.
        let letters = folder.path("out/letters")
        for name in try FileManager.default.contentsOfDirectory(atPath: letters) where name.hasPrefix("办公室核对清单") {
            try FileManager.default.removeItem(atPath: "\(letters)/\(name)")
        }
        let python = try #require(ExternalProgram.python)
        let reader = """
            import os, sys, zipfile
            for folder, _, names in os.walk(sys.argv[1]):
                for name in names:
                    path = os.path.join(folder, name)
                    parts = [open(path, 'rb').read()]
                    if zipfile.is_zipfile(path):
                        z = zipfile.ZipFile(path); parts += [z.read(n) for n in z.namelist()]
                    for word in sys.argv[2:]:
                        if any(word.encode() in p for p in parts): print(path, word)
            """
        let words = ["geheimer-name", folder.path, NSUserName() + "@", ProcessInfo.processInfo.hostName]
        let found = try python.run(["-c", reader, folder.path("out")] + words.filter { $0.utf8.count > 4 })
        #expect(found.status == 0)
        #expect(found.text == "")
    }
}
