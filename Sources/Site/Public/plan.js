// Finds words on the plan's page: what has them stays, with what stands around it; everything else is put away.
const search = document.querySelector(".plan-search");
const items = [...document.querySelectorAll("[data-find]")];
if (search) start();

function start() {
    const input = search.querySelector("input");
    search.hidden = false;
    // On a narrow page the contents would push the plan away.
    if (matchMedia("(max-width: 1000px)").matches) document.querySelector(".plan-contents details").open = false;
    let waiting;
    input.addEventListener("input", () => {
        clearTimeout(waiting);
        waiting = setTimeout(() => find(input.value.trim().toLowerCase()), 150);
    });
    input.addEventListener("keydown", (event) => { if (event.key === "Escape") { input.value = ""; find(""); } });
}

function find(words) {
    const has = new Set(words ? items.filter((it) => it.textContent.toLowerCase().includes(words)) : items);
    let count = 0;
    for (const it of items) {
        // Below a line that has the words itself everything stays.
        const own = words && ownText(it).includes(words);
        if (own) { count += 1; for (const below of it.querySelectorAll("[data-find]")) has.add(below); }
        it.classList.toggle("hidden", !has.has(it));
    }
    const status = search.querySelector("[role=status]");
    status.textContent = words ? `${count} ${status.dataset.word}` : "";
}

// The words of an item without those of the items below it.
function ownText(it) {
    return [...it.childNodes].filter((node) => node.nodeName !== "UL").map((node) => node.textContent).join(" ").toLowerCase();
}
