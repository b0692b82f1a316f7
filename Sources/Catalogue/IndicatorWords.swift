import Values

/// The indicators that a user's words mean: a code, the beginning of codes up to a dot, or a part of a label.
extension IndicatorList {
    /// In the order of the list. A word may be a list of words: `12345,710`.
    package func ids(meantBy words: [String]) throws(IndicatorWordError) -> [Indicator.ID] {
        var ids = Set<Indicator.ID>()
        for word in words.flatMap(splitList).map(\.halfWidth) {
            let found = matches(word)
            guard !found.isEmpty else { throw .unknown(word, nearest: nearest(to: word)) }
            ids.formUnion(found)
        }
        return ids.sorted()
    }

    /// The one that a word means.
    ///
    /// - Parameter isLikely: whether one of several is meant rather than those that are not so.
    package func id(
        meantBy word: String, where isLikely: (Indicator.ID) -> Bool = { _ in true }
    ) throws(IndicatorWordError) -> Indicator.ID {
        if let exact = id(of: word.halfWidth) { return exact }
        let all = try ids(meantBy: [word])
        let likely = all.filter(isLikely)
        let found = likely.isEmpty ? all : likely
        guard found.count == 1, let only = found.first else {
            throw .ambiguous(word, codes: found.map { self[$0].code })
        }
        return only
    }

    /// Those that one word means; none where it means nothing.
    func matches(_ word: String) -> [Indicator.ID] {
        let exact = indices.filter { self[$0].code == word || self[$0].code.hasPrefix(word + ".") }
        if !exact.isEmpty { return exact }
        let whole = labelled(word)
        let parts = Self.parts(word)
        guard whole.isEmpty, parts.count > 1 else { return whole }
        // 12345满意率: what has all of the parts.
        let found = parts.map { Set(labelled($0)) }
        return found.dropFirst().reduce(found[0]) { $0.intersection($1) }.sorted()
    }

    private func labelled(_ word: String) -> [Indicator.ID] {
        let lowercase = word.lowercased()
        return indices.filter {
            let indicator = self[$0]
            return indicator.label.zh.contains(word) || indicator.label.en.lowercased().contains(lowercase)
                || indicator.code.contains(lowercase)
        }
    }

    /// The digits and the other characters of a word, apart.
    private static func parts(_ word: String) -> [String] {
        // A code has digits in it, and means itself.
        guard word.allSatisfy({ !$0.isASCII || $0.isNumber }) else { return [word] }
        var parts: [String] = []
        for character in word {
            if let last = parts.last?.last, last.isNumber == character.isNumber {
                parts[parts.count - 1].append(character)
            } else {
                parts.append(String(character))
            }
        }
        return parts
    }

    private func nearest(to word: String) -> String? {
        let parts = Self.parts(word)
        if parts.count > 1, let known = parts.first(where: { $0.count > 1 && !labelled($0).isEmpty }) { return known }
        let codes = flatMap { [($0.code, $0.code), ($0.label.zh, $0.code)] }
        let names = Dictionary(codes, uniquingKeysWith: { first, _ in first })
        if let nearest = Nearest.name(to: word, among: codes.map(\.0)) { return names[nearest] }
        // A word of a label, such as the number of a hotline.
        let size = word.count
        let words = Set(
            flatMap { indicator in
                let label = indicator.label.zh
                return label.indices.compactMap { start -> String? in
                    guard let end = label.index(start, offsetBy: size, limitedBy: label.endIndex) else { return nil }
                    let part = label[start..<end]
                    return part.allSatisfy { $0.isLetter || $0.isNumber } ? String(part) : nil
                }
            })
        return Nearest.name(to: word, among: words.sorted())
    }
}

/// Splits `甲镇,乙镇` and `甲镇、乙镇`.
package func splitList(_ text: String) -> [String] {
    text.split { $0 == "," || $0 == "，" || $0 == "、" }.map(String.init)
}

/// A word that does not mean what is wanted.
package enum IndicatorWordError: ExplainedError, Equatable {
    /// It means no indicator; `nearest` is a code that it may be a misspelling of.
    case unknown(String, nearest: String?)
    /// It means several where one is wanted.
    case ambiguous(String, codes: [String])

    package var status: ExitStatus { .usage }

    package var explanation: Phrase {
        switch self {
        case .unknown(let word, let nearest):
            let zh = nearest.map { "，是否指 \($0)？" } ?? "，可用 nianbao indicators 查看全部指标"
            let en = nearest.map { "; did you mean \($0)?" } ?? "; see nianbao indicators for all of them"
            return Phrase(zh: "没有与“\(word)”相符的指标\(zh)", en: "no indicator matches '\(word)'\(en)")
        case .ambiguous(let word, let codes):
            let some = codes.prefix(5)
            let (zh, en) = codes.count > some.count ? ("等", ", …") : ("", "")
            return Phrase(
                zh: "与“\(word)”相符的指标有 \(codes.count) 个，请写明代码：\(some.joined(separator: "、"))\(zh)",
                en: """
                    \(codes.count) indicators match '\(word)'; give the code of one: \
                    \(some.joined(separator: ", "))\(en)
                    """)
        }
    }
}
