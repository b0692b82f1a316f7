/// Where on a picture something was recognised: a rectangle of a page as it is drawn, whatever the resolution.
package struct PicturePlace: Sendable, Hashable {
    /// Which of the pictures within the document, from 0; nil where the pages are the file's own.
    package var picture: Int?
    /// From 1.
    package var page: Int
    /// By how many hundredths of a degree the page is drawn turned, clockwise; from 0, below 36,000.
    package var turned: Int
    /// The sides of the rectangle, in ten-thousandths of the drawn page's width and height.
    package var left: Int
    package var top: Int
    package var right: Int
    package var bottom: Int

    package init(picture: Int? = nil, page: Int, turned: Int, left: Int, top: Int, right: Int, bottom: Int) {
        (self.picture, self.page, self.turned) = (picture, page, turned)
        (self.left, self.top, self.right, self.bottom) = (left, top, right, bottom)
    }
}

/// How the places of a scanned page, set upright and flat, are found on the picture that it was drawn from.
struct ScanSource {
    /// Which of the pictures within the document; nil where the pages are the file's own.
    var picture: Int?
    /// From 1.
    var page: Int
    /// Degrees clockwise that it was drawn turned by.
    var degrees: Double
    /// Pixels of the drawing.
    var width: Int
    var height: Int
    /// What flattened it, one after the other.
    var perspectives: [Perspective] = []

    /// The least rectangle of the drawing that a part of the page, in points, lies in.
    func place(of box: PDFBox) -> PicturePlace {
        let corners = [(box.left, box.top), (box.right, box.top), (box.left, box.bottom), (box.right, box.bottom)].map {
            perspectives.reversed().reduce((x: $0.0 / PixelScale.points, y: $0.1 / PixelScale.points)) { point, flat in
                flat.source(of: point)
            }
        }
        func part(_ value: Double?, of whole: Int) -> Int {
            Int(min(max((value ?? 0) / Double(max(whole, 1)), 0), 1) * 10_000)
        }
        let (xs, ys) = (corners.map(\.x), corners.map(\.y))
        let degrees = degrees.truncatingRemainder(dividingBy: 360)
        return PicturePlace(
            picture: picture, page: page,
            turned: Int(((degrees < 0 ? degrees + 360 : degrees) * 100).rounded()) % 36_000,
            left: part(xs.min(), of: width), top: part(ys.min(), of: height), right: part(xs.max(), of: width),
            bottom: part(ys.max(), of: height))
    }
}
