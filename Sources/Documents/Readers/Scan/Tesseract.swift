import Values

/// The program that recognises writing, run once for all pictures of a document.
struct Tesseract {
    let program: String
    let limits: Limits

    static let packages = ["tesseract-ocr", "tesseract-ocr-chi-sim"]

    /// What is to be read in a run.
    enum Kind {
        /// Lines of Chinese text.
        case text
        /// One line of digits and the signs that stand beside them.
        case figure

        var language: String { self == .text ? "chi_sim" : "eng" }

        var arguments: [String] {
            switch self {
            case .text: ["-l", language, "--psm", "6"]
            case .figure: ["-l", language, "--psm", "7", "-c", "tessedit_char_whitelist=0123456789.,-+/"]
            }
        }
    }

    /// Letters that stand together on a line of a picture.
    struct Word: Equatable {
        var text: String
        /// Its sides, within the picture; above and below those of its line.
        var box: PixelBox
        /// Percent.
        var confidence: Double
    }

    /// Reads pictures that lie in the folder; the words of each are in the order of the lines.
    func words(
        in pictures: [String], as kind: Kind, folder: WorkFolder
    ) throws(DocumentError) -> [[Word]] {
        guard !pictures.isEmpty else { return [] }
        try folder.write(Array((pictures.joined(separator: "\n") + "\n").utf8), to: "pictures.txt")
        var limits = limits
        limits.converterSeconds = limits.recognitionSeconds
        let converter = Converter(
            program: program, arguments: ["pictures.txt", "words"] + kind.arguments + ["tsv"], folder: folder,
            limits: limits, memory: limits.pdfBytes)
        do {
            try converter.run()
        } catch {
            guard case .converter(.failed(_, let detail)) = error,
                detail.contains("languages") || detail.contains("tessdata")
            else { throw error }
            throw .converter(.missing(format: Scan.format, packages: Self.packages))
        }
        guard let table = try converter.output("words.tsv") else { throw converter.failure("words.tsv") }
        return Self.words(in: table, count: pictures.count)
    }

    /// Rows of `level page block paragraph line word left top width height confidence text`; level 4 is a line, level 5
    /// a word.
    static func words(in table: [UInt8], count: Int) -> [[Word]] {
        var pictures = [[Word]](repeating: [], count: count)
        var line = (top: 0, bottom: 0)
        for row in table.split(separator: UInt8(ascii: "\n")) {
            let fields = row.split(separator: UInt8(ascii: "\t"), maxSplits: 11, omittingEmptySubsequences: false)
            let numbers = fields.prefix(10).map { Int(String(decoding: $0, as: UTF8.self)) ?? -1 }
            guard fields.count == 12, numbers[1] >= 1, numbers[1] <= count,
                numbers[6...9].allSatisfy({ $0 >= 0 && $0 < 1 << 20 })
            else { continue }
            if numbers[0] == 4 { line = (numbers[7], numbers[7] + numbers[9]) }
            let text = String(decoding: fields[11], as: UTF8.self).filter { !$0.isWhitespace }
            guard numbers[0] == 5, !text.isEmpty else { continue }
            let box = PixelBox(
                left: numbers[6], top: line.top, right: numbers[6] + numbers[8], bottom: line.bottom)
            pictures[numbers[1] - 1].append(
                Word(text: text, box: box, confidence: Double(String(decoding: fields[10], as: UTF8.self)) ?? 0))
        }
        return pictures
    }
}
