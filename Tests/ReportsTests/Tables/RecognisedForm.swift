import Catalogue
import Documents
import Support
import Testing

@testable import Reports

/// The form of 2021 with figures whose sums hold, read as if it had been recognised from a picture.
struct RecognisedForm {
    let codebook: Codebook
    let form: Form
    /// What stands in each cell, by its code.
    let texts: [String: String]

    init() throws {
        codebook = try LoadedCatalogue.codebook()
        form = try #require(codebook.form("2021"))
        texts = SummedFigures(form, seed: 3).texts
    }

    /// - Parameters:
    ///   - changes: what is seen in cells instead, by their codes.
    ///   - label: one that is printed, and what is seen of it.
    func read(_ changes: [String: String] = [:], label: (String, String)? = nil) throws -> TableReading {
        var document = PrintedForm(form) { changes[$0] ?? texts[$0] ?? "" }.document
        if let (printed, seen) = label {
            // The same number of bytes, so that all places stay.
            let text = String(decoding: document.text, as: UTF8.self).replacing(printed, with: seen)
            #expect(text.utf8.count == document.text.count)
            document.text = Array(text.utf8)
        }
        document.recognised = [0..<document.text.count]
        let tables = try Shared.tables()
        return document.text.withUnsafeBufferPointer { text in
            var reading = tables.read(document, text)
            RecognitionProof(codebook).weigh(&reading, in: document, text)
            return reading
        }
    }

    func figure(_ code: String, of reading: TableReading) throws -> Figure {
        let id = try #require(codebook.indicators.id(of: code))
        return try #require(reading.figures.first { $0.indicator == id })
    }
}
