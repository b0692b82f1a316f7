import Answers
import ArgumentParser
import Catalogue
import Output
import Storage
import Values

struct Search: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "search",
        abstract: words("在年报全文中查找", "Search the texts of the reports"),
        discussion: words(
            """
            两个字的词也能查到；空格、换行、全角半角、大小写不影响查找。给出几个词，年报须全部包含。第一次查找会在档案旁建立索引
            （档案名.search），可随时删除；文件夹只读时不建索引，只是慢一些。

            例：
              nianbao search 低保
              nianbao search 满意率 12345 --years 2021-2022
              nianbao search 政务公开专区 --format csv
            """,
            """
            Words of two characters are found; spaces, line breaks, width and case make no difference. Of several
            words, a report must contain all. The first search makes an index beside the archive (ARCHIVE.search),
            which can be deleted at any time; in a read-only folder there is none, and a search takes longer.

            Examples:
              nianbao search 低保
              nianbao search 满意率 12345 --years 2021-2022
              nianbao search 政务公开专区 --format csv
            """))

    @OptionGroup var common: CommonOptions
    @OptionGroup var filters: FilterOptions
    @OptionGroup var vintage: VintageOptions
    @OptionGroup var output: OutputOptions

    @Argument(help: help("要查找的文字", "what to search for").named("文字", "text"))
    var text: [String]

    func run() throws {
        let archive = try common.openForReading(asOf: vintage)
        let search = try TextSearch(archive, text, filter: filters.filter(asOf: vintage))
        var count = 0
        try output.write { count = try search.write(to: $0, isForPeople: output.isForPeople) }
        try common.requireReports(archive, filters.filter(asOf: vintage))
        if count == 0 {
            let wanted = text.joined(separator: " ")
            try common.endEmpty(Phrase(zh: "没有找到“\(wanted)”", en: "'\(wanted)' was not found"))
        }
    }
}
