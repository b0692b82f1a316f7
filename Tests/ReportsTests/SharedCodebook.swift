import Catalogue

@testable import Reports

/// The codebook and its readers, loaded once for all tests: loading takes far longer than reading.
enum Shared {
    private static let loaded = Result { try Codebook.load() }
    private static let tableReader = loaded.map(TableReader.init)
    private static let reportReader = Result { try ReportReader(try loaded.get()) }

    static func codebook() throws -> Codebook { try loaded.get() }
    static func tables() throws -> TableReader { try tableReader.get() }
    static func reports() throws -> ReportReader { try reportReader.get() }
}
