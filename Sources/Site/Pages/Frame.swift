import Casework
import Enforcement
import HTTPTypes
import Hummingbird

/// What stands around every page (页框): title, menu, who is signed in, and the page's own model.
struct Frame {
    struct Link {
        var text: String
        var url: String
        var isCurrent = false
    }

    var language: String
    var title: String
    var menu: [Link]
    var officer: String?
    var role: String?
    var token: String
    var signOut: String
    var otherLanguage: Link
    var home: String
    var isDemonstration: Bool
    var campaign: Said
    var page: Any
}

extension Workplace {
    /// Renders a page of the signed-in officer, or an open one.
    func page(
        _ template: String, title: String, titleValue: String? = nil, _ model: Any, _ context: SiteContext,
        current: SiteURL.Route? = nil, status: HTTPResponse.Status = .ok
    ) -> Response {
        let language = context.language
        let words = titleValue ?? Catalogue.text(title, in: language)
        let frame = Frame(
            language: language == .zh ? "zh-CN" : "en",
            title: words,
            menu: context.visitor.map { Menu.links(for: $0.officer, in: language, current: current) } ?? [],
            officer: context.visitor?.officer.title,
            role: context.visitor.map { $0.officer.role.phrase[language] },
            token: context.visitor?.formToken ?? "",
            signOut: SiteURL.signOut.path,
            otherLanguage: otherLanguage(context),
            home: SiteURL.desk.path,
            isDemonstration: configuration.demonstrationNotice,
            campaign: PlanWords(units: [:], plan: casework.plan, language: language).said(casework.plan.title),
            page: model)
        return Answers.html(templates.render(template, frame, in: language), status: status)
    }

    /// The same query with the other language; forms answered by POST go back to their page first.
    private func otherLanguage(_ context: SiteContext) -> Frame.Link {
        let other: Language = context.language == .zh ? .en : .zh
        var fields = FormFields(context.query.pairs.filter { $0.name != "lang" })
        fields.append("lang", other.rawValue)
        return Frame.Link(text: other == .zh ? "中文" : "English", url: "?" + fields.encoded)
    }
}

/// The menu (菜单): what the officer may open, in working order.
enum Menu {
    private static let items: [(SiteURL.Route, String, Permission?)] = [
        (.desk, "menu.desk", nil), (.map, "menu.map", .readEntries), (.ledger, "menu.ledger", .readEntries),
        (.importing, "menu.import", .importBatch), (.batches, "menu.batches", .registerBatch), (.layers, "menu.layers", nil),
        (.plan, "menu.plan", nil), (.system, "menu.system", .readHistory),
    ]

    static func links(for officer: Officer, in language: Language, current: SiteURL.Route?) -> [Frame.Link] {
        items.filter { item in item.2.map { Policy.allows(officer, $0) } ?? true }.map { route, word, _ in
            Frame.Link(text: Catalogue.text(word, in: language), url: route.rawValue, isCurrent: route == current)
        }
    }
}
