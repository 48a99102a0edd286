import Enforcement

/// Names under which files give the fields of a patch (字段别名): the official schema first, then what bureaus write.
///
/// Source: `reference/domain.md` 1.6 and the field notes of real layers (2012, 2021, 2026).
enum FieldAliases {
    static let names: [PatchField: [String]] = [
        .number: [
            "JCBH", "图斑编号", "监测编号", "TBBH", "TBYBH", "YSTBBH", "BSM", "标识码", "地块编号", "编号", "线索编号", "告警编号", "宗地编号", "ZDBH",
            "ALERTID", "ALERT_ID", "序号", "地块名称", "NAME", "ID",
        ],
        .division: ["XDM", "XZQDM", "CDM", "行政区代码", "行政区划代码", "DIVISION"],
        .place: ["坐落", "TDZL", "ZLDWMC", "位置", "地块位置", "发生地", "地点", "所在村", "村", "村居", "PLACE", "ADDRESS"],
        .type: ["TBLX", "图斑类型", "类型", "线索类型", "告警类型", "TYPE", "地类编码", "DLBM"],
        .before: ["QSX", "前时相", "JCSDQ"],
        .after: ["HSX", "后时相", "JCSDH"],
        .statedArea: ["JCMJ", "监测面积", "图斑面积", "TBMJ", "MJ", "面积", "占地面积", "地块面积", "违法用地面积", "AREA"],
        .longitude: ["经度", "LON", "LNG", "LONGITUDE", "LZB"],
        .latitude: ["纬度", "LAT", "LATITUDE", "BZB"],
        .east: ["东坐标", "XZB"],
        .north: ["北坐标", "YZB"],
        .category: ["问题类别", "类别", "CATEGORY"],
        .discovered: ["发现时间", "发现日期", "告警时间", "登记日期", "举报时间", "TIME", "DATE", "年度"],
        .status: ["整改状态", "状态", "整改情况", "STATUS"],
        .unit: ["责任单位", "乡镇", "镇街", "所属镇街", "乡镇街道", "UNIT", "TOWN"],
        .note: ["备注", "BZ", "说明", "内容", "问题描述", "NOTE"],
    ]

    /// The mapping the aliases give for these fields; each field is used once, the first alias wins.
    static func guess(_ fields: [String]) -> FieldMapping {
        var mapping = FieldMapping()
        var taken: Set<String> = []
        for meaning in PatchField.allCases {
            guard let aliases = names[meaning], let field = match(aliases, in: fields, except: taken) else { continue }
            mapping.fields[meaning] = field
            taken.insert(field)
        }
        if let area = mapping.fields[.statedArea] { mapping.areaUnit = unit(in: area) }
        return mapping
    }

    /// Exact names first, in order of the aliases; then names whose words begin or end with an alias, as in `违法情况/面积（亩）`.
    private static func match(_ aliases: [String], in fields: [String], except taken: Set<String>) -> String? {
        let free = fields.filter { !taken.contains($0) }
        for alias in aliases {
            if let exact = free.first(where: { plain($0) == alias }) { return exact }
        }
        for alias in aliases where alias.unicodeScalars.contains(where: { $0.value > 0x2E80 }) {
            if let close = free.first(where: { plain($0).hasSuffix(alias) }) { return close }
        }
        return nil
    }

    /// Upper case, without blanks and without a unit in brackets.
    private static func plain(_ field: String) -> String {
        let name = field.uppercased().filter { !$0.isWhitespace }
        guard let bracket = name.firstIndex(where: { $0 == "(" || $0 == "（" }) else { return name }
        return String(name[..<bracket])
    }

    /// The unit a field's name tells.
    static func unit(in field: String) -> FieldMapping.AreaUnit? {
        let name = field.lowercased()
        if name.contains("亩") || name.contains("mu)") { return .mu }
        if name.contains("公顷") || name.contains("hm") { return .hectares }
        if name.contains("平方米") || name.contains("㎡") || name.contains("m2") || name.contains("m²") { return .squareMetres }
        return nil
    }
}
