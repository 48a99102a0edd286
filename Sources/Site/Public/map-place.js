// Where the map stands, kept in the address (`#zoom/lon/lat`, query `layers`, `entry`) and, for the next visit, in the browser.

const key = "landledger.map";

/** `#13.50/118.0123/36.8123`; null for anything else. */
export function readPlace(hash) {
    const parts = hash.replace(/^#/, "").split("/").map(Number);
    if (parts.length !== 3 || parts.some((it) => !Number.isFinite(it))) return null;
    const [zoom, longitude, latitude] = parts;
    return Math.abs(longitude) <= 180 && Math.abs(latitude) <= 85 ? { zoom, longitude, latitude } : null;
}

export function writePlace({ zoom, longitude, latitude }) {
    return `#${zoom.toFixed(2)}/${longitude.toFixed(5)}/${latitude.toFixed(5)}`;
}

function remembered() {
    try { return JSON.parse(localStorage.getItem(key)) ?? {}; } catch { return {}; }
}

export class Place {
    constructor(home) {
        this.home = home;
        this.given = readPlace(location.hash);
        this.wasGiven = this.given !== null;
    }

    /** Puts the view where the address says, else where it last was, else over the county. */
    start(map) {
        this.view = map.getView();
        const at = this.given ?? readPlace(remembered().hash ?? "");
        if (at) this.go(at);
        else this.view.fit(ol.proj.transformExtent(this.home, "EPSG:4326", "EPSG:3857"), { size: map.getSize(), padding: [20, 20, 20, 20] });
        map.on("moveend", () => this.write());
        addEventListener("hashchange", () => { const it = readPlace(location.hash); if (it) this.go(it); });
    }

    go({ zoom, longitude, latitude }) {
        this.view.setCenter(ol.proj.fromLonLat([longitude, latitude]));
        this.view.setZoom(zoom);
    }

    write() {
        const [longitude, latitude] = ol.proj.toLonLat(this.view.getCenter());
        const hash = writePlace({ zoom: this.view.getZoom(), longitude, latitude });
        this.replace(new URLSearchParams(location.search), hash);
        try { localStorage.setItem(key, JSON.stringify({ ...remembered(), hash })); } catch { /* private window: not remembered */ }
    }

    replace(parameters, hash = location.hash) {
        const query = parameters.toString();
        history.replaceState(null, "", location.pathname + (query ? "?" + query : "") + hash);
    }

    /** Replaces the ledger filter in the address; what the map itself keeps there stays. */
    setFilter(filter) {
        const now = new URLSearchParams(location.search);
        for (const own of ["layers", "entry"]) if (now.has(own)) filter.set(own, now.get(own));
        this.replace(filter);
    }

    /** Keeps a value of the map in the address; null removes it. */
    keep(values) {
        const parameters = new URLSearchParams(location.search);
        for (const [name, value] of Object.entries(values)) {
            if (value === null) parameters.delete(name); else parameters.set(name, value);
        }
        this.replace(parameters);
    }

    entry() { return new URLSearchParams(location.search).get("entry"); }

    /** Ids of the layers switched on: from the address, else as last time, else null. */
    layers() {
        const given = new URLSearchParams(location.search).get("layers");
        if (given !== null) return given.split(",").filter(Boolean);
        return remembered().layers ?? null;
    }

    keepLayers(ids) {
        this.keep({ layers: ids.join(",") });
        try { localStorage.setItem(key, JSON.stringify({ ...remembered(), layers: ids })); } catch { /* not remembered */ }
    }
}
