import Testing

@testable import Documents

/// Photographs: light that falls from one side, and the table that the paper lies on.
@Suite struct LightingTests {
    private let width = 640
    private let height = 900

    /// Paper that is darker at the top, with a stroke of ink, on a dark table at its right.
    private func photograph() -> Raster {
        var raster = Raster(width: width, height: height, light: [UInt8](repeating: 255, count: width * height))
        for row in 0..<height {
            let light = 0.6 + 0.4 * Double(row) / Double(height)
            for column in 0..<width {
                let paper = column < 560 - row / 40 ? 250.0 : 80
                let isInk = (300..<304).contains(column) && (100..<130).contains(row)
                raster.light[row * width + column] = UInt8((isInk ? 20 : paper) * light)
            }
        }
        return raster
    }

    @Test func lightIsMadeEvenAndTheTableGoes() {
        let even = photograph().evenlyLit()
        for row in stride(from: 20, to: height, by: 80) {
            for column in [40, 250, 480, 600, 630] {
                #expect(even.light[row * width + column] > 230, "\(column) \(row)")
            }
        }
        #expect(even.light[115 * width + 302] < 60)
        // Nothing at the paper's edge is taken for ink.
        let ink = Ink(even)
        #expect((0..<height).allSatisfy { row in (520..<width).allSatisfy { ink.isInk[row * width + $0] == 0 } })
    }

    @Test func anEvenPageStaysAsItIs() {
        var raster = Raster(width: width, height: height, light: [UInt8](repeating: 250, count: width * height))
        for row in 300..<420 { for column in 200..<400 { raster.light[row * width + column] = 10 } }
        #expect(raster.evenlyLit().light == raster.light)
    }

    /// A dark cell of a table does not come in from the edge, and may hide a figure.
    @Test func aDarkCellInsideStaysDark() {
        var raster = photograph()
        for row in 400..<440 { for column in 200..<300 { raster.light[row * width + column] = 15 } }
        #expect(raster.evenlyLit().light[420 * width + 250] < 60)
    }
}
