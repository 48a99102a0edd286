// Find by number, words or coordinates: degrees, degrees-minutes-seconds, or a Gauss-Krüger zone with its prefix.
import { readCoordinates } from "./map-coordinates.js";

export class Finder {
    constructor(map, setup, { choose, status }) {
        Object.assign(this, { map, setup, choose, status });
        this.results = document.getElementById("map-found");
        const form = document.getElementById("map-find");
        form.addEventListener("submit", (event) => { event.preventDefault(); this.find(form.elements.q.value.trim()); });
        this.results.addEventListener("click", (event) => {
            const button = event.target.closest("button[data-number]");
            if (button) { this.choose(button.dataset.number); this.results.replaceChildren(); }
        });
        this.mark = new ol.layer.Vector({
            source: new ol.source.Vector(),
            style: new ol.style.Style({ image: new ol.style.RegularShape({
                points: 4, radius: 12, radius2: 0, stroke: new ol.style.Stroke({ color: "#0f172a", width: 3 }) }) }),
        });
        map.addLayer(this.mark);
    }

    async find(text) {
        this.results.replaceChildren();
        if (!text) return;
        const position = readCoordinates(text);
        if (position) return this.goTo(position);
        const answer = await fetch(`${this.setup.find}?q=${encodeURIComponent(text)}`);
        if (!answer.ok) { this.status.textContent = this.setup.words.noAnswer; return; }
        const found = await answer.json();
        this.status.textContent = found.length ? "" : this.setup.words.nothingFound;
        if (found.length === 1) return this.choose(found[0].number);
        this.results.replaceChildren(...found.map((it) => {
            const item = document.createElement("li");
            const button = Object.assign(document.createElement("button"), { type: "button", textContent: it.number + " " + it.words });
            button.dataset.number = it.number;
            item.append(button);
            return item;
        }));
    }

    goTo({ longitude, latitude }) {
        const at = ol.proj.fromLonLat([longitude, latitude]);
        this.mark.getSource().clear();
        this.mark.getSource().addFeature(new ol.Feature(new ol.geom.Point(at)));
        this.map.getView().setCenter(at);
        this.map.getView().setZoom(Math.max(this.map.getView().getZoom(), 16));
        this.status.textContent = `${longitude.toFixed(6)}°, ${latitude.toFixed(6)}°`;
    }
}
