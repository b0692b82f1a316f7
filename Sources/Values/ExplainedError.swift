/// An error on its way to the user: what is to be said of it, and what the program's exit code says to scripts.
///
/// Every error that a user may see is one, so that none can be without its code.
package protocol ExplainedError: Error, Explained {
    var status: ExitStatus { get }
}

/// The exit codes that users' scripts rely upon (sysexits.h where it has one).
package enum ExitStatus: Int32, Sendable, CaseIterable {
    case done = 0
    /// Done, and something needs attention.
    case attention = 1
    case usage = 64
    /// A file that is not what it should be: no report, damaged, or of a wrong form.
    case noReport = 65
    case noInput = 66
    case cannotCreate = 73
    case inputOutput = 74
    case busy = 75

    /// As the manual lists them.
    package var words: Phrase {
        switch self {
        case .done: Phrase(zh: "完成", en: "done")
        case .attention: Phrase(zh: "完成，但有需要留意之处", en: "done, and something needs attention")
        case .usage: Phrase(zh: "用法有误", en: "wrong usage")
        case .noReport: Phrase(zh: "不是年报，或内容损坏", en: "not a report, or damaged input")
        case .noInput: Phrase(zh: "没有这个文件或年报", en: "no such input")
        case .cannotCreate: Phrase(zh: "无法创建", en: "cannot create")
        case .inputOutput: Phrase(zh: "读写出错或磁盘已满", en: "input/output error or full disk")
        case .busy: Phrase(zh: "档案正被写入", en: "archive busy")
        }
    }
}
