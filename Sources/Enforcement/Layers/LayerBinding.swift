/// What a standard table name of the natural-resources database means here (标准图层绑定).
///
/// Source: 自然资源“一张图”数据库标准, table and field names as collected in `reference/domain.md` 1.6b.
public struct LayerBinding: Sendable, Equatable {
    public var layer: LayerName
    public var title: String
    /// Table names, upper case; a file's layer binds when its name is one of them or begins with one.
    public var tables: [String]
    /// Fields that hold the class code, best first.
    public var classFields: [String]
    /// Scheme of the class codes, kept with every version: the same number differs between schemes.
    public var codeScheme: String?
    /// Fields that hold a name for the map, best first.
    public var nameFields: [String]

    public init(layer: LayerName, title: String, tables: [String], classFields: [String], codeScheme: String?, nameFields: [String]) {
        self.layer = layer
        self.title = title
        self.tables = tables
        self.classFields = classFields
        self.codeScheme = codeScheme
        self.nameFields = nameFields
    }

    public static let all: [LayerBinding] = [
        LayerBinding(
            layer: LayerName("units"), title: "乡镇与开发区", tables: ["UNITS", "XZDW", "XZQJX"], classFields: ["DWDM", "UNIT", "XZQDM"],
            codeScheme: nil, nameFields: ["DWMC", "XZQMC", "MC", "NAME"]),
        LayerBinding(
            layer: LayerName("farmland"), title: "永久基本农田", tables: ["YJJBNTTB", "YJJBNTBHTB", "YJJBNT", "JBNTBHTB"],
            classFields: ["DLBM"], codeScheme: "SD3", nameFields: ["YJJBNTTBBH"]),
        LayerBinding(
            layer: LayerName("redline"), title: "生态保护红线", tables: ["STBHHX"], classFields: ["LHLX", "LXDM"], codeScheme: "STBHHX",
            nameFields: ["MC", "LHLX"]),
        LayerBinding(
            layer: LayerName("growth"), title: "城镇开发边界", tables: ["CZKFBJ"], classFields: ["GHFQDM"], codeScheme: "CZKFBJ",
            nameFields: ["GHFQMC"]),
        LayerBinding(
            layer: LayerName("land-use-plan"), title: "土地利用总体规划", tables: ["JSYDGZQ", "TDYTQ"], classFields: ["GZQLXDM", "TDYTQLXDM"],
            codeScheme: "JSYDGZQ", nameFields: ["GZQLXMC"]),
        LayerBinding(
            layer: LayerName("survey"), title: "国土调查", tables: ["DLTB"], classFields: ["DLBM"], codeScheme: "SD3", nameFields: ["DLMC"]),
        LayerBinding(
            layer: LayerName("approvals"), title: "农用地转用批准", tables: ["ZZ_NYDZYFW", "ZZ_TDZSFW"], classFields: ["XMDM"],
            codeScheme: nil, nameFields: ["XMMC", "DKMC"]),
        LayerBinding(
            layer: LayerName("supply"), title: "土地供应", tables: ["GDFW", "TDGY"], classFields: ["DZJGH", "XMDM"], codeScheme: nil,
            nameFields: ["XMMC"]),
        LayerBinding(
            layer: LayerName("facility"), title: "设施农用地备案", tables: ["SSNYD"], classFields: ["BABH", "XMDM"], codeScheme: nil,
            nameFields: ["XMMC"]),
        LayerBinding(
            layer: LayerName("temporary"), title: "临时用地", tables: ["LSYD_XMZDFW", "LSYD"], classFields: ["XMDM"], codeScheme: nil,
            nameFields: ["XMMC"]),
        LayerBinding(
            layer: LayerName("reserve"), title: "自然保护地", tables: ["ZRBHD"], classFields: ["GNFQ"], codeScheme: nil,
            nameFields: ["MC", "BHDMC"]),
    ]

    /// The binding of a table, by its standard name in any case, with or without prefix or year.
    public static func of(table name: String) -> LayerBinding? {
        let upper = name.uppercased()
        return all.first { $0.tables.contains(upper) }
            ?? all.first { $0.tables.contains { upper.hasPrefix($0) || upper.hasSuffix("_" + $0) } }
    }

    public static func of(layer: LayerName) -> LayerBinding? {
        all.first { $0.layer == layer }
    }
}
