// One entry's ground with the control layers it was overlaid with, on the Entry page.
import { HomeControl } from "./map-home.js";
import { layersOf, entryLayer, LayerPanel } from "./map-layers.js";

const element = document.getElementById("entry-map");
if (element) whenSized(element, () => show(element, JSON.parse(element.dataset.setup)));

/** A map in a frame without size draws nothing and complains: wait until the page is laid out. */
function whenSized(element, then) {
    if (element.clientWidth && element.clientHeight) return void then();
    const watch = new ResizeObserver(() => {
        if (!element.clientWidth || !element.clientHeight) return;
        watch.disconnect();
        then();
    });
    watch.observe(element);
}

function show(element, setup) {
    const layers = layersOf(setup);
    const entries = entryLayer(setup, new URLSearchParams(), "stage");
    const map = new ol.Map({
        target: element,
        keyboardEventTarget: element,
        layers: [...layers.map((it) => it.drawn), entries.drawn, entries.chosen],
        controls: ol.control.defaults.defaults({
            zoomOptions: { zoomInTipLabel: setup.words.zoomIn, zoomOutTipLabel: setup.words.zoomOut },
            attributionOptions: { tipLabel: setup.words.credits },
            rotate: false,
        }).extend([new HomeControl(setup.home, setup.words.fit), new ol.control.ScaleLine()]),
        view: new ol.View({ maxZoom: 20, enableRotation: false }),
    });
    map.getView().fit(ol.proj.transformExtent(setup.home, "EPSG:4326", "EPSG:3857"), {
        size: map.getSize(), padding: [50, 50, 50, 50], maxZoom: 17,
    });
    entries.choose(setup.entry);
    // The switches start with what the entry was overlaid with and are not kept: the page is about this entry.
    const touched = { layers: () => setup.touched, keepLayers() {} };
    new LayerPanel(document.getElementById("entry-map-layers"), layers, touched, setup.words).show();
    map.once("rendercomplete", () => { element.dataset.ready = "map"; });
}
