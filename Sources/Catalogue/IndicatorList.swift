extension Indicator {
    /// Which indicator it is, within one list: what figures and questions carry in place of the code, as cheap as a
    /// number.
    ///
    /// The program's catalogue and an archive have lists of their own. That of an archive opened for writing begins
    /// with the catalogue's; where one was opened for reading only, an indicator is taken over to the other list by its
    /// code.
    package struct ID: Sendable, Hashable, Comparable {
        /// Where it stands in its list, from 0.
        package let place: Int

        @inlinable package init(place: Int) { self.place = place }

        @inlinable package static func == (one: ID, other: ID) -> Bool { one.place == other.place }
        @inlinable package static func < (one: ID, other: ID) -> Bool { one.place < other.place }
        @inlinable package func hash(into hasher: inout Hasher) { hasher.combine(place) }
    }
}

/// Indicators in the order in which their figures are listed everywhere, found by identity, by code, and by words.
package struct IndicatorList: Sendable, RandomAccessCollection {
    @usableFromInline let indicators: [Indicator]
    /// By their codes.
    package let ids: [String: Indicator.ID]

    package init(_ indicators: [Indicator]) {
        self.indicators = indicators
        ids = Dictionary(
            zip(indicators.map(\.code), indicators.indices.map(Indicator.ID.init(place:))),
            uniquingKeysWith: { first, _ in first })
    }

    package func id(of code: String) -> Indicator.ID? { ids[code] }

    /// Whether an identity that came from outside is one of this list.
    package func has(_ id: Indicator.ID) -> Bool { indicators.indices.contains(id.place) }

    @inlinable package var startIndex: Indicator.ID { Indicator.ID(place: 0) }
    @inlinable package var endIndex: Indicator.ID { Indicator.ID(place: indicators.count) }
    @inlinable package subscript(id: Indicator.ID) -> Indicator { indicators[id.place] }

    @inlinable package func index(_ id: Indicator.ID, offsetBy distance: Int) -> Indicator.ID {
        Indicator.ID(place: id.place + distance)
    }

    @inlinable package func distance(from start: Indicator.ID, to end: Indicator.ID) -> Int { end.place - start.place }
    @inlinable package func index(after id: Indicator.ID) -> Indicator.ID { index(id, offsetBy: 1) }
    @inlinable package func index(before id: Indicator.ID) -> Indicator.ID { index(id, offsetBy: -1) }
}

/// A value for each indicator of a list.
package struct PerIndicator<Value> {
    @usableFromInline var values: [Value]

    package init(_ list: IndicatorList, _ value: (Indicator) throws -> Value) rethrows {
        values = try list.indicators.map(value)
    }

    /// Values that come in the order of their list.
    package init(inOrder values: [Value]) { self.values = values }

    @inlinable package subscript(id: Indicator.ID) -> Value {
        get { values[id.place] }
        set { values[id.place] = newValue }
    }

    /// Each with its indicator.
    package var pairs: [(id: Indicator.ID, value: Value)] {
        values.enumerated().map { (Indicator.ID(place: $0), $1) }
    }
}

extension PerIndicator: Sendable where Value: Sendable {}
