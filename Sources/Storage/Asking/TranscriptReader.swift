import GRDB
import Values

/// The texts that the positions of reports refer to, one report after the other: a report's own where its document is
/// read as another text by now, else its document's.
struct TranscriptReader {
    /// What the archive has of one report; it is looked up when asked for.
    struct Source {
        fileprivate let row: HotStatement

        /// Valid until the next report is read.
        var text: UnsafeRawBufferPointer { row.bytes(0) }
        /// The path of the document as it was imported.
        var path: String { row.string(1) }
        var edition: String { row.string(2) }
    }

    private let archive: Archive
    private let select: HotStatement

    init(_ archive: Archive, _ db: Database) throws {
        self.archive = archive
        select = try HotStatement(
            db,
            """
            SELECT coalesce(
                (SELECT transcript.text FROM transcript WHERE transcript.id = report.transcript_id), document.text),
                path, edition
            FROM report JOIN document ON document.id = report.document_id WHERE report.id = ?1
            """)
    }

    /// Hands over what a report's positions refer to.
    func read<Result>(_ report: Int64, _ body: (Source) throws -> Result) throws -> Result {
        defer { select.reset() }
        select.bind(report, at: 1)
        guard try select.step() else { throw ArchiveError.damaged(path: archive.path, detail: Phrase("document")) }
        return try body(Source(row: select))
    }

    /// A position in a text of so many bytes. Whoever shows what stands there cuts the text: a damaged one must not get
    /// as far as that.
    func range(_ start: Int64, _ end: Int64, within count: Int) throws -> Range<Int> {
        guard start >= 0, start <= end, end <= count else {
            throw ArchiveError.damaged(path: archive.path, detail: Phrase(zh: "位置 \(start)", en: "position \(start)"))
        }
        return Int(start)..<Int(end)
    }

    func check(_ ranges: [Range<Int>], within count: Int) throws {
        for range in ranges { _ = try self.range(Int64(range.lowerBound), Int64(range.upperBound), within: count) }
    }
}
