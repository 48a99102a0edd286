// The same entries as a table beside the map, and the panel of the one chosen. Both are rendered by the server.

export class EntryList {
    /** `filter()` gives the ledger's parameters, `chosen(number | null)` is told what is chosen. */
    constructor(map, setup, { filter, status, chosen }) {
        Object.assign(this, { map, setup, filter, status, tell: chosen });
        this.list = document.getElementById("map-list");
        this.panel = document.getElementById("map-panel");
        this.list.addEventListener("click", (event) => this.clicked(event));
        this.panel.addEventListener("click", (event) => { if (event.target.closest("[data-close]")) this.clear(); });
        this.panel.addEventListener("keydown", (event) => { if (event.key === "Escape") this.clear(); });
    }

    clicked(event) {
        const page = event.target.closest("a[data-page]");
        const row = event.target.closest("button[data-number]");
        if (page) {
            event.preventDefault();
            this.load(page.dataset.page);
        } else if (row) {
            this.returnTo = row.dataset.number;
            this.choose(row.dataset.number, { move: true, focus: true });
        }
    }

    /** Asks for the list of what is in view, once the map has stood still for a moment. */
    refresh() {
        clearTimeout(this.waiting);
        this.waiting = setTimeout(() => this.load(1), 150);
    }

    async load(page) {
        const parameters = this.filter();
        const extent = this.map.getView().calculateExtent(this.map.getSize());
        const box = ol.proj.transformExtent(extent, "EPSG:3857", "EPSG:4326").map((it) => it.toFixed(6));
        parameters.set("box", box.join(","));
        parameters.set("page", page);
        this.list.setAttribute("aria-busy", "true");
        this.asked?.abort();
        this.asked = new AbortController();
        const html = await this.fragment(`${this.setup.list}?${parameters}`, this.asked.signal);
        if (html === null) return;
        this.replace(html);
        this.list.removeAttribute("aria-busy");
        this.mark();
    }

    /** A list renewed while somebody is in it keeps what was unfolded and where the focus stood. */
    replace(html) {
        const unfolded = this.list.querySelector("details")?.open;
        const focused = this.list.contains(document.activeElement) ? document.activeElement.dataset.number : null;
        this.list.innerHTML = html;
        const details = this.list.querySelector("details");
        if (details && unfolded) details.open = true;
        if (focused) this.list.querySelector(`[data-number="${CSS.escape(focused)}"]`)?.focus();
    }

    /** A fragment of our own server; null after an abort, a sentence in the status line after a failure. */
    async fragment(url, signal) {
        try {
            const answer = await fetch(url, { signal, headers: { Accept: "text/html" } });
            if (answer.status === 401 || answer.redirected) { location.reload(); return null; }
            if (answer.ok) {
                if (this.status.textContent === this.setup.words.noAnswer) this.status.textContent = "";
                return await answer.text();
            }
        } catch (error) {
            if (error.name === "AbortError") return null;
        }
        this.status.textContent = this.setup.words.noAnswer;
        this.list.removeAttribute("aria-busy");
        return null;
    }

    async choose(number, { move, focus }) {
        const html = await this.fragment(this.setup.panel + encodeURIComponent(number));
        if (html === null) return;
        this.panel.innerHTML = html;
        this.panel.hidden = false;
        this.number = number;
        this.mark();
        this.tell(number);
        const box = this.panel.querySelector("[data-box]")?.dataset.box;
        if (move && box) this.moveTo(box.split(",").map(Number));
        if (focus) this.panel.querySelector("h2")?.focus();
    }

    moveTo(box) {
        const extent = ol.proj.transformExtent(box, "EPSG:4326", "EPSG:3857");
        const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
        this.map.getView().fit(extent, { maxZoom: 17, padding: [80, 80, 80, 80], duration: still ? 0 : 250 });
    }

    clear() {
        this.panel.hidden = true;
        this.panel.replaceChildren();
        this.number = null;
        this.mark();
        this.tell(null);
        if (this.returnTo) this.list.querySelector(`[data-number="${CSS.escape(this.returnTo)}"]`)?.focus();
        this.returnTo = null;
    }

    mark() {
        for (const row of this.list.querySelectorAll("button[data-number]")) {
            if (row.dataset.number === this.number) row.setAttribute("aria-current", "true"); else row.removeAttribute("aria-current");
        }
    }
}
