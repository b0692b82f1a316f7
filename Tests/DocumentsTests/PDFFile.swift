import Foundation

@testable import Documents

/// PDF files that tests make: text in a font that is named and not embedded, and ruled lines; points from the top left.
struct PDFFile {
    /// Whether this machine reads them.
    static let canBeRead = InstalledPrograms.ofSystem.first(of: "mutool") != nil

    private var pages: [String] = [""]

    mutating func newPage() { pages.append("") }

    mutating func write(_ text: String, x: Double, y: Double, size: Double = 10) {
        let hex = text.utf16.map { unit in
            let digits = String(unit, radix: 16)
            return String(repeating: "0", count: 4 - digits.count) + digits
        }.joined()
        pages[pages.count - 1] += "BT /F1 \(size) Tf \(x) \(800 - y) Td <\(hex)> Tj ET\n"
    }

    /// Writes operators as they stand in a page (ISO 32000-1, annex A); their y counts upwards from 0 to 800.
    mutating func draw(_ operators: String) { pages[pages.count - 1] += operators + "\n" }

    mutating func line(_ fromX: Double, _ fromY: Double, _ toX: Double, _ toY: Double) {
        pages[pages.count - 1] += "\(fromX) \(800 - fromY) m \(toX) \(800 - toY) l S\n"
    }

    /// A table of equal rows: each text in its column, lines around every cell.
    mutating func table(_ rows: [[String]], x: Double, y: Double, width: Double = 80, height: Double = 20) {
        let columns = Double(rows.first?.count ?? 0)
        for (index, row) in rows.enumerated() {
            let top = y + Double(index) * height
            line(x, top, x + columns * width, top)
            for (column, text) in row.enumerated() { write(text, x: x + Double(column) * width + 5, y: top + 14) }
        }
        let bottom = y + Double(rows.count) * height
        line(x, bottom, x + columns * width, bottom)
        for column in 0...(rows.first?.count ?? 0) {
            line(x + Double(column) * width, y, x + Double(column) * width, bottom)
        }
    }

    var bytes: [UInt8] {
        var objects = [
            "<< /Type /Catalog /Pages 2 0 R >>",
            "<< /Type /Pages /Count \(pages.count)"
                + " /Kids [\(pages.indices.map { "\(6 + $0 * 2) 0 R" }.joined(separator: " "))] >>",
            "<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H"
                + " /DescendantFonts [4 0 R] >>",
            "<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /FontDescriptor 5 0 R"
                + " /W [1 95 500 814 907 500] /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >>"
                + " /DW 1000 >>",
            "<< /Type /FontDescriptor /FontName /STSong-Light /Flags 4 /Ascent 880 /Descent -120 /CapHeight 880"
                + " /StemV 90 /ItalicAngle 0 /FontBBox [0 -120 1000 880] >>",
        ]
        for (index, page) in pages.enumerated() {
            objects.append(
                "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents \(7 + index * 2) 0 R"
                    + " /Resources << /Font << /F1 3 0 R >> >> >>")
            objects.append("<< /Length \(page.utf8.count) >>\nstream\n\(page)endstream")
        }
        var text = "%PDF-1.4\n"
        var offsets: [Int] = []
        for (index, object) in objects.enumerated() {
            offsets.append(text.utf8.count)
            text += "\(index + 1) 0 obj\n\(object)\nendobj\n"
        }
        let start = text.utf8.count
        text += "xref\n0 \(objects.count + 1)\n0000000000 65535 f \n"
        for offset in offsets {
            let digits = String(offset)
            text += String(repeating: "0", count: 10 - digits.count) + digits + " 00000 n \n"
        }
        text += "trailer\n<< /Size \(objects.count + 1) /Root 1 0 R >>\nstartxref\n\(start)\n%%EOF\n"
        return Array(text.utf8)
    }
}
