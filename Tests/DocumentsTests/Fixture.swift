import Foundation
import Testing

@testable import Documents

/// Inputs that several suites share. Every place is made up.
enum Fixture {
    static let sentence = "青禾县柳溪镇2020年报告。\n一、总体情况\n\t0\n"

    /// `sentence` in GB18030 (all of it within GB 2312).
    static let gb18030: [UInt8] = [
        0xC7, 0xE0, 0xBA, 0xCC, 0xCF, 0xD8, 0xC1, 0xF8, 0xCF, 0xAA, 0xD5, 0xF2, 0x32, 0x30, 0x32, 0x30, 0xC4, 0xEA,
        0xB1,
        0xA8, 0xB8, 0xE6, 0xA1, 0xA3, 0x0A, 0xD2, 0xBB, 0xA1, 0xA2, 0xD7, 0xDC, 0xCC, 0xE5, 0xC7, 0xE9, 0xBF, 0xF6,
        0x0A,
        0x09, 0x30, 0x0A,
    ]

    static func utf16(_ text: String = sentence, bigEndian: Bool, mark: Bool) -> [UInt8] {
        ((mark ? [0xFEFF] : []) + Array(text.utf16)).flatMap { unit in
            bigEndian ? [UInt8(unit >> 8), UInt8(unit & 0xFF)] : [UInt8(unit & 0xFF), UInt8(unit >> 8)]
        }
    }
}

extension Fixture {
    /// The requests table of the forms of 2019 and 2021 in small: three header rows, labels over three columns, merged
    /// cells.
    static let requestsTable = """
        <table border="1"><tbody>
        <tr><td colspan="3" rowspan="3">（勾稽关系）</td><td colspan="4">申请人情况</td></tr>
        <tr><td rowspan="2">自然人</td><td colspan="2"><p>法人或其他组织</p></td><td rowspan="2">总计</td></tr>
        <tr><td>商业企业</td><td>其他</td></tr>
        <tr><td colspan="3"><p>一、本年新收</p></td><td><p>3</p></td><td></td><td>/</td><td>3</td></tr>
        <tr><td rowspan="2">三、本年度办理结果</td><td colspan="2">（一）予以公开</td>
        <td>1</td><td>0</td><td>0</td><td>1</td></tr>
        <tr><td>（三）不予公开</td><td>1.属于国家秘密</td><td>0</td><td>0</td><td>0</td><td>0</td></tr>
        </tbody></table>
        """

    /// Reads the first 0, 1, 2 … fiftieths of a file; each must give a document or an error that explains itself.
    static func expectNoCrash(truncating bytes: [UInt8], sourceLocation: SourceLocation = #_sourceLocation) {
        for part in 0...50 {
            do {
                let document = try DocumentReader.read(Array(bytes.prefix(bytes.count * part / 50)), name: "")
                document.expectInvariants(sourceLocation: sourceLocation)
            } catch {
                #expect(!error.explanation.zh.isEmpty && !error.explanation.en.isEmpty, sourceLocation: sourceLocation)
            }
        }
    }
}

extension Fixture {
    /// A file of the folder `Fixtures`.
    static func file(_ name: String) throws -> [UInt8] {
        let folder = URL(filePath: #filePath).deletingLastPathComponent()
        return Array(try Data(contentsOf: folder.appending(path: "Fixtures").appending(path: name)))
    }

    /// `requestsTable` as `Document.blockTexts` shows it.
    static let requestsRows = """
        （勾稽关系）|^|^|申请人情况|^|^|^
        ^|^|^|自然人|法人或其他组织|^|总计
        ^|^|^|^|商业企业|其他|^
        一、本年新收|^|^|3||/|3
        三、本年度办理结果|（一）予以公开|^|1|0|0|1
        ^|（三）不予公开|1.属于国家秘密|0|0|0|0
        """
}
