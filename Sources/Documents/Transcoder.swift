import Glibc

/// The C library's character conversion, strict: a byte that cannot stand where it does is an error with its place.
enum Transcoder {
    /// `offset` is where `bytes` begin in the file, for the error to count from.
    static func utf8(from bytes: [UInt8], encoding: String, offset: Int = 0) throws(DocumentError) -> [UInt8] {
        let conversion = convert(bytes, encoding: encoding)
        guard let failure = conversion.failure else { return conversion.text }
        throw .notText(encoding: encoding, offset: offset + failure, byte: failure < bytes.count ? bytes[failure] : 0)
    }

    /// As browsers do it: each byte that cannot stand where it does becomes U+FFFD; nil where there are more than
    /// `limit`.
    static func utf8(replacingIn bytes: [UInt8], encoding: String, atMost limit: Int) -> [UInt8]? {
        var result: [UInt8] = []
        var start = 0
        for _ in 0...limit {
            let conversion = convert(Array(bytes[start...]), encoding: encoding)
            result += conversion.text
            guard let failure = conversion.failure else { return result }
            result += [0xEF, 0xBF, 0xBD]
            start += failure + 1
            if start >= bytes.count { return result }
        }
        return nil
    }

    /// The text as far as it goes, and the offset of the byte where it stops going.
    private static func convert(_ bytes: [UInt8], encoding: String) -> (text: [UInt8], failure: Int?) {
        guard let descriptor = iconv_open("UTF-8", encoding), descriptor != iconv_t(bitPattern: -1) else {
            return ([], 0)
        }
        defer { iconv_close(descriptor) }
        var source = bytes
        var failure: Int?
        // One byte of an old code page may become three.
        let text = [UInt8](unsafeUninitializedCapacity: bytes.count * 3 + 16) { target, count in
            source.withUnsafeMutableBytes { input in
                var from = input.baseAddress?.assumingMemoryBound(to: CChar.self)
                var fromLeft = input.count
                target.withMemoryRebound(to: CChar.self) { output in
                    var to = output.baseAddress
                    var toLeft = output.count
                    if iconv(descriptor, &from, &fromLeft, &to, &toLeft) == -1 {
                        failure = input.count - fromLeft
                    }
                    count = output.count - toLeft
                }
            }
        }
        return (text, failure)
    }
}
