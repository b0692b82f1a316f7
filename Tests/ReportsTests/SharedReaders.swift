import Catalogue
import Support

@testable import Reports

/// The readers, loaded once for all tests: loading takes far longer than reading.
enum Shared {
    private static let tableReader = Result {
        try TableReader(LoadedCatalogue.codebook(), loadedHeadingWords.get().tables)
    }
    private static let reportReader = Result { try ReportReader(LoadedCatalogue.codebook()) }
    private static let loadedHeadingWords = Result { try LoadedCatalogue.codebook().loadHeadings() }
    private static let loadedHeadings = Result { Headings(try loadedHeadingWords.get()) }

    static func tables() throws -> TableReader { try tableReader.get() }
    static func reports() throws -> ReportReader { try reportReader.get() }
    static func headings() throws -> Headings { try loadedHeadings.get() }
}
