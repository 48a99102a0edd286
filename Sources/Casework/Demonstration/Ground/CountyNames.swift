/// The names of the fictitious county (示范县地名). Division codes start with 99, which no real province has.
enum CountyNames {
    static let code = "990101"
    static let county = "示范县"

    /// Town names in the order of the units; the last is the development zone.
    static let units = ["明河街道", "杏花镇", "银杏镇", "白鹭镇", "枫林镇", "云台镇", "石门镇", "青岭镇", "柳溪镇", "稻香镇", "示范经济开发区"]

    /// Nine digits of a unit's division code.
    static func unitCode(_ unit: Int) -> String {
        code + (unit == 0 ? "001" : unit == units.count - 1 ? "400" : String(99 + unit))
    }

    /// A village name of its own for every number below 1,800.
    static func village(_ number: Int) -> String {
        let stems = [
            "柳", "杏", "石", "桥", "桃", "槐", "松", "梨", "枣", "竹", "荷", "泉", "井", "塘", "河", "湾", "坡", "沟", "窑", "磨", "仓", "亭", "寺", "塔", "岗",
            "滩", "渡", "林", "谷", "云",
        ]
        let ends = ["庄", "村", "家营", "店", "屯", "洼"]
        let starts = ["", "东", "西", "南", "北", "前", "后", "上", "下", "新"]
        let stem = stems[number % stems.count]
        let end = ends[number / stems.count % ends.count]
        return starts[number / (stems.count * ends.count) % starts.count] + stem + end
    }
}
