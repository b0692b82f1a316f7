import Answers
import ArgumentParser
import Foundation
import Output
import Storage
import Values

struct Status: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "status",
        abstract: words("档案在哪里，里面有什么", "Where the archive is, and what is in it"),
        discussion: words(
            """
            新建的档案只有本人能读写（权限 600）：年报在公布之前不必让别人看见。要与同事共用，把档案放进大家都能写的文件夹，
            再放开权限：文件夹和档案都归同一个组，文件夹 2770，档案 660（读写时档案旁会有临时文件，所以文件夹也要能写）。
            只给同事看，档案 640 即可。每人都设好 NIANBAO_ARCHIVE，就不必再写 --archive。

            例：
              nianbao status
              chgrp 政务公开 /共享/年报 /共享/年报/nianbao.sqlite && chmod 2770 /共享/年报 && chmod 660 /共享/年报/nianbao.sqlite
              export NIANBAO_ARCHIVE=/共享/年报/nianbao.sqlite
            """,
            """
            A new archive can be read and written by you alone (mode 600): nobody need see reports before they are
            published. To share it with colleagues, put it into a folder that all may write to, and open the
            permissions: folder and archive of one group, the folder 2770, the archive 660 (there are files beside it
            while it is written, so that the folder must admit writing too). For colleagues who only read, 640 is
            enough. With NIANBAO_ARCHIVE set, nobody has to write --archive.

            Examples:
              nianbao status
              chgrp disclosure /shared/reports /shared/reports/nianbao.sqlite
              chmod 2770 /shared/reports && chmod 660 /shared/reports/nianbao.sqlite
              export NIANBAO_ARCHIVE=/shared/reports/nianbao.sqlite
            """))

    @OptionGroup var common: CommonOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
        let status = try common.openForReading().status()
        var sheet = Sheet(columns: [
            Column("item", Phrase(zh: "项目", en: "item")), Column("content", Phrase(zh: "内容", en: "content")),
        ])
        for (key, label, content) in lines(status) {
            sheet.rows.append([.word(key, label), .text(content)])
        }
        try output.write([sheet])
    }

    private func lines(_ status: ArchiveStatus) -> [(key: String, label: Phrase, content: String)] {
        let path = URL(filePath: common.archivePath).standardizedFileURL.path
        var file = stat()
        let isKnown = stat(path, &file) == 0
        func number(_ count: Int) -> String { output.isForPeople ? Number(Int64(count)).groupedDigits : "\(count)" }
        return [
            ("file", Phrase(zh: "档案文件", en: "file"), path),
            ("size", Phrase(zh: "大小（字节）", en: "size in bytes"), isKnown ? number(Int(file.st_size)) : ""),
            ("mode", Phrase(zh: "权限", en: "permissions"), isKnown ? permissions(file.st_mode & 0o777) : ""),
            ("counties", Phrase(zh: "县区", en: "counties"), number(status.counties)),
            ("townships", Phrase(zh: "乡镇", en: "townships"), number(status.townships)),
            ("years", Phrase(zh: "年份", en: "years"), YearText.of(status.years)),
            ("reports", Phrase(zh: "现行年报", en: "current reports"), number(status.reports)),
            ("revisions", Phrase(zh: "全部版本", en: "all revisions"), number(status.revisions)),
            ("originals", Phrase(zh: "原件", en: "originals"), number(status.originals)),
            ("cells_expected", Phrase(zh: "应有格数", en: "cells there should be"), number(status.cellsExpected)),
            ("cells_read", Phrase(zh: "读出格数", en: "cells read"), number(status.cellsRead)),
            ("figures", Phrase(zh: "数字", en: "figures"), number(status.figures)),
            ("doubts", Phrase(zh: "读取时存疑", en: "doubts in reading"), number(status.doubts)),
            ("contested", Phrase(zh: "待定文件", en: "contested files"), contests(status)),
            ("last_import", Phrase(zh: "最近导入", en: "last import"), time(status.lastImport ?? "")),
            ("digest", Phrase(zh: "校验码", en: "digest"), status.digest),
        ]
    }

    /// How many, and for people which.
    private func contests(_ status: ArchiveStatus) -> String {
        let count = "\(status.contests.count)"
        guard output.isForPeople, !status.contests.isEmpty else { return count }
        let names = status.contests.map { contest in
            let name = "\(contest.place) \(contest.year)"
            return words("\(name)：\(contest.path)", "\(name): \(contest.path)")
        }
        let list = names.joined(separator: words("；", "; "))
        return words("\(count)（\(list)）", "\(count) (\(list))")
    }

    /// `600`, and for people what that means.
    private func permissions(_ mode: mode_t) -> String {
        let digits = String(mode, radix: 8)
        guard output.isForPeople else { return digits }
        let meaning =
            mode & 0o077 == 0
            ? words("只有本人能读写", "for you alone")
            : mode & 0o022 == 0 ? words("别人只能读", "others may read") : words("别人也能写", "others may write")
        return words("\(digits)（\(meaning)）", "\(digits) (\(meaning))")
    }

    /// In UTC for programs, where the program runs for people.
    private func time(_ moment: String) -> String {
        guard output.isForPeople, let date = try? Date(moment, strategy: .iso8601) else { return moment }
        let style = Date.ISO8601FormatStyle(timeZone: .current).year().month().day().dateSeparator(.dash)
            .dateTimeSeparator(.space).time(includingFractionalSeconds: false)
        return date.formatted(style)
    }
}
