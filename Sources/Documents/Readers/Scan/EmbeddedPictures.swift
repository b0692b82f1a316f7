import Foundation
import Values

/// The pictures within a document that hold a table: each is read in its place, as a page of its own. Any other picture
/// leaves no trace.
enum EmbeddedPictures {
    /// What a document is made of, with what its pictures say in their place, and a notice of those that may be tables
    /// and could not be read.
    ///
    /// - Throws: where there is no room to work in.
    static func read(
        _ pieces: [Piece], limits: Limits, programs: InstalledPrograms = .ofSystem
    ) throws(DocumentError) -> (pieces: [Piece], notices: [DocumentNotice]) {
        guard pieces.contains(where: \.isPicture) else { return (pieces, []) }
        if let take = limits.takePicture {
            for case .picture(let bytes) in pieces { take(bytes) }
            return (pieces, [])
        }
        // A document that is nothing but pictures is a scan.
        let hasText = pieces.contains { if case .line(let line) = $0 { ObjectMark.isSeen(line) } else { false } }
        var (isMissing, failed, left) = (false, 0, limits.scannedPages)
        var read: [Piece] = []
        var number = -1
        for piece in pieces {
            guard case .picture(let bytes) = piece else {
                read.append(piece)
                continue
            }
            number += 1
            guard let ending = ending(of: bytes) else { continue }
            do throws(DocumentError) {
                guard left > 0 else { throw .limit(.scannedPages(limits.scannedPages)) }
                left -= 1
                var pages = try Picture.pages(
                    bytes, ending: ending, format: Scan.format, limits: limits, programs: programs, needsTable: hasText)
                for page in pages.indices { pages[page].scan?.picture = number }
                read.append(PDF.recognised(pages))
            } catch {
                switch error {
                case .nothingRecognised: break
                case .converter(.missing): isMissing = true
                case .converter(.noWorkFolder): throw error
                default: failed += bytes.count < smallestTable ? 0 : 1
                }
            }
        }
        return (read, (isMissing ? [.picturesUnread] : []) + (failed > 0 ? [.picturesFailed(count: failed)] : []))
    }

    /// Bytes of a file; an emblem, or what pages count their visitors by, has fewer.
    private static let smallestTable = 4_000

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
        return decoded(String(link[link.index(after: comma)...]))
    }

    /// Bytes that are written in Base64, with line ends wherever they may stand.
    static func decoded(_ text: String) -> [UInt8]? {
        Data(base64Encoded: text, options: .ignoreUnknownCharacters).map { Array($0) }
    }
}
