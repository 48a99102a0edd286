import Enforcement

/// Names of land classes and planning zones by code (地类、分区名称), so that no page shows a bare code.
///
/// Sources: 第三次全国国土调查技术规程 TD/T 1055-2019 附录 A 工作分类 (`SD3`); 土地利用总体规划数据库标准 and
/// 国土空间规划数据库标准 for the zones. Keys are `class.<scheme>.<code>`.
extension Catalogue {
    /// The class's name; nil for a code the scheme does not have, and for schemes whose list is not here.
    static func className(_ code: String, scheme: String?, in language: Language) -> String? {
        guard let scheme else { return nil }
        if let phrase = classWords["class.\(scheme).\(code)"] { return phrase[language] }
        guard scheme == "SD3", LandClass.isAdjustable(survey: code),
            let bare = className(String(code.dropLast()), scheme: scheme, in: language)
        else { return nil }
        return text("class.adjustable", bare, in: language)
    }

    /// What a code scheme is called; the scheme's own label when it is not known.
    static func schemeName(_ scheme: String, in language: Language) -> String {
        classWords["scheme." + scheme]?[language] ?? scheme
    }

    static let classWords: [String: Phrase] = surveyClasses.merging(zoneClasses) { first, _ in first }

    private static let zoneClasses: [String: Phrase] = [
        "class.adjustable": Phrase("可调整{}", "{}, adjustable to cultivated"),
        "scheme.SD3": Phrase("三调工作分类", "third survey classes"),
        "scheme.GBT21010-2017": Phrase("土地利用现状分类 GB/T 21010—2017", "land use classes GB/T 21010—2017"),
        "scheme.YDYH2023": Phrase("用地用海分类（2023）", "land and sea use classes (2023)"),
        "scheme.JSYDGZQ": Phrase("建设用地管制区", "construction control zones"),
        "scheme.CZKFBJ": Phrase("城镇开发边界分区", "urban growth boundary zones"),
        "scheme.STBHHX": Phrase("红线类型", "red line types"),
        "class.JSYDGZQ.010": Phrase("允许建设区", "construction allowed"),
        "class.JSYDGZQ.020": Phrase("有条件建设区", "construction conditional"),
        "class.JSYDGZQ.030": Phrase("限制建设区", "construction restricted"),
        "class.JSYDGZQ.040": Phrase("禁止建设区", "construction forbidden"),
        "class.CZKFBJ.01": Phrase("城镇集中建设区", "concentrated urban construction"),
        "class.CZKFBJ.02": Phrase("城镇弹性发展区", "flexible urban development"),
        "class.CZKFBJ.03": Phrase("特别用途区", "special purpose"),
    ]

    private static let surveyClasses: [String: Phrase] = [
        "class.SD3.00": Phrase("湿地", "wetland"),
        "class.SD3.0303": Phrase("红树林地", "mangrove"),
        "class.SD3.0304": Phrase("森林沼泽", "forest swamp"),
        "class.SD3.0306": Phrase("灌丛沼泽", "shrub swamp"),
        "class.SD3.0402": Phrase("沼泽草地", "marsh grassland"),
        "class.SD3.0603": Phrase("盐田", "salt pan"),
        "class.SD3.1105": Phrase("沿海滩涂", "coastal flat"),
        "class.SD3.1106": Phrase("内陆滩涂", "inland flat"),
        "class.SD3.1108": Phrase("沼泽地", "marsh"),
        "class.SD3.01": Phrase("耕地", "cultivated land"),
        "class.SD3.0101": Phrase("水田", "paddy field"),
        "class.SD3.0102": Phrase("水浇地", "irrigated field"),
        "class.SD3.0103": Phrase("旱地", "dry field"),
        "class.SD3.02": Phrase("种植园用地", "plantation land"),
        "class.SD3.0201": Phrase("果园", "orchard"),
        "class.SD3.0202": Phrase("茶园", "tea garden"),
        "class.SD3.0203": Phrase("橡胶园", "rubber plantation"),
        "class.SD3.0204": Phrase("其他园地", "other plantation"),
        "class.SD3.03": Phrase("林地", "forest land"),
        "class.SD3.0301": Phrase("乔木林地", "tree forest"),
        "class.SD3.0302": Phrase("竹林地", "bamboo forest"),
        "class.SD3.0305": Phrase("灌木林地", "shrubland"),
        "class.SD3.0307": Phrase("其他林地", "other forest land"),
        "class.SD3.04": Phrase("草地", "grassland"),
        "class.SD3.0401": Phrase("天然牧草地", "natural pasture"),
        "class.SD3.0403": Phrase("人工牧草地", "artificial pasture"),
        "class.SD3.0404": Phrase("其他草地", "other grassland"),
        "class.SD3.05": Phrase("商业服务业用地", "commercial land"),
        "class.SD3.05H1": Phrase("商业服务业设施用地", "commercial and service land"),
        "class.SD3.0508": Phrase("物流仓储用地", "logistics and storage land"),
        "class.SD3.06": Phrase("工矿用地", "industrial and mining land"),
        "class.SD3.0601": Phrase("工业用地", "industrial land"),
        "class.SD3.0602": Phrase("采矿用地", "mining land"),
        "class.SD3.07": Phrase("住宅用地", "residential land"),
        "class.SD3.0701": Phrase("城镇住宅用地", "urban residential land"),
        "class.SD3.0702": Phrase("农村宅基地", "rural homestead"),
        "class.SD3.08": Phrase("公共管理与公共服务用地", "public administration and service land"),
        "class.SD3.08H1": Phrase("机关团体新闻出版用地", "government, association and press land"),
        "class.SD3.08H2": Phrase("科教文卫用地", "science, education, culture and health land"),
        "class.SD3.08H2A": Phrase("高教用地", "higher-education land"),
        "class.SD3.0809": Phrase("公用设施用地", "public utility land"),
        "class.SD3.0810": Phrase("公园与绿地", "park and green space"),
        "class.SD3.0810A": Phrase("广场用地", "public square"),
        "class.SD3.09": Phrase("特殊用地", "special-purpose land"),
        "class.SD3.10": Phrase("交通运输用地", "transport land"),
        "class.SD3.1001": Phrase("铁路用地", "railway land"),
        "class.SD3.1002": Phrase("轨道交通用地", "rail transit land"),
        "class.SD3.1003": Phrase("公路用地", "highway land"),
        "class.SD3.1004": Phrase("城镇村道路用地", "street in town or village"),
        "class.SD3.1005": Phrase("交通服务场站用地", "transport station land"),
        "class.SD3.1006": Phrase("农村道路", "rural road"),
        "class.SD3.1007": Phrase("机场用地", "airport land"),
        "class.SD3.1008": Phrase("港口码头用地", "port and wharf land"),
        "class.SD3.1009": Phrase("管道运输用地", "pipeline land"),
        "class.SD3.11": Phrase("水域及水利设施用地", "water and water-works land"),
        "class.SD3.1101": Phrase("河流水面", "river"),
        "class.SD3.1102": Phrase("湖泊水面", "lake"),
        "class.SD3.1103": Phrase("水库水面", "reservoir"),
        "class.SD3.1104": Phrase("坑塘水面", "pond"),
        "class.SD3.1104A": Phrase("养殖坑塘", "aquaculture pond"),
        "class.SD3.1107": Phrase("沟渠", "ditch"),
        "class.SD3.1107A": Phrase("干渠", "main canal"),
        "class.SD3.1109": Phrase("水工建筑用地", "hydraulic structure land"),
        "class.SD3.1110": Phrase("冰川及永久积雪", "glacier and permanent snow"),
        "class.SD3.12": Phrase("其他土地", "other land"),
        "class.SD3.1201": Phrase("空闲地", "vacant land"),
        "class.SD3.1202": Phrase("设施农用地", "facility agriculture land"),
        "class.SD3.1203": Phrase("田坎", "field ridge"),
        "class.SD3.1204": Phrase("盐碱地", "saline-alkali land"),
        "class.SD3.1205": Phrase("沙地", "sandy land"),
        "class.SD3.1206": Phrase("裸土地", "bare soil"),
        "class.SD3.1207": Phrase("裸岩石砾地", "bare rock and gravel"),
    ]
}
