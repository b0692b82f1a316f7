import Catalogue
import Values

/// Reads figures out of sentences, as the definitions of the catalogue tell it to; it knows nothing of any particular
/// figure.
///
/// Every number gets its roles first, then the definitions take the numbers whose roles they ask for. Built once, used
/// from any number of threads.
package struct NarrativeReader: Sendable {
    let lexicon: Lexicon
    let definitions: [CompiledDefinition]
    /// For each object and kind of unit, the definitions that may take its numbers.
    private let candidates: [[Int]]
    package let vocabulary: RoleVocabulary

    /// - Parameter indicators: the codebook's, by their codes; definitions of other codes are left out.
    package init(_ catalogue: NarrativeCatalogue, indicators: [String: Indicator.ID]) {
        vocabulary = catalogue.vocabulary
        lexicon = Lexicon(catalogue)
        let compiled = catalogue.definitions.enumerated().compactMap { order, definition in
            indicators[definition.code].map {
                CompiledDefinition(definition, order: order, indicator: $0, catalogue.vocabulary)
            }
        }
        definitions = compiled
        let objects = catalogue.vocabulary.of(.object).count
        var candidates = Array(repeating: [Int](), count: objects * Self.units.count)
        for (number, definition) in compiled.enumerated() {
            for object in 0..<objects where definition.objects & 1 << UInt128(object) != 0 {
                for unit in Self.units where definition.units & 1 << UInt128(unit.rawValue) != 0 {
                    candidates[Self.place(UInt8(truncatingIfNeeded: object), unit)].append(number)
                }
            }
        }
        self.candidates = candidates
    }

    private static let units = UnitGroup.allCases

    private static func place(_ object: UInt8, _ unit: UnitGroup) -> Int {
        Int(object) * units.count + unit.rawValue
    }

    /// - Parameters:
    ///   - text: the document's transcript.
    ///   - parts: its narrative paragraphs, in order.
    ///   - year: the report's year; numbers of other years are left alone.
    ///   - township: whose report it is; numbers of others are left alone where it is known.
    func read(_ text: [UInt8], _ parts: [ProsePart], year: Int, township: String = "") -> NarrativeReading {
        let own = FoldedText.letters(of: TownshipKind.stem(of: township), letters: lexicon.letters)
        let read = RoleReader(text, parts, year: year, own: own, lexicon: lexicon)
        guard !read.isCut else {
            return NarrativeReading(figures: [], quantities: [], claims: [], doubts: [], isCut: true)
        }
        let tellings = TellingSums(read.tellings, lexicon).tellings
        var settlement = Settlement(read, tellings, definitions)
        for (place, telling) in tellings.enumerated() {
            for definition in candidates[Self.place(telling.roles.object, telling.roles.unit)]
            where definitions[definition].accepts(telling.roles) {
                settlement.offer(place, to: definition)
            }
        }
        return settlement.reading(of: text)
    }

    /// Reads a text all of which is narrative, a paragraph a line.
    package func read(lines text: [UInt8], year: Int, township: String = "") -> NarrativeReading {
        var paragraphs: [Range<Int>] = []
        var start = 0
        for line in text.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
            paragraphs.append(start..<start + line.count)
            start += line.count + 1
        }
        return read(text, paragraphs.map { ProsePart($0) }, year: year, township: township)
    }
}
