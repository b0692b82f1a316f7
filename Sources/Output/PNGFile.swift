import CDeflate

/// Small pictures in sixteen shades of grey as PNG files (ISO/IEC 15948), which is enough to read a figure by.
package enum PNGFile {
    /// - Parameter light: a byte a pixel, row by row; what is missing is white.
    package static func bytes(width: Int, height: Int, light: [UInt8]) -> [UInt8] {
        var rows: [UInt8] = []
        rows.reserveCapacity(height * (width / 2 + 2))
        func shade(_ row: Int, _ column: Int) -> UInt8 {
            let position = row * width + column
            return column < width && position < light.count ? light[position] >> 4 : 15
        }
        for row in 0..<height {
            // No filter.
            rows.append(0)
            for column in stride(from: 0, to: width, by: 2) {
                rows.append(shade(row, column) << 4 | shade(row, column + 1))
            }
        }
        // Four bits, grey, deflated, filtered row by row, not interlaced.
        let header = word(width) + word(height) + [4, 0, 0, 0, 0]
        return signature + chunk("IHDR", header) + chunk("IDAT", deflated(rows)) + chunk("IEND", [])
    }

    private static let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]

    private static func word(_ value: Int) -> [UInt8] {
        let value = UInt32(truncatingIfNeeded: value)
        return [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: value >> $0) }
    }

    private static func chunk(_ name: String, _ content: [UInt8]) -> [UInt8] {
        let body = Array(name.utf8) + content
        let sum = body.withUnsafeBytes { libdeflate_crc32(0, $0.baseAddress, $0.count) }
        return word(content.count) + body + word(Int(sum))
    }

    private static func deflated(_ bytes: [UInt8]) -> [UInt8] {
        guard let compressor = libdeflate_alloc_compressor(9) else { return [] }
        defer { libdeflate_free_compressor(compressor) }
        let bound = libdeflate_zlib_compress_bound(compressor, bytes.count)
        return [UInt8](unsafeUninitializedCapacity: bound) { target, count in
            count = libdeflate_zlib_compress(compressor, bytes, bytes.count, target.baseAddress, target.count)
        }
    }
}
