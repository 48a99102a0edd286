/// What can be done (权限事项). Pages, API, tiles, exports and commands ask `Policy`, never the role itself.
public enum Permission: String, CaseIterable, Sendable {
    case readEntries, importBatch, registerBatch, signVerdict, exportLedger, adoptLayer, readHistory, verifyLedger, activatePlan
}

/// One policy in one place: who may do what, and whose entries he sees (权限规则).
public enum Policy {
    public static func allows(_ officer: Officer, _ permission: Permission) -> Bool {
        permissions(of: officer.role).contains(permission)
    }

    /// Unit the officer is held to; nil means the whole county.
    public static func scope(of officer: Officer) -> UnitID? {
        officer.role == .town ? (officer.unit ?? UnitID("")) : nil
    }

    public static func permissions(of role: Officer.Role) -> Set<Permission> {
        switch role {
        case .enforcement:
            [.readEntries, .importBatch, .registerBatch, .signVerdict, .exportLedger, .adoptLayer, .readHistory, .activatePlan]
        case .town: [.readEntries, .readHistory]
        case .leader: [.readEntries, .readHistory, .exportLedger]
        case .audit: [.readEntries, .readHistory, .verifyLedger, .exportLedger]
        case .administrator: [.adoptLayer, .verifyLedger]
        }
    }
}
