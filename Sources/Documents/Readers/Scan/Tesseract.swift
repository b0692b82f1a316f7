import Values

/// The program that recognises writing, run once for all pictures of a document.
struct Tesseract {
    let program: String
    let limits: Limits

    static let packages = ["tesseract-ocr", "tesseract-ocr-chi-sim"]

    /// Letters that stand together on a line of a picture.
    struct Word: Equatable {
        var text: String
        /// Its sides, within the picture; above and below those of its line.
        var box: PixelBox
        /// Percent.
        var confidence: Double
    }

    /// One sign of a line of figures, and its sides within the picture.
    struct Sign: Equatable {
        var text: String
        var left: Int
        var right: Int
    }

    /// Reads pictures of Chinese text that lie in the folder; the words of each are in the order of the lines.
    func words(in pictures: [String], folder: WorkFolder) throws(DocumentError) -> [[Word]] {
        let table = try run(on: pictures, ["-l", "chi_sim", "--psm", "6"], format: "tsv", "words.tsv", folder)
        return Self.words(in: table, count: pictures.count)
    }

    /// Reads pictures of one line of figures each, of which only the given signs are wanted.
    func signs(_ wanted: String, in pictures: [String], folder: WorkFolder) throws(DocumentError) -> [[Sign]] {
        let boxes = try run(
            on: pictures, ["-l", "eng", "--psm", "7", "-c", "tessedit_char_whitelist=\(wanted)"], format: "makebox",
            "words.box", folder)
        return Self.signs(in: boxes, count: pictures.count)
    }

    private func run(
        on pictures: [String], _ arguments: [String], format: String, _ output: String, _ folder: WorkFolder
    ) throws(DocumentError) -> [UInt8] {
        guard !pictures.isEmpty else { return [] }
        try folder.write(Array((pictures.joined(separator: "\n") + "\n").utf8), to: "pictures.txt")
        var limits = limits
        limits.converterSeconds = limits.recognitionSeconds
        let converter = Converter(
            program: program, arguments: ["pictures.txt", "words"] + arguments + [format], folder: folder,
            limits: limits, memory: limits.pdfBytes)
        do {
            try converter.run()
        } catch {
            guard case .converter(.failed(_, let detail)) = error,
                detail.contains("languages") || detail.contains("tessdata")
            else { throw error }
            throw .converter(.missing(format: Scan.format, packages: Self.packages))
        }
        guard let bytes = try converter.output(output) else { throw converter.failure(output) }
        return bytes
    }

    /// Rows of `sign left bottom right top page`, from the picture's lower left corner; pages are counted from 0.
    static func signs(in boxes: [UInt8], count: Int) -> [[Sign]] {
        var pictures = [[Sign]](repeating: [], count: count)
        for row in boxes.split(separator: UInt8(ascii: "\n")) {
            let fields = row.split(separator: UInt8(ascii: " ")).map { String(decoding: $0, as: UTF8.self) }
            let numbers = fields.dropFirst().compactMap { Int($0) }
            // A tilde stands for what was not recognised at all.
            guard fields.count == 6, numbers.count == 5, pictures.indices.contains(numbers[4]), fields[0] != "~",
                numbers.allSatisfy({ $0 >= 0 && $0 < 1 << 20 })
            else { continue }
            pictures[numbers[4]].append(Sign(text: fields[0], left: numbers[0], right: numbers[2]))
        }
        return pictures
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
