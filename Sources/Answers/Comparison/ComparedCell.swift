import Checks
import Output
import Reports
import Storage
import Values

/// What a comparison has at one township and year.
struct ComparedCell {
    enum Content {
        case known(Amount, isCorrected: Bool)
        /// What approximate numbers come to, between two ends of which one may be open.
        case range(Measurement.Range)
        case gap(Gap)
        /// A number that cannot be: a division by nothing, a sum beyond all bounds.
        case none
    }

    var content: Content
    /// The change of the form, by its place among the breaks, that brought a figure of another form here.
    var succession: Int?
    /// Whether it was recognised from a picture, and no sum proves it.
    var isUnprovedRecognition = false
    /// Whether it is a ratio over so few cases that it says little.
    var isOverFew = false
    var measured: Measured?

    /// What only a measure has, apart from the rest, so that cells of figures stay small.
    final class Measured: Sendable {
        /// What it was worked out of.
        let sides: MeasuredSides
        /// Between what the truth lies; nil where that is not known.
        let range: Measurement.Range?

        init(sides: MeasuredSides, range: Measurement.Range?) {
            (self.sides, self.range) = (sides, range)
        }
    }

    /// Nil where it is no measure, or not known.
    var sides: MeasuredSides? { measured?.sides }
    var range: Measurement.Range? { measured?.range }

    var amount: Amount? {
        if case .known(let amount, _) = content { amount } else { nil }
    }

    var isNotApplicable: Bool { if case .gap(.notApplicable) = content { true } else { false } }

    var isCorrected: Bool { if case .known(_, true) = content { true } else { false } }

    /// As an answer has it.
    ///
    /// - Parameter explained: the changes of the form that footnotes explain, in the order of their numbers.
    func entry(_ scale: Scale, explained: [Int] = [], isForPeople: Bool) -> Entry {
        switch content {
        case .gap(let gap): return .gap(gap)
        case .range(let range): return RangeText.entry(range, scale, isForPeople: isForPeople)
        case .none: return .empty
        case .known(let amount, let isCorrected):
            var number = Number(amount, scale, isCorrected: isCorrected)
            number.isOverFew = isOverFew
            number.isUnproved = isUnprovedRecognition
            number.footnote = succession.flatMap(explained.firstIndex).map { $0 + 1 }
            return .number(number)
        }
    }

    init(_ content: Content, succession: Int? = nil) {
        self.content = content
        self.succession = succession
    }

    init(_ figure: ToldFigure) {
        if let corrected = figure.corrected {
            self.init(.known(Amount(value: corrected), isCorrected: true))
            return
        }
        let content = figure.reading.flatMap(Gap.init).map(Content.gap)
        self.init(content ?? figure.reading?.amount.map { .known($0, isCorrected: false) } ?? .none)
        isUnprovedRecognition = figure.recognition == .unproved
    }

    /// Figures that are one thing together: a number where all of them are, else the gravest of their gaps. What does
    /// not apply adds nothing to what does.
    init(sumOf figures: [ToldFigure], succession: Int) {
        let cells = figures.map(ComparedCell.init)
        let amounts = cells.compactMap(\.amount)
        if !amounts.isEmpty, cells.allSatisfy({ $0.amount != nil || $0.isNotApplicable }) {
            let isCorrected = figures.contains { $0.corrected != nil }
            let content = Amount.sum(of: amounts).map { Content.known($0, isCorrected: isCorrected) }
            self.init(content ?? .none, succession: succession)
            isUnprovedRecognition = cells.contains(where: \.isUnprovedRecognition)
            return
        }
        let gaps = cells.compactMap { if case .gap(let gap) = $0.content { gap } else { nil } }
        let gravest = [Gap.unreadable, .blank, .notApplicable].first(where: gaps.contains)
        self.init(.gap(gravest ?? .absent), succession: succession)
    }
}
