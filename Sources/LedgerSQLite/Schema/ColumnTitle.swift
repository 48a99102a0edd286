import GRDB

/// The title of a column for people (列名), by the schema extension of GeoPackage; QGIS shows it as the field's alias.
struct ColumnTitle {
    var table: String
    var column: String
    var title: String
    var domain: String?

    static let all =
        titles(
            "entry",
            [
                "number": "台账编号", "stage": "办理阶段", "verdict": "合法性判定", "signed": "已签署", "category": "问题类别", "kind": "违法类型",
                "unit": "责任单位", "area_m2": "面积（平方米）", "area_mu": "面积（亩）", "division": "行政区划代码", "place": "位置",
                "source_number": "来源编号", "seen": "发现日期", "registered_on": "登记日期", "changed_on": "变更日期", "signed_by": "签署人",
                "rule": "判定规则", "patches": "图斑数", "flags": "标记",
            ], domains: ["stage": "entry_stage", "verdict": "entry_verdict"])
        + titles(
            "patch",
            [
                "row_number": "文件行号", "source_number": "监测编号", "area_m2": "椭球面积（平方米）",
                "stated_area_m2": "来文面积（平方米）", "day_before": "前时相", "day_after": "后时相", "division": "行政区划代码", "place": "位置",
                "type": "图斑类型", "attributes": "原始属性",
            ])
        + titles("layer_feature", ["layer_version": "图层版本", "number": "序号", "code": "分类代码", "name": "名称", "attributes": "原始属性"])
        + titles(
            "batch",
            [
                "id": "批次标识", "stage": "批次阶段", "file_name": "文件名", "origin": "来源", "period": "期次", "rows": "行数",
                "patches": "图斑数", "refused": "拒收数", "remarks": "备注数", "received_on": "接收日期", "received_by": "接收人",
            ])
        + titles(
            "layer_version",
            [
                "id": "版本标识", "layer": "图层", "title": "图层名称", "version": "版本", "valid_from": "生效日期", "valid_to": "失效日期",
                "approval": "批准文号", "source_file": "来源文件", "feature_count": "要素数", "area_m2": "面积（平方米）",
            ])

    private static func titles(_ table: String, _ titles: [String: String], domains: [String: String] = [:]) -> [ColumnTitle] {
        titles.sorted { $0.key < $1.key }.map { ColumnTitle(table: table, column: $0, title: $1, domain: domains[$0]) }
    }

    func register(_ db: Database) throws {
        try db.execute(
            sql: "INSERT INTO gpkg_data_columns (table_name, column_name, title, constraint_name) VALUES (?, ?, ?, ?)",
            arguments: [table, column, title, domain])
    }
}

/// A value of a closed list (代码值): a row the column refers to, and its meaning for QGIS.
struct Term {
    var list: String
    var name: String
    var title: String

    static let all =
        [
            ("registered", "已登记"), ("proposed", "待判定"), ("judged", "违法待整改"), ("doubtful", "存疑待举证"), ("closed", "非违法办结"),
        ].map { Term(list: "entry_stage", name: $0, title: $1) }
        + [
            ("legal", "合法"), ("illegal", "违法"), ("other", "其他"), ("falseChange", "实地伪变化"), ("doubtful", "存疑"),
        ].map { Term(list: "entry_verdict", name: $0, title: $1) }

    func register(_ db: Database) throws {
        try db.execute(sql: "INSERT INTO \(list) VALUES (?)", arguments: [name])
        try db.execute(
            sql: """
                INSERT INTO gpkg_data_column_constraints (constraint_name, constraint_type, value, description)
                VALUES (?, 'enum', ?, ?)
                """, arguments: [list, name, title])
    }
}
