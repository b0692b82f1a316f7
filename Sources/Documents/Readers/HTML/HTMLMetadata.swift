import Values

/// What a page says about itself in its head: the title, and the day it was published on.
struct HTMLMetadata {
    private(set) var title: String?
    private(set) var publishedOn: String?

    /// Names of `<meta>` in lower case. The first is the one the State Council's guide for government sites
    /// (政府网站发展指引, 2017, annex 2) asks for; the others are in use.
    private static let dateNames: Set<String> = [
        "pubdate", "publishdate", "publish_date", "publicationdate", "article:published_time", "datepublished",
        "releasedate", "dc.date", "date",
    ]

    mutating func collect(from root: XMLNode) {
        for element in root.elements {
            switch element.name {
            case "head": collect(from: element)
            case "title" where title == nil: title = Self.title(element)
            case "meta" where publishedOn == nil: publishedOn = Self.date(element)
            default: break
            }
        }
    }

    private static func title(_ element: XMLNode) -> String? {
        let words = element.text.split { $0 == " " || $0.isNewline || $0 == "\t" }
        return words.isEmpty ? nil : words.joined(separator: " ")
    }

    private static func date(_ element: XMLNode) -> String? {
        guard let name = element.attribute("name") ?? element.attribute("property") ?? element.attribute("itemprop"),
            dateNames.contains(name.lowercased()), let content = element.attribute("content")
        else { return nil }
        return PublicationDay.first(in: Array(content.utf8)[...])
    }
}

/// A day written in digits, as pages write it: `2021-01-22 10:33`, `2021年1月22日`, `2021/01/22`, `20210122`.
enum PublicationDay {
    private static let labels = ["发布时间", "发布日期", "公布日期", "生成日期", "成文日期"].map { Array($0.utf8) }

    /// The day that follows a label such as 发布时间： in a page's text, be it in the next cell or line.
    static func labelled(in text: [UInt8]) -> String? {
        for label in labels {
            guard let found = text.offset(of: label) else { continue }
            // A colon, spaces of all kinds and a line end fit into 12 bytes, a day into 20 more.
            if let day = first(in: text[(found + label.count)...].prefix(32)) { return day }
        }
        return nil
    }

    /// The day that `bytes` begin with, once spaces and punctuation are passed.
    static func first(in bytes: ArraySlice<UInt8>) -> String? {
        let isDigit = { (byte: UInt8) in byte >= 0x30 && byte <= 0x39 }
        var groups = bytes.split { !isDigit($0) }.prefix(3).map { $0.prefix(8) }
        if let packed = groups.first, packed.count == 8 {
            groups = [packed.prefix(4), packed.dropFirst(4).prefix(2), packed.suffix(2)]
        }
        guard groups.count == 3, groups[0].count == 4, groups[1].count <= 2, groups[2].count <= 2 else { return nil }
        let numbers = groups.map { $0.reduce(0) { $0 * 10 + Int($1 - 0x30) } }
        guard ReportYears.possible.contains(numbers[0]), (1...12).contains(numbers[1]), (1...31).contains(numbers[2])
        else {
            return nil
        }
        let padded = numbers.map { $0 < 10 ? "0\($0)" : "\($0)" }
        return padded.joined(separator: "-")
    }
}
