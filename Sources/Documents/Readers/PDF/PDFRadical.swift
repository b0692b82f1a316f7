import Foundation

/// The radicals that some programs write for the ideographs they look like, since their fonts draw both alike: `⺠` for 民.
enum PDFRadical {
    static func ideograph(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        switch scalar.value {
        case 0x2E80...0x2EFF: return supplement[scalar] ?? scalar
        // Kangxi radicals and compatibility ideographs have their equivalents in Unicode's own data.
        case 0x2F00...0x2FDF, 0xF900...0xFAFF:
            let folded = String(scalar).precomposedStringWithCompatibilityMapping.unicodeScalars
            return folded.count == 1 ? folded.first ?? scalar : scalar
        default: return scalar
        }
    }

    /// The CJK Radicals Supplement has no equivalents there; these are whole characters by themselves (EquivalentUnifiedIdeograph.txt).
    private static let supplement: [Unicode.Scalar: Unicode.Scalar] = {
        let pairs = Array(
            """
            ⺁厂⺇几⺈刀⺊卜⺌小⺍小⺎兀⺐尢⺒巳⺓幺⺝月⺟母⺠民⺩王⺪疋⺬示⺮竹⺱网⺶羊⺻聿⺼肉⺽臼⻁虎⻃覀⻄西⻅见⻆角⻇角⻉贝⻊足⻋车⻏邑⻑長⻓长⻔门⻗雨⻘青⻙韦⻚页\
            ⻛风⻜飞⻝食⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻬齐⻮齿⻰龙⻱龜⻳龟
            """.unicodeScalars)
        return Dictionary(
            uniqueKeysWithValues: stride(from: 0, to: pairs.count - 1, by: 2).map { (pairs[$0], pairs[$0 + 1]) })
    }()
}
