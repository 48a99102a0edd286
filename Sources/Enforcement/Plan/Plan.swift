/// A campaign as data (工作方案): one YAML file, read with positions kept.
public struct Plan: Sendable, Equatable {
    public var id: String
    public var title: String
    /// Digest or label of the file, kept with every proposal.
    public var version: String
    /// Division code of the area.
    public var area: String

    public init(id: String, title: String, version: String, area: String) {
        self.id = id
        self.title = title
        self.version = version
        self.area = area
    }
}
