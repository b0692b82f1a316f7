import CLinux
import CXML2
import Values

/// A tree that libxml2 has parsed, and its owner: nodes are valid as long as it lives.
///
/// Parsing reads nothing but the bytes it is given: no network, no external entity, no entity of the document's own.
final class XMLTree {
    private let document: xmlDocPtr
    /// How many nodes it has, attributes counted twice.
    let nodes: Int
    /// libxml2's own guard, which stays on; both parsers stop there.
    static let depthLimit = 256

    /// libxml2 wants its one-time set-up done before threads use it.
    static let isReady: Bool = {
        xmlInitParser()
        return true
    }()

    /// Parses a web page, which may be as broken as browsers put up with; the bytes are UTF-8.
    ///
    /// - Parameter format: what the file is called where it cannot be parsed.
    init(html bytes: [UInt8], format: Phrase, limits: Limits) throws(DocumentError) {
        let input = try MarkupInput(page: bytes, limits: limits)
        let options = HTML_PARSE_RECOVER.rawValue | HTML_PARSE_NOERROR.rawValue | HTML_PARSE_NOWARNING.rawValue
        let flags = Int32(options | HTML_PARSE_NONET.rawValue | HTML_PARSE_COMPACT.rawValue)
        guard Self.isReady, let context = htmlNewParserCtxt() else { throw Self.damaged(format, "libxml2") }
        defer { htmlFreeParserCtxt(context) }
        // It would print what it does not hand on, and that repeats the text.
        xmlSetStructuredErrorFunc(nil) { _, _ in }
        let budget = NodeBudget(limits: limits)
        budget.install(inPage: context)
        let parsed = withExtendedLifetime((input, budget)) {
            htmlCtxtReadIO(context, MarkupInput.read, nil, input.pointer, nil, "UTF-8", flags)
        }
        if let failure = input.failure ?? budget.failure {
            if let parsed { xmlFreeDoc(parsed) }
            throw failure
        }
        guard let parsed else { throw Self.damaged(format, "HTML") }
        document = parsed
        nodes = budget.nodes
        if context.pointee.lastError.code == XML_ERR_INTERNAL_ERROR.rawValue {
            throw .limit(.elementDepth(Self.depthLimit))
        }
    }

    /// Parses XML, which must be well-formed and without a document type. `part` is the name that errors give; elements
    /// of an ignored name do not come into the tree, nor does what is in them.
    init(
        xml bytes: [UInt8], part: String, format: Phrase, limits: Limits, ignoring ignored: Set<String> = []
    ) throws(DocumentError) {
        let input = try MarkupInput(xml: bytes, limit: limits.markupBytes, limits: limits)
        let options = XML_PARSE_NOERROR.rawValue | XML_PARSE_NOWARNING.rawValue | XML_PARSE_NONET.rawValue
        let more = XML_PARSE_COMPACT.rawValue | XML_PARSE_NOCDATA.rawValue | XML_PARSE_IGNORE_ENC.rawValue
        guard Self.isReady, let context = xmlNewParserCtxt() else { throw Self.damaged(format, "libxml2") }
        defer { xmlFreeParserCtxt(context) }
        // It would print what it does not hand on, and that repeats the text.
        xmlSetStructuredErrorFunc(nil) { _, _ in }
        let budget = NodeBudget(ignored: ignored, limits: limits)
        budget.install(inXML: context)
        let parsed = withExtendedLifetime((input, budget)) {
            xmlCtxtReadIO(context, MarkupInput.read, nil, input.pointer, nil, "UTF-8", Int32(options | more))
        }
        if let failure = input.failure ?? budget.failure {
            if let parsed { xmlFreeDoc(parsed) }
            throw failure
        }
        guard let parsed else {
            let error = context.pointee.lastError
            if error.code == XML_ERR_INTERNAL_ERROR.rawValue { throw .limit(.elementDepth(Self.depthLimit)) }
            throw Self.damaged(format, "\(part):\(max(error.line, 1))")
        }
        document = parsed
        nodes = budget.nodes
        if parsed.pointee.intSubset != nil || parsed.pointee.extSubset != nil { throw .documentType(part: part) }
    }

    deinit {
        xmlFreeDoc(document)
        // What so many small pieces took is kept by the thread that made them, and others could not have it.
        if nodes > NodeBudget.light { malloc_trim(0) }
    }

    var root: XMLNode? { xmlDocGetRootElement(document).map(XMLNode.init) }

    private static func damaged(_ format: Phrase, _ detail: String) -> DocumentError {
        .damaged(format: format, detail: detail)
    }
}

/// One node of an `XMLTree`.
struct XMLNode: Equatable {
    private let pointer: xmlNodePtr

    init(_ pointer: xmlNodePtr) { self.pointer = pointer }

    var isElement: Bool { pointer.pointee.type == XML_ELEMENT_NODE }

    var isText: Bool {
        pointer.pointee.type == XML_TEXT_NODE || pointer.pointee.type == XML_CDATA_SECTION_NODE
    }

    /// The local name of an element; of XML without its prefix, of HTML in lower case.
    var name: String {
        pointer.pointee.name.map { String(cString: $0) } ?? ""
    }

    /// Whether its name is this, told without a string.
    func isNamed(_ name: StaticString) -> Bool { Self.isEqual(pointer.pointee.name, name) }

    /// The bytes of a text node.
    var content: UnsafeBufferPointer<UInt8> {
        UnsafeBufferPointer(start: pointer.pointee.content, count: Int(xmlStrlen(pointer.pointee.content)))
    }

    var children: Children { Children(current: pointer.pointee.children) }

    var elements: some Sequence<XMLNode> { children.lazy.filter(\.isElement) }

    /// The element around; nil at the root.
    var parent: XMLNode? { pointer.pointee.parent.map(XMLNode.init).flatMap { $0.isElement ? $0 : nil } }

    /// Whether so many elements with the same parent stand before.
    func hasElementsBefore(_ wanted: Int) -> Bool {
        var count = 0
        var sibling = pointer.pointee.prev
        while let current = sibling, count <= wanted {
            if current.pointee.type == XML_ELEMENT_NODE { count += 1 }
            sibling = current.pointee.prev
        }
        return count == wanted
    }

    /// The element with the same parent that stands before.
    var elementBefore: XMLNode? {
        var sibling = pointer.pointee.prev
        while let current = sibling {
            if current.pointee.type == XML_ELEMENT_NODE { return XMLNode(current) }
            sibling = current.pointee.prev
        }
        return nil
    }

    /// Whether no element with the same parent follows.
    var isLastElement: Bool {
        var sibling = pointer.pointee.next
        while let current = sibling {
            if current.pointee.type == XML_ELEMENT_NODE { return false }
            sibling = current.pointee.next
        }
        return true
    }

    struct Children: Sequence, IteratorProtocol {
        fileprivate var current: xmlNodePtr?

        mutating func next() -> XMLNode? {
            guard let node = current else { return nil }
            current = node.pointee.next
            return XMLNode(node)
        }
    }

    func first(_ name: StaticString) -> XMLNode? {
        for child in children where child.isElement && Self.isEqual(child.pointer.pointee.name, name) { return child }
        return nil
    }

    /// An attribute by its local name.
    func attribute(_ name: StaticString) -> String? {
        var attribute = pointer.pointee.properties
        while let current = attribute {
            if Self.isEqual(current.pointee.name, name) {
                return current.pointee.children?.pointee.content.map { String(cString: $0) } ?? ""
            }
            attribute = current.pointee.next
        }
        return nil
    }

    /// An attribute by a name that is known only now.
    func attribute(named name: String) -> String? {
        var attribute = pointer.pointee.properties
        while let current = attribute {
            if let own = current.pointee.name, String(cString: own) == name {
                return current.pointee.children?.pointee.content.map { String(cString: $0) } ?? ""
            }
            attribute = current.pointee.next
        }
        return nil
    }

    private static func isEqual(_ name: UnsafePointer<xmlChar>?, _ other: StaticString) -> Bool {
        xmlStrEqual(name, other.utf8Start) != 0
    }

    /// All text below the node.
    var text: String {
        var bytes: [UInt8] = []
        collectText(into: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    private func collectText(into bytes: inout [UInt8]) {
        for child in children {
            if child.isText { bytes.append(contentsOf: child.content) } else { child.collectText(into: &bytes) }
        }
    }
}
