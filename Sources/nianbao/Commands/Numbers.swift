import Answers
import ArgumentParser
import Catalogue
import Output
import Storage
import Values

struct Numbers: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "numbers",
        abstract: words("按含义查文中的数字", "Ask for numbers in sentences by what is said of them"),
        discussion: words(
            """
            文中每个带单位的数，不论是否归入指标，都存有它说的是什么：事物、动作、渠道、来源等。各项可写名称、代码或文中用词，
            几个之间用逗号；none 表示原文未写明。可用的词见 nianbao indicators template。

            例：
              nianbao numbers --object 政府信息公开申请 --act 收到
              nianbao numbers --source 12345 --years 2020-2022 --format csv
              nianbao numbers --carrier 微信公众号 --unclaimed
            """,
            """
            Of every number with a unit in the sentences, taken by an indicator or not, the archive keeps what it is
            said to be: object, act, carrier, source and so on. Each can be given by label, by code, or by a word of
            the texts, several with commas between; none stands for what the sentence does not say. nianbao indicators
            template lists the words.

            Examples:
              nianbao numbers --object request --act received
              nianbao numbers --source 12345 --years 2020-2022 --format csv
              nianbao numbers --carrier wechat --unclaimed
            """))

    @OptionGroup var common: CommonOptions
    @OptionGroup var filters: FilterOptions
    @OptionGroup var output: OutputOptions

    @Option(parsing: .upToNextOption, help: help("说的是什么事物", "what is counted").named("词", "word"))
    var object: [String] = []

    @Option(parsing: .upToNextOption, help: help("做了什么", "what was done").named("词", "word"))
    var act: [String] = []

    @Option(parsing: .upToNextOption, help: help("通过什么渠道", "through which channel").named("词", "word"))
    var carrier: [String] = []

    @Option(parsing: .upToNextOption, help: help("来自哪里", "where the cases come from").named("词", "word"))
    var source: [String] = []

    @Flag(help: help("只看没有归入任何指标的", "only those that no indicator took"))
    var unclaimed = false

    func run() throws {
        let archive = try common.openForReading()
        let roleWords = try RoleWords(archive, try archive.codebook().loadNarrative().vocabulary)
        var wanted = NumberFilter(isUnclaimedOnly: unclaimed)
        for (role, given) in [
            (NarrativeRole.object, object), (.act, act), (.carrier, carrier), (.source, source),
        ] where !given.isEmpty {
            wanted.values[role] = try roleWords.names(given, of: role)
        }
        let filter = filters.filter()
        let list = NumberList(
            archive, roleWords, filter: filter, wanted: wanted, language: .current)
        var count = 0
        try output.write { count = try list.write(to: $0, isForPeople: output.isForPeople) }
        if let warning = try list.warning { common.warn(warning) }
        try common.requireReports(archive, filter)
        if count == 0 { try common.endEmpty(Phrase(zh: "没有符合条件的数字", en: "no number matches")) }
    }
}
