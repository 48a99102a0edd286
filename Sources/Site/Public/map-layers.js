// The layers of the map: our own vector tiles, optional foreign base maps, the entries, and the panel that switches them.
import { layerStyle, layerSwatch, entryStyle, chosenStyle } from "./map-style.js";

const absolute = (path) => location.origin + path;

function vectorTiles(url) {
    return new ol.source.VectorTile({ format: new ol.format.MVT({ layerName: "layer" }), url, maxZoom: 16, transition: 0 });
}

/**
 * 天地图 and other WMTS in KVP form: `w` is Web Mercator, `c` is geographic CGCS2000, reprojected here; an address with
 * {z} is plain tiles. No `crossOrigin`: services of an intranet seldom send the header it asks for, and no pixel is read back.
 */
function foreignTiles(it) {
    if (it.url.includes("{z}")) {
        return new ol.layer.Tile({
            source: new ol.source.XYZ({ url: it.url, minZoom: it.minZoom, maxZoom: it.maxZoom, attributions: it.credit }),
        });
    }
    const mercator = it.matrixSet !== "c";
    const projection = ol.proj.get(mercator ? "EPSG:3857" : "EPSG:4326");
    const extent = projection.getExtent();
    const width = ol.extent.getWidth(extent) / 256;
    const zooms = Array.from({ length: it.maxZoom - it.minZoom + 1 }, (_, index) => it.minZoom + index);
    return new ol.layer.Tile({
        source: new ol.source.WMTS({
            url: it.url, layer: it.layer, matrixSet: it.matrixSet, format: "tiles", style: "default", projection,
            attributions: it.credit,
            tileGrid: new ol.tilegrid.WMTS({
                origin: ol.extent.getTopLeft(extent),
                resolutions: zooms.map((zoom) => width / 2 ** zoom),
                matrixIds: zooms.map(String),
            }),
        }),
    });
}

/** What can be switched: `{id, title, version, base, drawn}`, lowest first. */
export function layersOf(setup) {
    const foreign = setup.baseMaps.map((it) => ({ ...it, id: "base:" + it.name, title: it.name, version: it.credit, drawn: foreignTiles(it) }));
    const ours = setup.layers.map((it) => ({
        ...it,
        drawn: new ol.layer.VectorTile({
            source: vectorTiles(absolute(it.tiles)), style: layerStyle(it.layer), declutter: true, minZoom: it.minZoom,
        }),
    }));
    const all = [...foreign, ...ours];
    for (const it of all) it.drawn.setVisible(false);
    return all;
}

/** The entries as filtered, and the one chosen above them. */
export function entryLayer(setup, filter, colouring) {
    let chosen = null;
    const url = (parameters) => absolute(setup.entries) + (parameters.size ? "?" + parameters : "");
    const source = vectorTiles(url(filter));
    const drawn = new ol.layer.VectorTile({ source, style: entryStyle(colouring), renderBuffer: 24 });
    const above = new ol.layer.VectorTile({ source, renderMode: "vector", style: chosenStyle((number) => number !== null && number === chosen) });
    return {
        drawn,
        chosen: above,
        choose(number) { chosen = number; above.changed(); },
        show(parameters, by) { source.setUrl(url(parameters)); drawn.setStyle(entryStyle(by)); },
    };
}

/** The switches, one per layer version, kept in the address. */
export class LayerPanel {
    /** `frame` is the list itself, or an element to put it into. */
    constructor(frame, layers, place, words) {
        this.list = frame.matches("ul") ? frame : frame.appendChild(document.createElement("ul"));
        Object.assign(this, { layers, place, words });
    }

    show() {
        const wanted = this.place.layers() ?? this.layers.filter((it) => it.base).map((it) => it.id);
        for (const it of this.layers) it.drawn.setVisible(wanted.includes(it.id));
        this.list.replaceChildren(...this.layers.toReversed().map((it) => this.item(it)));
    }

    item(it) {
        const item = document.createElement("li");
        const name = document.createElement("label");
        const box = Object.assign(document.createElement("input"), { type: "checkbox", checked: it.drawn.getVisible() });
        box.addEventListener("change", () => {
            it.drawn.setVisible(box.checked);
            this.place.keepLayers(this.layers.filter((other) => other.drawn.getVisible()).map((other) => other.id));
        });
        const version = Object.assign(document.createElement("small"), { textContent: it.version });
        if (it.inForce === false) version.textContent += " · " + this.words.notInForce;
        const words = document.createElement("span");
        words.append(it.title, " ", version);
        name.append(box, it.layer ? layerSwatch(it.layer) : document.createElement("span"), words);
        item.append(name);
        return item;
    }
}
