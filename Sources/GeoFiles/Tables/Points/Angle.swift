/// Reads a coordinate as people write it (坐标数值): 118.123, 3,505,480.37, 118°07′30.5″E, 118度7分30秒, 118:07:30.
enum Angle {
    /// Nil for text that is no coordinate; degrees or metres as the text has them.
    static func parse(_ text: String) -> Double? {
        if let plain = Double(text) { return plain.isFinite ? plain : nil }
        let grouped = text.filter { $0 != "," }
        if grouped != text, isGrouped(text), let plain = Double(grouped) { return plain }
        return sexagesimal(text)
    }

    private static func isGrouped(_ text: String) -> Bool {
        let whole = text.prefix { $0 != "." }.drop { $0 == "-" || $0 == "+" }
        let groups = whole.split(separator: ",", omittingEmptySubsequences: false)
        return groups.count > 1 && groups.dropFirst().allSatisfy { $0.count == 3 } && (1...3).contains(groups[0].count)
    }

    private static func sexagesimal(_ text: String) -> Double? {
        var numbers: [Double] = []
        var digits = ""
        var sign = 1.0
        for character in text + " " {
            if character.isASCII, character.isNumber || character == "." {
                digits.append(character)
                continue
            }
            guard isMark(character) else { return nil }
            if "WwSs西南-".contains(character), digits.isEmpty && numbers.isEmpty || "WwSs西南".contains(character) { sign = -1 }
            if !digits.isEmpty {
                guard let number = Double(digits) else { return nil }
                numbers.append(number)
                digits = ""
            }
        }
        guard (1...3).contains(numbers.count), numbers.dropFirst().allSatisfy({ $0 < 60 }), numbers[0] <= 180 else { return nil }
        return sign * zip(numbers, [1, 60, 3600.0]).reduce(0) { $0 + $1.0 / $1.1 }
    }

    private static func isMark(_ character: Character) -> Bool {
        " \t°º˚度分秒′'’´″\"”“:：-EeNnWwSs东北西南经纬".contains(character)
    }
}
