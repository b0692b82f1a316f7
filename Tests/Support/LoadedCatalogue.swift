import Catalogue

/// The catalogue, loaded once for all tests: its data files take a while to parse.
package enum LoadedCatalogue {
    private static let loaded = Result { try Codebook.load() }

    package static func codebook() throws -> Codebook { try loaded.get() }
}
