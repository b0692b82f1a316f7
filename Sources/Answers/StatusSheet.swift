import Foundation
import Output
import Storage
import Values

/// Where an archive is, and what is in it.
package struct StatusSheet {
    private let status: ArchiveStatus
    private let path: String
    private let isForPeople: Bool
    private let language: Language

    package init(_ status: ArchiveStatus, path: String, isForPeople: Bool, _ language: Language) {
        self.status = status
        self.path = URL(filePath: path).standardizedFileURL.path
        self.isForPeople = isForPeople
        self.language = language
    }

    package var sheet: Sheet {
        var sheet = Sheet(columns: [
            Column("item", Phrase(zh: "项目", en: "item")), Column("content", Phrase(zh: "内容", en: "content")),
        ])
        sheet.rows = lines.map { [.word($0.key, $0.label), .text($0.content)] }
        return sheet
    }

    private var lines: [(key: String, label: Phrase, content: String)] {
        var file = stat()
        let isKnown = stat(path, &file) == 0
        let lastImport = LocalTime.words(status.lastImport ?? "", isForPeople: isForPeople)
        return [
            ("file", Phrase(zh: "档案文件", en: "file"), path),
            ("size", Phrase(zh: "大小（字节）", en: "size in bytes"), isKnown ? number(Int(file.st_size)) : ""),
            ("mode", Phrase(zh: "权限", en: "permissions"), isKnown ? permissions(file.st_mode & 0o777) : ""),
            ("counties", Phrase(zh: "县区", en: "counties"), number(status.counties)),
            ("townships", Phrase(zh: "乡镇", en: "townships"), number(status.townships)),
            ("years", Phrase(zh: "年份", en: "years"), YearText.of(status.years)),
            ("reports", Phrase(zh: "现用年报", en: "current reports"), number(status.reports)),
            ("revisions", Phrase(zh: "全部版本", en: "all revisions"), number(status.revisions)),
            ("originals", Phrase(zh: "原件", en: "originals"), number(status.originals)),
            ("cells_expected", Phrase(zh: "应有格数", en: "cells there should be"), number(status.cellsExpected)),
            ("cells_read", Phrase(zh: "读出格数", en: "cells read"), number(status.cellsRead)),
            ("figures", Phrase(zh: "数字", en: "figures"), number(status.figures)),
            ("doubts", Phrase(zh: "读取时存疑", en: "doubts in reading"), number(status.doubts)),
            ("contested", Phrase(zh: "待定文件", en: "contested files"), contests),
            ("last_import", Phrase(zh: "最近导入", en: "last import"), lastImport),
            ("digest", Phrase(zh: "校验码", en: "digest"), status.digest),
        ]
    }

    /// How many files wait for somebody to say which counts, and for people which.
    private var contests: String {
        let count = "\(status.contests.count)"
        guard isForPeople, !status.contests.isEmpty else { return count }
        let names = status.contests.map { contest in
            let name = "\(contest.place) \(contest.year)"
            return Phrase(zh: "\(name)：\(contest.path)", en: "\(name): \(contest.path)")
        }
        return Phrase(
            zh: "\(count)（\(names.map(\.zh).joined(separator: "；"))）",
            en: "\(count) (\(names.map(\.en).joined(separator: "; ")))")[language]
    }

    private func number(_ count: Int) -> String { isForPeople ? Number(Int64(count)).groupedDigits : "\(count)" }

    /// `600`, and for people what that means.
    private func permissions(_ mode: mode_t) -> String {
        let digits = String(mode, radix: 8)
        guard isForPeople else { return digits }
        let meaning =
            mode & 0o077 == 0
            ? Phrase(zh: "只有本人能读写", en: "for you alone")
            : mode & 0o022 == 0
                ? Phrase(zh: "别人只能读", en: "others may read") : Phrase(zh: "别人也能写", en: "others may write")
        return Phrase(zh: "\(digits)（\(meaning.zh)）", en: "\(digits) (\(meaning.en))")[language]
    }
}
