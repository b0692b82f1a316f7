import Testing

@testable import Output

@Suite struct PNGFileTests {
    @Test func aPictureHasItsSizeAndFourBitsOfGrey() {
        let png = PNGFile.bytes(width: 300, height: 2, light: [UInt8](repeating: 255, count: 600))
        #expect(png.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13] + Array("IHDR".utf8)))
        #expect(Array(png[16..<29]) == [0, 0, 1, 44, 0, 0, 0, 2, 4, 0, 0, 0, 0])
        #expect(Array(png[37..<41]) == Array("IDAT".utf8))
        // The sum of a chunk that has no content is the same in every PNG file.
        #expect(Array(png.suffix(12)) == [0, 0, 0, 0] + Array("IEND".utf8) + [0xAE, 0x42, 0x60, 0x82])
    }

    /// Columns that are no pair, and fewer pixels than said, are white.
    @Test func oddAndMissingPixels() {
        let odd = PNGFile.bytes(width: 3, height: 1, light: [0, 0, 0])
        #expect(odd != PNGFile.bytes(width: 3, height: 1, light: [0, 0, 255]))
        #expect(
            PNGFile.bytes(width: 2, height: 2, light: [0])
                == PNGFile.bytes(width: 2, height: 2, light: [0, 255, 255, 255]))
    }
}
