import Values

/// Why counties and townships cannot be named, coded or merged as asked; nothing was changed then.
package enum PlaceError: ExplainedError, Equatable {
    /// `nearest` is a name that it may be a misspelling of.
    case unknown(String, nearest: String? = nil)
    case ambiguous(String, choices: [String])
    case nameTaken(String)
    case invalidName(String)
    /// A county and a township, or a place and itself.
    case notAlike(String, String)
    /// Both have reports of these years, of which one could be the current one only.
    case sameYears(Place, Place, years: [Int])
    case invalidCode(String)
    case codeTaken(String, by: String)
    /// Lines of a list that lead to one place have different codes.
    case severalCodes(String, [String])
    /// A county, where a township is meant.
    case noTownship(String)
    /// A township that another is to go into, and that the archive does not know.
    case unknownSuccessor(String, nearest: String?)
    /// A place that goes into itself.
    case endsIntoItself(Place)
    /// There are reports of years that it cannot have been there in.
    case reportsOutsideTerm(Place, TownshipTerm, years: [Int])
    /// It would have ended before it began.
    case emptyTerm(Place, first: Int, last: Int)
    /// The successor was at its own end no later.
    case successorEnded(Place, lastYear: Int, into: Place, successorYear: Int)
    /// Two that are to be one, and were not there in the same years; the term is the first one's.
    case termsDiffer(Place, TownshipTerm, from: Place)
    case hasNoEnd(Place)

    package var status: ExitStatus { .usage }

    package var explanation: Phrase {
        switch self {
        case .unknown(let name, let nearest?):
            Phrase(
                zh: "档案中没有“\(name)”，是否指“\(nearest)”？", en: "the archive has no '\(name)'; did you mean '\(nearest)'?")
        case .unknown(let name, nil):
            Phrase(
                zh: "档案中没有“\(name)”，可用 nianbao townships 查看",
                en: "the archive has no '\(name)'; see nianbao townships")
        case .ambiguous(let name, let choices):
            Phrase(
                zh: "“\(name)”不止一个，请写成其中之一：\(choices.joined(separator: "、"))",
                en: "there are several '\(name)'; write one of \(choices.joined(separator: ", "))")
        case .nameTaken(let name):
            Phrase(
                zh: "已有“\(name)”，如是同一处请用 nianbao townships merge 合并",
                en: "there is a '\(name)' already; if it is the same place, use nianbao townships merge")
        case .invalidName(let name):
            Phrase(
                zh: "“\(name)”不能用作名称，请写名称本身，不带斜线和空格",
                en: "'\(name)' cannot be a name; write the name alone, without slashes and spaces")
        case .notAlike(let one, let other):
            Phrase(
                zh: "“\(one)”和“\(other)”不能合并，请给出两个乡镇或两个县区",
                en: "'\(one)' and '\(other)' cannot be merged; name two townships or two counties")
        case .sameYears(let one, let other, let years): Self.ofSameYears(one, other, years)
        case .invalidCode(let code):
            Phrase(zh: "“\(code)”不是区划代码，应为 6 至 12 位数字", en: "'\(code)' is no division code; it has 6 to 12 digits")
        case .codeTaken(let code, let other):
            Phrase(zh: "区划代码 \(code) 已属于\(other)，请核对", en: "the division code \(code) belongs to \(other); check it")
        case .severalCodes(let name, let codes):
            Phrase(
                zh: "名单中\(name)有几个代码：\(codes.joined(separator: "、"))（现名和曾用名指同一处），整个名单未导入",
                en: "the list has several codes of \(name), by its name and a former one: "
                    + "\(codes.joined(separator: ", ")); nothing was taken")
        case .noTownship, .unknownSuccessor, .endsIntoItself, .reportsOutsideTerm, .emptyTerm, .successorEnded,
            .termsDiffer, .hasNoEnd:
            ofTerms
        }
    }

    private var ofTerms: Phrase {
        switch self {
        case .noTownship(let name):
            Phrase(zh: "“\(name)”是县区，请写乡镇，如 青禾县/柳溪镇", en: "'\(name)' is a county; name a township, as in 青禾县/柳溪镇")
        case .unknownSuccessor(let name, let nearest):
            Phrase(
                zh: """
                    档案中没有要并入的“\(name)”\(nearest.map { "（是否指“\($0)”？）" } ?? "")；还没有它的年报的，先用 nianbao townships \
                    import 导入名单；只是改了名的，用 nianbao townships rename
                    """,
                en: """
                    the archive has no '\(name)' to go into\(nearest.map { " (did you mean '\($0)'?)" } ?? ""); if it \
                    has not reported yet, nianbao townships import takes it from a list; if the township has only \
                    another name now, use nianbao townships rename
                    """)
        case .endsIntoItself(let place):
            Phrase(
                zh: "\(place)不能并入它自己；只是改名的，用 nianbao townships rename \(place.word) …",
                en: "\(place) cannot go into itself; if it has only another name now, use "
                    + "nianbao townships rename \(place.word) …")
        case .reportsOutsideTerm(let place, let term, let years):
            Phrase(
                zh: """
                    档案中有\(place) \(Self.list(years, "、")) 年的年报，不会是\(term.words.zh)；是别的乡镇的年报的，先用 \
                    nianbao move \(place.word) \(years.first ?? 0) --to … --reason … 改归
                    """,
                en: """
                    the archive has reports of \(place) for \(Self.list(years, ", ")), so it cannot be that it \
                    \(term.words.en); if they are another township's, first nianbao move \(place.word) \
                    \(years.first ?? 0) --to … --reason …
                    """)
        case .emptyTerm(let place, let first, let last):
            Phrase(
                zh: "\(place)\(first)年设立，不会在\(last)年后就已撤销，请核对",
                en: "\(place) was set up in \(first), and cannot have ended after \(last); check it")
        case .successorEnded(let place, let last, let successor, let end):
            Phrase(
                zh: "\(place)\(last)年后并入\(successor)，而\(successor)自己\(end)年后就已撤销，请核对",
                en:
                    "\(place) went into \(successor) after \(last), and that itself ended after \(end); check it"
            )
        case .termsDiffer(let one, let term, let other): Self.ofTermsThatDiffer(one, term, other)
        case .hasNoEnd(let place):
            Phrase(zh: "\(place)没有记为撤销", en: "\(place) is not told to have ended")
        default: Phrase("")
        }
    }

    private static func ofTermsThatDiffer(_ one: Place, _ term: TownshipTerm, _ other: Place) -> Phrase {
        let deeds = [term.last.map { _ in "resume" }, term.first.map { _ in "begin" }].compactMap { $0 }
        let commands = deeds.map { "nianbao townships \($0) \(one.word) --reason …" }
        return Phrase(
            zh: """
                \(one)\(term.words.zh)，与\(other)不同，不能合并为一处；记错了的，先取消：\
                \(commands.joined(separator: "；"))
                """,
            en: """
                \(one) \(term.words.en), which is not so of \(other): they cannot become one; if that is wrong, \
                first \(commands.joined(separator: " and "))
                """)
    }

    private static func ofSameYears(_ one: Place, _ other: Place, _ years: [Int]) -> Phrase {
        // Of two counties that become one; two townships of one name cannot be in it.
        let renaming =
            one.township == other.township
            ? Phrase(
                zh: "；不是同一乡镇的，先改名：nianbao townships rename \(one.word) 新名称",
                en: "; if they are two, give one another name first: nianbao townships rename \(one.word) NAME")
            : Phrase("")
        return Phrase(
            zh: """
                \(one)和\(other)都有 \(list(years, "、")) 年的年报，来自不同的文件，或已更正、豁免过，不能合并为一处；\
                确为同一乡镇的，先移除其中一处的：nianbao remove \(one.word) \(years.first ?? 0) --reason …，再合并\(renaming.zh)
                """,
            en: """
                \(one) and \(other) both have reports for \(list(years, ", ")), of different files or \
                corrected or waived since, and cannot become one; if they are the same township, take those out of \
                one: nianbao remove \(one.word) \(years.first ?? 0) --reason …, and merge again\(renaming.en)
                """)
    }

    private static func list(_ years: [Int], _ separator: String) -> String {
        years.map(String.init).joined(separator: separator)
    }
}
