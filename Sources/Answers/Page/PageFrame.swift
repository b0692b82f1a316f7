import Foundation
import Output
import Storage
import Values

/// What stands around the body of a page: its head, with the style and the script in it, so that it needs no other
/// file.
///
/// Its policy lets nothing be fetched and no script run but this one, told by its hash, even if some text of a document
/// should ever come to be markup.
struct PageFrame {
    private static let style = String(decoding: PackageResources.page_css, as: UTF8.self)
    private static let script = String(decoding: PackageResources.page_js, as: UTF8.self)

    let title: String
    let language: Language

    func page(_ body: Markup) -> Markup {
        """
        <!DOCTYPE html>
        <html lang="\(language == .chinese ? "zh-CN" : "en")">
        <head>
        <meta charset="utf-8">
        \(Markup(stringLiteral: Generator.meta))
        <meta http-equiv="Content-Security-Policy" content="\(policy)">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>\(title)</title>
        <style>
        \(Markup(stringLiteral: Self.style))</style>
        </head>
        <body>
        \(body)<script>\(Markup(stringLiteral: Self.script))</script>
        </body>
        </html>

        """
    }

    private var policy: String {
        let hash = Data(Fingerprint(of: Array(Self.script.utf8)).bytes).base64EncodedString()
        return "default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-\(hash)'; img-src data:"
    }
}
