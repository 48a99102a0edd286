import ArgumentParser
import Enforcement
import Foundation
import Hummingbird
import Logging
import Site

/// `landledger serve`: the workplace.
struct ServeCommand: AsyncParsableCommand {
    static let configuration = CommandHelp(
        "工作平台", "Serve the workplace.",
        about: Phrase(
            "底图写作 --base-map \"name=名称;url=地址;layer=图层;set=w;zoom=1-18;credit=来源与审图号\"，可重复，先写的在下。"
                + "地址里有 {z}/{x}/{y} 的是 XYZ 瓦片，否则是 WMTS（set=w 为墨卡托，c 为 CGCS2000 经纬度）。",
            "A base map is written --base-map \"name=…;url=…;layer=…;set=w;zoom=1-18;credit=…\"; repeatable, lowest first. "
                + "An address with {z}/{x}/{y} is XYZ tiles, any other a WMTS (set=w Mercator, c geographic CGCS2000)."),
        examples: [
            "serve --home var/demo --port 8080",
            "serve --base-map \"name=影像;url=http://10.1.2.3/{z}/{x}/{y}.png\"",
            "serve --base-map \"name=天地图;url=https://t0.tianditu.gov.cn/img_w/wmts?tk=KEY;layer=img\"",
        ]
    ).configuration("serve")
    @OptionGroup var common: CommonOptions
    @Option(help: "监听地址 Address to listen on.") var host = "127.0.0.1"
    @Option(name: .shortAndLong, help: "端口，0 为任取空闲端口 Port; 0 takes a free one.") var port = 8080
    @Option(help: "安装时取得的前端文件目录 Folder of the front-end files the setup installed.") var vendor = "vendor"
    @ArgumentParser.Flag(help: "前面有 HTTPS 代理，cookie 加安全标记 Reached by HTTPS through a proxy: cookies are marked so.") var secure = false
    @Option(help: "底图，可重复 Base map under the layers; repeatable.") var baseMap: [BaseMapArgument] = []
    @Option(help: "内存中瓦片的兆字节数，0 为每次重制 Megabytes of map tiles kept in memory; 0 makes every tile anew.") var tileMemory = 64
    @Option(help: "日志级别 Log level.") var logLevel: Logger.Level = .notice

    func run() async throws {
        let terminal = Terminal(common.speech)
        let level = logLevel
        LoggingSystem.bootstrap { label in
            var handler = StreamLogHandler.standardError(label: label)
            handler.logLevel = level
            return handler
        }
        do {
            let home = Home(common.home)
            let casework = try await home.open()
            let demonstration = DemonstrationAccounts.read(from: home)
            let configuration = SiteConfiguration(
                host: host, port: port, vendorFolder: vendor, workFolder: home.folder.appendingPathComponent("work").path,
                demonstrationNotice: demonstration != nil, isSecure: secure, tileMemory: max(0, tileMemory) << 20,
                baseMaps: baseMap.map(\.map))
            if !terminal.json { for line in demonstration?.lines(terminal) ?? [] { print(line) } }
            let site = try await buildSite(configuration, casework: casework, logger: Logger(label: "landledger")) { [host] port in
                Self.tell("http://\(host):\(port)", terminal)
            }
            try await site.runService()
        } catch {
            throw terminal.failure(error)
        }
    }

    /// Tests and `make run` wait for this line; it must not stand in a buffer.
    private static func tell(_ address: String, _ terminal: Terminal) {
        let line = terminal.json ? "{\"address\":\"\(address)\"}" : address
        FileHandle.standardOutput.write(Data((line + "\n").utf8))
    }
}

/// A base map given as `name=…;url=…;…`.
struct BaseMapArgument: ExpressibleByArgument {
    var map: BaseMap

    init?(argument: String) {
        guard let map = BaseMap(argument) else { return nil }
        self.map = map
    }
}

extension Logger.Level: @retroactive ExpressibleByArgument {}
