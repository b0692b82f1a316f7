import Output
import Storage
import Values

/// The passages that the page's figures and findings were read from, folded by township.
struct SourcesSection {
    static let title = Phrase(zh: "原文", en: "Sources")
    let passages: [SourceBook.Passages]
    let album: PictureAlbum
    let language: Language

    var html: Markup {
        var result: Markup = """
            <section id="sources" class="sources"><h2>\(Self.title[language])</h2>
            <p class="note">\(note[language])</p>

            """
        if let pictures = album.note { result += "<p class=\"note\">\(pictures[language])</p>\n" }
        var rest = passages[...]
        while let place = rest.first?.place {
            let own = rest.prefix { $0.place == place }
            rest = rest.dropFirst(own.count)
            let count = own.reduce(0) { $0 + $1.items.count }
            let words = Phrase(
                zh: "\(place.township)（\(own.count) 份年报，\(count) 处）",
                en: "\(place.township) (\(own.count) reports, \(count) passages)")
            let reports = own.map(report).joined()
            result += "<details><summary>\(words[language])</summary>\n\(reports)</details>\n"
        }
        return result + "</section>\n"
    }

    private var note: Phrase {
        Phrase(
            zh: "点数字即到原文所在的一句或一行，该数字加底色。按乡镇展开可逐条看。",
            en: """
                A number leads to its sentence or table row, where it is marked. Unfold a township to read all of \
                them.
                """
        )
    }

    private func report(_ passages: SourceBook.Passages) -> Markup {
        let items = passages.items.map { item($0, of: passages.summary) }.joined(by: "\n")
        return "<h3>\(passages.year) · <small>\(passages.path)</small></h3>\n<ul>\n\(items)\n</ul>\n"
    }

    private func item(_ item: SourceBook.Passages.Item, of report: ReportSummary) -> Markup {
        let line = Phrase(zh: "第 \(item.line) 行", en: "line \(item.line)")[language]
        let names = item.labels.map { $0[language] }.joined(separator: Phrase(zh: "、", en: ", ")[language])
        let labels = names.isEmpty ? "" : " · \(names)"
        let others = item.others.map { "<span id=\"\(SourceBook.anchor($0))\"></span>" as Markup }.joined()
        var numbers = item.numbers[...]
        let text = item.parts.map { part -> Markup in
            guard part.isMarked, let number = numbers.popFirst() else { return "\(part.text)" }
            return "<mark id=\"\(SourceBook.anchor(number))\">\(part.text)</mark>"
        }.joined()
        let origin = RecognitionWords.mark(item.recognition)
        let pictures = album.html(item.pictures, of: report, language)
        return "<li>\(others)<small>\(line)\(origin)\(labels)</small>\(text)\(pictures)</li>"
    }
}
