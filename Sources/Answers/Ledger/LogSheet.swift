import Output
import Storage
import Values

/// What was done to the archive, when and by whom.
package enum LogSheet {
    package static func sheet(_ entries: [LogEntry], isForPeople: Bool, _ language: Language) -> Sheet {
        var sheet = Sheet(columns: [
            Column("made_at", isForPeople ? Phrase(zh: "时间", en: "time") : Phrase(zh: "时间（UTC）", en: "time (UTC)")),
            Column("author", Phrase(zh: "经办人", en: "author")),
            Column("action", Phrase(zh: "事项", en: "action")),
            Column("subject", Phrase(zh: "对象", en: "subject")),
            Column("reports", Phrase(zh: "份数", en: "reports"), .number),
            Column("reason", Phrase(zh: "理由", en: "reason")),
        ])
        sheet.name = Phrase(zh: "记录", en: "Log")
        sheet.rows = gathered(entries).map { entry in
            [
                .text(LocalTime.words(entry.madeAt, isForPeople: isForPeople)), .text(entry.author),
                .text(isForPeople ? entry.action.words[language] : entry.action.rawValue), .text(entry.subject),
                .count(entry.count), .text(entry.reason),
            ]
        }
        if entries.isEmpty { sheet.footnotes = [Phrase(zh: "没有记录", en: "nothing was noted")] }
        return sheet
    }

    /// A large import is noted batch by batch, and told in one line. Archives of before there was a ledger tell no more
    /// of their imports than the days.
    package static func gathered(_ entries: [LogEntry]) -> [LogEntry] {
        var result: [LogEntry] = []
        for entry in entries {
            if let last = result.last, last.action == .imported, entry.action == .imported,
                last.subject == entry.subject, last.author == entry.author,
                entry.isContinuation
                    || entry.subject.isEmpty && last.madeAt.prefix(10) == entry.madeAt.prefix(10)
            {
                result[result.count - 1] = last.with(entry)
            } else {
                result.append(entry)
            }
        }
        return result
    }
}

extension Deed {
    /// As people are told it.
    var words: Phrase {
        switch self {
        case .imported: Phrase(zh: "导入", en: "import")
        case .reread: Phrase(zh: "重读", en: "reread")
        case .remove: Phrase(zh: "移除", en: "remove")
        case .revert: Phrase(zh: "恢复", en: "revert")
        case .move: Phrase(zh: "改归", en: "move")
        case .rename: Phrase(zh: "改名", en: "rename")
        case .name: Phrase(zh: "别名", en: "name")
        case .code: Phrase(zh: "代码", en: "code")
        case .merge: Phrase(zh: "合并乡镇", en: "merge")
        case .register: Phrase(zh: "导入名单", en: "register")
        case .begin: Phrase(zh: "设立乡镇", en: "begin")
        case .end: Phrase(zh: "撤销乡镇", en: "end")
        case .resume: Phrase(zh: "取消撤销", en: "resume")
        case .correct: Phrase(zh: "更正", en: "correct")
        case .uncorrect: Phrase(zh: "撤销更正", en: "uncorrect")
        case .contest: Phrase(zh: "待定", en: "contest")
        case .choose: Phrase(zh: "指定", en: "choose")
        case .waive: Phrase(zh: "豁免", en: "waive")
        case .unwaive: Phrase(zh: "撤销豁免", en: "unwaive")
        case .define: Phrase(zh: "加入自定义文件", en: "add definitions")
        case .undefine: Phrase(zh: "移除自定义文件", en: "remove definitions")
        }
    }
}
