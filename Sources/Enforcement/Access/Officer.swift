/// A person with a role in a unit (人员).
public struct Officer: Codable, Equatable, Sendable {
    /// What a person may do here. The full matrix is a later issue; these are its first rows.
    public enum Role: String, Codable, CaseIterable, Sendable {
        /// Enforcement officer of the bureau (执法科): imports, signs, exports.
        case enforcement
        /// Town or development-zone officer (镇街): sees his own unit's entries.
        case town
        /// Leading group (领导小组): reads everything of the county.
        case leader
        /// Discipline and audit (纪检监察): reads everything, verifies history, changes nothing.
        case audit
        /// System administrator (系统管理员): layers and accounts, no entries.
        case administrator
    }
    public var id: OfficerID
    /// Title shown on pages: an office, never a person's name in samples.
    public var title: String
    public var role: Role
    /// Unit whose entries a town officer sees; nil for the whole county.
    public var unit: UnitID?

    public init(id: OfficerID, title: String, role: Role, unit: UnitID?) {
        self.id = id
        self.title = title
        self.role = role
        self.unit = unit
    }
}

/// An organisation that owes or supervises work (单位). Its ground is a feature of the `units` layer.
public struct ResponsibleUnit: Codable, Equatable, Sendable {
    public enum Level: String, Codable, Sendable {
        case town, developmentZone, department, bureau
    }
    public var id: UnitID
    public var title: String
    public var level: Level
    /// Division code; nil for units without one, such as development zones (开发区).
    public var division: String?

    public init(id: UnitID, title: String, level: Level, division: String?) {
        self.id = id
        self.title = title
        self.level = level
        self.division = division
    }
}
