import CXML2

/// Keeps elements out of a tree while it is parsed: nine in ten elements of a Word file say how its text looks, and
/// building nodes for them takes longer than all the rest.
final class ElementFilter {
    private let ignored: Set<String>
    /// How many of the elements that are open at the moment are ignored, or within one that is.
    private var depth = 0

    init(ignored: Set<String>) { self.ignored = ignored }

    /// The filter must outlive the parsing.
    func install(in context: xmlParserCtxtPtr) {
        context.pointee._private = Unmanaged.passUnretained(self).toOpaque()
        context.pointee.sax.pointee.startElementNs = {
            context, name, prefix, uri, namespaceCount, namespaces, attributeCount, defaultCount, attributes in
            if let name, ElementFilter.filter(of: context)?.opens(name) == true { return }
            xmlSAX2StartElementNs(
                context, name, prefix, uri, namespaceCount, namespaces, attributeCount, defaultCount, attributes)
        }
        context.pointee.sax.pointee.endElementNs = { context, name, prefix, uri in
            if ElementFilter.filter(of: context)?.closes() == true { return }
            xmlSAX2EndElementNs(context, name, prefix, uri)
        }
        context.pointee.sax.pointee.characters = { context, text, length in
            if let filter = ElementFilter.filter(of: context), filter.depth > 0 { return }
            xmlSAX2Characters(context, text, length)
        }
    }

    private static func filter(of context: UnsafeMutableRawPointer?) -> ElementFilter? {
        context?.assumingMemoryBound(to: xmlParserCtxt.self).pointee._private.map {
            Unmanaged<ElementFilter>.fromOpaque($0).takeUnretainedValue()
        }
    }

    /// Whether the element that begins is left out.
    private func opens(_ name: UnsafePointer<xmlChar>) -> Bool {
        guard depth > 0 || ignored.contains(String(cString: name)) else { return false }
        depth += 1
        return true
    }

    /// Whether the element that ends was left out.
    private func closes() -> Bool {
        guard depth > 0 else { return false }
        depth -= 1
        return true
    }
}
