import Testing

@testable import Reports

@Suite struct KeyTableTests {
    /// Keys that fall together in a table of any size, beside others.
    private static let keys = (0..<40).map { UInt64($0) << 32 } + (0..<40).map { UInt64($0) } + [.max]

    @Test func everyKeyHasItsValueAndNoOtherHasOne() {
        let values = Dictionary(Self.keys.map { ($0, "\($0)") }) { first, _ in first }
        let table = KeyTable(values)
        for (key, value) in values { #expect(table[key] == value) }
        for key in Self.keys.map({ $0 &+ 1000 }) where values[key] == nil {
            #expect(table[key] == nil)
            #expect(!table.contains(key))
        }
    }

    @Test func keysMayComeTwice() {
        let table = KeyTable<Void>(Self.keys + Self.keys)
        #expect(Self.keys.allSatisfy(table.contains))
        #expect(!table.contains(12345))
    }

    @Test func anEmptyTableHasNothing() {
        #expect(KeyTable<Int>([:])[0] == nil)
    }
}
