import Answers
import ArgumentParser
import Output
import Storage
import Values

struct Log: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "log",
        abstract: words("对档案做过什么，何时，何人", "What was done to the archive, when and by whom"),
        discussion: words(
            "导入、重读、移除、恢复、改归、更正、豁免，地名和自定义文件的改动，按时间先后。\n\n例：\n  nianbao log\n  nianbao log --format csv",
            """
            Imports, readings again, removals, returns, moves, corrections, waivers, changes of places and of files of
            your own, from first to last.

            Examples:
              nianbao log
              nianbao log --format csv
            """))

    @OptionGroup var common: CommonOptions
    @OptionGroup var vintage: VintageOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
        let entries = try common.openForReading().log(asOf: vintage.asOf?.moment)
        try output.write([LogSheet.sheet(entries, isForPeople: output.isForPeople, .current)])
        guard entries.isEmpty else { return }
        try common.endEmpty(
            vintage.asOf.map { asOf in
                Phrase(zh: "\(asOf.moment) 以前没有做过什么", en: "nothing was done before \(asOf.moment)")
            } ?? Phrase(zh: "还没有做过什么", en: "nothing was done yet"))
    }
}
