import Catalogue
import Checks
import Output
import Storage
import Values

/// The brief of a county's year: what its office would write, from the archive alone. A sentence whose number the
/// archive does not have is left out, and the last chapter says so.
package struct CountyBrief {
    private let facts: BriefFacts
    private let scenes: BriefScenes
    private let day: String

    /// - Parameters:
    ///   - county: by any of its names.
    ///   - findings: those of the county's year.
    ///   - day: the day of the brief, `2023-02-04`.
    package init(
        _ archive: Archive, county: String, year: Int, asOf moment: Moment?, codebook: Codebook,
        template: BriefTemplate, findings: [Finding], day: String, language: Language
    ) throws {
        facts = try BriefFacts(
            archive, county: county, year: year, asOf: moment, codebook: codebook, template: template,
            findings: findings, language: language)
        scenes = BriefScenes(facts: facts)
        self.day = day
    }

    package var document: TextDocument {
        let language = facts.language
        var document = TextDocument(title: filled(facts.template.title[language]), language: language)
        document.blocks = [.contents(title: Phrase(zh: "目录", en: "Contents")[language])]
        var number = 0
        var left: [String] = []
        var traced: Set<String> = []
        for chapter in facts.template.chapters {
            let title = chapter.title[language]
            var blocks: [TextDocument.Block] = []
            for part in chapter.parts { blocks += self.blocks(part, in: title, left: &left) }
            guard !blocks.isEmpty else { continue }
            number += 1
            document.blocks.append(.heading(Self.numbered(title, number, language), level: 1))
            document.blocks += blocks.map { Self.tracedOnce($0, &traced) }
        }
        document.blocks.append(
            .heading(Self.numbered(Phrase(zh: "数据说明", en: "About the data")[language], number + 1, language), level: 1))
        document.blocks += about(left)
        document.blocks.append(.paragraph(DayWords.of(day, language), .right))
        return document
    }

    private func blocks(
        _ part: BriefTemplate.Part, in chapter: String, left: inout [String]
    ) -> [TextDocument.Block] {
        switch part {
        case .table(let table): return BriefTables(facts: facts).table(table).map { [.table($0)] } ?? []
        case .sentences(let scene, let sentences):
            return scenes.instances(of: scene).compactMap { instance -> TextDocument.Block? in
                var spans: [TextDocument.Span] = []
                for sentence in sentences {
                    if let condition = sentence.condition, !instance.conditions.contains(condition) { continue }
                    switch self.spans(sentence.text[facts.language], instance) {
                    case .success(let filled):
                        if !spans.isEmpty, facts.language == .english { spans.append(TextDocument.Span(" ")) }
                        spans += filled
                    case .failure(let missing): left.append(leftOut(missing.slot, instance, chapter))
                    }
                }
                return spans.isEmpty ? nil : .noted(spans)
            }
        }
    }

    /// A number that was traced before needs no second footnote.
    private static func tracedOnce(_ block: TextDocument.Block, _ traced: inout Set<String>) -> TextDocument.Block {
        switch block {
        case .noted(var spans):
            for place in spans.indices {
                if let note = spans[place].note, !traced.insert(note).inserted { spans[place].note = nil }
            }
            return .noted(spans)
        case .table(var table):
            for place in table.notes.keys.sorted(by: { ($0.row, $0.column) < ($1.row, $1.column) }) {
                if let note = table.notes[place], !traced.insert(note).inserted { table.notes[place] = nil }
            }
            return .table(table)
        default: return block
        }
    }

    private struct MissingSlot: Error {
        let slot: String
    }

    /// A sentence with its numbers in place, or the first that is not there.
    private func spans(
        _ text: String, _ instance: BriefInstance
    ) -> Result<[TextDocument.Span], MissingSlot> {
        var spans: [TextDocument.Span] = []
        for piece in BracedText.pieces(text) {
            switch piece {
            case .text(let text): spans.append(TextDocument.Span(text))
            case .slot(let name):
                guard let slot = instance.slots[name], !slot.text.isEmpty else {
                    return .failure(MissingSlot(slot: name))
                }
                spans.append(slot)
                // A footnote stands behind the unit.
                if name == "unit", spans.count > 1, let note = spans[spans.count - 2].note {
                    spans[spans.count - 2].note = nil
                    spans[spans.count - 1].note = note
                }
            }
        }
        return .success(spans)
    }

    private func filled(_ text: String) -> String {
        BracedText.pieces(text).map { piece in
            switch piece {
            case .text(let text): text
            case .slot("county"): facts.county
            case .slot("year"): "\(facts.year)"
            case .slot(let name): name
            }
        }.joined()
    }

    private func leftOut(_ slot: String, _ instance: BriefInstance, _ chapter: String) -> String {
        let subject = instance.subject.isEmpty ? chapter : "\(chapter)·\(instance.subject)"
        let wanted = BriefScene.words(of: slot)
        return Phrase(zh: "\(subject)（缺\(wanted.zh)）", en: "\(subject) (no \(wanted.en))")[facts.language]
    }

    private var howItIsMade: Phrase {
        let numbers =
            facts.isCorrected
            ? Phrase(
                zh: "标 * 的数已由本单位更正，或由更正后的数算得，与报告原文不同，原文的数见脚注；其余数字与报告原文一致",
                en: """
                    Numbers marked * were corrected by this office, or worked out of such ones, and differ from the \
                    reports, whose own numbers are in the footnotes; all others are those of the reports
                    """) : Phrase(zh: "数字与报告原文一致", en: "Numbers are those of the reports")
        return Phrase(
            zh: """
                本分析由年报档案中的数据按固定句式生成，\(numbers.zh)，出处见脚注，冒号后为行号。合计只加有数的乡镇；\
                空白、不适用、无法识别和未提及的不当作 0。标 † 的比率基数不足 10，仅供参考。与上年相比只用两年都有数、口径可比的乡镇。
                """,
            en: """
                This brief is made of fixed sentences and the archive's data. \(numbers.en); footnotes tell where \
                they stand, with the line after the colon. Totals add up the townships that have a figure; what is \
                blank, not applicable, unreadable or not mentioned is never taken for 0. A rate marked † is over fewer \
                than ten cases, which says little. Changes are of the townships that have comparable figures in both \
                years.
                """)
    }

    private func about(_ left: [String]) -> [TextDocument.Block] {
        let language = facts.language
        var blocks: [TextDocument.Block] = [.paragraph(howItIsMade[language], .prose)]
        if facts.readingFindings > 0 {
            blocks.append(
                .paragraph(
                    Phrase(
                        zh: "核对时另有 \(facts.readingFindings) 处是读取原件的疑问，不算报告的问题，没有计入，见 nianbao check。",
                        en: """
                            \(facts.readingFindings) more doubts are about the reading of the files and none of the \
                            reports; they are not counted, and nianbao check tells them.
                            """)[language], .prose))
        }
        guard !left.isEmpty else { return blocks }
        let list = left.joined(separator: Phrase(zh: "；", en: "; ")[language])
        blocks.append(
            .paragraph(
                Phrase(
                    zh: "以下 \(left.count) 句因档案中没有所需的数而没有写：\(list)。",
                    en: "\(left.count) sentences were left out for want of a number: \(list).")[language], .prose))
        return blocks
    }

    private static func numbered(_ title: String, _ number: Int, _ language: Language) -> String {
        language == .chinese ? "\(number.chineseNumeral)、\(title)" : "\(number). \(title)"
    }
}
