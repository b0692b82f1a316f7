import Testing

@testable import Documents

@Suite struct MHTMLTests {
    private func message(encoding: String, body: String, charset: String = "utf-8") -> [UInt8] {
        Array(
            """
            From: <Saved by Blink>
            Subject: =?utf-8?Q?a?=
            MIME-Version: 1.0
            Content-Type: multipart/related;
            \ttype="text/html";
            \tboundary="----MultipartBoundary--Ab1----"

            ------MultipartBoundary--Ab1----
            Content-Type: text/html; charset=\(charset)
            Content-Transfer-Encoding: \(encoding)

            \(body)
            ------MultipartBoundary--Ab1----
            Content-Type: image/png
            Content-Transfer-Encoding: base64

            iVBORw0KGgo=
            ------MultipartBoundary--Ab1------
            """.replacing("\n", with: "\r\n").utf8)
    }

    @Test(arguments: [
        ("quoted-printable", "<html><body><p class=3D\"a\">=E6=9F=B3=E6=\r\n=BA=AA=E9=95=87</p></body></html>"),
        ("base64", "PGh0bWw+PGJvZHk+PHA+5p+z5rqq6ZWHPC9w\r\nPjwvYm9keT48L2h0bWw+"),
        ("8bit", "<html><body><p>柳溪镇</p></body></html>"),
    ])
    func transferEncodings(encoding: String, body: String) throws {
        let document = try DocumentReader.read(message(encoding: encoding, body: body), name: "a.html")
        document.expectInvariants()
        #expect(document.blockTexts == ["柳溪镇"])
        #expect(document.mediaType == .mhtml)
    }

    @Test func messageWithoutPageIsRefused() {
        let bytes = Array("MIME-Version: 1.0\nContent-Type: multipart/related; boundary=a\n\n--a\n\nx\n--a--".utf8)
        #expect(throws: DocumentError.damaged(format: MHTML.format, detail: "text/html")) {
            try DocumentReader.read(bytes, name: "")
        }
    }

    @Test func everyTruncationReadsOrIsExplained() {
        Fixture.expectNoCrash(truncating: message(encoding: "8bit", body: "<html><body><p>柳溪镇</p></body></html>"))
    }
}
