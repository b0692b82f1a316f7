/// The letters that give a text its parts.
enum Letter {
    static let lineBreak: UInt16 = 0x0A
    static let space: UInt16 = 0x20
    static let quote: UInt16 = 0x22
    static let apostrophe: UInt16 = 0x27
    static let percent: UInt16 = 0x25
    static let asciiComma: UInt16 = 0x2C
    static let plus: UInt16 = 0x2B
    static let hyphen: UInt16 = 0x2D
    static let dot: UInt16 = 0x2E
    static let fullDot: UInt16 = 0xFF0E
    static let slash: UInt16 = 0x2F
    static let tilde: UInt16 = 0x7E
    static let enumerationComma: UInt16 = 0x3001
    static let fullStop: UInt16 = 0x3002
    static let exclamation: UInt16 = 0xFF01
    static let openBracket: UInt16 = 0xFF08
    static let closeBracket: UInt16 = 0xFF09
    static let comma: UInt16 = 0xFF0C
    static let colon: UInt16 = 0xFF1A
    static let semicolon: UInt16 = 0xFF1B
    static let question: UInt16 = 0xFF1F
    static let dash: UInt16 = 0x2014
    static let shortDash: UInt16 = 0x2013
    static let minus: UInt16 = 0x2212
    static let exponent: UInt16 = 0x65
    /// 负, as in 负175件
    static let negative: UInt16 = 0x8D1F
    /// 年
    static let year: UInt16 = 0x5E74
    /// 月
    static let month: UInt16 = 0x6708
    /// 日
    static let day: UInt16 = 0x65E5
    /// 我, 本, 该, 全, as in 我镇
    static let mine: UInt16 = 0x6211
    static let own: UInt16 = 0x672C
    static let this: UInt16 = 0x8BE5
    static let whole: UInt16 = 0x5168
    /// 向, 对
    static let towards: UInt16 = 0x5411
    static let against: UInt16 = 0x5BF9
    /// 按, as in 按月
    static let per: UInt16 = 0x6309
    /// 期
    static let issue: UInt16 = 0x671F
    /// 为
    static let forWhom: UInt16 = 0x4E3A
    /// 从, 由
    static let out: UInt16 = 0x4ECE
    static let from: UInt16 = 0x7531
    /// 口, as in 人口
    static let mouth: UInt16 = 0x53E3
    /// 人家, as in 户人家
    static let homes: [UInt16] = [0x4EBA, 0x5BB6]
    /// 辖, as in 辖区, 下辖
    static let seat: UInt16 = 0x8F96
    /// 《 and 》; 等, 共, 各, as in 《…》等3条
    static let openTitle: UInt16 = 0x300A
    static let closeTitle: UInt16 = 0x300B
    static let behindTitles: [UInt16] = [openTitle, enumerationComma, 0x7B49, 0x5171, 0x5404]
    /// 有, as in 没有
    static let existing: UInt16 = 0x6709
    /// 列, 居, 占, as in 位列全区第三, 占全县总量的2%; 第, 前, 排, as in 全区第三
    static let rankings: [UInt16] = [0x5217, 0x5C45, 0x5360]
    static let ranks: [UInt16] = [0x7B2C, 0x524D, 0x6392]
    /// 已
    static let already: UInt16 = 0x5DF2
    /// 余, as in 其余; 他, 它, as in 其他
    static let rest: UInt16 = 0x4F59
    static let others: [UInt16] = [0x4ED6, 0x5B83]
    /// 、 and 和, 及, 与: what a list is made with
    static let joiners: [UInt16] = [0x3001, 0x548C, 0x53CA, 0x4E0E]
    /// 批, as in 36批
    static let group: UInt16 = 0x6279
    /// 名, 位; 次, as in 户次: of people who are told of, not of all who live there
    static let countersOfSome: [UInt16] = [0x540D, 0x4F4D, 0x6B21]
    /// 的, 年, 度, 底, 末, 初, 期: what ends a time before a number, as in 去年的3人
    static let timeEnds: [UInt16] = [0x7684, 0x5E74, 0x5EA6, 0x5E95, 0x672B, 0x521D, 0x671F]
    /// 累计
    static let accrued: [UInt16] = [0x7D2F, 0x8BA1]
    /// 纳入
    static let takeIn: [UInt16] = [0x7EB3, 0x5165]
    /// 进, 出, as in 进26户、出31户
    static let enter: UInt16 = 0x8FDB
    static let leave: UInt16 = 0x51FA
    /// 初, as in 年初
    static let beginning: UInt16 = 0x521D
    /// 的
    static let attributive: UInt16 = 0x7684
    /// 至, 到, 给, 由, as in 交办至科室
    static let handsOn: [UInt16] = [0x81F3, 0x5230, 0x7ED9, 0x7531]
    /// 批, 纳, 审, as in 审批纳入
    static let approves: [UInt16] = [0x6279, 0x7EB3, 0x5BA1]
    /// 转, 交, 派, as in 转我镇
    static let gives: [UInt16] = [turn, 0x4EA4, 0x6D3E]
    /// 应, 需, 须, as in 应公开, and 回, 响, 相, 供, 对, 反, 适, 必, 急, 所, 亟, which make words with them
    static let dues: [UInt16] = [0x5E94, 0x9700, 0x987B]
    static let answers: [UInt16] = [
        0x56DE, 0x54CD, 0x76F8, 0x4F9B, 0x5BF9, 0x53CD, 0x9002, 0x5FC5, 0x6025, 0x6240, 0x4E9F,
    ]
    /// 任务; 完成, 实现, 实际, 达到: how much of it was done
    static let task: [UInt16] = [0x4EFB, 0x52A1]
    static let accomplished: [[UInt16]] = [[0x5B8C, 0x6210], [0x5B9E, 0x73B0], [0x5B9E, 0x9645], [0x8FBE, 0x5230]]
    /// 报告
    static let report: [UInt16] = [0x62A5, 0x544A]
    /// 续, 近, 去, as in 连续三年, 近三年, 过去三年
    static let beforeYears: [UInt16] = [0x7EED, 0x8FD1, 0x53BB]
    /// 当年, 同年, 该年
    static let sameYear: [[UInt16]] = [[0x5F53, year], [0x540C, year], [0x8BE5, year]]
    /// 全年
    static let wholeYear: [UInt16] = [0x5168, year]
    /// 实, as in 实际
    static let actual: UInt16 = 0x5B9E
    /// 类, as in 投诉类, and 各, 分, 种, 多, 同, as in 各类
    static let kind: UInt16 = 0x7C7B
    static let beforeKind: [UInt16] = [0x5404, 0x5206, 0x79CD, 0x591A, 0x540C]
    /// 除, and 了, 去, 有, as in 除了3件
    static let except: UInt16 = 0x9664
    static let afterExcept: [UInt16] = [0x4E86, 0x53BB, 0x6709]
    /// 其中
    static let amongThem: [UInt16] = [among, amid]
    /// 通, 在, 于, 托, 助, 用, 向, 我, as in 通过县政府网站 and 我镇
    static let uses: [UInt16] = [0x901A, within, at, 0x6258, 0x52A9, 0x7528, 0x5411, mine]
    /// 转, as in 转载
    static let turn: UInt16 = 0x8F6C
    /// 书, 面, 函, 网, 邮, 传, 民, 法, 企, as in 书面申请
    static let ways: [UInt16] = [0x4E66, 0x9762, 0x51FD, 0x7F51, 0x90AE, 0x4F20, 0x6C11, 0x6CD5, 0x4F01]
    /// 时, 额, as in 足额到位
    static let fully: [UInt16] = [0x65F6, 0x989D]
    /// 惠, 益, 户, 人, as in 惠及135户
    static let benefits: [UInt16] = [0x60E0, 0x76CA, 0x6237, 0x4EBA]
    /// 资, 级, as in 上级资金
    static let funds: [UInt16] = [0x8D44, 0x7EA7]
    /// 比, 较, 同, 多, 少, 增, 减, 去, 上, as in 较上年多公开
    static let compares: [UInt16] = [0x6BD4, 0x8F83, 0x540C, 0x591A, 0x5C11, 0x589E, 0x51CF, 0x53BB, 0x4E0A]
    /// 实, 已, as in 实际公开
    static let done: [UInt16] = [0x5B9E, 0x5DF2]
    /// 截
    static let cutsOff: UInt16 = 0x622A
    /// 题, 项, 务, as in 问题, 事项, 任务: cases of any kind
    static let endsAnyCase: [UInt16] = [0x9898, 0x9879, 0x52A1]
    /// 心, 厅, 办, 所, 站, 局, 室, 队, as in 综治中心: what ends the name of a body
    static let endsBody: [UInt16] = [0x5FC3, 0x5385, 0x529E, 0x6240, 0x7AD9, 0x5C40, 0x5BA4, 0x961F]
    /// 书面
    static let inWriting: [UInt16] = [0x4E66, 0x9762]
    /// 到位
    static let arrived: [UInt16] = [0x5230, 0x4F4D]
    /// 多, 少, as in 多受理
    static let moreOrFewer: [UInt16] = [0x591A, 0x5C11]
    /// 年, 度, 本, 我, 镇, 乡, 街, 道, as in 本年度 and 2022年我镇
    static let ofYear: [UInt16] = [year, 0x5EA6, own, mine, 0x9547, 0x4E61, 0x8857, 0x9053, comma]
    /// 发, 定, 制, 出, 订, behind 拟: what was to be written or sent out
    static let drafts: [UInt16] = [0x53D1, 0x5B9A, 0x5236, 0x51FA, 0x8BA2]
    /// What may stand behind a year before a bracket: 度, 同期
    static let afterYear: [[UInt16]] = [[], [0x5EA6], [0x540C, 0x671F], [0x5EA6, 0x540C, 0x671F]]
    /// 项
    static let entry: UInt16 = 0x9879
    /// 始, as in 开始
    static let begun: UInt16 = 0x59CB
    /// 比, 较
    static let than: [UInt16] = [0x6BD4, 0x8F83]
    /// 村, 各
    static let villages: [UInt16] = [0x6751, 0x5404]
    /// 因
    static let because: UInt16 = 0x56E0
    /// 中, as in 低保对象中
    static let amid: UInt16 = 0x4E2D
    /// 会, and 议, as in 发布会议
    static let meeting: UInt16 = 0x4F1A
    static let discuss: UInt16 = 0x8BAE
    /// 要, as in 要求
    static let demand: UInt16 = 0x8981
    /// 信息
    static let information: [UInt16] = [0x4FE1, 0x606F]
    /// 现了, 成了, 到了, 利完, 满完, as in 实现了 and 顺利完成: it was reached
    static let reached: [[UInt16]] = [
        [0x73B0, 0x4E86], [0x6210, 0x4E86], [0x5230, 0x4E86], [0x5229, 0x5B8C], [0x6EE1, 0x5B8C],
    ]
    /// 完成, 按照, 对照, 根据, 围绕, 紧扣
    static let meets: [[UInt16]] = [
        [0x5B8C, 0x6210], [0x6309, 0x7167], [0x5BF9, 0x7167], [0x6839, 0x636E], [0x56F4, 0x7ED5],
        [0x7D27, 0x6263],
    ]
    /// 满意, 评价, 回访, 质效, 督办, 督查, 组织, 机制, as in 满意情况 and 群众评价
    static let aspects: [[UInt16]] = [
        [0x6EE1, 0x610F], [0x8BC4, 0x4EF7], [0x56DE, 0x8BBF], [0x8D28, 0x6548], [0x7763, 0x529E], [0x7763, 0x67E5],
        [0x7EC4, 0x7EC7], [0x673A, 0x5236],
    ]
    /// 计划
    static let planned: [UInt16] = [0x8BA1, 0x5212]
    /// 满意
    static let contented: [UInt16] = [0x6EE1, 0x610F]
    /// 公, 府, as in 公开 and 政府信息: of all that was disclosed
    static let saysAll: [UInt16] = [0x516C, 0x5E9C]
    /// 单, 果, as in 名单 and 审核结果: what is disclosed of people
    static let endsList: [UInt16] = [0x5355, 0x679C]
    /// 等, as in 公众号等平台
    static let andSoOn: UInt16 = 0x7B49
    /// 政, 解, as in 政策解读 and 解读材料, but not 图文解读
    static let opensExplained: [UInt16] = [0x653F, 0x89E3]
    static let plainOwn: [UInt16] = [mine, this, own, whole]
    /// 于
    static let at: UInt16 = 0x4E8E
    /// 在
    static let within: UInt16 = 0x5728
    /// 其, as in 其中
    static let among: UInt16 = 0x5176
    /// 来, as in 两年来
    static let come: UInt16 = 0x6765
    /// 间, as in 三年间
    static let between: UInt16 = 0x95F4
    /// 时, as in 两年时间
    static let span: UInt16 = 0x65F6
    /// 至
    static let upTo: UInt16 = 0x81F3
    /// 到
    static let until: UInt16 = 0x5230
    /// 百
    static let hundred: UInt16 = 0x767E
    /// 上, as in 上千
    static let above: UInt16 = 0x4E0A
    /// 分, as in 百分之
    static let parts: UInt16 = 0x5206
    /// 钟, 之, 数, as in 分钟, 分之, 分数
    static let behindParts: [UInt16] = [0x949F, 0x4E4B, 0x6570]
    /// 角
    static let tenth: UInt16 = 0x89D2
    /// 点, as in 九十八点五
    static let point: UInt16 = 0x70B9
    /// 前, 近, as in 前5个月; 度, as in 三个季度
    static let before: UInt16 = 0x524D
    /// 1月
    static let january: [UInt16] = [0x31, month]
    static let beforeMonths: [UInt16] = [before, 0x8FD1]
    static let quarter: UInt16 = 0x5EA6
    /// 底, 末
    static let monthEnds: [UInt16] = [0x5E95, 0x672B]
    /// 线, 话, 台, as in 热线, 电话, 平台; 打, 拨, 话, as in 拨打12366
    static let services: [UInt16] = [0x7EBF, 0x8BDD, 0x53F0]
    static let dials: [UInt16] = [0x6253, 0x62E8, 0x8BDD]
    /// 缴, as in 缴纳; 为, 替, 帮, 给: for whom it is done
    static let payIn: UInt16 = 0x7F34
    static let payers: [UInt16] = [0x4E3A, 0x66FF, 0x5E2E, 0x7ED9]
    /// 最, as in 最高; 达, 为, 可, as in 最高可达
    static let most: UInt16 = 0x6700
    static let reaches: [UInt16] = [0x8FBE, 0x4E3A, 0x53EF]
    /// 提, 目, 以, 之, as in 提前, 目前
    static let otherBefore: [UInt16] = [0x63D0, 0x76EE, 0x4EE5, 0x4E4B]
    /// 不, as in 不超过
    static let not: UInt16 = 0x4E0D
    /// 条
    static let item: UInt16 = 0x6761
    /// 件
    static let piece: UInt16 = 0x4EF6
    /// 县, 区, 市, 旗, 州; 镇, 乡; 政, 人, 门, 网, 信, as in 县政府网站, 镇信息网
    static let county: UInt16 = 0x53BF
    static let counties: [UInt16] = [county, 0x533A, 0x5E02, 0x65D7, 0x5DDE]
    static let townships: [UInt16] = [0x9547, 0x4E61]
    /// With 街 and 苏, as in 街道 and 苏木
    static let endsTownship: [UInt16] = townships + [0x8857, 0x82CF]
    static let sites: [UInt16] = [0x653F, 0x4EBA, 0x95E8, 0x7F51, 0x4FE1]
    /// 户, 人, 民, 员, 者, 象, 庭, 众, 金, 款, 贴, 助, 资, 费: what ends a name of people or of what they are paid
    static let endsCounted: [UInt16] = [
        0x6237, 0x4EBA, 0x6C11, 0x5458, 0x8005, 0x8C61, 0x5EAD, 0x4F17, 0x91D1, 0x6B3E, 0x8D34, 0x52A9, 0x8D44, 0x8D39,
    ]
    /// 户, 人, 口, 象, 员, 者, 童, 庭, 军, 民: what ends the name of people, as in 残疾人中
    static let endsPeopleOf: [UInt16] = [
        0x6237, 0x4EBA, 0x53E3, 0x8C61, 0x5458, 0x8005, 0x7AE5, 0x5EAD, 0x519B, 0x6C11,
    ]
    /// 总, 全, 众, 困: of all who live there, or of anybody in need, as in 全镇人口中 and 困难群众中
    static let everybody: [UInt16] = [0x603B, 0x5168, 0x4F17, 0x56F0]
    /// 心, 国, 学, 期, 级, 医, 药, …: what makes a word with 中, as in 人员中心
    static let behindAmid: [UInt16] = [
        0x5FC3, 0x56FD, 0x592E, 0x5B66, 0x5C0F, 0x5171, 0x671F, 0x65EC, 0x79CB, 0x5348, 0x7EA7, 0x533B, 0x836F, 0x578B,
        0x7B49, 0x6807, 0x961F, 0x95F4, 0x9014, 0x4ECB, 0x65AD, 0x6B62,
    ]
    /// 农户
    static let farmers: [UInt16] = [0x519C, 0x6237]
    /// 以下, 以内; 以上
    static let upToSize: [[UInt16]] = [[0x4EE5, 0x4E0B], [0x4EE5, 0x5185]]
    static let fromSize: [UInt16] = [0x4EE5, 0x4E0A]
    /// 其他, 其它, 引发, as in 其他行政复议 and 征地引发诉讼
    static let otherCauses: [[UInt16]] = [[0x5176, 0x4ED6], [0x5176, 0x5B83], [0x5F15, 0x53D1]]
    /// 制作, 产生, 审核, 形成, 梳理: what is done with information before it is disclosed
    static let makes: [[UInt16]] = [
        [0x5236, 0x4F5C], [0x4EA7, 0x751F], [0x5BA1, 0x6838], [0x5F62, 0x6210], [0x68B3, 0x7406],
    ]
    /// 审批, 批准, 核准, as in 申报60户，审批50户
    static let granted: [[UInt16]] = [[0x5BA1, 0x6279], [0x6279, 0x51C6], [0x6838, 0x51C6]]
    /// 照, 据, 按, as in 对照全县要求, 按照 and 根据
    static let accordingTo: [UInt16] = [0x7167, 0x636E, per]
    /// 线, 下, as in 等线下渠道
    static let offline: [UInt16] = [0x7EBF, 0x4E0B]
    /// 版, as in 2023版
    static let edition: UInt16 = 0x7248
    /// 到, 至, 转, 入, as in 结转到本年
    static let into: [UInt16] = [0x5230, 0x81F3, 0x8F6C, 0x5165]
    /// 残; 老; 童, 孤; 军, 役, 兵, 烈, 属: whom allowances are for
    static let disabled: UInt16 = 0x6B8B
    static let old: UInt16 = 0x8001
    static let childrens: [UInt16] = [0x7AE5, 0x5B64]
    static let soldiers: [UInt16] = [0x519B, 0x5F79, 0x5175, 0x70C8, 0x5C5E]
    /// 之
    static let of: UInt16 = 0x4E4B
    /// 第, as in 第（八）项
    static let ordinal: UInt16 = 0x7B2C
    /// Before digits that run from right to left (U+202E).
    static let turned: UInt16 = 0x202E
    /// Stands for whatever matches nothing.
    static let other: UInt16 = 0xFFFD

    static func isDigit(_ letter: UInt16) -> Bool { letter >= 0x30 && letter <= 0x39 }

    /// Digits that stand above, below or within a ring, fractions, Roman and other numerals: ², ①, ½, Ⅲ.
    static func isOddDigit(_ letter: UInt16) -> Bool {
        guard !isIdeograph(letter) else { return false }
        return switch letter {
        case 0xB2, 0xB3, 0xB9, 0xBC...0xBE, 0x660...0x669, 0x6F0...0x6F9, 0x2070...0x2079, 0x2080...0x2089,
            0x2150...0x2189, 0x2460...0x249B, 0x24EA...0x24FF, 0x2776...0x2793, 0x3220...0x3229, 0x3280...0x3289:
            true
        default: false
        }
    }

    /// Dots and commas that no number is written with: 185·07.
    static func isStray(_ letter: UInt16) -> Bool {
        switch letter {
        case 0xB7, 0x2C8, 0x2CC, 0x66B, 0x66C, 0x2022, 0x2027, 0x30FB, 0xFE50, 0xFE52, 0xFF65: true
        default: false
        }
    }

    /// （ and ）, 【 and 】
    static func isPair(_ open: UInt16, _ close: UInt16) -> Bool {
        open == openBracket && close == closeBracket || open == 0x3010 && close == 0x3011
    }

    static func isIdeograph(_ letter: UInt16) -> Bool { letter >= 0x4E00 && letter <= 0x9FFF }

    /// An ideograph, a letter or a digit: what words are made of.
    static func isWordPart(_ letter: UInt16) -> Bool {
        isIdeograph(letter) || isDigit(letter) || letter >= 0x61 && letter <= 0x7A
    }

    /// Whether two digits are those that years begin with: 19, 20.
    static func isCentury(_ first: UInt16, _ second: UInt16) -> Bool {
        first == 0x31 && second == 0x39 || first == 0x32 && second == 0x30
    }

    /// Whether two digits are those that services' numbers begin with: 12, 95, 96.
    static func isServiceCode(_ first: UInt16, _ second: UInt16) -> Bool {
        first == 0x31 && second == 0x32 || first == 0x39 && (second == 0x35 || second == 0x36)
    }

    static func endsSentence(_ letter: UInt16) -> Bool {
        letter == fullStop || letter == lineBreak || letter == exclamation || letter == question
    }

    static func isTitleMark(_ letter: UInt16) -> Bool { letter == openTitle || letter == closeTitle }

    /// 口, 户, 民, as in 人口, 农户, 居民: everybody.
    static func endsPeople(_ letter: UInt16) -> Bool { letter == mouth || letter == 0x6237 || letter == 0x6C11 }

    /// 均, as in 日均; 每
    static func isAverage(_ letter: UInt16) -> Bool { letter == 0x5747 || letter == 0x6BCF }

    static func endsPart(_ letter: UInt16) -> Bool { letter == semicolon || endsSentence(letter) }

    /// 占, as in 占办理件的88%, and 道, 用, 地, 压, 耕, 绿, 据, as in 占道经营
    static let occupies: UInt16 = 0x5360
    static let occupied: [UInt16] = [0x9053, 0x7528, 0x5730, 0x538B, 0x8015, 0x7EFF, 0x636E]
    /// 下达
    static let hands: [UInt16] = [0x4E0B, 0x8FBE]
    /// 力, 努, 原, 必, 应, 须, as in 力争, 原则上 and 应当: what ought to be, and no plan for the next year
    static let oughts: [UInt16] = [0x529B, 0x52AA, 0x539F, 0x5FC5, 0x5E94, 0x987B]
    /// 表, 图
    static let captions: [UInt16] = [0x8868, 0x56FE]
    /// 见, 如, 附, 由, 从, 在, 据, as in 见表2
    static let beforeCaption: [UInt16] = [0x89C1, 0x5982, 0x9644, from, 0x4ECE, within, 0x636E]

    /// Whether what follows is about something else than the number before.
    static func endsItem(_ letter: UInt16) -> Bool {
        letter == enumerationComma || letter == colon || letter == openBracket || endsClause(letter)
    }

    static func endsClause(_ letter: UInt16) -> Bool {
        letter == comma || letter == asciiComma || endsPart(letter)
    }

    /// 肩, 担, 背, 抱: what 负 behind them is is no sign.
    static func isBurden(_ letter: UInt16) -> Bool { [0x80A9, 0x62C5, 0x80CC, 0x62B1].contains(letter) }
}
