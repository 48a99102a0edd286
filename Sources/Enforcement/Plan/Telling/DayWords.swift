extension Day {
    /// `2017年5月10日`.
    var words: String {
        let (year, month, day) = components
        return "\(year)年\(month)月\(day)日"
    }
}
