/// How much one file may cost. A report has some 10 KB of text and 200 cells, so every limit is far from what is
/// honest.
package struct Limits: Sendable {
    /// Bytes of one file as it arrives.
    package var fileBytes = 48 << 20
    /// Bytes that one archive, or one zipped document, may hold once it is expanded.
    package var expandedBytes = 512 << 20
    /// Expanded bytes for each packed byte; Office files of honest tables stay under 50.
    package var expansionRatio = 200
    /// The same of the parts of one document that are kept to read it from, its pictures included.
    package var packageBytes = 64 << 20
    /// Bytes of a text file, and of the text of any document.
    package var textBytes = 4 << 20
    /// Lines and tables of a document.
    package var blocks = 20_000
    /// Bytes of a web page, or of one part of a document in XML.
    package var markupBytes = 24 << 20
    /// Elements, texts and attributes, counted twice, of one tree of markup. A report has some 10,000.
    package var nodes = 300_000
    /// Attributes of one element.
    package var attributes = 1000
    /// Rules of a page's style sheets, a list of selectors being as many. Large libraries have some 5,000.
    package var styleRules = 100_000
    /// Times that a rule is held against an element, or a declaration is taken from one.
    package var styleSteps = 10_000_000
    /// Files in one archive, those of archives within it included.
    package var archiveEntries = 100_000
    /// Archives within archives.
    package var archiveDepth = 3
    /// Positions of all of a document's tables once spans are expanded.
    package var tableCells = 200_000
    /// Rows of all of a document's tables.
    package var tableRows = 50_000
    /// Bytes of all that a workbook's cells show, however often one text is shown.
    package var sheetBytes = 4 << 20
    /// Elements of one sheet, those of cells that show nothing included.
    package var sheetElements = 4_000_000
    /// Texts that a workbook keeps once for all cells that show them.
    package var sharedStrings = 200_000
    package var pages = 500
    /// Pages that are pictures; reading one takes a second or two.
    package var scannedPages = 30
    /// Pixels of a picture at its longer side; a page of A3 scanned at 600 dots an inch has 9,900.
    package var pictureSide = 12_000
    /// Seconds for one run of a converter.
    package var converterSeconds = 60
    /// The same for the recognition of all scanned pages of a document.
    package var recognitionSeconds = 240
    /// Bytes of memory that reading a PDF may take; a report takes some 40 MB.
    package var pdfBytes = 1 << 30
    /// Bytes of memory that a converter may reserve; LibreOffice reserves some 2 GB and uses a tenth of it.
    package var converterMemory = 4 << 30
    /// Bytes that a converter may write.
    package var converterBytes = 64 << 20

    /// Called before a file takes much memory, from the thread that reads it; it returns when no other does.
    package var turn: @Sendable () -> Void = {}
    /// Called with each picture within a document, in order, which is then not read; nil where they are to be read.
    var takePicture: (@Sendable ([UInt8]) -> Void)?
    /// Bytes that files may have which are read beside others.
    package static let lightBytes = 2 << 20

    package init() {}
}
