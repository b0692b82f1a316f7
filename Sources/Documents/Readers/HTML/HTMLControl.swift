/// What a page shows and does not write as text: form fields, pictures, embedded files. In a cell of a table they are
/// its content.
enum HTMLControl {
    /// The value that a field shows, else a mark that something stands there.
    static func content(of node: XMLNode, _ name: String) -> [UInt8] {
        switch name {
        case "input": input(node)
        case "select": selected(node)
        case "textarea", "button": Array(node.text.utf8)
        case "math": isPlain(node) ? Array(node.text.utf8) : ObjectMark.bytes
        case "img": isSpacer(node) ? [] : ObjectMark.bytes
        default: ObjectMark.bytes
        }
    }

    private static func input(_ node: XMLNode) -> [UInt8] {
        switch node.attribute("type")?.lowercased() {
        case "hidden": []
        case "checkbox", "radio": Array((node.attribute("checked") == nil ? "☐" : "☑").utf8)
        case "button", "submit", "reset", "image", "file", "password", "color", "range": ObjectMark.bytes
        default: Array((node.attribute("value") ?? "").utf8)
        }
    }

    /// The chosen option, else the first, which browsers show (HTML 4.10.7, "ask for a reset"); of a list, only what is
    /// chosen.
    private static func selected(_ node: XMLNode) -> [UInt8] {
        let options = options(below: node, depth: 0)
        let chosen = options.filter { $0.attribute("selected") != nil }
        let isList = node.attribute("multiple") != nil || (node.attribute("size").flatMap { Int($0) } ?? 1) > 1
        guard let option = chosen.last ?? (isList ? nil : options.first), !isList || chosen.count == 1 else {
            return ObjectMark.bytes
        }
        return Array((option.attribute("label") ?? option.text).utf8)
    }

    private static func options(below node: XMLNode, depth: Int) -> [XMLNode] {
        node.elements.flatMap { child in
            if child.name == "option" { return [child] }
            return child.name == "optgroup" && depth < 4 ? options(below: child, depth: depth + 1) : []
        }
    }

    /// Whether a formula is nothing but a row of numbers and words: its text is then what the eye sees.
    private static func isPlain(_ node: XMLNode) -> Bool {
        let plain: Set<String> = ["mrow", "mn", "mi", "mo", "mtext", "mstyle", "mspace", "semantics"]
        return node.elements.allSatisfy { plain.contains($0.name) && isPlain($0) }
    }

    /// Pictures of a dot, which pages were once laid out with.
    private static func isSpacer(_ node: XMLNode) -> Bool {
        [node.attribute("width"), node.attribute("height")].compactMap { $0 }.contains { ["0", "1"].contains($0) }
    }
}
