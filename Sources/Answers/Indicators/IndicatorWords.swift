import Catalogue
import Storage
import Values

/// Finds the indicators that a user's words mean: a code, the beginning of codes up to a dot, or a part of a label.
package enum IndicatorWords {
    /// The places of the indicators, in catalogue order; a word that means none is an error that names the nearest
    /// code.
    package static func places(_ words: [String], in indicators: [Indicator]) throws(UnknownWord) -> [Int] {
        var places = Set<Int>()
        for word in words.flatMap({ splitList($0) }) {
            let found = matches(word, in: indicators)
            guard !found.isEmpty else { throw UnknownWord(word: word, nearest: nearest(to: word, in: indicators)) }
            places.formUnion(found)
        }
        return places.sorted()
    }

    /// The one indicator that a word means.
    package static func place(_ word: String, in indicators: [Indicator]) throws -> Int {
        let places = try places([word], in: indicators)
        let exact = places.filter { indicators[$0].code == word }
        guard let place = exact.first ?? places.first, exact.count == 1 || places.count == 1 else {
            throw AmbiguousWord(word: word, codes: places.map { indicators[$0].code })
        }
        return place
    }

    private static func matches(_ word: String, in indicators: [Indicator]) -> [Int] {
        let exact = indicators.indices.filter {
            indicators[$0].code == word || indicators[$0].code.hasPrefix(word + ".")
        }
        if !exact.isEmpty { return exact }
        let lowercase = word.lowercased()
        return indicators.indices.filter {
            let indicator = indicators[$0]
            return indicator.label.zh.contains(word) || indicator.label.en.lowercased().contains(lowercase)
                || indicator.code.contains(lowercase)
        }
    }

    private static func nearest(to word: String, in indicators: [Indicator]) -> String? {
        let codes = indicators.flatMap { [($0.code, $0.code), ($0.label.zh, $0.code)] }
        let names = Dictionary(codes, uniquingKeysWith: { first, _ in first })
        return Nearest.name(to: word, among: codes.map(\.0)).flatMap { names[$0] }
    }
}

/// Splits `甲镇,乙镇` and `甲镇、乙镇`.
package func splitList(_ text: String) -> [String] {
    text.split { $0 == "," || $0 == "，" || $0 == "、" }.map(String.init)
}

/// A word that means no indicator.
package struct UnknownWord: ExplainedError {
    package let word: String
    package let nearest: String?

    package var status: ExitStatus { .usage }

    package var explanation: Phrase {
        let zh = nearest.map { "，是否指 \($0)？" } ?? "，可用 nianbao indicators 查看全部指标"
        let en = nearest.map { "; did you mean \($0)?" } ?? "; see nianbao indicators for all of them"
        return Phrase(zh: "没有与“\(word)”相符的指标\(zh)", en: "no indicator matches '\(word)'\(en)")
    }
}

/// A word that means several indicators where one is wanted.
package struct AmbiguousWord: ExplainedError {
    package let word: String
    package let codes: [String]

    package var status: ExitStatus { .usage }

    package var explanation: Phrase {
        let some = codes.prefix(5)
        return Phrase(
            zh: "与“\(word)”相符的指标有 \(codes.count) 个，请写明代码：\(some.joined(separator: "、"))\(codes.count > 5 ? "等" : "")",
            en:
                """
                \(codes.count) indicators match '\(word)'; give the code of one: \
                \(some.joined(separator: ", "))\(codes.count > 5 ? ", …" : "")
                """
        )
    }
}
