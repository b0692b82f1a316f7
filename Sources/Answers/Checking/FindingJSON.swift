import Catalogue
import Checks
import Foundation
import Output
import Values

/// Findings as JSON objects, with the fields that users' scripts rely upon.
package struct FindingJSON {
    private let indicators: [Indicator]
    private let language: Language

    package init(indicators: [Indicator], language: Language) {
        self.indicators = indicators
        self.language = language
    }

    /// One array.
    package func array(_ findings: [Finding]) throws -> [UInt8] {
        var bytes = Array("[".utf8)
        for (number, finding) in findings.enumerated() {
            bytes += Array((number == 0 ? "\n" : ",\n").utf8)
            bytes += try object(finding)
        }
        return bytes + Array((findings.isEmpty ? "]\n" : "\n]\n").utf8)
    }

    /// One object a line.
    package func lines(_ findings: [Finding]) throws -> [UInt8] {
        try findings.flatMap { try object($0) + [UInt8(ascii: "\n")] }
    }

    /// By hand, since Foundation's encoder keeps no order of keys.
    private func object(_ finding: Finding) throws -> [UInt8] {
        let fields: [(String, String)] = [
            ("rule", try text(finding.rule)), ("severity", try text(finding.severity.rawValue)),
            ("county", try text(finding.county)), ("township", try text(finding.township)),
            ("year", "\(finding.year)"),
            ("indicators", try encode(finding.codes(indicators))), ("expected", try value(finding.expected)),
            ("actual", try value(finding.actual)), ("message", try text(finding.sentence(language))),
            ("waived", finding.isWaived ? "true" : "false"),
        ]
        return Array("{\(fields.map { "\"\($0.0)\":\($0.1)" }.joined(separator: ","))}".utf8)
    }

    private func value(_ value: Finding.Value?) throws -> String {
        switch value {
        case nil: "null"
        case .text(let text): try self.text(text)
        case .number(let number, let unit): unit.display(number)
        }
    }

    /// Documents may bring characters that a terminal obeys; they are made visible.
    private func text(_ text: String) throws -> String { try encode(VisibleText.of(text)) }

    private func encode(_ value: some Encodable) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .withoutEscapingSlashes
        return String(decoding: try encoder.encode(value), as: UTF8.self)
    }
}
