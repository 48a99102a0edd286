import Foundation

/// Numbers of spreadsheets as text (数值文字): what the sheet shows in full, without the noise of binary fractions.
enum NumberText {
    struct Reading: Equatable {
        var text: String
        /// Whole numbers from 10¹⁵ have lost their last digits when they were typed.
        var isDamaged: Bool
    }

    /// From the characters in the file; nil for what is no number.
    static func read(_ raw: ArraySlice<UInt8>) -> Reading? {
        if isPlain(raw) { return Reading(text: String(decoding: raw, as: UTF8.self), isDamaged: false) }
        guard let value = Double(String(decoding: raw, as: UTF8.self)), value.isFinite else { return nil }
        let isWhole = value == value.rounded()
        if isWhole, abs(value) >= 1e15, abs(value) < 1e30 { return Reading(text: String(format: "%.0f", value), isDamaged: true) }
        return Reading(text: short(value), isDamaged: false)
    }

    /// Digits, at most 15, with a point and a sign at most: taken as they stand.
    private static func isPlain(_ raw: ArraySlice<UInt8>) -> Bool {
        var digits = 0
        for byte in raw {
            switch byte {
            case 48...57: digits += 1
            case UInt8(ascii: "."), UInt8(ascii: "-"): break
            default: return false
            }
        }
        return (1...15).contains(digits)
    }

    /// Fifteen digits, as spreadsheets reckon.
    private static func short(_ value: Double) -> String {
        let text = String(format: "%.15g", value)
        guard text.contains("e") else { return text }
        return abs(value) < 1e15 && abs(value) >= 1e-12 ? trimmed(String(format: "%.15f", value)) : text
    }

    private static func trimmed(_ text: String) -> String {
        var text = Substring(text)
        while text.last == "0" { text.removeLast() }
        if text.last == "." { text.removeLast() }
        return String(text)
    }
}
