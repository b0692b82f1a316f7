import Foundation

/// The files beside which these tests stand.
package enum SourceTree {
    package static let root = URL(filePath: #filePath).appending(path: "../../..").standardized

    /// The folder of sample reports.
    package static let samples = root.appending(path: "SampleData")
}
