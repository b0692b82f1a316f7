import Foundation
import Values

/// The pictures within a document that hold a table: each is read in its place, as a page of its own. Any other picture
/// leaves no trace.
enum EmbeddedPictures {
    /// What a document is made of, with what its pictures say in their place.
    static func read(
        _ pieces: [Piece], limits: Limits, programs: InstalledPrograms = .ofSystem
    ) -> (pieces: [Piece], notice: DocumentNotice?) {
        guard pieces.contains(where: \.isPicture) else { return (pieces, nil) }
        if let take = limits.takePicture {
            for case .picture(let bytes) in pieces { take(bytes) }
            return (pieces, nil)
        }
        // A document that is nothing but pictures is a scan.
        let hasText = pieces.contains { if case .line(let line) = $0 { ObjectMark.isSeen(line) } else { false } }
        var isMissing = false
        var left = limits.scannedPages
        var read: [Piece] = []
        var number = -1
        for piece in pieces {
            guard case .picture(let bytes) = piece else {
                read.append(piece)
                continue
            }
            number += 1
            guard left > 0, let ending = ending(of: bytes) else { continue }
            left -= 1
            do throws(DocumentError) {
                var pages = try Picture.pages(
                    bytes, ending: ending, format: Scan.format, limits: limits, programs: programs, needsTable: hasText)
                for page in pages.indices { pages[page].scan?.picture = number }
                read.append(PDF.recognised(pages))
            } catch {
                if case .converter(.missing) = error { isMissing = true }
            }
        }
        return (read, isMissing ? .picturesUnread : nil)
    }

    private static let signatures: [(ending: String, bytes: [UInt8])] = [
        ("png", [0x89, 0x50, 0x4E, 0x47]), ("jpg", [0xFF, 0xD8, 0xFF]), ("tif", [0x49, 0x49, 0x2A, 0x00]),
        ("tif", [0x4D, 0x4D, 0x00, 0x2A]), ("gif", Array("GIF8".utf8)), ("bmp", Array("BM".utf8)),
    ]

    static func ending(of bytes: [UInt8]) -> String? {
        signatures.first { bytes.starts(with: $0.bytes) }?.ending
    }

    /// The picture that a link holds in itself, `data:image/png;base64,…` (RFC 2397).
    static func picture(inLink link: String) -> [UInt8]? {
        guard link.hasPrefix("data:image/"), let comma = link.firstIndex(of: ","), link[..<comma].hasSuffix(";base64")
        else { return nil }
        return Data(base64Encoded: String(link[link.index(after: comma)...]), options: .ignoreUnknownCharacters)
            .map { Array($0) }
    }
}
