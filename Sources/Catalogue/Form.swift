import Values

/// What stands for the edition of a report that has no tables.
package enum Edition {
    package static let none = "narrative"

    /// As people are told it.
    package static func words(_ edition: String) -> Phrase {
        edition == none ? Phrase(zh: "无表", en: "narrative") : Phrase(edition)
    }
}

/// One edition of the official form: its tables as they are printed, and the indicator that each cell is.
///
/// The editions and their sources stand in the data files; nothing here knows a particular one.
package struct Form: Sendable, Equatable {
    /// `2014`, `2019`, `2021`.
    package var edition: String
    package var name: Phrase
    /// The notice that prescribes it.
    package var source: String
    package var tables: [Table]

    package struct Table: Sendable, Equatable {
        package var heading: Label
        package var blocks: [Block]
    }

    /// A part of a table with columns of its own. A block whose only row has no label is a single line of values under
    /// its headers.
    package struct Block: Sendable, Equatable {
        package var caption: Label?
        /// Headers over the label columns: 信息内容, 统计指标.
        package var corner: [Label]
        /// Headers over serial numbers, which local editions of the form put before the labels: 序号.
        package var serials: [Label]
        package var columns: [Column]
        package var rows: [Row]
    }

    package struct Column: Sendable, Equatable {
        package var header: Label
        /// The header that spans this column and its neighbours: 法人或其他组织.
        package var above: [Label]
        package var code: String?
        /// What an amount in this column is counted in where the cell does not say.
        package var multiplier: Int64
        /// Whether its numbers are changes, which may be below 0.
        package var isSigned: Bool
    }

    package struct Row: Sendable, Equatable {
        package var label: Label?
        package var code: String?
        /// Of a group without cells, the code of the one row that the edition before had in its place.
        package var older: String?
        package var multiplier: Int64
        package var rows: [Row]
    }

    /// A text as the form prints it, and the variants it has been seen in.
    package struct Label: Sendable, Equatable {
        package var printed: String
        package var variants: [String]
        /// What it means, for readers of English; the form itself is in Chinese.
        package var english: String?

        package var all: [String] { [printed] + variants }
        package var phrase: Phrase { Phrase(zh: printed, en: english ?? printed) }
    }

    /// The code of the indicator at a row and column; nil where the row carries no figures of its own.
    package static func code(_ row: Row, _ column: Column) -> String? {
        switch (row.code, column.code) {
        case (let row?, let column?): "\(row).\(column)"
        case (let row?, nil): row
        case (nil, let column?): row.label == nil ? column : nil
        case (nil, nil): nil
        }
    }

    /// Every text that it prints or that stands for one.
    package var labels: [String] {
        tables.flatMap { table in
            table.heading.all
                + table.blocks.flatMap { block in
                    let headers = block.columns.flatMap { [$0.header] + $0.above }
                    let labels = (block.caption.map { [$0] } ?? []) + block.corner + block.serials + headers
                    return (labels + block.allRows.compactMap(\.label)).flatMap(\.all)
                }
        }
    }

    /// A cell of a table that is the figure of an indicator.
    package struct Cell: Sendable {
        package var code: String
        /// The heading of its table.
        package var table: Label
        /// The labels of its row, from the outermost on; none in a table that is a single line.
        package var path: [Label]
        package var column: Column
        /// What an amount in it is counted in where it does not say.
        package var multiplier: Int64
    }

    /// All cells, in the order of the form.
    package var cells: [Cell] {
        var cells: [Cell] = []
        for table in tables {
            for block in table.blocks {
                for row in block.rows { add(row, below: [], block, table, to: &cells) }
            }
        }
        return cells
    }

    private func add(_ row: Row, below path: [Label], _ block: Block, _ table: Table, to cells: inout [Cell]) {
        let path = path + (row.label.map { [$0] } ?? [])
        for column in block.columns {
            guard let code = Form.code(row, column) else { continue }
            cells.append(
                Cell(
                    code: code, table: table.heading, path: path, column: column,
                    multiplier: max(row.multiplier, column.multiplier)))
        }
        for child in row.rows { add(child, below: path, block, table, to: &cells) }
    }

    /// The codes of all cells, in the order of the form.
    package var codes: [String] { cells.map(\.code) }

    /// The codes of the cells whose amounts are in 万元 where the cell does not say.
    package var codesInTenThousands: [String] { cells.filter { $0.multiplier > 1 }.map(\.code) }

    /// The codes of the cells whose numbers may be below 0.
    package var signedCodes: [String] { cells.filter(\.column.isSigned).map(\.code) }
}

extension Form.Block {
    /// Rows of every depth, in printed order.
    package var allRows: [Form.Row] { rows.flatMap(\.selfAndBelow) }
}

extension Form.Row {
    package var selfAndBelow: [Form.Row] { [self] + rows.flatMap(\.selfAndBelow) }
}
