import Values

/// Why an archive cannot be opened, read or written.
package enum ArchiveError: ExplainedError, Equatable {
    case missing(path: String)
    case notAFile(path: String)
    /// A file of no bytes, or a database without tables: made by an import that was stopped at its very beginning.
    case empty(path: String)
    case notADatabase(path: String)
    /// A SQLite database of another program.
    case foreign(path: String)
    case damaged(path: String, detail: Phrase)
    case newer(path: String, detail: Phrase)
    case older(path: String)
    case busy(path: String)
    /// Another file has taken its place since it was opened, or none.
    case replaced(path: String)
    /// What something was decided on is no longer so, since another wrote meanwhile.
    case overtaken(String)
    /// Stopped in the middle of writing; whoever may write there brings it back to its last whole state by opening it.
    case interrupted(path: String)
    case readOnly(path: String)
    case noPermission(path: String)
    case cannotCreate(path: String, reason: Phrase)
    /// A copy is to be made where a file is already.
    case exists(path: String)
    /// A copy is to be made where an archive is already, which is not its source.
    case archiveExists(path: String)
    /// Of an archive that is to be made and one that is there, one has the name of the other's journal.
    case besideArchive(path: String, other: String)
    /// A file of several names, of which each would have a journal of its own.
    case severalNames(path: String)
    /// A copy is to be made where the archive itself is.
    case ownPlace(path: String)
    case diskFull(path: String)
    /// The disk became full while a copy was written; the archive itself is not concerned.
    case noRoomForCopy(path: String)
    case inputOutput(path: String, detail: Phrase)
    /// What a submission says contradicts itself or the archive's rules; `source` is the document's path.
    case rejected(source: String, detail: Phrase)
    /// The catalogue counts an indicator in another unit than the archive's stored values are in.
    case unitChanged(code: String, stored: String, given: String)

    package var status: ExitStatus {
        switch self {
        case .missing: .noInput
        case .cannotCreate, .exists, .archiveExists, .besideArchive, .severalNames, .ownPlace, .readOnly, .noPermission:
            .cannotCreate
        case .busy, .replaced, .overtaken: .busy
        case .diskFull, .noRoomForCopy, .inputOutput, .interrupted: .inputOutput
        case .notAFile, .empty, .notADatabase, .foreign, .damaged, .newer, .older, .rejected, .unitChanged: .noReport
        }
    }

    package var explanation: Phrase {
        switch self {
        case .missing(let path):
            Phrase(
                zh: "没有档案 \(path)，请检查 --archive 的路径，或先用 nianbao import 建立",
                en: "there is no archive \(path); check the path of --archive, or make one with nianbao import")
        case .notAFile(let path):
            Phrase(
                zh: "\(path) 不是文件，请给出档案文件的路径",
                en: "\(path) is not a file; give the path of an archive file")
        case .empty(let path):
            Phrase(
                zh: "\(path) 是空的，还不是档案，请用 nianbao import 导入年报",
                en: "\(path) is empty and not yet an archive; fill it with nianbao import")
        case .notADatabase(let path):
            Phrase(
                zh: "\(path) 不是年报档案，文件未改动，请用 --archive 指定别的文件",
                en: "\(path) is no archive of yearly reports and was left as it is; name another with --archive")
        case .foreign(let path):
            Phrase(
                zh: "\(path) 是其他程序的数据库，未改动，请用 --archive 指定别的文件",
                en: "\(path) is another program's database and was left as it is; name another with --archive")
        case .newer(let path, let detail):
            Phrase(
                zh: "\(path) 由更新版本的 nianbao 写成（\(detail.zh)），请升级本程序",
                en: "\(path) was written by a newer nianbao (\(detail.en)); upgrade this program")
        case .older(let path):
            Phrase(
                zh: "\(path) 是旧版档案，请先运行 nianbao reread，档案会自动升级，并按现在的指标重读（要留底，先用 cp 复制一份）",
                en: """
                    \(path) has an older format; run nianbao reread, which brings it up to date (after cp, if you wish \
                    to keep it as it is)
                    """)
        case .busy(let path):
            Phrase(
                zh: "\(path) 正被另一个程序写入，请稍后再试",
                en: "another program is writing to \(path); try again later")
        case .replaced(let path):
            Phrase(
                zh: "\(path) 在打开之后被移走、删除或替换，此后写入的不在其中，请重新运行",
                en: "\(path) was removed or replaced after it was opened, without what was written since; run it again"
            )
        case .overtaken(let subject):
            Phrase(
                zh: "\(subject) 刚被别人改动，这次未作改动，可用 nianbao log 查看后再决定",
                en: "somebody else has just changed \(subject), so nothing was done; see nianbao log and decide anew")
        case .interrupted(let path):
            Phrase(
                zh: "\(path) 上次写入中断，需恢复后才能读取，请让有写权限的用户打开一次",
                en: "writing to \(path) was interrupted; open it once as a user who may write there")
        case .readOnly(let path):
            Phrase(
                zh: "\(path) 或其所在文件夹只读，无法写入，请修改权限或换个位置",
                en: "\(path) or its folder is read-only; change the permissions or use another place")
        case .noPermission(let path):
            Phrase(
                zh: "没有权限打开 \(path)，请检查文件和文件夹的权限",
                en: "no permission to open \(path); check the permissions of the file and its folder")
        case .cannotCreate(let path, let reason):
            Phrase(
                zh: "无法建立 \(path)（\(reason.zh)），请检查文件夹是否存在、是否可写",
                en: "cannot create \(path) (\(reason.en)); check that the folder exists and can be written to")
        case .exists(let path):
            Phrase(
                zh: "\(path) 已存在，未作改动；请另取文件名，要覆盖请加 --force",
                en: "\(path) exists and was kept; choose another name, or add --force to replace it")
        case .archiveExists(let path):
            Phrase(
                zh: "\(path) 是年报档案，未作改动；请另取文件名，确要换掉这份档案请加 --force",
                en: """
                    \(path) is an archive of yearly reports and was kept; choose another name, or add --force if this \
                    archive is to be replaced
                    """)
        case .besideArchive(let path, let other):
            Phrase(
                zh: "\(path) 与档案 \(other) 不能放在一起：SQLite 把其中一个文件名用作另一个的日志，会把它删去；请另取文件名",
                en: """
                    \(path) cannot stand beside the archive \(other): one of the names is that of the other's journal, \
                    and what is there would be deleted; choose another name
                    """)
        case .severalNames(let path):
            Phrase(
                zh: "\(path) 在磁盘上还有别的文件名（硬链接），用一个名字写入的，打开另一个时可能丢失；请用 cp 复制一份，以后只用副本",
                en: """
                    \(path) has another name on the disk (a hard link), and what is entered under one may be undone \
                    when the other is opened; make a copy with cp, and use only that
                    """)
        case .ownPlace(let path):
            Phrase(
                zh: "\(path) 就是要复制的档案本身，未作改动；请另取文件名",
                en: "\(path) is the very archive that is to be copied and was kept; choose another name")
        case .diskFull(let path):
            Phrase(
                zh: "磁盘已满，这一步没有写入，\(path) 完好，请腾出空间后重试",
                en: "the disk is full, and this step was not written; \(path) is whole: free some space and try again")
        case .noRoomForCopy(let path):
            Phrase(
                zh: "磁盘已满，\(path) 没有写成，请腾出空间后重试",
                en: "the disk is full, and \(path) was not made; free some space and try again")
        case .damaged(let path, let detail):
            Phrase(
                zh: "\(path) 已损坏（\(detail.zh)），请用备份恢复",
                en: "\(path) is damaged (\(detail.en)); restore it from a backup")
        case .inputOutput(let path, let detail):
            Phrase(
                zh: "读写 \(path) 出错（\(detail.zh)），请检查磁盘",
                en: "reading or writing \(path) failed (\(detail.en)); check the disk")
        case .rejected(let source, let detail):
            Phrase(
                zh: "\(source) 的内容无法存入档案（\(detail.zh)），本批文件均未存入",
                en: "\(source) cannot be stored (\(detail.en)); nothing of its batch was")
        case .unitChanged(let code, let stored, let given):
            Phrase(
                zh: "指标 \(code) 在档案中的单位是“\(stored)”，现为“\(given)”，请改用新的指标代码",
                en: "indicator \(code) is stored in \(stored) and now given in \(given); use a new code")
        }
    }
}
