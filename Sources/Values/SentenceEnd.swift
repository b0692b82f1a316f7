/// What ends a sentence of a Chinese text, a semicolon included: reports string theirs together. Half-width marks are
/// those of whoever typed them with an English keyboard; a full stop of that width is more often within a number.
package enum SentenceEnd {
    package static let marks: Set<Character> = ["。", "！", "？", "；", "!", "?", ";"]
}
