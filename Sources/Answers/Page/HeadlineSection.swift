import Checks
import Output
import Storage
import Values

/// What a director reads first, in a paragraph and in figures: who is missing, the total, who rose most, what is wrong.
struct HeadlineSection {
    private let facts: CountyFacts
    private let language: Language

    init(page: CountyPage) {
        facts = CountyFacts(page)
        language = page.language
    }

    var html: Markup {
        guard let year = facts.year else { return "" }
        let sentences = [facts.coverage, facts.total, facts.rise, facts.doubts].compactMap { $0?[language] }
        let title = Phrase(zh: "\(year)年要点", en: "\(year) in short")[language]
        return """
            <section id="headline"><h2>\(title)</h2>
            <p class="lead">\(sentences.joined(separator: language == .chinese ? "" : " "))</p>
            <dl class="cards">
            \(cards)</dl></section>

            """
    }

    private var cards: Markup {
        var cards: Markup = ""
        if let total = facts.totalFigure {
            let (label, unit) = (total.label, total.unit)
            let title = Phrase(zh: "\(label.zh)（\(unit)）", en: "\(label.en) (\(unit))")
            let notes = [total.basis, total.change].compactMap { $0 }
            cards += card(title, "#indicator-\(total.section)", total.text, notes)
        }
        if let riser = facts.risers.first {
            let names = facts.risers.map(\.name).joined(separator: language == .chinese ? "、" : ", ")
            cards += card(
                Phrase(zh: "增加最多", en: "Largest rise"), "#indicator-\(riser.section)", names, [riser.words])
        }
        cards += card(
            Phrase(zh: "缺报", en: "Missing reports"), "#coverage", "\(facts.missing.count)",
            [Phrase(zh: "历年共缺 \(facts.missingInAll) 份", en: "\(facts.missingInAll) over all years")],
            isBad: !facts.missing.isEmpty)
        cards += card(
            Phrase(zh: "错误", en: "Errors"), "#findings", "\(facts.errors)",
            [
                Phrase(
                    zh: "历年共 \(facts.errorsInAll) 处，另有存疑 \(facts.warningsInAll) 处",
                    en: "\(facts.errorsInAll) over all years, and \(facts.warningsInAll) warnings")
            ], isBad: facts.errors > 0)
        return cards
    }

    private func card(
        _ title: Phrase, _ link: String, _ figure: String, _ notes: [Phrase], isBad: Bool = false
    ) -> Markup {
        let notes = notes.map { "<dd class=\"note\">\($0[language])</dd>" as Markup }.joined()
        return """
            <div\(isBad ? " class=\"bad\"" as Markup : "")><dt><a href="\(link)">\(title[language])</a></dt>\
            <dd class="big">\(figure)</dd>\(notes)</div>

            """
    }
}
