import Catalogue
import Documents

@testable import Reports

/// The tables of a text as the reader sees them: each cell's state as one word.
struct TableInspection {
    let reading: TableReading
    private let codebook: Codebook

    init(_ document: Document, _ codebook: Codebook, _ reader: TableReader) {
        reading = document.text.withUnsafeBufferPointer { reader.read(document, $0) }
        self.codebook = codebook
    }

    /// The states of some cells by their codes: a number in display units, `blank`, `none` (not applicable),
    /// `unreadable` or `absent`.
    func cells(_ row: String, _ columns: [String]) -> String {
        columns.map { state(row.isEmpty ? $0 : "\(row).\($0)") }.joined(separator: " ")
    }

    func state(_ code: String) -> String {
        guard let id = codebook.indicators.id(of: code),
            let figure = reading.figures.first(where: { $0.indicator == id })
        else { return "absent" }
        let scale = codebook.indicators[id].unit.scale
        switch figure.reading {
        case .reported(let amount):
            let rest = abs(amount.value) % scale
            return "\(amount.value / scale)" + (rest == 0 ? "" : ".\(String(rest + scale).dropFirst())")
        case .blank: return "blank"
        case .notApplicable: return "none"
        case .unreadable: return "unreadable"
        }
    }

    /// Table 2 of the 2021 form: rules, normative documents, licensing, penalties, compulsion, fees.
    var table2Of2021: String {
        [
            cells("rules", ["issued", "repealed", "in_force"]),
            cells("normative_documents", ["issued", "repealed", "in_force"]),
            state("licensing.decisions"), state("penalties.decisions"), state("compulsion.decisions"),
            state("fees.amount"),
        ].joined(separator: "; ")
    }

    func applicants(_ row: String) -> String {
        cells(
            "requests.\(row)",
            [
                "natural_person", "business", "research", "public_welfare", "legal_service", "other_organisation",
                "total",
            ])
    }

    var disputes: String {
        ["reconsideration", "litigation_direct", "litigation_after_reconsideration"].map {
            cells($0, ["upheld", "corrected", "other", "pending", "total"])
        }.joined(separator: "; ")
    }

    /// What is doubtful about labels and headers; that a text has some of the tables only is not.
    var labelDoubts: [Doubt.Kind] { reading.doubts.map(\.kind).filter { $0 != .missingRow && $0 != .missingTable } }

    func doubts(_ kind: Doubt.Kind) -> [String] { reading.doubts.filter { $0.kind == kind }.map(\.found) }
}
