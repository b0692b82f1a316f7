import Output
import Storage
import Values

/// When a page was made, and of what: for whoever finds it printed a year later.
package struct PageStamp {
    private let archive: String
    private let madeOn: String
    private let asOf: String?

    /// - Parameters:
    ///   - archive: the path of the archive, of which the name is shown.
    ///   - madeOn: the day: `2023-02-01`.
    ///   - asOf: the moment that the page answers for; nil for now.
    package init(archive: String, madeOn: String, asOf: Moment?) {
        self.archive = archive.split(separator: "/").last.map(String.init) ?? archive
        self.madeOn = madeOn
        self.asOf = asOf?.description
    }

    func html(reports: Int, _ language: Language) -> Markup {
        let vintage = asOf.map {
            Phrase(zh: "，按 \($0) 时的档案", en: ", as the archive was at \($0)")[language]
        }
        let words = Phrase(
            zh: "制作日期 \(madeOn)，档案 \(archive)，年报 \(reports) 份\(vintage ?? "")",
            en: "Made on \(madeOn) from \(archive), \(reports) reports\(vintage ?? "")")
        return "<p class=\"stamp\">\(words[language])</p>\n"
    }
}
