/// Classes of the third national land survey by name (三调地类名称), beside the groups of `LandClassGroup`.
enum SurveyClass {
    /// Codes of scheme `SD3` by the name the survey gives them, each with its subclasses.
    static let codes: [String: String] = Dictionary(
        table.split(whereSeparator: \.isWhitespace).map { pair in
            let parts = pair.split(separator: "=")
            return (String(parts[0]), parts[1] + "*")
        }
    ) { first, _ in first }

    static func name(of code: String) -> String? { codes.filter { $0.value == code }.keys.min() }

    private static let table = """
        耕地=01 园地=02 草地=04 红树林地=0303 森林沼泽=0304 灌丛沼泽=0306 沼泽草地=0402 盐田=0603 沿海滩涂=1105
        内陆滩涂=1106 沼泽地=1108 水田=0101 水浇地=0102 旱地=0103 种植园用地=02 果园=0201 茶园=0202
        橡胶园=0203 其他园地=0204 林地=03 乔木林地=0301 竹林地=0302 灌木林地=0305 其他林地=0307
        天然牧草地=0401 人工牧草地=0403 其他草地=0404 商业服务业用地=05 商业服务业设施用地=05H1 物流仓储用地=0508
        工矿用地=06 工业用地=0601 采矿用地=0602 住宅用地=07 城镇住宅用地=0701 农村宅基地=0702
        公共管理与公共服务用地=08 机关团体新闻出版用地=08H1 科教文卫用地=08H2 公用设施用地=0809 公园与绿地=0810
        特殊用地=09 铁路用地=1001 轨道交通用地=1002 公路用地=1003 城镇村道路用地=1004 交通服务场站用地=1005
        农村道路=1006 机场用地=1007 港口码头用地=1008 管道运输用地=1009 河流水面=1101 湖泊水面=1102
        水库水面=1103 坑塘水面=1104 沟渠=1107 水工建筑用地=1109 冰川及永久积雪=1110 空闲地=1201
        设施农用地=1202 田坎=1203 盐碱地=1204 沙地=1205 裸土地=1206 裸岩石砾地=1207
        """
}
