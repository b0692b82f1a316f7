/// A text of SpreadsheetML being put together (ECMA-376 part 1, 18.4.8 si): one stretch, or several that look
/// differently. What says how it is pronounced (18.4.6 rPh) is no part of it.
struct ExcelText {
    private(set) var runs: [Run] = []
    private var font: ExcelFont?
    private var isInText = false
    private var isInReading = false

    struct Run {
        var bytes: [UInt8]
        /// Nil where the cell decides.
        var font: ExcelFont?
    }

    init() {}

    init(_ bytes: [UInt8]) { runs = [Run(bytes: bytes)] }

    mutating func open(_ name: String, _ attributes: XMLAttributes) {
        switch name {
        case "r": font = nil
        case "rPr": font = ExcelFont()
        case "rPh": isInReading = true
        case "t":
            isInText = !isInReading
            if isInText { runs.append(Run(bytes: [], font: font)) }
        default: font?.open(name, attributes)
        }
    }

    mutating func close(_ name: String) {
        switch name {
        case "t": isInText = false
        case "r": font = nil
        case "rPh": isInReading = false
        default: break
        }
    }

    mutating func take(_ text: UnsafeBufferPointer<UInt8>) {
        if isInText { runs[runs.count - 1].bytes.append(contentsOf: text) }
    }

    /// As a cell of this look shows it.
    func shown(_ style: ExcelStyles.Style) -> [UInt8] {
        var line = MarkedLine()
        for run in runs { line.append(Self.unescaped(run.bytes), run.font?.look(on: style.ground) ?? style.look) }
        let struck = line.struck
        guard case .line(let shown) = [.line(line.end())].keeping(struck: struck).first else { return [] }
        return shown
    }

    static func isOn(_ attributes: XMLAttributes) -> Bool { attributes["val"] == nil || attributes.isOn("val") }

    static func isRaised(_ attributes: XMLAttributes) -> Bool {
        ["superscript", "subscript"].contains(attributes["val"] ?? "")
    }

    /// Characters that XML cannot hold are written `_x000D_` (22.9.2.19 ST_Xstring).
    private static func unescaped(_ bytes: [UInt8]) -> [UInt8] {
        guard bytes.offset(of: Array("_x".utf8)) != nil else { return bytes }
        let text = String(decoding: bytes, as: UTF8.self)
        let replaced = text.replacing(/_x([0-9A-Fa-f]{4})_/) { match in
            UInt32(match.1, radix: 16).flatMap(Unicode.Scalar.init).map { String(Character($0)) } ?? ""
        }
        return Array(replaced.utf8)
    }
}

/// The texts that cells share (18.4.9 sst).
final class ExcelStrings: XMLEventReader {
    private(set) var texts: [ExcelText] = []
    private var open: ExcelText?
    private var stretches = 0
    private let limits: Limits

    init(_ limits: Limits) { self.limits = limits }

    func open(_ name: String, _ attributes: XMLAttributes) throws(DocumentError) {
        // A text may be made of many.
        if name == "si" || name == "t" { stretches += 1 }
        guard stretches <= 2 * limits.sharedStrings else { throw .limit(.sharedStrings(limits.sharedStrings)) }
        guard name == "si" else { return open?.open(name, attributes) ?? () }
        open = ExcelText()
    }

    func close(_ name: String) {
        open?.close(name)
        guard name == "si", let text = open else { return }
        texts.append(text)
        open = nil
    }

    func take(_ text: UnsafeBufferPointer<UInt8>) { open?.take(text) }
}
