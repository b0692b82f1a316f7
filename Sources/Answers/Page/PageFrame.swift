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
    private static let style = Markup(builtIn: PackageResources.page_css)
    private static let script = Markup(builtIn: PackageResources.page_js)

    let title: String
    let language: Language

    func page(_ body: Markup) -> Markup {
        """
        <!DOCTYPE html>
        <html lang="\(language == .chinese ? "zh-CN" : "en")">
        <head>
        <meta charset="utf-8">
        \(Markup(Generator.meta))
        <meta http-equiv="Content-Security-Policy" content="\(policy)">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>\(title)</title>
        <style>
        \(Self.style)</style>
        </head>
        <body>
        \(body)<script>\(Self.script)</script>
        </body>
        </html>

        """
    }

    private var policy: String {
        let hash = Data(Fingerprint(of: PackageResources.page_js).bytes).base64EncodedString()
        return "default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-\(hash)'; img-src data:"
    }
}
