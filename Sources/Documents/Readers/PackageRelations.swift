import Values

/// The relations of one part of a package to others, in their order (ECMA-376 part 2, 9.3). Those to what lies outside
/// of the package are left out.
final class PackageRelations: XMLEventReader {
    struct Relation {
        let id: String
        /// The last step of the type's address: `worksheet`, `image`.
        let type: String
        /// Whose path in the package it is.
        let target: String
    }

    private(set) var all: [Relation] = []
    private let folder: [Substring]

    /// - Parameter part: the path of the part; empty for the package itself.
    init(
        _ parts: [String: [UInt8]], of part: String, format: Phrase, _ limits: Limits
    ) throws(DocumentError) {
        let path = part.split(separator: "/")
        folder = Array(path.dropLast())
        let name = (folder + ["_rels", "\(path.last ?? "").rels"]).joined(separator: "/")
        guard let bytes = parts[name] else { return }
        try XMLEvents.read(bytes, part: name, format: format, limits: limits, by: self)
    }

    subscript(id: String) -> Relation? { all.first { $0.id == id } }

    func target(ofType type: String) -> String? { all.first { $0.type == type }?.target }

    func open(_ name: String, _ attributes: XMLAttributes) {
        guard name == "Relationship", let id = attributes["Id"], let target = attributes["Target"],
            attributes["TargetMode"] != "External"
        else { return }
        let type = attributes["Type"]?.split(separator: "/").last.map(String.init) ?? ""
        all.append(Relation(id: id, type: type, target: whole(target)))
    }

    /// A target is a path from the part's own folder, or from the package's root.
    private func whole(_ target: String) -> String {
        var path = target.hasPrefix("/") ? [] : folder
        for step in target.split(separator: "/") where step != "." {
            if step == ".." { _ = path.popLast() } else { path.append(step) }
        }
        return path.joined(separator: "/")
    }

    func close(_ name: String) {}
    func take(_ text: UnsafeBufferPointer<UInt8>) {}
}
