import Synchronization
import Values

/// Pictures of places on scanned pages, cut out of the file as it came, so that a person can compare them with what was
/// recognised in them.
package struct PictureCutter {
    /// In shades of grey: a byte a pixel, row by row, from 0, black, to 255.
    package struct Cut: Sendable {
        package let width: Int
        package let height: Int
        package let light: [UInt8]
    }

    private let file: OpenedFile
    private let limits: Limits
    private let mutool: String

    /// - Parameter name: the file's, see `OpenedFile`.
    package init(_ bytes: [UInt8], name: String) throws(DocumentError) {
        limits = Limits()
        file = try OpenedFile(bytes, name: name, limits: limits)
        guard let mutool = InstalledPrograms.ofSystem.first(of: "mutool") else {
            throw .converter(.missing(format: Scan.format, packages: ["mupdf-tools"]))
        }
        self.mutool = mutool
    }

    /// Pixels of a drawn page's longer side: digits of small type can be told.
    private static let side = 1500
    /// Pixels around a place, so that the lines of its cell are seen.
    private static let border = 3

    /// The pictures of places; each page is drawn once.
    package func cut(_ places: [PicturePlace]) throws(DocumentError) -> [PicturePlace: Cut] {
        var cuts: [PicturePlace: Cut] = [:]
        let sources = Dictionary(grouping: places, by: \.picture)
        let pictures = sources.keys.contains { $0 != nil } ? picturesWithin() : []
        for (picture, places) in sources {
            let bytes: [UInt8]
            if let picture {
                guard pictures.indices.contains(picture) else { continue }
                bytes = pictures[picture]
            } else {
                bytes = file.bytes
            }
            let drawing = try drawing(of: bytes)
            for own in Dictionary(grouping: places, by: \.drawn).values {
                guard let first = own.first else { continue }
                let page = try drawing.picture(
                    ofPage: first.page, side: Self.side, turned: Double(first.turned) / 100)
                for place in own { cuts[place] = Self.cut(place, of: page) }
            }
        }
        return cuts
    }

    private func drawing(of bytes: [UInt8]) throws(DocumentError) -> PageDrawing {
        let folder = try WorkFolder()
        let name = "input.\(EmbeddedPictures.ending(of: bytes) ?? "pdf")"
        try folder.write(bytes, to: name)
        return PageDrawing(mutool: mutool, folder: folder, file: name, format: Scan.format, limits: limits)
    }

    private static func cut(_ place: PicturePlace, of page: Raster) -> Cut {
        func pixels(_ part: Int, _ whole: Int, _ border: Int) -> Int {
            min(max(part * whole / 10_000 + border, 0), whole)
        }
        let box = PixelBox(
            left: pixels(place.left, page.width, -border), top: pixels(place.top, page.height, -border),
            right: pixels(place.right, page.width, border), bottom: pixels(place.bottom, page.height, border))
        let part = page.part(box)
        return Cut(width: part.width, height: part.height, light: part.light)
    }

    /// The pictures within the document, in order.
    private func picturesWithin() -> [[UInt8]] {
        let taken = Taken()
        var limits = limits
        limits.takePicture = { bytes in taken.pictures.withLock { $0.append(bytes) } }
        // A document of nothing but pictures is refused once they are taken.
        _ = try? file.document(limits: limits)
        return taken.pictures.withLock { $0 }
    }

    private final class Taken: Sendable {
        let pictures = Mutex<[[UInt8]]>([])
    }
}

extension PicturePlace {
    /// What places have in common that are on one drawing.
    fileprivate var drawn: [Int] { [page, turned] }
}
