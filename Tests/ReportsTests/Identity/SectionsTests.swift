import Documents
import Testing

@testable import Reports

/// Chapters by their headings, in all the ways they are numbered.
@Suite struct SectionsTests {
    private func headings(_ text: String) throws -> [String] {
        let document = Document(lines: text)
        return try document.text.withUnsafeBufferPointer { bytes in
            let table = try Shared.tables().read(document, bytes)
            return Sections.of(document, bytes, try Shared.headings(), tableLines: table.rowLines).map(\.heading)
        }
    }

    @Test(arguments: [
        "一、总体情况", "1、 总体情况", "一 、总体情况", "一.总体情况", "一．总体情况", "一、工作基本情况", "一、基本概况", "一、概述", "三、总体情况", "Z一、总体情况", "总体情况",
        "一、2021年政务公开总体情况",
    ])
    func firstHeading(heading: String) throws {
        #expect(try headings("标题\n\(heading)\n2021年，我镇贯彻条例，有关情况如下。\n无。").count == 1)
    }

    @Test(arguments: [
        "五、存在的主要问题及改进情况", "五、存在问题和改进情况", "五、存在主要问题及改进情况", "四、政府信息公开工作存在的主要问题及改进措施", "五、存在的主要问题及下一步计划",
    ])
    func problems(heading: String) throws {
        #expect(try headings("\(heading)\n一是不够及时。\n六、其它需要报告的事项\n（一）收取信息处理费情况\n无。").count == 2)
    }

    @Test func numbersShiftedRepeatedAndSkipped() throws {
        let text = "二、总体情况\n甲。\n二、主动公开政府信息情况\n乙。\n四、政府信息公开行政复议、行政诉讼情况\n丙。\n七、其他需要报告的事项"
        #expect(try headings(text).count == 4)
    }

    @Test func pointsWithinChaptersAreNoChapters() throws {
        let text = "一、总体情况\n1、主动公开情况\n甲。\n2、依申请公开情况\n乙。\n二、存在的主要问题及改进情况"
        #expect(try headings(text).map { $0.prefix(2) } == ["一、", "二、"])
    }

    @Test func firstChapterMayBeNumberedUnlikeTheOthers() throws {
        let text = "1、 总体情况\n甲。\n二、主动公开政府信息情况\n乙。\n2.突出重点，主动公开\n五、存在的主要问题及改进情况"
        #expect(try headings(text).count == 3)
    }

    @Test func rowsOfTablesAreNoChapters() throws {
        let text = """
            一、总体情况
            甲。
            三、收到和处理政府信息公开申请情况
            申请人情况
            一、本年新收政府信息公开申请数量
            1
            0
            0
            0
            0
            0
            1
            三、本年度办理结果
            四、结转下年度继续办理
            """
        #expect(try headings(text).count == 2)
        let statistics = "政府信息公开情况统计表\n统计指标\t单位\t统计数\n一、主动公开情况\t——\t\n制发规范性文件总数\t件\t9\n四、行政复议数量\t件\t0\n"
        #expect(try headings("一、概述\n甲。\n" + statistics).count == 1)
    }
}
