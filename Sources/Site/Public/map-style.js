// How things look on the map. Stage and verdict each have a colour, a hatch and a symbol, so that colour is never the only signal.

const font = '"PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif';

const looks = {
    stage: {
        registered: { colour: "#5b6472", hatch: "dots", symbol: "circle" },
        proposed: { colour: "#1d4ed8", hatch: "rising", symbol: "square" },
        judged: { colour: "#b5112f", hatch: "cross", symbol: "triangle" },
        doubtful: { colour: "#8f5f00", hatch: "falling", symbol: "diamond" },
        closed: { colour: "#005c42", hatch: "none", symbol: "ring" },
    },
    verdict: {
        illegal: { colour: "#b5112f", hatch: "cross", symbol: "triangle" },
        doubtful: { colour: "#8f5f00", hatch: "falling", symbol: "diamond" },
        legal: { colour: "#005c42", hatch: "none", symbol: "ring" },
        other: { colour: "#0369a1", hatch: "rising", symbol: "square" },
        falseChange: { colour: "#6d28d9", hatch: "dots", symbol: "circle" },
        "": { colour: "#5b6472", hatch: "none", symbol: "circle" },
    },
};

// Control layers by the names plans use; any other name gets a colour of its own from the list below.
const layerLooks = {
    farmland: { colour: "#a16207", hatch: "rising", width: 1.2 },
    redline: { colour: "#be123c", hatch: "falling", width: 2 },
    growth: { colour: "#7e22ce", hatch: "none", width: 2.5, dash: [10, 5] },
    "land-use-plan": { colour: "#0369a1", hatch: "none", width: 1 },
    survey: { colour: "#57534e", hatch: "none", width: 0.6 },
    units: { colour: "#475569", hatch: "none", width: 1.6, dash: [8, 4], empty: true },
};
const otherColours = ["#0e7490", "#4d7c0f", "#c2410c", "#86198f", "#1e40af", "#065f46"];

function lookOfLayer(name) {
    const known = layerLooks[name];
    if (known) return known;
    let sum = 0;
    for (const letter of name) sum += letter.codePointAt(0);
    return { colour: otherColours[sum % otherColours.length], hatch: "dots", width: 1.2 };
}

const strokes = {
    rising: [[0, 8, 8, 0], [-2, 2, 2, -2], [6, 10, 10, 6]],
    falling: [[0, 0, 8, 8], [-2, 6, 2, 10], [6, -2, 10, 2]],
    cross: [[0, 8, 8, 0], [0, 0, 8, 8]],
};

/** A tint with hatching over it, as a canvas pattern; `ground` whitens what lies below, so that entries stand out from layers. */
function hatched(colour, hatch, { tint = 0.1, lines = 0.45, ground = 0 } = {}) {
    const tile = document.createElement("canvas");
    tile.width = tile.height = 8;
    const pen = tile.getContext("2d");
    pen.fillStyle = "#fff";
    pen.globalAlpha = ground;
    pen.fillRect(0, 0, 8, 8);
    pen.fillStyle = colour;
    pen.globalAlpha = tint;
    pen.fillRect(0, 0, 8, 8);
    pen.globalAlpha = lines;
    pen.strokeStyle = colour;
    pen.lineWidth = 1.2;
    for (const [x0, y0, x1, y1] of strokes[hatch] ?? []) {
        pen.beginPath();
        pen.moveTo(x0, y0);
        pen.lineTo(x1, y1);
        pen.stroke();
    }
    if (hatch === "dots") for (const [x, y] of [[2, 2], [6, 6]]) pen.fillRect(x - 0.7, y - 0.7, 1.6, 1.6);
    return pen.createPattern(tile, "repeat");
}

const strong = { tint: 0.2, lines: 0.8, ground: 0.7 };

const white = new ol.style.Stroke({ color: "#fff", width: 1.5 });

function symbol({ colour, symbol }, radius) {
    const fill = new ol.style.Fill({ color: symbol === "ring" ? "#fff" : colour });
    const stroke = symbol === "ring" ? new ol.style.Stroke({ color: colour, width: 2 }) : white;
    const shapes = { square: [4, Math.PI / 4], diamond: [4, 0], triangle: [3, 0] };
    const shape = shapes[symbol];
    if (!shape) return new ol.style.Circle({ radius: radius - 0.5, fill, stroke });
    return new ol.style.RegularShape({ points: shape[0], angle: shape[1], radius: radius + 0.5, fill, stroke });
}

function label(text, colour, size = 12) {
    return new ol.style.Text({
        text, font: `${size}px ${font}`, overflow: true,
        fill: new ol.style.Fill({ color: colour }), stroke: new ol.style.Stroke({ color: "#fff", width: 3 }),
    });
}

const centreOf = (feature) => {
    const [west, south, east, north] = feature.getExtent();
    return new ol.geom.Point([(west + east) / 2, (south + north) / 2]);
};

const isSmall = (feature, resolution, pixels) => {
    const [west, south, east, north] = feature.getExtent();
    return Math.max(east - west, north - south) < pixels * resolution;
};

/** Entries by stage or by verdict: a ground of less than nine pixels is drawn as a symbol, so that none disappears. */
export function entryStyle(colouring) {
    const made = {};
    const look = (value) => made[value] ??= make(looks[colouring][value] ?? looks.verdict[""]);
    function make(it) {
        const mark = symbol(it, 6);
        return {
            it,
            ground: new ol.style.Style({
                fill: new ol.style.Fill({ color: hatched(it.colour, it.hatch, strong) }),
                stroke: new ol.style.Stroke({ color: it.colour, width: 1.8 }),
            }),
            mark: new ol.style.Style({ image: mark, geometry: centreOf }),
        };
    }
    return (feature, resolution) => {
        if (feature.get("layer") === "clusters") return clusterStyle(feature, colouring);
        const styles = look(feature.get(colouring) ?? "");
        if (feature.get("layer") !== "labels") return isSmall(feature, resolution, 9) ? styles.mark : styles.ground;
        return resolution < 3 ? new ol.style.Style({ text: label(shortNumber(feature.get("number")), styles.it.colour) }) : null;
    };
}

const clusterPictures = new Map();

/** Many entries as one disc: its ring shows the mix by stage or verdict, the number in it how many they are. */
function clusterStyle(feature, colouring) {
    const count = feature.get("count");
    const parts = Object.keys(looks[colouring])
        .map((name) => [looks[colouring][name].colour, Math.round((feature.get(`${colouring}:${name}`) ?? 0) / count * 24)])
        .filter(([, share]) => share > 0);
    const radius = 12 + Math.min(16, Math.round(Math.log10(count) * 4));
    const key = radius + JSON.stringify(parts);
    if (!clusterPictures.has(key)) clusterPictures.set(key, clusterPicture(radius, parts));
    return new ol.style.Style({ image: clusterPictures.get(key), text: label(shortCount(count), "#0f172a", 12) });
}

const shortCount = (count) => count < 10_000 ? String(count) : (count / 10_000).toFixed(count < 100_000 ? 1 : 0) + "万";

function clusterPicture(radius, parts) {
    const canvas = document.createElement("canvas");
    canvas.width = canvas.height = 2 * radius + 2;
    const pen = canvas.getContext("2d");
    const [middle, whole] = [radius + 1, parts.reduce((sum, [, share]) => sum + share, 0)];
    let from = -Math.PI / 2;
    for (const [colour, share] of parts) {
        const to = from + share / whole * 2 * Math.PI;
        pen.beginPath();
        pen.moveTo(middle, middle);
        pen.arc(middle, middle, radius, from, to);
        pen.fillStyle = colour;
        pen.fill();
        from = to;
    }
    pen.beginPath();
    pen.arc(middle, middle, radius - 5, 0, 2 * Math.PI);
    pen.fillStyle = "#fff";
    pen.fill();
    return new ol.style.Icon({ img: canvas, size: [canvas.width, canvas.height] });
}

/** The running number: what is left of `370306-2019-00012` when county and year are known. */
const shortNumber = (number) => (number ?? "").split("-").at(-1).replace(/^0+(?=\d)/, "");

/** The entry chosen: its outline, or a ring where it is small, drawn above everything. */
export function chosenStyle(isChosen) {
    const outline = [
        new ol.style.Style({ stroke: new ol.style.Stroke({ color: "#fff", width: 7 }) }),
        new ol.style.Style({ stroke: new ol.style.Stroke({ color: "#0f172a", width: 3.5 }) }),
    ];
    const ring = new ol.style.Style({
        geometry: centreOf,
        image: new ol.style.Circle({ radius: 12, stroke: new ol.style.Stroke({ color: "#0f172a", width: 3 }) }),
    });
    return (feature, resolution) => {
        if (feature.get("layer") === "labels" || !isChosen(feature.get("number"))) return null;
        return isSmall(feature, resolution, 24) ? ring : outline;
    };
}

/** A control layer, or the units as base map with their names. */
export function layerStyle(name) {
    const it = lookOfLayer(name);
    const area = new ol.style.Style({
        fill: it.empty ? undefined : new ol.style.Fill({ color: hatched(it.colour, it.hatch) }),
        stroke: new ol.style.Stroke({ color: it.colour, width: it.width, lineDash: it.dash }),
    });
    const names = {};
    const nameOf = (text) => names[text] ??= new ol.style.Style({ text: label(text, it.colour, name === "units" ? 14 : 12) });
    return (feature, resolution) => {
        if (feature.get("layer") === "labels") return nameOf(feature.get("name"));
        if (name === "survey" && resolution < 2.5 && feature.get("code")) return [area, nameOf(feature.get("code"))];
        return area;
    };
}

/** A small picture for legends and switches. */
function swatch(it) {
    const picture = document.createElement("canvas");
    picture.width = 28;
    picture.height = 18;
    picture.className = "map-swatch";
    picture.setAttribute("aria-hidden", "true");
    const pen = picture.getContext("2d");
    if (!it.empty) {
        pen.fillStyle = hatched(it.colour, it.hatch, it.symbol ? strong : {});
        pen.fillRect(1, 1, 26, 16);
    }
    pen.strokeStyle = it.colour;
    pen.lineWidth = Math.max(it.width ?? 1.8, 1);
    pen.setLineDash(it.dash ?? []);
    pen.strokeRect(1, 1, 26, 16);
    if (it.symbol) drawSymbol(pen, it);
    return picture;
}

function drawSymbol(pen, it) {
    const vector = ol.render.toContext(pen, { pixelRatio: 1 });
    vector.setStyle(new ol.style.Style({ image: symbol(it, 5) }));
    vector.drawGeometry(new ol.geom.Point([14, 9]));
}

export const layerSwatch = (name) => swatch(lookOfLayer(name));

/** The legend of the entries, in words beside each picture. */
export function drawLegend(list, setup, colouring) {
    const titles = colouring === "stage" ? setup.stages : setup.verdicts;
    list.replaceChildren(...titles.map(({ id, title }) => {
        const item = document.createElement("li");
        item.append(swatch(looks[colouring][id] ?? looks.verdict[""]), " ", title);
        return item;
    }));
}
