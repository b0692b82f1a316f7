import Glibc

/// The name or path of a file as the system has it: bytes, which need not be UTF-8. What an archive made on a Chinese
/// Windows unpacks to is GBK.
package struct FileName: Sendable, Hashable {
    package let bytes: [UInt8]

    package init(_ bytes: some Sequence<UInt8>) { self.bytes = Array(bytes) }
    package init(_ path: String) { bytes = Array(path.utf8) }

    package init(cString: UnsafePointer<CChar>) {
        bytes = UnsafeBufferPointer(start: cString, count: strlen(cString)).map { UInt8(bitPattern: $0) }
    }

    /// An argument of the command, of which the parser only has what Swift has repaired.
    package init(argument: String) {
        let argv = (0..<Int(CommandLine.argc)).lazy.compactMap { CommandLine.unsafeArgv[$0] }
        let original =
            argument.contains("\u{FFFD}") ? argv.lazy.compactMap { Self.part(of: $0, reading: argument) }.first : nil
        self = original ?? FileName(argument)
    }

    /// What of an argument is repaired to a text: all of it, or what follows the `=` of an option.
    private static func part(of argument: UnsafePointer<CChar>, reading text: String) -> FileName? {
        let whole = FileName(cString: argument).bytes
        let value = whole.firstIndex(of: UInt8(ascii: "=")).map { Array(whole[($0 + 1)...]) }
        return [whole, value ?? []].first { String(decoding: $0, as: UTF8.self) == text }.map { FileName($0) }
    }

    package func appending(_ name: FileName) -> FileName {
        FileName(bytes + (bytes.last == Self.slash ? [] : [Self.slash]) + name.bytes)
    }

    /// The same from the root, without `.` and `..`, which go by the path and not by links.
    package var absolute: FileName {
        var path = bytes
        if path.first != Self.slash, let folder = getcwd(nil, 0) {
            path = FileName(cString: folder).bytes + [Self.slash] + path
            free(folder)
        }
        var steps: [ArraySlice<UInt8>] = []
        for step in path.split(separator: Self.slash) where Array(step) != Array(".".utf8) {
            if Array(step) == Array("..".utf8) { _ = steps.popLast() } else { steps.append(step) }
        }
        return FileName([Self.slash] + steps.joined(separator: [Self.slash]))
    }

    package var last: FileName {
        FileName(bytes.split(separator: Self.slash).last.map { Array($0) } ?? bytes)
    }

    package func withCString<Result>(_ body: (UnsafePointer<CChar>) throws -> Result) rethrows -> Result {
        try (bytes.map { CChar(bitPattern: $0) } + [0]).withUnsafeBufferPointer { buffer in
            try buffer.baseAddress.map(body) ?? body("")
        }
    }

    /// As it is shown and stored: each step of the path in UTF-8, or decoded from GB18030, or with what is neither as
    /// `\xE9`.
    package var shown: String {
        if let path = String(validating: bytes, as: UTF8.self) { return path }
        return bytes.split(separator: Self.slash, omittingEmptySubsequences: false).map(Self.shown).joined(
            separator: "/")
    }

    private static func shown(_ step: ArraySlice<UInt8>) -> String {
        if let step = String(validating: step, as: UTF8.self) { return step }
        if let decoded = try? Transcoder.utf8(from: Array(step), encoding: "GB18030"),
            let text = String(validating: decoded, as: UTF8.self),
            !text.unicodeScalars.contains(where: { $0.properties.generalCategory == .privateUse })
        {
            return text
        }
        return step.map { $0 < 0x80 ? String(UnicodeScalar($0)) : "\\x\(String($0, radix: 16, uppercase: true))" }
            .joined()
    }

    private static let slash = UInt8(ascii: "/")
}
