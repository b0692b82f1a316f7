import Catalogue

/// The labels of all forms by their letters, to find the one that was meant where a letter was recognised wrongly.
struct LikelyLabels: Sendable {
    private let labels: [(key: UInt64, letters: [UInt32])]

    init(_ forms: [Form]) {
        var seen = Set<UInt64>()
        var labels: [(UInt64, [UInt32])] = []
        for text in forms.flatMap(\.labels) {
            let bytes = Array(text.utf8)
            guard let key = LabelKey.of(text), seen.insert(key).inserted else { continue }
            labels.append((key, bytes.withUnsafeBufferPointer { LabelKey.letters(of: $0, 0..<$0.count) }))
        }
        self.labels = labels
    }

    /// The key of the label that is nearest to a text; nil where none is near, or two are equally so.
    func nearest(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> UInt64? {
        let letters = LabelKey.letters(of: text, range)
        guard letters.count > 1 else { return nil }
        var best: (key: UInt64, distance: Int)?
        var isTied = false
        for label in labels {
            let limit = max(1, min(letters.count, label.letters.count) * 3 / 10)
            guard abs(label.letters.count - letters.count) <= limit else { continue }
            let distance = Nearest.distance(letters, label.letters)
            guard distance <= limit, distance <= best?.distance ?? .max else { continue }
            isTied = distance == best?.distance
            best = (label.key, distance)
        }
        return isTied ? nil : best?.key
    }
}
