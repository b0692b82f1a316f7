import Foundation
import Support
import Testing

@testable import Storage

@Suite struct OriginalTests {
    @Test func fingerprintIsWhatSha256sumPrints() {
        #expect(
            Fingerprint(of: Array("abc".utf8)).description
                == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
        #expect(Fingerprint(of: []).description.hasPrefix("e3b0c44298fc1c14"))
    }

    @Test(arguments: [0, 1, 2, 100, 100_000])
    func bytesComeBackWhetherOrNotTheyCanBeCompressed(count: Int) {
        var generator = SystemRandomNumberGenerator()
        let noise = (0..<count).map { _ in UInt8.random(in: 0...255, using: &generator) }
        for bytes in [noise, Array(repeating: 65, count: count)] {
            let original = Original(bytes: bytes, fingerprint: Fingerprint(of: bytes), path: "a")
            #expect(original.packed.count <= bytes.count)
            #expect(Original.unpack(original.packed, byteCount: original.byteCount) == bytes)
        }
    }

    @Test func sqliteItselfUnpacksTheOriginals() throws {
        let folder = try Folder()
        let archive = try Archive.openForWriting(path: folder.file(), indicators: Samples.indicators)
        let submissions = [
            Samples.submission(), Samples.submission(mark: "b"), Samples.submission(county: ""),
            Samples.submission(township: "甲镇", mark: "c", path: "../x/上新庄镇.txt"),
            Samples.submission(township: "乙镇", path: "a/坏\u{1B}[31m\u{202E}名\n字:.txt"),
        ]
        _ = try archive.save(submissions)
        let sqlite = try #require(ExternalProgram.sqlite)
        #expect(try sqlite.run([folder.file(), "-Ax"], in: folder.url).status == 0)
        let names = [
            "湟中区/2020/上新庄镇.txt", "湟中区/2020/上新庄镇 (2).txt", nil, "湟中区/2020/上新庄镇 (3).txt",
            "湟中区/2020/坏_[31m_名_字_.txt",
        ]
        for case (let name?, let submission) in zip(names, submissions) {
            let bytes = FileManager.default.contents(atPath: folder.file(name))
            #expect(bytes.map(Array.init) == submission.document.text, "\(name)")
        }
        let attributes = try FileManager.default.attributesOfItem(atPath: folder.file("湟中区/2020/上新庄镇.txt"))
        #expect(attributes[.posixPermissions] as? Int == 0o640)
        #expect((attributes[.modificationDate] as? Date)?.timeIntervalSince1970 == 1_612_400_000)
    }

    @Test(arguments: [
        ("湟中区", "年报/上新庄镇.txt", "湟中区/2020/上新庄镇.txt"), ("", "a.txt", "未知/2020/a.txt"),
        ("..", "..", "未知/2020/原件"), ("a/b", "", "a_b/2020/原件"), ("湟中区", ".hidden", "湟中区/2020/.hidden"),
        ("湟中区", "x.tar.gz", "湟中区/2020/x.tar.gz"), ("湟中区", "c:\\x?.doc", "湟中区/2020/c__x_.doc"),
    ])
    func namesAreSafe(county: String, path: String, expected: String) {
        #expect(OriginalName(county: county, year: 2020, path: path).candidate(1) == expected)
    }

    @Test func longNamesAreShortenedBeforeTheirEnding() {
        let name = OriginalName(county: "湟中区", year: 2020, path: String(repeating: "年", count: 500) + ".html")
            .candidate(12)
        #expect(name.hasSuffix("年 (12).html"))
        #expect(name.utf8.count < 270)
    }

    @Test(arguments: [0, 1, 2, 3, 4, 5, 8, 100, 1000])
    func theFirstFreeNumberIsFoundInFewQuestions(taken: Int) {
        let series = OriginalName(county: "湟中区", year: 2020, path: "index.html")
        let names = Set((0..<taken).map { series.candidate($0 + 1) })
        var questions = 0
        let name = series.firstFree {
            questions += 1
            return names.contains($0)
        }
        #expect(name == series.candidate(taken + 1))
        #expect(questions <= 22)
    }

    @Test func fingerprintComesBackFromTheArchiveAsItWas() {
        let original = Fingerprint(of: Array("abc".utf8))
        #expect(Fingerprint(stored: original.description) == original)
        #expect(Fingerprint(stored: "未知") != original)
    }
}
