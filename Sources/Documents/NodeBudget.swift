import CXML2

/// Counts the nodes of a tree while it is built, keeps elements out of it, and ends the parsing where there are too
/// many.
///
/// A tree takes 50 to 90 bytes of memory for each byte of markup made of nothing but elements. And nine in ten elements
/// of a Word file say how its text looks: building nodes for them takes longer than all the rest.
final class NodeBudget {
    private let ignored: Set<String>
    private let limits: Limits
    private(set) var nodes = 0
    /// Bytes of text.
    private var text = 0
    /// How many of the elements that are open at the moment are ignored, or within one that is.
    private var depth = 0
    private(set) var failure: DocumentError?

    /// A tree of more nodes than this is read while no other file is.
    static let light = 50_000

    init(ignored: Set<String> = [], limits: Limits) {
        self.ignored = ignored
        self.limits = limits
    }

    /// Counts what XML is made of; the budget must outlive the parsing.
    func install(inXML context: xmlParserCtxtPtr) {
        context.pointee._private = Unmanaged.passUnretained(self).toOpaque()
        context.pointee.sax.pointee.startElementNs = {
            context, name, prefix, uri, namespaceCount, namespaces, attributeCount, defaultCount, attributes in
            let count = 1 + 2 * (Int(attributeCount) + Int(namespaceCount))
            guard NodeBudget.of(context)?.opens(name, count, context) != true else { return }
            xmlSAX2StartElementNs(
                context, name, prefix, uri, namespaceCount, namespaces, attributeCount, defaultCount, attributes)
        }
        context.pointee.sax.pointee.endElementNs = { context, name, prefix, uri in
            if NodeBudget.of(context)?.closes() == true { return }
            xmlSAX2EndElementNs(context, name, prefix, uri)
        }
        installText(in: context)
    }

    /// Counts what a page is made of.
    func install(inPage context: htmlParserCtxtPtr) {
        context.pointee._private = Unmanaged.passUnretained(self).toOpaque()
        context.pointee.sax.pointee.startElement = { context, name, attributes in
            var count = 1
            while let attributes, attributes[count - 1] != nil { count += 2 }
            guard NodeBudget.of(context)?.opens(name, count, context) != true else { return }
            xmlSAX2StartElement(context, name, attributes)
        }
        installText(in: context)
    }

    private func installText(in context: xmlParserCtxtPtr) {
        context.pointee.sax.pointee.characters = { context, text, length in
            if NodeBudget.of(context)?.leavesOut(text: Int(length), context) == true { return }
            xmlSAX2Characters(context, text, length)
        }
        context.pointee.sax.pointee.comment = { _, _ in }
        context.pointee.sax.pointee.processingInstruction = { _, _, _ in }
    }

    private static func of(_ context: UnsafeMutableRawPointer?) -> NodeBudget? {
        context?.assumingMemoryBound(to: xmlParserCtxt.self).pointee._private.map {
            Unmanaged<NodeBudget>.fromOpaque($0).takeUnretainedValue()
        }
    }

    /// Whether the element that begins is left out.
    private func opens(_ name: UnsafePointer<xmlChar>?, _ count: Int, _ context: UnsafeMutableRawPointer?) -> Bool {
        if depth > 0 || !ignored.isEmpty && name.map({ ignored.contains(String(cString: $0)) }) == true {
            depth += 1
            return true
        }
        return !spend(count, context)
    }

    /// Whether the element that ends was left out.
    private func closes() -> Bool {
        guard depth > 0 else { return false }
        depth -= 1
        return true
    }

    private func leavesOut(text length: Int, _ context: UnsafeMutableRawPointer?) -> Bool {
        guard depth == 0 else { return true }
        // Spaces between the elements are text, too.
        text += length
        if text > 2 * limits.textBytes {
            fail(.textBytes(limits.textBytes, found: text), context)
            return true
        }
        return !spend(1, context)
    }

    private func spend(_ count: Int, _ context: UnsafeMutableRawPointer?) -> Bool {
        guard failure == nil else { return false }
        let before = nodes
        nodes += count
        if before <= Self.light, nodes > Self.light { limits.turn() }
        guard nodes > limits.nodes else { return true }
        fail(.nodes(limits.nodes), context)
        return false
    }

    private func fail(_ limit: LimitExceeded, _ context: UnsafeMutableRawPointer?) {
        guard failure == nil else { return }
        failure = .limit(limit)
        xmlStopParser(context?.assumingMemoryBound(to: xmlParserCtxt.self))
    }
}
