import Documents
import Foundation
import Output
import Reports
import Storage
import Values

/// The pictures of the figures that a page cites and that were recognised, cut out of the originals: a person sees at a
/// glance whether they were read right.
///
/// What nothing but its looks speaks for comes first. There is an end to them, so that the page stays small.
struct PictureAlbum {
    /// Pictures on one page.
    private static let mostPictures = 1500
    /// Scanned pages that are drawn for them, a tenth of a second each.
    private static let mostPages = 300
    /// Bytes of all pictures together.
    private static let mostBytes = 900_000

    private struct Key: Hashable {
        var report: Int64
        var place: PicturePlace
    }

    private struct Sheet: Hashable {
        var report: Int64
        var picture: Int?
        var page: Int
        var turned: Int
    }

    /// As links hold them (RFC 2397).
    private var links: [Key: String] = [:]
    /// How many the cited figures have in all.
    private var count = 0
    /// Why some could not be cut out.
    private var failure: Phrase?

    init(_ archive: Archive, _ reports: [SourceBook.Passages]) throws {
        var chosen: [Int64: [PicturePlace]] = [:]
        var seen: Set<Key> = []
        var sheets: Set<Sheet> = []
        for isWanted in [{ $0 == .unproved }, { $0 != .unproved }] as [(Recognition) -> Bool] {
            for report in reports {
                let id = report.summary.id
                for picture in report.items.flatMap(\.pictures) where isWanted(picture.recognition) {
                    let place = picture.place
                    guard seen.insert(Key(report: id, place: place)).inserted, seen.count <= Self.mostPictures else {
                        continue
                    }
                    let sheet = Sheet(report: id, picture: place.picture, page: place.page, turned: place.turned)
                    guard sheets.contains(sheet) || sheets.count < Self.mostPages else { continue }
                    sheets.insert(sheet)
                    chosen[id, default: []].append(place)
                }
            }
        }
        count = seen.count
        var left = Self.mostBytes
        for report in reports {
            guard let places = chosen[report.summary.id], left > 0 else { continue }
            let original = try archive.original(of: report.summary)
            do throws(DocumentError) {
                let cuts = try PictureCutter(original, name: report.path).cut(places)
                for place in places {
                    guard let cut = cuts[place] else { continue }
                    let png = PNGFile.bytes(width: cut.width, height: cut.height, light: cut.light)
                    left -= png.count
                    guard left >= 0 else { break }
                    links[Key(report: report.summary.id, place: place)] =
                        "data:image/png;base64,\(Data(png).base64EncodedString())"
                }
            } catch {
                failure = error.explanation
            }
        }
    }

    /// The pictures of what stands in a passage.
    func html(_ pictures: [SourceBook.Picture], of report: ReportSummary, _ language: Language) -> Markup {
        let images = pictures.compactMap { picture -> Markup? in
            guard let link = links[Key(report: report.id, place: picture.place)] else { return nil }
            let names = picture.labels.map { $0[language] }.joined(separator: Phrase(zh: "、", en: ", ")[language])
            let text = names.isEmpty ? picture.text : "\(names): \(picture.text)"
            return "<img src=\"\(link)\" alt=\"\(text)\" title=\"\(text)\" loading=\"lazy\" decoding=\"async\">"
        }
        return images.isEmpty ? "" : "<span class=\"cuts\">\(images.joined(by: " "))</span>"
    }

    /// What the pictures are, and why some are not there; nil where no cited figure has any.
    var note: Phrase? {
        guard count > 0 else { return nil }
        let what = Phrase(
            zh: "从图片识别的数字附原件上那一格的图，可对照核对。",
            en: "Figures that were recognised from pictures are shown with their cell of the original to compare.")
        let missing = count - links.count
        guard missing > 0 else { return what }
        let why = failure.map { Phrase(zh: "\($0.zh)；", en: "\($0.en); ") } ?? Phrase("")
        return Phrase(
            zh: """
                \(what.zh)本页附 \(links.count) 张，另有 \(missing) 张没有附上（\(why.zh)一页最多 \(Self.mostPictures) 张、\
                \(Self.mostBytes / 1000) KB），可用 nianbao trace 乡镇 年份 指标 --picture 文件.png 另看。
                """,
            en: """
                \(what.en) \(links.count) are here and \(missing) are not (\(why.en)a page has at most \
                \(Self.mostPictures) of them, or \(Self.mostBytes / 1000) KB): see them by \
                nianbao trace TOWNSHIP YEAR INDICATOR --picture FILE.png.
                """)
    }
}
