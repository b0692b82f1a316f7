import Output

/// Standard output for text that is no answer in a table.
enum Screen {
    static func write(_ text: String) throws {
        let output = StandardOutput()
        var text = text
        try text.withUTF8 { try output.write(UnsafeRawBufferPointer($0)) }
    }
}
