// Asks how far a job has come and opens the next page when it has ended.
const job = document.querySelector(".job[data-poll]");
if (job) ask();

async function ask() {
    try {
        const answer = await (await fetch(job.dataset.poll, { headers: { Accept: "application/json" } })).json();
        if (answer.state !== "running") {
            location.replace(job.dataset.next);
            return;
        }
        show(answer.progress);
    } catch {
        // The server may be starting again: keep asking.
    }
    setTimeout(ask, 500);
}

function show(progress) {
    job.querySelector("[role=status]").textContent = progress.text;
    const bar = job.querySelector("progress");
    if (progress.total) {
        bar.max = progress.total;
        bar.value = progress.done;
    } else {
        bar.removeAttribute("value");
    }
}
