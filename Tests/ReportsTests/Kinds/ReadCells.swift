import Catalogue
import Documents
import Support
import Values

@testable import Reports

/// What the program makes of a file's tables: of each figure its state and its value in display units, as the CSV gives
/// them.
struct ReadCells {
    let report: Report
    private let codebook: Codebook

    init(_ bytes: [UInt8], name: String) throws {
        codebook = try LoadedCatalogue.codebook()
        report = try Shared.reports().read(DocumentReader.read(bytes, name: name), path: name)
    }

    /// `licensing.decisions: reported 1372`, sorted.
    var lines: [String] {
        report.figures.map { figure in
            let indicator = codebook.indicators[figure.indicator]
            return "\(indicator.code): \(Self.words(figure.reading, scale: indicator.unit.scale))"
        }.sorted()
    }

    func cell(_ code: String) -> String {
        guard let id = codebook.indicators.id(of: code),
            let figure = report.figures.first(where: { $0.indicator == id })
        else { return "missing" }
        return Self.words(figure.reading, scale: codebook.indicators[id].unit.scale)
    }

    private static func words(_ reading: Reading, scale: Int64) -> String {
        switch reading {
        case .blank: return "blank"
        case .notApplicable: return "not_applicable"
        case .unreadable: return "unreadable"
        case .reported(let amount):
            let rest = abs(amount.value % scale)
            return "reported \(amount.value / scale)" + (rest == 0 ? "" : ".\(String(rest + scale).dropFirst())")
        }
    }
}
