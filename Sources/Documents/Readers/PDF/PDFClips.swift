/// What is cut off, and what shines through, at a place of a page's drawing (ISO 32000-1, 8.5.4 and 11.6).
struct PDFClips {
    /// What is left to draw in, the innermost last; nil where no box says it.
    private var boxes: [PDFBox?] = []
    /// How much shines through each group that is open, and those around it.
    private var groups: [Double] = []
    /// How many are open that were too deep to be kept.
    private var leftOutBoxes = 0
    private var leftOutGroups = 0

    /// Deeper ones are made to do harm.
    private static let deepest = 1000

    /// Cuts off what is outside a path, of which the box around it is looked at.
    mutating func push(_ box: PDFBox?) {
        guard boxes.count < Self.deepest else {
            leftOutBoxes += 1
            return
        }
        guard let outer = boxes.last ?? nil else { return boxes.append(box) }
        guard let box else { return boxes.append(outer) }
        boxes.append(
            PDFBox(
                left: max(outer.left, box.left), top: max(outer.top, box.top), right: min(outer.right, box.right),
                bottom: min(outer.bottom, box.bottom)))
    }

    /// Cuts off what cannot be told; what is left is taken to be as before.
    mutating func pushUnknown() { push(nil) }

    mutating func pop() {
        if leftOutBoxes > 0 { leftOutBoxes -= 1 } else { _ = boxes.popLast() }
    }

    mutating func beginGroup(_ opacity: Double) {
        if groups.count < Self.deepest { groups.append(self.opacity * opacity) } else { leftOutGroups += 1 }
    }

    mutating func endGroup() {
        if leftOutGroups > 0 { leftOutGroups -= 1 } else { _ = groups.popLast() }
    }

    /// How much is seen of what is drawn, from 0 to 1.
    var opacity: Double { groups.last ?? 1 }

    /// Whether anything of a box is left.
    func show(_ box: PDFBox) -> Bool {
        guard let left = boxes.last ?? nil else { return true }
        return box.right > left.left && box.left < left.right && box.bottom > left.top && box.top < left.bottom
    }
}
