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

    /// What only a measure or a ratio has, apart from the rest, so that cells of figures stay small.
    final class Measured: Sendable {
        /// What it was worked out of; nil of the ratio of two figures.
        let sides: MeasuredSides?
        /// Between what the truth lies; nil where that is not known.
        let range: Measurement.Range?
        /// What is divided; nil of a sum.
        let quotient: Quotient?
        /// Whether staff put one of its figures in place of a report's.
        let isCorrected: Bool

        init(
            sides: MeasuredSides? = nil, range: Measurement.Range? = nil, quotient: Quotient?, isCorrected: Bool = false
        ) {
            (self.sides, self.range, self.quotient, self.isCorrected) = (sides, range, quotient, isCorrected)
        }
    }

    /// Nil where it is no measure, or not known.
    var sides: MeasuredSides? { measured?.sides }
    var range: Measurement.Range? { measured?.range }

    var amount: Amount? {
        if case .known(let amount, _) = content { amount } else { nil }
    }

    /// What the amount was before it was rounded: what decides places, medians and changes.
    var exact: ExactNumber? {
        guard let amount else { return nil }
        return measured?.quotient.map(\.exact) ?? ExactNumber(amount.value)
    }

    /// Whether it is one number, and none that its report tells as approximate: such a one has no place among others.
    /// Money that is written rounded counts as it is written.
    var isCertain: Bool { amount.map { $0.qualifier == nil || sides != nil } ?? false }

    /// Whether its report, or one that it was divided of, tells it so.
    var isApproximate: Bool { amount?.qualifier != nil && sides == nil }

    var isNotApplicable: Bool { if case .gap(.notApplicable) = content { true } else { false } }

    /// Also of an interval, and of a rate over 0, that a corrected figure has made so.
    var isCorrected: Bool { if case .known(_, true) = content { true } else { measured?.isCorrected ?? false } }

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
