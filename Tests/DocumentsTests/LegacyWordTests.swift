import Foundation
import Testing

@testable import Documents

/// The fixtures are a paragraph and the table of `Fixture.requestsTable`, saved by LibreOffice as Word 97 and as rich
/// text.
@Suite struct LegacyWordTests {
    private static let hasOffice = InstalledPrograms.ofSystem.first(of: "soffice", "libreoffice") != nil
    private static let hasCatdoc = InstalledPrograms.ofSystem.first(of: "catdoc") != nil

    /// A folder with nothing but the named program, so that others look as if they were not installed.
    private func only(_ name: String) throws -> (WorkFolder, InstalledPrograms) {
        let folder = try WorkFolder()
        let program = try #require(InstalledPrograms.ofSystem.first(of: name))
        try FileManager.default.createSymbolicLink(atPath: "\(folder.path)/\(name)", withDestinationPath: program)
        return (folder, InstalledPrograms(folders: [folder.path]))
    }

    @Test(.enabled(if: hasOffice, "apt install libreoffice-writer-nogui"), arguments: ["requests.doc", "requests.rtf"])
    func tablesThroughLibreOffice(file: String) throws {
        let document = try DocumentReader.read(Fixture.file(file), name: "柳溪镇.wps")
        document.expectInvariants()
        #expect(document.mediaType == .wps)
        let texts = document.blockTexts.filter { !$0.isEmpty }
        #expect(texts == ["青禾县柳溪镇2022年政府信息公开工作年度报告", Fixture.requestsRows])
    }

    @Test(.enabled(if: hasCatdoc, "apt install catdoc"), arguments: [LegacyWord.Kind.word, .richText])
    func textThroughCatdoc(kind: LegacyWord.Kind) throws {
        let (folder, programs) = try only("catdoc")
        defer { withExtendedLifetime(folder) {} }
        let bytes = try Fixture.file(kind == .word ? "requests.doc" : "requests.rtf")
        let document = try LegacyWord.read(bytes, kind: kind, limits: Limits(), programs: programs)
        document.expectInvariants()
        #expect(document.string.contains("青禾县柳溪镇2022年") && document.string.contains("商业企业"))
        #expect(document.notices == [.tablesFlattened(program: "catdoc", better: "libreoffice-writer-nogui")])
    }

    @Test func missingConverterIsNamedWithItsPackages() throws {
        let packages = ["libreoffice-writer-nogui", "catdoc"]
        let expected = DocumentError.converter(.missing(format: LegacyWord.format, packages: packages))
        #expect(throws: expected) {
            try LegacyWord.read(
                [0x41], kind: .word, limits: Limits(), programs: InstalledPrograms(folders: []))
        }
        #expect(expected.explanation.zh.contains("apt install libreoffice-writer-nogui（或 catdoc）"))
    }

    @Test(.enabled(if: hasOffice, "apt install libreoffice-writer-nogui"), arguments: [1, 5, 20])
    func truncatedFilesReadOrAreExplained(parts: Int) throws {
        let bytes = try Fixture.file("requests.doc")
        do throws(DocumentError) {
            _ = try DocumentReader.read(Array(bytes.prefix(bytes.count * parts / 21)), name: "a.doc")
        } catch {
            #expect(!error.explanation.zh.isEmpty)
        }
    }
}
