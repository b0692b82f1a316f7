import Catalogue
import Testing

@testable import Reports

@Suite struct NarrativeReaderTests {
    @Test func theExamplesOfTheCatalogueHold() throws {
        let reader = try SentenceReader.shared.get()
        for example in try NarrativeCatalogue.patterns().examples {
            let figures = reader.figures(example.text, year: example.year)
            #expect(figures == example.figures, "\(example.file):\(example.line) \(example.text)")
        }
    }
}
