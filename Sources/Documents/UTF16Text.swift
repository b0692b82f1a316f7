/// Text in UTF-16, which only Windows' Notepad ("Unicode") still writes.
enum UTF16Text {
    enum ByteOrder: String {
        case little = "UTF-16LE"
        case big = "UTF-16BE"
    }

    static func byteOrderMark(of bytes: [UInt8]) -> ByteOrder? {
        guard bytes.count >= 2 else { return nil }
        return switch (bytes[0], bytes[1]) {
        case (0xFF, 0xFE): .little
        case (0xFE, 0xFF): .big
        default: nil
        }
    }

    /// The byte order of text without a mark, if nine in ten of its units are what such reports are made of in one
    /// order.
    /// In the other order they are not: the digits and line ends of one are unassigned ideographs or private use in the
    /// other.
    static func evidentOrder(of bytes: [UInt8]) -> ByteOrder? {
        guard bytes.count >= 8, bytes.count.isMultiple(of: 2) else { return nil }
        let sample = min(bytes.count, 4096)
        var little = 0
        var big = 0
        for index in stride(from: 0, to: sample, by: 2) {
            let first = UInt16(bytes[index])
            let second = UInt16(bytes[index + 1])
            if isExpected(second << 8 | first) { little += 1 }
            if isExpected(first << 8 | second) { big += 1 }
        }
        let needed = sample / 2 * 9 / 10
        guard max(little, big) >= needed, little != big else { return nil }
        return little > big ? .little : .big
    }

    private static func isExpected(_ unit: UInt16) -> Bool {
        switch unit {
        case 0x09, 0x0A, 0x0D, 0x20...0x7E, 0xA0, 0x2010...0x2030, 0x3000...0x303F, 0x4E00...0x9FA5, 0xFF00...0xFF5E:
            true
        default: false
        }
    }

    static func decode(_ bytes: ArraySlice<UInt8>, order: ByteOrder) throws(DocumentError) -> DecodedText {
        let whole = Array(bytes)
        let text = try Transcoder.utf8(from: whole, encoding: order.rawValue, offset: bytes.startIndex)
        return try DecodedText(transcoded: text, encoding: order.rawValue, original: whole)
    }
}
