import CXML2
import Values

/// What reads XML as it comes by, so that nothing of it is kept but what the reader keeps.
protocol XMLEventReader: AnyObject {
    /// An element begins; names are without their prefixes.
    func open(_ name: String, _ attributes: XMLAttributes) throws(DocumentError)
    func close(_ name: String) throws(DocumentError)
    func take(_ text: UnsafeBufferPointer<UInt8>)
}

/// The attributes of an element while it begins.
struct XMLAttributes {
    fileprivate let count: Int
    /// Five pointers each: local name, prefix, namespace, and where the value begins and ends.
    fileprivate let pointers: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?

    /// An attribute by its local name.
    subscript(name: StaticString) -> String? {
        guard let pointers else { return nil }
        for number in 0..<count where xmlStrEqual(pointers[5 * number], name.utf8Start) != 0 {
            guard let start = pointers[5 * number + 3], let end = pointers[5 * number + 4] else { return nil }
            let value = String(decoding: UnsafeBufferPointer(start: start, count: end - start), as: UTF8.self)
            // Of all references, libxml2 leaves this one in place here.
            return value.contains("&") ? value.replacing("&#38;", with: "&") : value
        }
        return nil
    }

    func number(_ name: StaticString) -> Int? { self[name].flatMap { Int($0) } }

    /// A switch of Office (ECMA-376 part 1, 22.9.2.7 ST_OnOff), which is off where it is not there.
    func isOn(_ name: StaticString) -> Bool { self[name].map { ["1", "true", "on"].contains($0) } ?? false }
}

/// One walk through XML from its beginning to its end. It ends where the reader throws, and nothing is read but the
/// bytes: no network, no external entity, no document type.
final class XMLEvents {
    private let reader: any XMLEventReader
    private let part: String
    private var failure: DocumentError?
    private var elementsLeft: Int
    private let limits: Limits

    static func read(
        _ bytes: [UInt8], part: String, format: Phrase, limits: Limits, by reader: any XMLEventReader
    ) throws(DocumentError) {
        let walk = XMLEvents(reader, part: part, limits: limits)
        let input = try MarkupInput(xml: bytes, limit: limits.packageBytes, limits: limits)
        try walk.run(input, format: format)
    }

    private init(_ reader: any XMLEventReader, part: String, limits: Limits) {
        self.reader = reader
        self.part = part
        self.limits = limits
        elementsLeft = limits.sheetElements
    }

    private func run(_ input: MarkupInput, format: Phrase) throws(DocumentError) {
        guard XMLTree.isReady, let context = xmlNewParserCtxt() else {
            throw .damaged(format: format, detail: "libxml2")
        }
        defer { xmlFreeParserCtxt(context) }
        xmlSetStructuredErrorFunc(nil) { _, _ in }
        install(in: context)
        let options = XML_PARSE_NOERROR.rawValue | XML_PARSE_NOWARNING.rawValue | XML_PARSE_NONET.rawValue
        let parsed = withExtendedLifetime(input) {
            xmlCtxtReadIO(
                context, MarkupInput.read, nil, input.pointer, nil, "UTF-8",
                Int32(options | XML_PARSE_IGNORE_ENC.rawValue))
        }
        if let parsed { xmlFreeDoc(parsed) }
        if let failure = failure ?? input.failure { throw failure }
        if parsed == nil || context.pointee.wellFormed == 0 {
            let error = context.pointee.lastError
            if error.code == XML_ERR_INTERNAL_ERROR.rawValue { throw .limit(.elementDepth(XMLTree.depthLimit)) }
            throw .damaged(format: format, detail: "\(part):\(max(error.line, 1))")
        }
    }

    private func install(in context: xmlParserCtxtPtr) {
        context.pointee._private = Unmanaged.passUnretained(self).toOpaque()
        let sax = context.pointee.sax
        sax?.pointee.startElementNs = { context, name, _, _, _, _, count, _, attributes in
            guard let name, let walk = XMLEvents.walk(context) else { return }
            walk.elementsLeft -= 1
            XMLEvents.step(context) { (reader) throws(DocumentError) in
                guard walk.elementsLeft >= 0 else { throw .limit(.nodes(walk.limits.sheetElements)) }
                try reader.open(String(cString: name), XMLAttributes(count: Int(count), pointers: attributes))
            }
        }
        sax?.pointee.endElementNs = { context, name, _, _ in
            guard let name else { return }
            XMLEvents.step(context) { (reader) throws(DocumentError) in try reader.close(String(cString: name)) }
        }
        sax?.pointee.characters = { context, text, length in XMLEvents.take(context, text, length) }
        sax?.pointee.cdataBlock = { context, text, length in XMLEvents.take(context, text, length) }
        sax?.pointee.ignorableWhitespace = { context, text, length in XMLEvents.take(context, text, length) }
        sax?.pointee.comment = { _, _ in }
        sax?.pointee.processingInstruction = { _, _, _ in }
        sax?.pointee.reference = { _, _ in }
        sax?.pointee.internalSubset = { context, _, _, _ in
            guard let walk = XMLEvents.walk(context) else { return }
            XMLEvents.step(context) { (_) throws(DocumentError) in throw .documentType(part: walk.part) }
        }
    }

    private static func walk(_ context: UnsafeMutableRawPointer?) -> XMLEvents? {
        context?.assumingMemoryBound(to: xmlParserCtxt.self).pointee._private.map {
            Unmanaged<XMLEvents>.fromOpaque($0).takeUnretainedValue()
        }
    }

    private static func step(
        _ context: UnsafeMutableRawPointer?, _ body: (any XMLEventReader) throws(DocumentError) -> Void
    ) {
        guard let walk = walk(context), walk.failure == nil else { return }
        do throws(DocumentError) {
            try body(walk.reader)
        } catch {
            walk.failure = error
            xmlStopParser(context?.assumingMemoryBound(to: xmlParserCtxt.self))
        }
    }

    private static func take(
        _ context: UnsafeMutableRawPointer?, _ text: UnsafePointer<xmlChar>?, _ length: Int32
    ) {
        guard let walk = walk(context), walk.failure == nil, let text else { return }
        walk.reader.take(UnsafeBufferPointer(start: text, count: Int(length)))
    }
}
