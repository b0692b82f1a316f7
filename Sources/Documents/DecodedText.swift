/// Text of unknown encoding, made UTF-8 without byte-order mark.
struct DecodedText {
    var bytes: [UInt8]
    /// As IANA names it.
    var encoding: String
    /// How often lines end, where the pass that validated the bytes has counted.
    var lineEnds: Int
    /// Whether any line ends otherwise than with a line feed alone.
    var hasOtherLineEnds: Bool

    /// Tells the encoding by the content: a byte-order mark, else UTF-8 if the bytes are valid throughout, else UTF-16
    /// if it is evident, else GB18030, which GBK and GB 2312 are part of, so a label of either does not matter.
    init(decoding bytes: [UInt8]) throws(DocumentError) {
        guard !bytes.isEmpty else { throw .empty }
        if let order = UTF16Text.byteOrderMark(of: bytes) {
            self = try UTF16Text.decode(bytes[2...], order: order)
            return
        }
        let mark = Self.markLength(of: bytes)
        let survey = bytes.withUnsafeBufferPointer { UTF8Survey(.init(rebasing: $0[mark...])) }
        let isDoubtful = survey.firstInvalid != nil || survey.firstNUL != nil
        if isDoubtful, mark == 0, let order = UTF16Text.evidentOrder(of: bytes) {
            self = try UTF16Text.decode(bytes[...], order: order)
            return
        }
        guard let invalid = survey.firstInvalid else {
            try Self.requireText(survey, count: bytes.count, offset: mark, bytes: bytes, encoding: "UTF-8")
            self.init(bytes: mark == 0 ? bytes : Array(bytes[mark...]), encoding: "UTF-8", survey: survey)
            return
        }
        if mark > 0 || bytes.withUnsafeBufferPointer(UTF8Survey.isDamagedUTF8) {
            throw .notText(encoding: "UTF-8", offset: mark + invalid, byte: bytes[mark + invalid])
        }
        let decoded = try Transcoder.utf8(from: bytes, encoding: "GB18030")
        try self.init(transcoded: decoded, encoding: "GB18030", original: bytes)
    }

    /// Text that a transcoder has made; `original` is what an error names the place in.
    init(transcoded: [UInt8], encoding: String, original: [UInt8]) throws(DocumentError) {
        let mark = Self.markLength(of: transcoded)
        let survey = transcoded.withUnsafeBufferPointer { UTF8Survey(.init(rebasing: $0[mark...])) }
        if survey.firstNUL != nil || survey.controls * 10 > transcoded.count {
            let offset = original.firstIndex { $0 < 0x09 } ?? 0
            throw .notText(encoding: encoding, offset: offset, byte: original.isEmpty ? 0 : original[offset])
        }
        self.init(bytes: mark == 0 ? transcoded : Array(transcoded[mark...]), encoding: encoding, survey: survey)
    }

    /// Keeps text that no report has from becoming lines, each of which takes memory.
    func requireSize(_ limits: Limits) throws(DocumentError) {
        guard bytes.count <= limits.textBytes else {
            throw .limit(.textBytes(limits.textBytes, found: bytes.count))
        }
        guard lineEnds < limits.blocks else { throw .limit(.blocks(limits.blocks)) }
    }

    private init(bytes: [UInt8], encoding: String, survey: UTF8Survey) {
        self.bytes = bytes
        self.encoding = encoding
        lineEnds = survey.lineEnds
        hasOtherLineEnds = survey.hasCarriageReturn || survey.hasUnicodeLineEnd
    }

    /// Bytes of the UTF-8 byte-order marks in front; editors that add one to a file that has one leave two.
    private static func markLength(of bytes: [UInt8]) -> Int {
        var length = 0
        while bytes.count >= length + 3, bytes[length] == 0xEF, bytes[length + 1] == 0xBB, bytes[length + 2] == 0xBF {
            length += 3
        }
        return length
    }

    /// A single stray control character is the source's, to be kept; a NUL, or one in ten, is a binary file.
    private static func requireText(
        _ survey: UTF8Survey, count: Int, offset: Int, bytes: [UInt8], encoding: String
    ) throws(DocumentError) {
        if let nul = survey.firstNUL {
            throw .notText(encoding: encoding, offset: offset + nul, byte: 0)
        }
        if let control = survey.firstControl, survey.controls * 10 > count {
            throw .notText(encoding: encoding, offset: offset + control, byte: bytes[offset + control])
        }
    }
}
