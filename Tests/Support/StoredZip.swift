/// A zip file whose members are not compressed (APPNOTE 4.3).
package enum StoredZip {
    package static func make(_ members: [(name: String, content: String)]) -> [UInt8] {
        var file: [UInt8] = []
        var directory: [UInt8] = []
        for member in members {
            let name = Array(member.name.utf8)
            let content = Array(member.content.utf8)
            // Version 2.0, names in UTF-8, stored, no day.
            let head =
                bytes(20, 2) + bytes(0x800, 2) + bytes(0, 2) + bytes(0, 4) + bytes(checksum(content), 4)
                + bytes(content.count, 4) + bytes(content.count, 4) + bytes(name.count, 2) + bytes(0, 2)
            directory += [0x50, 0x4B, 0x01, 0x02] + bytes(20, 2) + head + bytes(0, 2) + bytes(0, 2) + bytes(0, 2)
            directory += bytes(0, 4) + bytes(file.count, 4) + name
            file += [0x50, 0x4B, 0x03, 0x04] + head + name + content
        }
        let end =
            [0x50, 0x4B, 0x05, 0x06] + bytes(0, 4) + bytes(members.count, 2) + bytes(members.count, 2)
            + bytes(directory.count, 4) + bytes(file.count, 4) + bytes(0, 2)
        return file + directory + end
    }

    private static func bytes(_ number: Int, _ count: Int) -> [UInt8] {
        (0..<count).map { UInt8(truncatingIfNeeded: number >> (8 * $0)) }
    }

    /// CRC-32 (ISO 3309).
    private static func checksum(_ content: [UInt8]) -> Int {
        var remainder: UInt32 = 0xFFFF_FFFF
        for byte in content {
            remainder ^= UInt32(byte)
            for _ in 0..<8 { remainder = remainder >> 1 ^ (remainder & 1 == 1 ? 0xEDB8_8320 : 0) }
        }
        return Int(~remainder)
    }
}
