/// What the functions of `transform` do to text, as far as it is read otherwise then (CSS Transforms 1 and 2).
struct StyleTransform {
    private(set) var isTurned = false
    private(set) var isAway = false
    /// Whether it is not told what they do.
    private(set) var isUnclear = false

    /// `name` is the property, which may stand for the function.
    init(_ name: String, _ value: String) {
        guard value != "none" else { return }
        guard name == "transform" else {
            apply(name, StyleValue.parts(value, by: " "))
            return
        }
        // A function may stand right behind another.
        for part in StyleValue.parts(value.replacing(")", with: ") "), by: " ") {
            if let (name, arguments) = StyleValue.functions(part.replacing(") ", with: ")")).first {
                apply(name, arguments)
            } else if part.contains("(") {
                isUnclear = true
            }
        }
    }

    private mutating func apply(_ name: String, _ arguments: [String]) {
        let numbers = arguments.compactMap { StyleValue.share($0) }
        if arguments.contains(where: StyleValue.isUnclear) { isUnclear = true }
        switch name {
        case "scale", "scalex", "scaley", "scale3d":
            if numbers.contains(where: { abs($0) < 0.05 }) { isAway = true }
            if numbers.contains(where: { $0 < 0 }) { isTurned = true }
        case "rotatex", "rotatey": rotate(arguments.last ?? "", isFlat: false)
        case "rotate", "rotatez": rotate(arguments.last ?? "", isFlat: true)
        case "translate", "translatex", "translatey", "translate3d":
            if arguments.contains(where: StyleValue.isFar) { isAway = true }
        case "matrix" where numbers.count >= 4:
            let area = numbers[0] * numbers[3] - numbers[1] * numbers[2]
            if abs(area) < 0.0025 { isAway = true }
            // Mirrored, or upside down.
            if area < 0 || numbers[0] < 0 { isTurned = true }
        case "matrix", "translatez", "scalez", "perspective", "skew", "skewx", "skewy": break
        default: isUnclear = true
        }
    }

    /// A quarter of a turn is read by turning one's head.
    private mutating func rotate(_ angle: String, isFlat: Bool) {
        guard let (number, unit) = StyleValue.length(angle) else { return }
        let degrees = number * (["turn": 360, "rad": 57.2958, "grad": 0.9][unit] ?? 1)
        let rest = abs(degrees.truncatingRemainder(dividingBy: 360))
        if (isFlat ? 100.0...260 : 80...280).contains(rest) { isTurned = true }
    }
}
