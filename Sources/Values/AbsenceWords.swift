/// What cells say where a number does not apply, besides a slash or a dash.
package enum AbsenceWords {
    package static let all: [StaticString] = ["无", "暂无", "不涉及", "不适用", "N/A", "n/a"]
}
