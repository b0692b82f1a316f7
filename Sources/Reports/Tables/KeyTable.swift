/// Values by the keys of labels. A key is a hash already: it is looked up without being hashed again, which a
/// dictionary takes most of its time for.
struct KeyTable<Value: Sendable>: Sendable {
    private struct Slot: Sendable {
        var key: UInt64
        /// The value's place; negative where there is none.
        var place: Int32
    }

    private var slots: [Slot]
    private var values: [Value]

    init(_ values: [UInt64: Value]) { self.init(keys: Array(values.keys), values: Array(values.values)) }

    /// Of a key that comes twice, the last value counts.
    private init(keys: [UInt64], values: [Value]) {
        self.values = values
        var size = 16
        while size < 2 * keys.count { size *= 2 }
        slots = Array(repeating: Slot(key: 0, place: -1), count: size)
        for (place, key) in keys.enumerated() {
            slots[slot(of: key)] = Slot(key: key, place: Int32(truncatingIfNeeded: place))
        }
    }

    subscript(key: UInt64) -> Value? {
        let place = slots[slot(of: key)].place
        return place < 0 ? nil : values[Int(place)]
    }

    func contains(_ key: UInt64) -> Bool { slots[slot(of: key)].place >= 0 }

    /// Where a key stands or would stand; half of the slots at least are empty.
    private func slot(of key: UInt64) -> Int {
        let last = slots.count - 1
        var slot = Int(truncatingIfNeeded: key) & last
        while slots[slot].place >= 0, slots[slot].key != key { slot = (slot + 1) & last }
        return slot
    }
}

extension KeyTable<Void> {
    init(_ keys: [UInt64]) { self.init(keys: keys, values: keys.map { _ in }) }
}
