import Foundation
import Values

/// A sheet that a link holds in itself, `data:text/css,…` (RFC 2397).
struct StyleLink {
    let css: [UInt8]
    let match: StyleMatch

    init?(_ link: String, media: String) {
        let link = link.trimmed
        guard link.lowercased().hasPrefix("data:text/css"), let comma = link.firstIndex(of: ",") else { return nil }
        let content = String(link[link.index(after: comma)...])
        if link[..<comma].lowercased().hasSuffix(";base64") {
            guard let bytes = EmbeddedPictures.decoded(content.removingPercentEncoding ?? content) else { return nil }
            css = bytes
        } else {
            css = Array((content.removingPercentEncoding ?? content).utf8)
        }
        let isLayered = ["layer", "supports("].contains(where: media.lowercased().hasPrefix)
        match = isLayered ? .perhaps : StyleMedia.match(media)
    }

    /// That of `@import`, whose link may stand in `url()`.
    init?(imported written: String) {
        let parts = StyleValue.parts(written, by: " \n\t")
        guard var link = parts.first else { return nil }
        if link.lowercased().hasPrefix("url("), link.hasSuffix(")") {
            link = String(link.dropFirst(4).dropLast()).trimmed
        }
        if let mark = link.first, mark == "\"" || mark == "'" { link = String(link.dropFirst().dropLast()) }
        self.init(link, media: parts.dropFirst().joined(separator: " "))
    }
}
