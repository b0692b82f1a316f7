import GRDB
import Values

extension Archive {
    /// The transcript that all positions of a report refer to, as UTF-8.
    package func transcript(of report: ReportSummary) throws -> [UInt8] {
        try reading { db in try TranscriptReader(self, db).read(report.id) { Array($0.text) } }
    }

    /// The transcript of a report whose positions are to be cut out of it, all of them being within it.
    package func transcript(of stored: StoredReport) throws -> [UInt8] {
        try reading { db in
            let reader = try TranscriptReader(self, db)
            return try reader.read(stored.summary.id) { source in
                try reader.check(stored.report.ranges, within: source.text.count)
                return Array(source.text)
            }
        }
    }

    /// A document's own.
    func transcript(of fingerprint: Fingerprint) throws -> [UInt8] {
        try reading { db in
            let select = try HotStatement(db, "SELECT text FROM document WHERE sha256 = ?1")
            try select.bind(fingerprint.description, at: 1)
            defer { select.reset() }
            guard try select.step() else { throw ArchiveError.damaged(path: path, detail: Phrase("document.text")) }
            return Array(select.bytes(0))
        }
    }

    /// The file that a report was read from, byte for byte.
    package func original(of report: ReportSummary) throws -> [UInt8] {
        try reading { db in
            let select = try HotStatement(
                db, "SELECT sz, data FROM document JOIN sqlar ON sqlar.name = original WHERE sha256 = ?1")
            try select.bind(report.fingerprint.description, at: 1)
            defer { select.reset() }
            guard try select.step(),
                let bytes = Original.unpack(Array(select.bytes(1)), byteCount: Int(select.integer(0)))
            else { throw ArchiveError.damaged(path: path, detail: Phrase("sqlar: \(report.path)")) }
            return bytes
        }
    }
}
