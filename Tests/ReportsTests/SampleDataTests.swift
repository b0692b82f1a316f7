import Catalogue
import Documents
import Foundation
import Support
import Testing

@testable import Reports

/// Reads every sample report and compares it, figure for figure, with the figures that stand beside it.
@Suite struct SampleDataTests {
    static let folder = SourceTree.samples

    /// The reports that have expected figures, as paths below the folder of sample data.
    static let reports: [String] = {
        let all = FileManager.default.subpaths(atPath: folder.path) ?? []
        return all.filter { path in
            let beside = folder.appending(path: path).deletingPathExtension().appendingPathExtension("expected.csv")
            return !path.hasSuffix(".csv") && !path.hasSuffix(".md")
                && FileManager.default.fileExists(atPath: beside.path)
        }.sorted()
    }()

    @Test(arguments: reports)
    func everyFigureIsAsExpected(path: String) throws {
        let codebook = try LoadedCatalogue.codebook()
        let url = Self.folder.appending(path: path)
        let document = try DocumentReader.read([UInt8](Data(contentsOf: url)), name: url.lastPathComponent)
        let report = try Shared.reports().read(document, path: path)

        let csv = try String(
            contentsOf: url.deletingPathExtension().appendingPathExtension("expected.csv"), encoding: .utf8)
        let expected = csv.split(whereSeparator: \.isNewline).dropFirst().map(String.init).sorted()
        let actual = report.figures.map { Self.line($0, codebook) }.sorted()
        #expect(Set(actual).subtracting(expected).sorted() == [])
        #expect(Set(expected).subtracting(actual).sorted() == [])
        #expect(actual.count == expected.count)
        #expect(path.hasPrefix("\(report.county)/\(report.year)/\(report.township)"))
    }

    private static func line(_ figure: Figure, _ codebook: Codebook) -> String {
        let indicator = codebook.indicators[figure.indicator]
        let (value, state): (String, String) =
            switch figure.reading {
            case .reported(let amount): (display(amount.value, scale: indicator.unit.scale), "reported")
            case .blank: ("", "blank")
            case .notApplicable: ("", "not_applicable")
            case .unreadable: ("", "unreadable")
            }
        let qualifier = figure.reading.amount?.qualifier?.rawValue ?? ""
        return "\(indicator.code),\(value),\(indicator.unit.rawValue),\(state),\(qualifier)"
    }

    private static func display(_ value: Int64, scale: Int64) -> String {
        guard scale > 1, value % scale != 0 else { return "\(value / scale)" }
        let cents = "\(value % scale + scale)".dropFirst()
        return "\(value / scale).\(cents.last == "0" ? cents.dropLast() : cents)"
    }
}
