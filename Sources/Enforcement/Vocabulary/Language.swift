/// A language of the pages and of exported tables (语言). Chinese first.
public enum Language: String, Codable, CaseIterable, Sendable {
    case zh, en
}
