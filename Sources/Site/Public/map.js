// 一张图: the working map. The server gives pages, tiles and fragments; this file only wires the parts.
import { layersOf, entryLayer, LayerPanel } from "./map-layers.js";
import { Place } from "./map-place.js";
import { EntryList } from "./map-list.js";
import { Finder } from "./map-find.js";
import { Measure } from "./map-measure.js";
import { HomeControl, tellWhenAway } from "./map-home.js";
import { drawLegend } from "./map-style.js";

const element = document.getElementById("map");
const setup = JSON.parse(element.dataset.setup);
const filterForm = document.getElementById("map-filter");
const status = document.getElementById("map-status");

/** The ledger's query parameters as the filter form has them, without blanks. */
function filter() {
    const parameters = new URLSearchParams();
    for (const [name, value] of new FormData(filterForm)) if (value) parameters.append(name, value);
    return parameters;
}

const place = new Place(setup.home);
const layers = layersOf(setup);
const entries = entryLayer(setup, filter(), document.getElementById("map-colour").value);

const map = new ol.Map({
    target: element,
    keyboardEventTarget: element,
    layers: [...layers.map((it) => it.drawn), entries.drawn, entries.chosen],
    controls: ol.control.defaults.defaults({
        zoomOptions: { zoomInTipLabel: setup.words.zoomIn, zoomOutTipLabel: setup.words.zoomOut },
        attributionOptions: { tipLabel: setup.words.credits },
        rotate: false,
    }).extend([new HomeControl(setup.home, setup.words.home), new ol.control.ScaleLine({ minWidth: 90 })]),
    view: new ol.View({ maxZoom: 20, enableRotation: false }),
});
place.start(map);
tellWhenAway(map, setup.home, document.getElementById("map-away"), setup.words["off-county"]);

const panel = new LayerPanel(document.getElementById("map-layers"), layers, place, setup.words);
panel.show();

const list = new EntryList(map, setup, { filter, status, chosen: (number) => { entries.choose(number); place.keep({ entry: number }); } });
new Finder(map, setup, { choose: (number) => list.choose(number, { move: true }), status });
new Measure(map, setup, status);

function redrawEntries() {
    const colouring = document.getElementById("map-colour").value;
    entries.show(filter(), colouring);
    drawLegend(document.getElementById("map-legend"), setup, colouring);
}

const asTable = document.getElementById("map-as-table");

function applyFilter() {
    place.setFilter(filter());
    redrawEntries();
    list.refresh();
    const [address] = asTable.getAttribute("href").split("?");
    const parameters = filter().toString();
    asTable.setAttribute("href", parameters ? `${address}?${parameters}` : address);
}

filterForm.addEventListener("submit", (event) => { event.preventDefault(); applyFilter(); });
filterForm.addEventListener("change", applyFilter);
filterForm.addEventListener("reset", () => setTimeout(applyFilter));
document.getElementById("map-colour").addEventListener("change", redrawEntries);

map.on("click", (event) => {
    if (element.dataset.measuring) return;
    const hit = map.forEachFeatureAtPixel(event.pixel, (feature) => feature, {
        hitTolerance: 6,
        layerFilter: (layer) => layer === entries.drawn,
    });
    if (hit?.get("count")) map.getView().animate({ center: event.coordinate, zoom: map.getView().getZoom() + 2, duration: 250 });
    else if (hit?.get("number")) list.choose(hit.get("number"), {});
    else list.clear();
});
map.on("moveend", () => list.refresh());
map.once("rendercomplete", () => { document.documentElement.dataset.ready = "map"; });

drawLegend(document.getElementById("map-legend"), setup, document.getElementById("map-colour").value);
const wanted = place.entry();
if (wanted) list.choose(wanted, { move: !place.wasGiven });
