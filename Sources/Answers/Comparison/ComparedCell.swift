import Output
import Reports
import Storage

/// What a comparison has at one township and year.
struct ComparedCell {
    enum Content {
        case known(Amount, isCorrected: Bool)
        case gap(Gap)
        /// A number that cannot be: a division by nothing, a sum beyond all bounds.
        case none
    }

    var content: Content
    /// The succession, by its place in the catalogue's list, that brought a figure of another form here.
    var succession: Int?

    var amount: Amount? {
        if case .known(let amount, _) = content { amount } else { nil }
    }

    init(_ content: Content, succession: Int? = nil) {
        self.content = content
        self.succession = succession
    }

    init(_ figure: StatedFigure) {
        if let corrected = figure.corrected {
            self.init(.known(Amount(value: corrected), isCorrected: true))
            return
        }
        switch figure.reading {
        case .reported(let amount): self.init(.known(amount, isCorrected: false))
        case .blank: self.init(.gap(.blank))
        case .notApplicable: self.init(.gap(.notApplicable))
        case .unreadable: self.init(.gap(.unreadable))
        }
    }

    /// Figures that are one thing together: a number where all of them are, else the gravest of their gaps.
    init(sumOf figures: [StatedFigure], succession: Int) {
        let cells = figures.map(ComparedCell.init)
        let amounts = cells.compactMap(\.amount)
        if amounts.count == cells.count {
            let isCorrected = figures.contains { $0.corrected != nil }
            let content = Amount.sum(of: amounts).map { Content.known($0, isCorrected: isCorrected) }
            self.init(content ?? .none, succession: succession)
            return
        }
        let gaps = cells.compactMap { if case .gap(let gap) = $0.content { gap } else { nil } }
        let gravest = [Gap.unreadable, .blank, .notApplicable].first(where: gaps.contains)
        self.init(.gap(gravest ?? .absent), succession: succession)
    }
}

extension Amount {
    /// Nil beyond what can be counted. The sum of approximate numbers is approximate, in their way where all are alike.
    static func sum(of amounts: [Amount]) -> Amount? {
        var total = Amount(value: 0)
        var qualifiers = Set<Qualifier>()
        for amount in amounts {
            let (value, overflow) = total.value.addingReportingOverflow(amount.value)
            guard !overflow else { return nil }
            total.value = value
            total.precision = max(total.precision, amount.precision)
            if let qualifier = amount.qualifier { qualifiers.insert(qualifier) }
        }
        total.qualifier = qualifiers.count > 1 ? .about : qualifiers.first
        return total
    }
}
