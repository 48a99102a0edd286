// Reads a position as people write it. Which number is which follows from their size: within China there is no overlap.

const inChina = (longitude, latitude) => longitude >= 73 && longitude <= 136 && latitude >= 3 && latitude <= 54;

/** `{longitude, latitude}` in degrees, or null when the text is not a position in China. */
export function readCoordinates(text) {
    const angles = [...text.matchAll(/(\d+(?:\.\d+)?)\s*°\s*(?:(\d+(?:\.\d+)?)\s*[′'’分]\s*)?(?:(\d+(?:\.\d+)?)\s*[″"”秒]?)?/g)]
        .map(([, degrees, minutes = 0, seconds = 0]) => Number(degrees) + minutes / 60 + seconds / 3600);
    const numbers = angles.length === 2 ? angles : plainNumbers(text);
    if (numbers?.length !== 2) return null;
    for (const [a, b] of [numbers, numbers.toReversed()]) {
        if (inChina(a, b)) return { longitude: a, latitude: b };
        const position = fromZone(a, b);
        if (position && inChina(position.longitude, position.latitude)) return position;
    }
    return null;
}

function plainNumbers(text) {
    const parts = text.split(/[\s,，;；]+/).filter(Boolean);
    return parts.every((it) => /^\d+(\.\d+)?$/.test(it)) ? parts.map(Number) : null;
}

/** Easting with its zone prefix (3° zones 25–45, 6° zones 13–23) and northing, on CGCS2000. */
export function fromZone(easting, northing) {
    const zone = Math.floor(easting / 1e6);
    if (northing < 3e5 || northing > 6e6) return null;
    const meridian = zone >= 25 && zone <= 45 ? zone * 3 : zone >= 13 && zone <= 23 ? zone * 6 - 3 : null;
    return meridian === null ? null : inverseMercator(easting - zone * 1e6 - 500000, northing, meridian);
}

// Inverse transverse Mercator by Krüger's series in the third flattening (Karney 2011, eq. 36), GRS80 axis, CGCS2000 flattening.
function inverseMercator(x, y, meridian) {
    const a = 6378137, f = 1 / 298.257222101, n = f / (2 - f), e = Math.sqrt(f * (2 - f));
    const A = a / (1 + n) * (1 + n ** 2 / 4 + n ** 4 / 64);
    const beta = [
        n / 2 - 2 * n ** 2 / 3 + 37 * n ** 3 / 96 - n ** 4 / 360,
        n ** 2 / 48 + n ** 3 / 15 - 437 * n ** 4 / 1440,
        17 * n ** 3 / 480 - 37 * n ** 4 / 840,
        4397 * n ** 4 / 161280,
    ];
    let xi = y / A, eta = x / A;
    const [xi0, eta0] = [xi, eta];
    beta.forEach((b, index) => {
        const k = 2 * (index + 1);
        xi -= b * Math.sin(k * xi0) * Math.cosh(k * eta0);
        eta -= b * Math.cos(k * xi0) * Math.sinh(k * eta0);
    });
    const conformal = Math.sin(xi) / Math.hypot(Math.sinh(eta), Math.cos(xi));
    let tangent = conformal;
    for (let step = 0; step < 5; step++) {
        const sigma = Math.sinh(e * Math.atanh(e * tangent / Math.hypot(1, tangent)));
        const guess = tangent * Math.hypot(1, sigma) - sigma * Math.hypot(1, tangent);
        tangent += (conformal - guess) / Math.hypot(1, guess) * (1 + (1 - e * e) * tangent ** 2) / ((1 - e * e) * Math.hypot(1, tangent));
    }
    const degrees = 180 / Math.PI;
    return { longitude: meridian + Math.atan2(Math.sinh(eta), Math.cos(xi)) * degrees, latitude: Math.atan(tangent) * degrees };
}
