import Catalogue
import Reports
import Values

/// A file of a user's own indicators to begin with: every key with what it is for, and the words that may be used.
package enum IndicatorTemplate {
    package static func text(_ vocabulary: RoleVocabulary, _ language: Language) -> String {
        head[language] + words(vocabulary, language)
    }

    private static let head = Phrase(
        zh: """
            # 自定义指标。改好后：nianbao indicators check 本文件，再 nianbao indicators add 本文件，最后 nianbao reread。
            # 以 # 开头的行是说明，不起作用。

            # 一、指标：代码（不能与已有的重复）、中文名、英文名、单位。
            # 单位可用：\(units)。
            indicators:
              - {code: local.village_talks, zh: 院坝宣讲会场次, en: talks in the villages, unit: 次}

            # 二、词：已有的词不够时自己加，没有可以整段删去。object 是事物，act 是动作，其余各项见文末。
            #   zh、en 名称；words 文中怎么写，"院坝{宣讲,宣讲会}" 是两个词；units 这种事物用哪些单位计（写在事物下）；
            #   over 同一句里让位给它的词（如申请优先于信息）。给已有的词补充写法：只写 words。
            roles:
              object:
                village_talk: {zh: 院坝宣讲会, en: talk in the villages, units: [times], words: ["院坝宣讲{会,}"]}

            # 三、定义：哪些数字归入这个指标。每一项写可以是哪些词，一个或几个；没写的项不限。
            #   但 standing 不写是 [whole, total]，time 不写是 this_year，level 不写是 own，told 不写是 figures。
            #   none 表示原文没有说；同一指标可有几条定义，先写的优先。
            #   adds 按类别相加（城市和农村）；beside 可与之共有一个数的指标。
            #   object、act、carrier、source、measure 至少写一项，否则什么数都会归入。
            definitions:
              - {code: local.village_talks, unit: times, object: village_talk}

            # 四、例句：也是检查。figures 写这句话说的全部数字，没有写 {}；约数写 "~30"，余数写 ">30"，不足写 "<30"。
            #   never 写这句话看似说了其实没说的指标；year 是年报的年度。
            examples:
              - text: 全年召开院坝宣讲会12场。
                year: 2022
                figures: {local.village_talks: "12"}
              - text: 上半年召开院坝宣讲会5场。
                year: 2022
                figures: {}
                never: [local.village_talks]

            # 可用的词：

            """,
        en: """
            # Indicators of your own. Then: nianbao indicators check FILE, nianbao indicators add FILE, nianbao reread.
            # Lines that begin with # explain and do nothing.

            # 1. Indicators: a code that is not taken, a Chinese and an English label, a unit.
            # Units: \(units).
            indicators:
              - {code: local.village_talks, zh: 院坝宣讲会场次, en: talks in the villages, unit: 次}

            # 2. Words of your own, where those below do not do; may be left out. object is what is counted,
            #   act what was done. zh, en: labels; words: as texts have them, "院坝{宣讲,宣讲会}" is two; units: by which
            #   kinds of units an object is counted; over: values that give way to it in one sentence, as information
            #   does to a request.
            #   More words for a value that is there already: give words alone.
            roles:
              object:
                village_talk: {zh: 院坝宣讲会, en: talk in the villages, units: [times], words: ["院坝宣讲{会,}"]}

            # 3. Definitions: which numbers are the indicator's. For each role, the values that will do, one or several;
            #   a role that is left out may have any, but for standing [whole, total], time this_year, level own,
            #   told figures.
            #   none: the sentence does not say. Of several definitions of one code the first is the best.
            #   adds: axes that are added up (urban and rural); beside: codes that may have the same number.
            #   One at least of object, act, carrier, source and measure must be there, or every number would be taken.
            definitions:
              - {code: local.village_talks, unit: times, object: village_talk}

            # 4. Examples, which are checks: figures is all that the sentence tells, {} for nothing; "~30" about,
            #   ">30" more than, "<30" less than. never: what it only seems to tell. year: that of the report.
            examples:
              - text: 全年召开院坝宣讲会12场。
                year: 2022
                figures: {local.village_talks: "12"}
              - text: 上半年召开院坝宣讲会5场。
                year: 2022
                figures: {}
                never: [local.village_talks]

            # Words that may be used:

            """)

    private static let units = Unit.allCases.map(\.rawValue).joined(separator: " ")

    /// The values of every role, as comments; closed roles take no words of the user's own.
    private static func words(_ vocabulary: RoleVocabulary, _ language: Language) -> String {
        NarrativeRole.allCases.map { role in
            let values = vocabulary.of(role).map { "#   \($0.name): \($0.label[language])\n" }
            return "# \(role.name)  \(role.label[language])\n\(values.joined())"
        }.joined()
    }
}
