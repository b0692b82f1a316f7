/// How files that this program writes are told from reports, which may lie in the same folder.
package enum Generator {
    /// In the head of a page.
    package static let meta = #"<meta name="generator" content="nianbao">"#
    /// In the first part of a Word file, which is not packed.
    package static let property = "<Application>nianbao</Application>"

    /// How many bytes of a file must be looked at.
    package static let headSize = 2048

    /// Whether a page or a Word file that begins so is one of ours.
    package static func wrote(_ head: some Sequence<UInt8>) -> Bool {
        let text = String(decoding: Array(head), as: UTF8.self)
        return text.contains(meta) || text.contains(property)
    }
}
