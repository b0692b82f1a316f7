import Values

/// What is true of all lines of a comparison together, which the header of its rows and the warnings beside them tell.
struct ComparisonSurvey {
    private(set) var successions: Set<Int> = []
    private(set) var hasCorrections = false
    private(set) var hasUnusual = false
    /// Figures that their sources tell as approximate.
    private(set) var approximate = 0
    /// Figures from pictures that nothing proves.
    private(set) var recognised = 0
    /// Measures over money that is written rounded, whose columns have no room for their bounds.
    private(set) var rounded = 0

    init() {}

    init(_ lines: ComparedLines, years: [Int]) throws {
        try lines.visit { add($0, years) }
    }

    private mutating func add(_ line: ComparedLine, _ years: [Int]) {
        for cell in line.cells.joined() {
            if let succession = cell.succession { successions.insert(succession) }
            if cell.isCorrected { hasCorrections = true }
            if cell.isUnprovedRecognition { recognised += 1 }
            if cell.sides != nil {
                if cell.amount?.qualifier != nil { rounded += 1 }
            } else if cell.isApproximate {
                approximate += 1
            }
        }
        hasUnusual = hasUnusual || !UnusualCells(line, years).isEmpty
    }

    var warningOfApproximate: [Phrase] {
        guard approximate > 0 else { return [] }
        return [
            Phrase(
                zh: "其中 \(approximate) 个数字在原文中是概数（余、约、近），不排名次，不计入四分位数；哪些年份见 approximate 列，哪一种见 export 的 qualifier 列",
                en:
                    """
                    \(approximate) of these figures are approximate in their sources and have neither place nor part \
                    in quartiles; the column approximate tells their years, the column qualifier of export which they \
                    are
                    """
            )
        ]
    }

    var warningOfRounded: [Phrase] {
        guard rounded > 0 else { return [] }
        return [
            Phrase(
                zh: "其中 \(rounded) 个数按写到万元、百元等的金额计算，所在的区间见 export --measures 的 lower、upper 列",
                en: "\(rounded) of these values are made of money that is written rounded; export --measures tells "
                    + "their bounds in the columns lower and upper")
        ]
    }

    var warningOfRecognised: [Phrase] {
        guard recognised > 0 else { return [] }
        return [
            Phrase(
                zh: "其中 \(recognised) 个数字从图片识别，没有合计可以核定，请对照图片核对（export 的 source 列注有 OCR?）",
                en: "\(recognised) of these figures were recognised from pictures and are not proved by sums; compare "
                    + "them with the pictures (OCR? in the column source of export)")
        ]
    }
}
