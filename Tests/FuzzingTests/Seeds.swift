import Foundation
import Support

/// Sound inputs to begin with: the sample reports and the fixtures of the readers.
enum Seeds {
    /// The files below a folder of the source tree whose names end so; large ones are left out, since they cost most
    /// and show least.
    static func files(_ folder: String, _ endings: String...) -> [[UInt8]] {
        let folder = SourceTree.root.appending(path: folder)
        let paths = (FileManager.default.subpaths(atPath: folder.path) ?? []).sorted()
        return paths.filter { path in endings.contains { path.hasSuffix($0) } }
            .compactMap { FileManager.default.contents(atPath: folder.appending(path: $0).path) }
            .filter { $0.count < 200_000 }.map { [UInt8]($0) }
    }

    static let reports = files("SampleData", ".txt")
    static let pages = files("SampleData", ".html", ".htm", ".mht") + Self.reports.map(page)

    /// A report as a page: lines with tabs become rows of a table.
    private static func page(_ report: [UInt8]) -> [UInt8] {
        let lines = String(decoding: report, as: UTF8.self).split(whereSeparator: \.isNewline).map { line in
            line.contains("\t")
                ? "<tr><td colspan=2>" + line.split(separator: "\t").joined(separator: "</td><td rowspan=1>")
                    + "</td></tr>"
                : "<p>\(line)</p>"
        }
        return Array("<html><body><table>\(lines.joined())</table></body></html>".utf8)
    }

    static let words = [
        "0", "9223372036854775807", "99999999999999999999", "-1", "1.5", "，", "．", "万", "亿", "元", "%", "约", "余", "近",
        "/", "—", "无", "其中", "上年", "12345", "710", "件", "户", "人次", "三千五百", "二〇二〇", "\t", "\n", "\u{3000}",
        "\u{FEFF}", "\u{202E}", "收到", "办结", "总计", "合计", "规章", "现行有效件数", "行政复议", "未收到", "共受理",
    ]
    static let markup = [
        "<table>", "</table>", "<tr>", "<td rowspan=65535>", "<td colspan=\"99999999\">",
        "<!DOCTYPE x [<!ENTITY a \"b\">]>",
        "&a;", "&#x110000;", "&#0;", "<![CDATA[", "<!--", "</", "<script>", "<meta charset=gb18030>", "<td", "\u{0}",
    ]
}
