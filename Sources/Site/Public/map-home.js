// The way back: to the county on the map, to the entry on its page.

const extentOf = (box) => ol.proj.transformExtent(box, "EPSG:4326", "EPSG:3857");

/** A button below the zoom buttons that shows `box` (west, south, east, north) whole. */
export class HomeControl extends ol.control.Control {
    constructor(box, title) {
        const element = document.createElement("div");
        element.className = "map-home ol-unselectable ol-control";
        const button = Object.assign(document.createElement("button"), { type: "button", title });
        button.setAttribute("aria-label", title);
        button.append(house());
        element.append(button);
        super({ element });
        button.addEventListener("click", () => {
            const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
            this.getMap().getView().fit(extentOf(box), { padding: [20, 20, 20, 20], maxZoom: 17, duration: still ? 0 : 250 });
        });
    }
}

function house() {
    const picture = document.createElementNS("http://www.w3.org/2000/svg", "svg");
    picture.setAttribute("viewBox", "0 0 24 24");
    picture.setAttribute("aria-hidden", "true");
    const line = document.createElementNS("http://www.w3.org/2000/svg", "path");
    line.setAttribute("d", "M3 12 12 4l9 8M6 10v10h12V10");
    picture.append(line);
    return picture;
}

/** Says so while nothing of the county is in view: an empty map looks broken. */
export function tellWhenAway(map, box, note, words) {
    const county = extentOf(box);
    map.on("moveend", () => {
        const view = map.getView().calculateExtent(map.getSize());
        note.textContent = ol.extent.intersects(county, view) ? "" : words;
    });
}
