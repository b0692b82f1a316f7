/// What a document is made of in reading order, before it is written down: lines of UTF-8, and the tables between them.
enum Piece {
    case line([UInt8])
    case grid(Grid)
    /// A picture as it came, which may hold a table.
    case picture([UInt8])
    /// What was recognised in a picture, and its lines that stand in no cell.
    case recognised([Piece], [SeenLine])

    var isGrid: Bool { if case .grid = self { true } else { false } }
    var isPicture: Bool { if case .picture = self { true } else { false } }
}

/// A line of text that was recognised, and where.
struct SeenLine {
    var text: String
    var place: PicturePlace
}

/// A table as a web page or a Word file declares it: cells that hold lines and other tables.
///
/// It is a grid of data, or it only lays out a page and is then nothing but its content.
struct TableContent {
    var cells: [Cell] = []

    struct Cell {
        var place: Grid.Cell
        var pieces: [Piece]
    }

    var pieces: [Piece] {
        isLayout ? cells.flatMap(\.pieces) : [.grid(Grid(cells: cells.map(\.gridCell)))]
    }

    /// A grid of data has several columns, no grid within, and no cell that is most of it and an article by itself.
    private var isLayout: Bool {
        guard let first = cells.first?.place.column, cells.contains(where: { $0.place.column != first }) else {
            return true
        }
        let sizes = cells.map(\.size)
        let half = sizes.reduce(0, +) / 2
        return zip(cells, sizes).contains { cell, size in
            cell.holdsGrid || cell.pieces.count > 2 && size > Self.articleBytes && size > half
        }
    }

    /// Some 300 ideographs; the longest label of the official forms has 60.
    private static let articleBytes = 900
}

extension TableContent.Cell {
    fileprivate var holdsGrid: Bool {
        pieces.contains { if case .grid = $0 { true } else { false } }
    }

    fileprivate var size: Int {
        pieces.reduce(0) { sum, piece in
            if case .line(let line) = piece { sum + line.count } else { sum }
        }
    }

    fileprivate var gridCell: Grid.Cell {
        var cell = place
        for case .line(let line) in pieces where !line.isEmpty {
            if cell.text.isEmpty {
                cell.text = line
            } else {
                cell.text.append(0x20)
                cell.text.append(contentsOf: line)
            }
        }
        return cell
    }
}
