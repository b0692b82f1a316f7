@testable import Documents
@testable import Reports
import Values

/// Parts of the readers that other programs feed, or that see little of what a whole file brings.
extension FuzzTarget {
    static func sheet(_ bytes: [UInt8]) -> String? {
        let excel = ExcelSheet(
            Workbook.Sheet(name: "表"), strings: [ExcelText(Array("柳溪镇".utf8))], styles: ExcelStyles(),
            index: ExcelIndex(), budget: SheetBudget(limits))
        let open = OpenDocumentWorkbook(limits)
        return sheet(bytes, by: excel) { [excel.finished()] } ?? sheet(bytes, by: open) { open.workbook.sheets }
    }

    private static func sheet(
        _ bytes: [UInt8], by reader: any XMLEventReader, _ sheets: () -> [Workbook.Sheet]
    ) -> String? {
        let format = ExcelWorkbook.format
        do throws(DocumentError) {
            try XMLEvents.read(bytes, part: "fuzz.xml", format: format, limits: limits, by: reader)
            var workbook = Workbook()
            workbook.sheets = sheets()
            let document = try Spreadsheet.document(of: workbook, format: format, limits: limits)
            return read(document, "青禾县/2021/柳溪镇.xlsx")
        } catch {
            return error.explanation.zh.isEmpty ? "an error without words" : nil
        }
    }

    static func geometry(_ bytes: [UInt8]) -> String? {
        var pages: [PDFPage] = []
        PDFTrace.forEachPage(of: bytes) { if pages.count < 10 { pages.append(PDFSight($0.upright()).page) } }
        var transcript = Transcript(limits: limits)
        do throws(DocumentError) {
            try transcript.append(PDF.pieces(of: pages).pieces)
        } catch {
            return error.explanation.zh.isEmpty ? "an error without words" : nil
        }
        return read(transcript.document(encoding: "UTF-8"), "青禾县/2021/柳溪镇.pdf")
    }

    static func recognition(_ bytes: [UInt8]) -> String? {
        if let raster = Raster(pixmap: bytes), raster.width < 1000, raster.height < 1000 {
            let ink = Ink(raster)
            _ = ScanRules(ink)
            guard Skew.angle(of: ink).isFinite else { return "an angle that is none" }
        }
        let words = Tesseract.words(in: bytes, count: 2)
        guard words.count == 2 else { return "words of another number of pictures" }
        for page in words {
            let lines = ScannedLine.lines(of: page)
            guard lines.flatMap(\.words).map(\.text) == page.map(\.text) else { return "words that are lost" }
            var drawn = PDFPage(width: 595, height: 842)
            for line in lines { drawn.add(line, left: 0, top: 0) }
            guard drawn.glyphs.allSatisfy({ $0.box.left <= $0.box.right }) else { return "a character without width" }
        }
        return nil
    }

    static func identity(_ bytes: [UInt8]) -> String? {
        guard let headings else { return "no catalogue" }
        let parts = bytes.split(separator: 0x0A, maxSplits: 1)
        let path = parts.first.map { String(decoding: $0, as: UTF8.self) } ?? ""
        let text = Array(String(decoding: parts.dropFirst().first ?? [], as: UTF8.self).utf8).filter { $0 != 0 }
        var blocks: [Block] = []
        var start = 0
        for line in text.split(separator: 0x0A, omittingEmptySubsequences: false) {
            blocks.append(.paragraph(start..<start + line.count))
            start += line.count + 1
        }
        let document = Document(text: text, blocks: blocks, encoding: "UTF-8")
        let identity = text.withUnsafeBufferPointer {
            IdentityReader(document, $0, headings, path: path).read(IdentityOverride())
        }
        if let year = identity.year, !(1990...2100).contains(year) { return "a year that is none" }
        if let township = identity.township, township.isEmpty || township.contains("\n") {
            return "a township that is none"
        }
        return read(document, path)
    }

    static func roles(_ bytes: [UInt8]) -> String? {
        guard let narrative else { return "no catalogue" }
        let text = Array(String(decoding: bytes, as: UTF8.self).utf8)
        for year in [2014, 2021] {
            let reading = narrative.read(lines: text, year: year)
            let indicators = reading.figures.map(\.indicator)
            guard Set(indicators).count == indicators.count else { return "a figure twice" }
            guard reading.figures.count <= reading.claims.count else { return "a figure that nothing claims" }
            for quantity in reading.quantities where quantity.amount.value < 0 { return "a count below zero" }
        }
        return nil
    }
}
