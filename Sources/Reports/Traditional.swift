/// The traditional characters that reports are written in now and then, each with the simplified one the forms are
/// printed in.
///
/// None of them is also a simplified character, so that a text in simplified characters stays as it is; what sentences
/// alone are read by is a part of the catalogue.
enum Traditional {
    static func simplified(_ scalar: UInt32) -> UInt32 {
        guard scalar >= first, scalar <= last else { return scalar }
        return simplified(scalar, by: table)
    }

    /// The same of an ideograph from U+4E00 to U+9FFF, for loops that ask for the table once.
    @inline(__always) static func simplified(_ ideograph: UInt32, by table: [UInt16]) -> UInt32 {
        let folded = table[Int(ideograph - first)]
        return folded == 0 ? ideograph : UInt32(folded)
    }

    private static let first: UInt32 = 0x4E00
    private static let last: UInt32 = 0x9FFF

    /// By character, for the hottest loop there is; 0 where a character stays as it is.
    static let table: [UInt16] = {
        var table = [UInt16](repeating: 0, count: Int(last - first) + 1)
        PackageResources.traditional_yaml.withUnsafeBufferPointer { text in
            var letters = Scalars(text, 0..<text.count)
            var traditional: UInt32?
            while let letter = letters.next() {
                // The comment has no ideographs. Some letters are simplified to one of those that came later.
                guard letter >= firstExtended, letter <= last else { continue }
                if let own = traditional { table[Int(own - first)] = UInt16(letter) }
                traditional = traditional == nil ? letter : nil
            }
        }
        return table
    }()

    private static let firstExtended: UInt32 = 0x3400
}
