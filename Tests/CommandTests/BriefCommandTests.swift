import Foundation
import Support
import Testing

/// `nianbao brief`, run as a user runs it.
@Suite struct BriefCommandTests {
    @Test func writesEveryFormAndRefusesTheRest() throws {
        let folder = try Folder()
        try folder.importSamples()
        for form in ["docx", "md", "html"] {
            let run = try Program.run("brief", "青禾县", "2022", "--output", "分析.\(form)", in: folder)
            #expect(run.status == 0 && run.errors.isEmpty && folder.exists("分析.\(form)"), "\(form)")
        }
        #expect(try folder.data("分析.docx").prefix(2) == Data("PK".utf8))
        let screen = try Program.run("brief", "青禾县", "2022", "--lang", "zh", in: folder)
        #expect(screen.output.hasPrefix("# 青禾县2022年度乡镇政府信息公开工作年度报告分析\n"))
        // An existing file is kept.
        #expect(try Program.run("brief", "青禾县", "2022", "--output", "分析.md", in: folder).status == 73)
        #expect(try Program.run("brief", "青禾县", "2022", "--output", "分析.md", "--force", in: folder).status == 0)
        #expect(try Program.run("brief", "青禾县", "2022", "--output", "分析.pdf", in: folder).status == 64)
        #expect(try Program.run("brief", "青禾县", in: folder).status == 64)
        #expect(try Program.run("brief", "青禾县", "2012", in: folder).status == 66)
        #expect(try Program.run("brief", "无此县", "2022", in: folder).status == 64)
    }

    @Test func templateOfOnesOwnIsUsedOrRefused() throws {
        let folder = try Folder()
        try folder.importSamples()
        let text = try Program.run("brief", "--print-template", in: folder).output
        try folder.write(text.replacing("年度乡镇政府信息公开", with: "年乡镇公开"), to: "句式.yaml")
        let own = try Program.run("brief", "青禾县", "2022", "--template", "句式.yaml", "--lang", "zh", in: folder)
        #expect(own.status == 0 && own.output.hasPrefix("# 青禾县2022年乡镇公开"))
        try folder.write(text.replacing("{townships}", with: "{number}"), to: "句式.yaml")
        let bad = try Program.run("brief", "青禾县", "2022", "--template", "句式.yaml", in: folder)
        #expect(bad.status == 65 && bad.errors.contains("句式.yaml:") && bad.errors.contains("{number}"))
    }
}
