/// The land classes of the third national survey that occur in the county (地类，三调工作分类).
enum LandCover: String, CaseIterable, Sendable {
    case paddy = "0101"
    case irrigated = "0102"
    case dry = "0103"
    case orchard = "0201"
    case forest = "0301"
    case shrub = "0305"
    case otherWood = "0307"
    case grass = "0404"
    case commerce = "05H1"
    case logistics = "0508"
    case industry = "0601"
    case mining = "0602"
    case townHousing = "0701"
    case villageHousing = "0702"
    case offices = "08H1"
    case schools = "08H2"
    case utilities = "0809"
    case parks = "0810"
    case railway = "1001"
    case highway = "1003"
    case street = "1004"
    case ruralRoad = "1006"
    case river = "1101"
    case reservoir = "1103"
    case pond = "1104"
    case ditch = "1107"
    case dyke = "1109"
    case vacant = "1201"
    case facility = "1202"
    case bareRock = "1207"

    /// The official name (地类名称).
    var name: String {
        switch self {
        case .paddy: "水田"
        case .irrigated: "水浇地"
        case .dry: "旱地"
        case .orchard: "果园"
        case .forest: "乔木林地"
        case .shrub: "灌木林地"
        case .otherWood: "其他林地"
        case .grass: "其他草地"
        case .commerce: "商业服务业设施用地"
        case .logistics: "物流仓储用地"
        case .industry: "工业用地"
        case .mining: "采矿用地"
        case .townHousing: "城镇住宅用地"
        case .villageHousing: "农村宅基地"
        case .offices: "机关团体新闻出版用地"
        case .schools: "科教文卫用地"
        case .utilities: "公用设施用地"
        case .parks: "公园与绿地"
        case .railway: "铁路用地"
        case .highway: "公路用地"
        case .street: "城镇村道路用地"
        case .ruralRoad: "农村道路"
        case .river: "河流水面"
        case .reservoir: "水库水面"
        case .pond: "坑塘水面"
        case .ditch: "沟渠"
        case .dyke: "水工建筑用地"
        case .vacant: "空闲地"
        case .facility: "设施农用地"
        case .bareRock: "裸岩石砾地"
        }
    }

    /// Cultivated land (耕地).
    var isCultivated: Bool { self == .paddy || self == .irrigated || self == .dry }

    /// Construction land by the three-class rule (建设用地).
    var isBuilt: Bool {
        switch self {
        case .commerce, .logistics, .industry, .mining, .townHousing, .villageHousing, .offices, .schools, .utilities, .parks, .railway,
            .highway, .street, .dyke, .vacant:
            true
        default: false
        }
    }

    /// Ways and waters that run between other parcels.
    var isLinear: Bool {
        switch self {
        case .railway, .highway, .street, .ruralRoad, .river, .ditch, .dyke: true
        default: false
        }
    }

    /// Code of the settlement mark (城镇村属性码): 202 town, 203 village; nil outside.
    func settlementCode(inTown: Bool, inVillage: Bool) -> String? {
        guard isBuilt || self == .pond, !isThrough else { return nil }
        return inTown ? "202" : inVillage ? "203" : nil
    }

    private var isThrough: Bool { self == .railway || self == .highway || self == .dyke }
}
