import Values

/// How pages that lie on their side or upside down are told: upright, the program is sure of its words.
extension Scan {
    /// Tries how some pages stand upright, and draws them so. Where nothing helps, it is something else.
    mutating func turn(_ places: [Int], _ numbers: [Int], _ draw: Drawing) throws(DocumentError) {
        guard !places.isEmpty else { return }
        var samples: [(place: Int, turns: Int, names: [String])] = []
        for place in places {
            // A page on its side is not upside down.
            for turns in pages[place].seemsLying ? [0, 1, 3] : [0, 1, 2, 3] {
                let names = try self.samples(of: pages[place], turned: turns)
                samples.append((place, turns, names))
            }
        }
        try read(samples.flatMap(\.names))
        for place in places {
            let own = samples.filter { $0.place == place }.map {
                (turns: $0.turns, words: $0.names.flatMap { words[$0] ?? [] })
            }
            guard let best = own.max(by: { Self.weight(of: $0.words) < Self.weight(of: $1.words) }), best.turns != 0,
                Self.certainty(of: best.words) >= Self.certain
            else { continue }
            pages[place] = try draw(numbers[place], (pages[place].turns + best.turns) % 4)
        }
    }

    /// Percent; upright text has some 90, any other 20.
    private static let certain = 60.0
    /// Parts that are enough to tell.
    private static let sampleCount = 4
    /// Pixels of a part that is read quickly, whichever way it lies.
    private static let smallPart = 60_000
    /// Of a larger one, a square in its middle: its side in pixels.
    private static let sampleSide = 480

    /// The files of some parts of a page, turned clockwise by quarters.
    func samples(of page: ScannedPage, turned turns: Int = 0) throws(DocumentError) -> [String] {
        let texts = page.parts.filter { !$0.isFigure }.sorted { $0.area > $1.area }
        let small = texts.filter { $0.area <= Self.smallPart }.prefix(Self.sampleCount)
        if turns == 0, !small.isEmpty { return small.map(\.name) }
        var names: [String] = []
        for part in small.isEmpty ? texts.prefix(1) : small {
            guard let bytes = try folder.read(part.name, limit: tesseract.limits.converterBytes, program: "mutool"),
                let raster = Raster(graymap: bytes)
            else { continue }
            let (across, down) = (min(raster.width, Self.sampleSide), min(raster.height, Self.sampleSide))
            let middle = PixelBox(
                left: (raster.width - across) / 2, top: (raster.height - down) / 2,
                right: (raster.width + across) / 2, bottom: (raster.height + down) / 2)
            let name = "turned\(turns)-\(part.name)"
            let turned = raster.part(middle).turned(turns)
            try folder.write(
                turned.graymap(of: PixelBox(left: 0, top: 0, right: turned.width, bottom: turned.height), border: 0),
                to: name)
            names.append(name)
        }
        return names
    }

    func isUpright(_ page: ScannedPage) throws(DocumentError) -> Bool {
        Self.certainty(of: try samples(of: page).flatMap { words[$0] ?? [] }) >= Self.certain
    }

    /// How much speaks for a way to lie: the ideographs that the program is certain of.
    private static func weight(of words: [Tesseract.Word]) -> Double {
        words.filter { $0.text.unicodeScalars.contains(where: \.isIdeograph) }.reduce(0) {
            $0 + max($1.confidence - certain, 0)
        }
    }

    /// How certain the program is of its ideographs, in percent; where there are too few to tell, fully.
    private static func certainty(of words: some Sequence<Tesseract.Word>) -> Double {
        let confidences = words.filter { $0.text.unicodeScalars.contains(where: \.isIdeograph) }.map(\.confidence)
        return confidences.count < 6 ? 100 : confidences.reduce(0, +) / Double(confidences.count)
    }
}
