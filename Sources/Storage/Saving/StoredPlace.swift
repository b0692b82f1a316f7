import Documents
import GRDB

/// A place on a picture as the columns of `recognition` that begin with `picture`.
extension PicturePlace {
    var columns: [Int64?] {
        [picture.map(Int64.init)] + [page, turned, left, top, right, bottom].map { Int64($0) }
    }

    /// Of a figure whose place nobody noted.
    static let noColumns = [Int64?](repeating: nil, count: 7)

    init(_ row: Row) throws {
        self.init(
            picture: try row.getIfAny("picture"), page: try row.get("page"), turned: try row.get("turned"),
            left: try row.get("box_left"), top: try row.get("box_top"), right: try row.get("box_right"),
            bottom: try row.get("box_bottom"))
        try UnadmittedValue.check(picture.map { $0 >= 0 } ?? true, "recognition.picture")
        try UnadmittedValue.check((1...100_000).contains(page), "recognition.page")
        try UnadmittedValue.check((0..<36_000).contains(turned), "recognition.turned")
        try UnadmittedValue.check(
            0 <= left && left <= right && right <= 10_000 && 0 <= top && top <= bottom && bottom <= 10_000,
            "recognition.box_left")
    }
}
