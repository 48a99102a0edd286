import Enforcement
import LandGeometry

/// A figure as pages show it (显示的面积): mu, with square metres beside it in the title.
struct ShownArea {
    var mu: String
    /// Square metres, for columns that name the unit.
    var m2: String
    var title: String

    init(_ area: Area) {
        mu = Shown.decimal(area.mu, places: 2)
        m2 = Shown.decimal(area.squareMetres, places: 2)
        title = m2 + " m²"
    }
}

/// How figures and texts look on pages (显示格式).
enum Shown {
    /// Fixed places, groups of three: `12,345.60`. Rounds half away from zero.
    static func decimal(_ value: Double, places: Int) -> String {
        guard value.isFinite, abs(value) < 1e15 else { return "—" }
        let scale = (0..<places).reduce(1.0) { product, _ in product * 10 }
        let units = Int64((abs(value) * scale).rounded(.toNearestOrAwayFromZero))
        let whole = count(Int(units / Int64(scale)))
        let sign = value < 0 && units > 0 ? "−" : ""
        guard places > 0 else { return sign + whole }
        let fraction = String(units % Int64(scale))
        return sign + whole + "." + String(repeating: "0", count: places - fraction.count) + fraction
    }

    /// Groups of three: `12,345`.
    static func count(_ value: Int) -> String {
        var digits = ""
        for (place, digit) in String(abs(value)).reversed().enumerated() {
            if place > 0, place % 3 == 0 { digits.append(",") }
            digits.append(digit)
        }
        return (value < 0 ? "−" : "") + String(digits.reversed())
    }

    /// `12.3%`; a dash for no share.
    static func share(_ value: Double?) -> String {
        value.map { decimal($0 * 100, places: 1) + "%" } ?? "—"
    }

    static func bytes(_ count: Int) -> String {
        switch count {
        case ..<1024: "\(count) B"
        case ..<(1 << 20): decimal(Double(count) / 1024, places: 1) + " KB"
        case ..<(1 << 30): decimal(Double(count) / 1_048_576, places: 1) + " MB"
        default: decimal(Double(count) / 1_073_741_824, places: 1) + " GB"
        }
    }

    /// `2018-12-31 – 2019-12-30`; an open end in words, a dash for neither day.
    static func period(_ from: Day?, _ to: Day?, in language: Language) -> String {
        switch (from, to) {
        case (let from?, let to?): from.text + " – " + to.text
        case (let from?, nil): Catalogue.text("period.from", from.text, in: language)
        case (nil, let to?): Catalogue.text("period.to", to.text, in: language)
        case (nil, nil): "—"
        }
    }
}
