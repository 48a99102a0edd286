// Sends a chosen or dropped file as the raw body of one request, with progress, then opens its page.
const zone = document.querySelector(".dropzone");
if (zone) start(zone);

function start(zone) {
    const input = zone.querySelector("input[type=file]");
    input.addEventListener("change", () => { if (input.files.length) send(zone, input.files[0]); });
    for (const name of ["dragenter", "dragover"]) {
        zone.addEventListener(name, (event) => { event.preventDefault(); zone.classList.add("over"); });
    }
    for (const name of ["dragleave", "drop"]) zone.addEventListener(name, () => zone.classList.remove("over"));
    // A file dropped beside the zone must not replace the page.
    document.addEventListener("dragover", (event) => event.preventDefault());
    document.addEventListener("drop", (event) => {
        event.preventDefault();
        if (event.dataTransfer.files.length) send(zone, event.dataTransfer.files[0]);
    });
}

function send(zone, file) {
    const alert = zone.querySelector("[role=alert]");
    const sending = zone.querySelector(".sending");
    alert.hidden = true;
    if (file.size > Number(zone.dataset.limit)) return refuse(zone, zone.dataset.tooLarge);
    sending.hidden = false;
    zone.querySelector("input[type=file]").disabled = true;
    const request = new XMLHttpRequest();
    request.open("POST", zone.dataset.upload);
    request.setRequestHeader("X-File-Name", encodeURIComponent(file.name));
    request.setRequestHeader("X-Form-Token", document.querySelector("meta[name=form-token]").content);
    request.setRequestHeader("Content-Type", "application/octet-stream");
    request.upload.addEventListener("progress", (event) => {
        if (event.lengthComputable) show(sending, zone.dataset.sending, event.loaded / event.total);
    });
    request.addEventListener("load", () => {
        const answer = parse(request.responseText);
        if (request.status === 201) done(zone, file, answer);
        else refuse(zone, answer.error || zone.dataset.failed);
    });
    request.addEventListener("error", () => refuse(zone, zone.dataset.failed));
    request.send(file);
}

function show(sending, words, share) {
    const percent = Math.floor(share * 100);
    sending.querySelector("progress").value = percent;
    sending.querySelector("span").textContent = `${words} ${percent}%`;
}

// A plan has a page of its own for its diagnostics. On the layers page the form beside the zone takes the file; elsewhere the file has a page of its own.
function done(zone, file, answer) {
    if (zone.dataset.becomes === "plan") return location.assign(answer.plan);
    const form = document.querySelector("[data-layer-form]");
    if (!form) {
        location.assign(answer.next);
        return;
    }
    form.action = answer.layer;
    form.querySelector("[data-file-name]").textContent = answer.fileName;
    form.hidden = false;
    zone.hidden = true;
    form.querySelector("input[name=version]").focus();
}

function refuse(zone, words) {
    zone.querySelector(".sending").hidden = true;
    zone.querySelector("input[type=file]").disabled = false;
    const alert = zone.querySelector("[role=alert]");
    alert.textContent = words;
    alert.hidden = false;
}

function parse(text) {
    try { return JSON.parse(text); } catch { return {}; }
}
