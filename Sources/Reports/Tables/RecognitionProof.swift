import Catalogue
import Documents
import Values

/// The form proves what was recognised from a picture: a figure is certain where every sum holds that it is a term of.
///
/// Where two readings of a cell differ, the sums may tell which is meant. A figure that no sum is about stays a doubt.
/// One with which none of its sums holds is unreadable, and a doubt tells what it looks like and what it would have to
/// be; it is not corrected, since the source may be what is wrong.
struct RecognitionProof {
    private let sums: FormSums
    private let candidates: CandidateProof
    private let codebook: Codebook

    init(_ codebook: Codebook) {
        sums = FormSums(codebook)
        candidates = CandidateProof(sums, codebook.indicators)
        self.codebook = codebook
    }

    /// Weighs the figures of a document's tables that lie in the recognised parts of its text.
    func weigh(_ reading: inout TableReading, in document: Document, _ text: UnsafeBufferPointer<UInt8>) {
        let places = reading.figures.indices.filter { document.isRecognised(reading.figures[$0].range) }
        guard !places.isEmpty else { return }
        candidates.decide(&reading, at: places, text)
        let doubted = contradicted(reading).filter { places.contains($0.place) }
        for (place, expected) in doubted {
            let figure = reading.figures[place]
            reading.cells.lose(figure.reading)
            reading.figures[place].reading = .unreadable
            reading.doubts.append(
                Doubt(
                    .recognisedAgainstSums, at: figure.range,
                    found: String(decoding: text[figure.range], as: UTF8.self), expected: expected))
        }
        let decided = sums.decided(by: reading.figures, of: reading.edition)
        let proved = Set(decided.filter(\.holds).flatMap { $0.terms.map(\.indicator) })
        let failed = Set(decided.filter { !$0.holds }.flatMap { $0.terms.map(\.indicator) })
        for place in places {
            let figure = reading.figures[place]
            let isProved = proved.contains(figure.indicator) && !failed.contains(figure.indicator)
            reading.figures[place].recognition = isProved ? .proved : .unproved
            reading.figures[place].place = document.place(of: figure.range)
            guard !isProved, figure.reading != .unreadable else { continue }
            reading.doubts.append(
                Doubt(
                    .recognised, at: figure.range, found: String(decoding: text[figure.range], as: UTF8.self),
                    expected: codebook.indicators[figure.indicator].label.zh))
        }
    }

    /// The figures of which sums are decided and none holds, with what each would have to be by them.
    private func contradicted(_ reading: TableReading) -> [(place: Int, expected: String)] {
        let figures = reading.figures
        var places: [Indicator.ID: Int] = [:]
        for (place, figure) in figures.enumerated() { places[figure.indicator] = place }
        var held = Set<Int>()
        var wanted: [Int: Set<Int64>] = [:]
        for sum in sums.decided(by: figures, of: reading.edition) {
            for (indicator, coefficient) in sum.terms {
                guard let place = places[indicator], coefficient != 0 else { continue }
                if sum.holds {
                    held.insert(place)
                } else {
                    let own = figures[place].reading.amount?.value ?? 0
                    let (gap, overflow) = sum.right.subtractingReportingOverflow(sum.left)
                    let (value, carry) = own.addingReportingOverflow(overflow ? 0 : gap / coefficient)
                    wanted[place, default: []].insert(carry ? own : value)
                }
            }
        }
        return wanted.filter { !held.contains($0.key) }.sorted { $0.key < $1.key }.map { place, values in
            let scale = codebook.indicators[figures[place].indicator].unit.scale
            return (place, values.sorted().map { "\($0 / scale)" }.joined(separator: "/"))
        }
    }
}

extension Document {
    /// Whether a part of the text was recognised from a picture.
    func isRecognised(_ part: Range<Int>) -> Bool {
        recognised.contains { $0.lowerBound <= part.lowerBound && part.upperBound <= $0.upperBound }
    }
}
