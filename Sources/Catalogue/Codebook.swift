/// What can be known of reports: the indicators, the editions of the form, and what sentences look like.
package struct Codebook: Sendable {
    package var indicators: [Indicator]
}
