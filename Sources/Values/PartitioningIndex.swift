extension Array {
    /// The first place from which on `belongs` holds, in an array so ordered; the end where it holds of none.
    @inlinable package func partitioningIndex(where belongs: (Element) -> Bool) -> Int {
        var low = 0
        var high = count
        while low < high {
            let middle = (low + high) / 2
            if belongs(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
