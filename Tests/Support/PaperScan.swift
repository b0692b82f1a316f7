import Foundation

/// How a printed page becomes a picture: by a scanner that is not new, over a page that may lie aslant.
package struct PaperScan: Sendable {
    package var dotsPerInch = 200
    /// Degrees clockwise.
    package var turn = 0.0
    /// Of JPEG; nil keeps every pixel as it is.
    package var quality: Int?
    /// By how much the light of a pixel may be wrong, of 255.
    package var noise = 0
    /// Photographed from aside, by a telephone: by how much the far side is shorter, in parts of the near one.
    package var photograph: Double?

    package init(
        dotsPerInch: Int = 200, turn: Double = 0, quality: Int? = nil, noise: Int = 0, photograph: Double? = nil
    ) {
        (self.dotsPerInch, self.turn, self.quality, self.noise) = (dotsPerInch, turn, quality, noise)
        self.photograph = photograph
    }

    /// The programs that a scan is made with; nil where one is missing.
    package static let programs: (drawing: ExternalProgram, compressing: ExternalProgram)? = {
        guard let drawing = ExternalProgram("mutool"), let compressing = ExternalProgram("pdftoppm") else { return nil }
        return (drawing, compressing)
    }()

    /// A PDF in which each page of another is a picture.
    ///
    /// - Parameter seal: a page that lies over each of them, as ink that lets black through.
    package func scan(_ printed: URL, under seal: URL? = nil, in folder: URL) throws -> [UInt8] {
        guard let programs = Self.programs else { throw CocoaError(.executableNotLoadable) }
        let seals = try seal.map { try pixmaps(of: $0, in: folder) } ?? []
        var scan = ScannedPDF(dotsPerInch: dotsPerInch)
        var random = SeededRandom(seed: 7)
        for page in try pixmaps(of: printed, in: folder) {
            let stamped = seals.first.map { Pixmap.multiplied(page, by: $0) } ?? page
            scan.add(pixmap: noisy(photograph.map { Pixmap.photographed(stamped, $0) } ?? stamped, &random))
        }
        guard let quality else { return scan.bytes }
        let whole = folder.appending(path: "whole.pdf")
        try Data(scan.bytes).write(to: whole)
        let stem = folder.appending(path: "jpeg").path
        try programs.compressing.run(
            ["-r", "\(dotsPerInch)", "-jpeg", "-jpegopt", "quality=\(quality)", whole.path, stem])
        var compressed = ScannedPDF(dotsPerInch: dotsPerInch)
        for name in try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
        where name.hasPrefix("jpeg-") {
            compressed.add(jpeg: [UInt8](try Data(contentsOf: folder.appending(path: name))))
            try FileManager.default.removeItem(at: folder.appending(path: name))
        }
        return compressed.bytes
    }

    private func pixmaps(of printed: URL, in folder: URL) throws -> [[UInt8]] {
        try Self.programs?.drawing.run(
            [
                "draw", "-q", "-F", "pnm", "-c", "rgb", "-r", "\(dotsPerInch)", "-R", "\(turn)", "-o",
                folder.appending(path: "page%d.pnm").path, printed.path,
            ])
        var pages: [[UInt8]] = []
        while let bytes = try? Data(contentsOf: folder.appending(path: "page\(pages.count + 1).pnm")) {
            try FileManager.default.removeItem(at: folder.appending(path: "page\(pages.count + 1).pnm"))
            pages.append([UInt8](bytes))
        }
        return pages
    }

    private func noisy(_ pixmap: [UInt8], _ random: inout SeededRandom) -> [UInt8] {
        guard noise > 0 else { return pixmap }
        var pixmap = pixmap
        for position in stride(from: 32, to: pixmap.count - 2, by: 3) {
            // The sum of two is nearer to nothing than one.
            let bits = random.next()
            let change = (Int(bits & 0xFFFF) + Int(bits >> 16 & 0xFFFF) - 0xFFFF) * noise / 0xFFFF
            for colour in 0..<3 {
                pixmap[position + colour] = UInt8(min(max(Int(pixmap[position + colour]) + change, 0), 255))
            }
        }
        return pixmap
    }
}

/// What happens to binary pixmaps (`P6`, 255) on the way to a picture.
private enum Pixmap {
    /// Width, height and where the pixels begin.
    private static func shape(_ pixmap: [UInt8]) -> (width: Int, height: Int, start: Int) {
        let header = pixmap.prefix(40).split(maxSplits: 4) { $0 == 0x0A || $0 == 0x20 }
        let sides = header.dropFirst().prefix(2).compactMap { Int(String(decoding: $0, as: UTF8.self)) }
        guard sides.count == 2 else { return (0, 0, 0) }
        return (sides[0], sides[1], pixmap.count - sides[0] * sides[1] * 3)
    }

    /// One ink over another, of two pages of the same size.
    static func multiplied(_ pixmap: [UInt8], by ink: [UInt8]) -> [UInt8] {
        guard pixmap.count == ink.count else { return pixmap }
        var result = pixmap
        for position in shape(pixmap).start..<pixmap.count {
            result[position] = UInt8(Int(pixmap[position]) * Int(ink[position]) / 255)
        }
        return result
    }

    /// A page whose far, upper side is shorter, and darker, and which has a margin of a dark table around it.
    static func photographed(_ pixmap: [UInt8], _ shortening: Double) -> [UInt8] {
        let (width, height, start) = shape(pixmap)
        var result = pixmap
        for row in 0..<height {
            let (y, far) = (Double(row) / Double(height), 1 - Double(row) / Double(height))
            let breadth = 1 - shortening * far
            // Rows that are farther away lie closer together.
            let source = min(Int(y * (1 + shortening) / (1 + shortening * y) * Double(height)), height - 1)
            let light = 1 - 0.35 * far
            for column in 0..<width {
                let x = (Double(column) / Double(width) - 0.5) / breadth + 0.5 + 0.3 * shortening * far
                let inside = x >= 0 && x < 1
                for colour in 0..<3 {
                    let target = start + (row * width + column) * 3 + colour
                    let value = inside ? pixmap[start + (source * width + Int(x * Double(width))) * 3 + colour] : 90
                    result[target] = UInt8(Double(value) * light)
                }
            }
        }
        return result
    }
}

/// A PDF of pictures alone, as scanners make it.
package struct ScannedPDF {
    private let dotsPerInch: Int
    private var pages: [(width: Int, height: Int, filter: String, data: [UInt8])] = []

    package init(dotsPerInch: Int) { self.dotsPerInch = dotsPerInch }

    /// A binary pixmap whose header is `P6`, width, height and 255, without comments.
    package mutating func add(pixmap: [UInt8]) {
        let header = pixmap.prefix(40).split(maxSplits: 4) { $0 == 0x0A || $0 == 0x20 }
        guard header.count > 3, let width = Int(String(decoding: header[1], as: UTF8.self)),
            let height = Int(String(decoding: header[2], as: UTF8.self))
        else { return }
        pages.append((width, height, "", Array(pixmap.suffix(width * height * 3))))
    }

    /// A file of JPEG; its size stands in the frame's header (ITU-T T.81, B.2.2).
    package mutating func add(jpeg: [UInt8]) {
        var position = 2
        while position + 8 < jpeg.count, jpeg[position] == 0xFF {
            if (0xC0...0xC2).contains(jpeg[position + 1]) {
                let height = Int(jpeg[position + 5]) << 8 | Int(jpeg[position + 6])
                let width = Int(jpeg[position + 7]) << 8 | Int(jpeg[position + 8])
                return pages.append((width, height, "/Filter /DCTDecode", jpeg))
            }
            position += 2 + (Int(jpeg[position + 2]) << 8 | Int(jpeg[position + 3]))
        }
    }

    package var bytes: [UInt8] {
        var file = Array("%PDF-1.4\n".utf8)
        var offsets: [Int] = []
        func object(_ text: String, _ data: [UInt8]? = nil) {
            offsets.append(file.count)
            file += Array("\(offsets.count) 0 obj\n\(text)\n".utf8)
            if let data { file += Array("stream\n".utf8) + data + Array("\nendstream\n".utf8) }
            file += Array("endobj\n".utf8)
        }
        object("<< /Type /Catalog /Pages 2 0 R >>")
        let kids = pages.indices.map { "\(3 + 3 * $0) 0 R" }.joined(separator: " ")
        object("<< /Type /Pages /Count \(pages.count) /Kids [\(kids)] >>")
        for (index, page) in pages.enumerated() {
            let (width, height) = (
                Double(page.width * 72) / Double(dotsPerInch), Double(page.height * 72) / Double(dotsPerInch)
            )
            object(
                "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 \(width) \(height)] /Contents \(4 + 3 * index) 0 R"
                    + " /Resources << /XObject << /P \(5 + 3 * index) 0 R >> >> >>")
            let drawing = Array("\(width) 0 0 \(height) 0 0 cm /P Do".utf8)
            object("<< /Length \(drawing.count) >>", drawing)
            object(
                "<< /Type /XObject /Subtype /Image /Width \(page.width) /Height \(page.height) /BitsPerComponent 8"
                    + " /ColorSpace /DeviceRGB \(page.filter) /Length \(page.data.count) >>", page.data)
        }
        let start = file.count
        var table = "xref\n0 \(offsets.count + 1)\n0000000000 65535 f \n"
        for offset in offsets {
            let digits = "\(offset)"
            table += String(repeating: "0", count: 10 - digits.count) + digits + " 00000 n \n"
        }
        table += "trailer\n<< /Size \(offsets.count + 1) /Root 1 0 R >>\nstartxref\n\(start)\n%%EOF\n"
        return file + Array(table.utf8)
    }
}
