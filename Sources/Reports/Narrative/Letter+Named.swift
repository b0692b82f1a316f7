/// Letters and pairs of letters that single rules look for.
extension Letter {
    /// 镇, 乡, 街, 苏, 辖, 域, 境, as in 全镇 and 境内共有
    static let seats: [UInt16] = endsTownship + [seat, 0x57DF, 0x5883]
    /// 心, 厅, 所, 院, 队, as in 便民服务中心: whose staff are others than the office's
    static let endsCounter: [UInt16] = [0x5FC3, 0x5385, 0x6240, 0x9662, 0x961F]
    /// 办
    static let office: UInt16 = 0x529E
    /// 制定
    static let drawsUp: [UInt16] = [0x5236, 0x5B9A]
    /// 个, as in 三个月
    static let piecewise: UInt16 = 0x4E2A
    /// 季度
    static let quarters: [UInt16] = [0x5B63, quarter]
    /// With 对 and 助, as in 帮助
    static let helps: [UInt16] = payers + [against, 0x52A9]
    /// 共, 有, 达, 为, as in 残疾人共986人
    static let thereAre: [UInt16] = [0x5171, existing, 0x8FBE, forWhom]
    /// 类信息
    static let ofSort: [UInt16] = [0x7C7B, 0x4FE1, 0x606F]
    /// 目录
    static let catalogue: [UInt16] = [0x76EE, 0x5F55]
    /// 数, 量, 总, 共, 计, 为, 达, 约, :, (, ), as in 信息错误总数（5）: what stands between a noun and its number
    static let countsNoun: [UInt16] = [
        0x6570, 0x91CF, 0x603B, 0x5171, 0x8BA1, forWhom, 0x8FBE, 0x7EA6, colon, openBracket, closeBracket,
    ]
    /// 群众
    static let masses: [UInt16] = [0x7FA4, 0x4F17]
    /// 补贴
    static let subsidy: [UInt16] = [0x8865, 0x8D34]
    /// 项, 条, 件, 单, 本, 篇, 份: units of whatever matter
    static let unitsOfMatters: Set<UInt16> = [0x9879, 0x6761, 0x4EF6, 0x5355, 0x672C, 0x7BC7, 0x4EFD]
    /// What goes on behind a count and is no noun: 已未均都正为是由在因属系以被予全和与及并共其不所经超涉按有没主分尚即多余整且而但来里中内等下当
    static let goesOnBehindCount: Set<UInt16> = [
        0x5DF2, 0x672A, 0x5747, 0x90FD, 0x6B63, 0x4E3A, 0x662F, 0x7531, 0x5728, 0x56E0, 0x5C5E, 0x7CFB, 0x4EE5, 0x88AB,
        0x4E88, 0x5168, 0x548C, 0x4E0E, 0x53CA, 0x5E76, 0x5171, 0x5176, 0x4E0D, 0x6240, 0x7ECF, 0x8D85, 0x6D89, 0x6309,
        0x6709, 0x6CA1, 0x4E3B, 0x5206, 0x5C1A, 0x5373, 0x591A, 0x4F59, 0x6574, 0x4E14, 0x800C, 0x4F46, 0x6765, 0x91CC,
        0x4E2D, 0x5185, 0x7B49, 0x4E0B, 0x5F53,
    ]
    /// With 结, 以, 比, 较, 和, 与, 及, 同: what a heading has that is over more than one year: 2021年以来, 上年结转, 与去年比较
    static let beyondOneYear: [UInt16] = spans + [0x7ED3, 0x4EE5, 0x6BD4, 0x8F83, 0x548C, 0x4E0E, 0x53CA, 0x540C]
    /// 今, 本, 当, as in 今年
    static let ofThisYear: [UInt16] = [0x4ECA, own, 0x5F53]
    /// 下, 今, as in 下一步 and 今后
    static let ahead: [UInt16] = [0x4E0B, 0x4ECA]
    /// 问题, 不足, 困难, 情况, 总结, 回顾, 完成, 成效, 开展, 落实, 进展, 及, 和, 与: a heading with one of them is of what there was, too.
    static let looksBack: [[UInt16]] = [
        [0x95EE, 0x9898], [not, 0x8DB3], [0x56F0, 0x96BE], [0x60C5, 0x51B5], [0x603B, 0x7ED3], [0x56DE, 0x987E],
        [0x5B8C, 0x6210], [0x6210, 0x6548], [0x5F00, 0x5C55], [0x843D, 0x5B9E], [0x8FDB, 0x5C55], [0x53CA], [0x548C],
        [0x4E0E],
    ]
    /// 与, 和: as in 12345热线与矛盾纠纷调处
    static let besides: [[UInt16]] = [[0x4E0E], [0x548C]]
    /// 留言, 信箱
    static let messages: [[UInt16]] = [[0x7559, 0x8A00], [0x4FE1, 0x7BB1]]
    /// g, s, x, y: classes of roads, as in G206
    static let roads: [UInt16] = [0x67, 0x73, 0x78, 0x79]
    /// @ and /: what addresses have and numbers of things do not
    static let ofAddresses: [UInt16] = [0x40, 0x2F]
    /// . : _ - ? = & % # ~
    static let inAddresses: [UInt16] = [0x2E, 0x3A, 0x5F, 0x2D, 0x3F, 0x3D, 0x26, 0x25, 0x23, 0x7E]
    /// 各, 相, 有, as in 等各类信息 and 等相关信息
    static let ofAnyKind: [UInt16] = [0x5404, 0x76F8, existing]
    /// 至, 到, —, –, -, ~: what parts the bounds of a range
    static let spans: [UInt16] = [upTo, until, dash, shortDash, hyphen, tilde]
    /// 镇, 乡, 街, 区, 县, 村: what names of places end in; 民, 镇, 贤, 亲, 区, 级, 里, 上, 内, 域, 属, 办, 干, 居, 企, 村, 委: with these
    /// they are other words.
    static let endsPlace: [UInt16] = townships + [0x8857, 0x533A, 0x53BF, 0x6751]
    static let behindPlace: [UInt16] = [
        0x6C11, 0x9547, 0x8D24, 0x4EB2, 0x533A, 0x7EA7, 0x91CC, 0x4E0A, 0x5185, 0x57DF, 0x5C5E, 0x529E, 0x5E72, 0x5C45,
        0x4F01, 0x6751, 0x59D4,
    ]
    /// 族, as in 彝族乡
    static let nation: UInt16 = 0x65CF
    /// 户, 对象, as in 低保户 and 低保对象
    static let household: UInt16 = 0x6237
    static let recipient: [UInt16] = [against, 0x8C61]
    /// 清理, as in 清理14户
    static let clears: [UInt16] = [0x6E05, 0x7406]
    /// 不等
    static let various: [UInt16] = [not, andSoOn]
    /// 关于
    static let about: [UInt16] = [0x5173, at]
    /// 属
    static let belongs: UInt16 = 0x5C5E
}
