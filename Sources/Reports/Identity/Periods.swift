import Catalogue

/// How reports tell the time that their figures cover, made once for all of them.
final class Periods: Sendable {
    /// What the time is called, in the order in which they are looked for.
    let subjects: [Wording]
    /// What stands right before the last day, where nothing tells the first.
    let until: WordSet
    private let parts: [Wording]

    init(_ words: PeriodWords) {
        subjects = words.subjects.map { Wording($0) }
        until = WordSet(words.until)
        parts = words.parts.map { Wording($0) }
    }

    /// The part of a year that a title names: 2022年上半年政府信息公开工作报告.
    func part(in title: Wording) -> String? { parts.first(where: title.contains)?.string }
}
