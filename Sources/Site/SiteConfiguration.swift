/// How the site is served (站点配置). Everything that differs between a county's server, a test and a demonstration.
public struct SiteConfiguration: Sendable {
    public var host: String
    /// 0 takes a free port, which is printed when the server runs.
    public var port: Int
    /// Folder with OpenLayers and other files of third parties, put there by setup; missing files are simply not served.
    public var vendorFolder: String?
    /// Folder for files under way, received and exported; made on start with access for the owner only.
    public var workFolder: String
    /// Shows on every page that the county and its accounts are made up.
    public var demonstrationNotice: Bool
    /// The site is reached by HTTPS (its own or a proxy's): cookies are `Secure` and named `__Host-…`.
    public var isSecure: Bool
    /// Largest file that may be sent, in bytes.
    public var uploadLimit: Int
    /// Connections served at once; more wait.
    public var connectionLimit: Int
    public var sessionLimits: SessionLimits
    /// Bytes of made tiles kept in memory; 0 makes every tile anew.
    public var tileMemory: Int
    /// Tile services of the bureau or of 天地图 to lay under the map; none by default.
    public var baseMaps: [BaseMap]

    public init(
        host: String = "127.0.0.1", port: Int = 8080, vendorFolder: String? = nil, workFolder: String,
        demonstrationNotice: Bool = false, isSecure: Bool = false, uploadLimit: Int = 1 << 30, connectionLimit: Int = 1000,
        sessionLimits: SessionLimits = SessionLimits(), tileMemory: Int = 64 << 20,
        baseMaps: [BaseMap] = []
    ) {
        self.host = host
        self.port = port
        self.vendorFolder = vendorFolder
        self.workFolder = workFolder
        self.demonstrationNotice = demonstrationNotice
        self.isSecure = isSecure
        self.uploadLimit = uploadLimit
        self.connectionLimit = connectionLimit
        self.sessionLimits = sessionLimits
        self.tileMemory = tileMemory
        self.baseMaps = baseMaps
    }
}

/// How long a sign-in lasts (会话时限), in seconds.
public struct SessionLimits: Sendable {
    /// Without a request.
    public var idle: Int
    /// From sign-in, whatever happens.
    public var absolute: Int

    public init(idle: Int = 30 * 60, absolute: Int = 12 * 3600) {
        self.idle = idle
        self.absolute = absolute
    }
}
