import Catalogue
import Output
import Storage
import Values

/// What a report is, before its figures: whose, of when, from which file, and what is doubtful in it.
package struct ReportHead {
    private let report: StoredReport
    private let terms: TownshipTerms
    private let language: Language

    package init(_ report: StoredReport, terms: TownshipTerms, language: Language) {
        self.report = report
        self.terms = terms
        self.language = language
    }

    package var sheet: Sheet {
        let summary = report.summary
        var sheet = Sheet(
            title: Phrase(zh: summary.title, en: summary.title),
            columns: [Column("item", Phrase(zh: "项目", en: "item")), Column("content", Phrase(zh: "内容", en: "content"))])
        let period = [summary.periodStart, summary.periodEnd].compactMap { $0 }.joined(separator: " — ")
        let lines: [(item: Phrase, content: String?)] = [
            (Phrase(zh: "单位", en: "body"), summary.place.description),
            (Phrase(zh: "设立和撤销", en: "set up or abolished"), terms[summary.place]?.words[language]),
            (Phrase(zh: "年度", en: "year"), "\(summary.year)"),
            (Phrase(zh: "表样", en: "form"), Edition.words(summary.edition)[language]),
            (Phrase(zh: "统计期限", en: "period"), period),
            (Phrase(zh: "发布日期", en: "published"), summary.publishedOn ?? ""),
            (Phrase(zh: "读出", en: "cells read"), "\(summary.cellsRead)/\(summary.cellsExpected)"),
            (Phrase(zh: "来源", en: "origin"), RecognitionWords.summary(report.report.figures)?[language]),
            (Phrase(zh: "版本", en: "revision"), "\(summary.revision)"),
            (Phrase(zh: "文件", en: "file"), summary.path),
            (Phrase(Generator.hash), summary.fingerprint.description),
        ]
        sheet.rows = lines.compactMap { line in
            line.content.map { [.text(line.item[language]), .text($0)] }
        }
        let ofTerm = terms.doubt(of: summary.place, summary.year)
        sheet.footnotes = (report.report.doubts + [ofTerm].compactMap { $0 }).map { doubt in
            let text = doubt.explanation
            return Phrase(zh: "存疑：\(text.zh)", en: "doubt: \(text.en)")
        }
        return sheet
    }
}
