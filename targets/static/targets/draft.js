"use strict";

// Keeps what is typed into a long form in this browser until it is saved: a session may end, a page may be closed.
// Nothing leaves the browser; forms with a password are left alone.
(() => {
    const box = document.getElementById("draft");
    const form = box && document.querySelector("#content-main form");
    if (!form || form.querySelector("input[type=password]")) return;
    const key = `pt-draft:${box.dataset.user}:${location.pathname}${location.search}`;
    const DAYS = 7;
    const MACHINERY = /(^csrfmiddlewaretoken|_FORMS|^_popup|^_to_field)$/;

    const read = () => {
        const pairs = [];
        for (const [name, value] of new FormData(form)) {
            if (typeof value === "string" && !MACHINERY.test(name) && !name.includes("__prefix__")) pairs.push([name, value]);
        }
        return pairs;
    };
    const labels = () => Object.fromEntries([...form.querySelectorAll("select")].filter((select) => select.value)
        .map((select) => [select.name, select.selectedOptions[0]?.text ?? ""]));
    const store = (value) => {
        try { localStorage.setItem(key, JSON.stringify(value)); } catch { /* full or forbidden: there is no draft then */ }
    };
    const stored = () => {
        try { return JSON.parse(localStorage.getItem(key)); } catch { return null; }
    };

    const began = JSON.stringify(read());
    let waiting;
    const keep = () => {
        const fields = read();
        if (JSON.stringify(fields) !== began) store({at: Date.now(), fields, labels: labels()});
    };
    const soon = () => { clearTimeout(waiting); waiting = setTimeout(keep, 400); };

    const grow = (name) => {
        // A row within the page that was added: press the button that adds one, until it is there.
        const [, group] = name.match(/^(\w+)-\d+-/) ?? [];
        const button = group && document.querySelector(`#${group}-group .add-row a, #${group}-group a.add-row`);
        for (let tries = 0; button && tries < 50 && !form.elements[name]; tries += 1) button.click();
    };
    const isAnotherRow = (name, given) => {
        const [row] = name.match(/^\w+-\d+-/) ?? [];
        const id = row && form.elements[`${row}id`];
        return Boolean(id) && (given.get(`${row}id`)?.[0] ?? "") !== id.value;
    };
    const put = (control, values, text) => {
        if (control.type === "checkbox" || control.type === "radio") {
            control.checked = values.includes(control.value);
        } else if (control.tagName === "SELECT") {
            for (const value of values) {
                if (![...control.options].some((option) => option.value === value)) control.add(new Option(text || value, value));
            }
            for (const option of control.options) option.selected = values.includes(option.value);
        } else {
            control.value = values[0] ?? "";
        }
        control.dispatchEvent(new Event("change", {bubbles: true}));
    };

    const restore = (draft) => {
        const given = new Map();
        for (const [name, value] of draft.fields) given.set(name, [...(given.get(name) ?? []), value]);
        const left = [];
        for (const name of given.keys()) {
            if (!form.elements[name]) grow(name);
            if (!form.elements[name] || isAnotherRow(name, given)) left.push(...given.get(name).filter(Boolean));
        }
        for (const control of form.elements) {
            if (!control.name || MACHINERY.test(control.name) || control.name.includes("__prefix__")) continue;
            if (control.type === "submit" || control.type === "button" || isAnotherRow(control.name, given)) continue;
            const isTick = control.type === "checkbox" || control.type === "radio";
            if (given.has(control.name) || isTick) put(control, given.get(control.name) ?? [], draft.labels?.[control.name]);
        }
        return left;
    };

    const offer = (draft) => {
        box.querySelector("time").textContent = new Date(draft.at).toLocaleString(document.documentElement.lang);
        box.hidden = false;
        box.addEventListener("click", (event) => {
            const choice = event.target.closest("button")?.dataset.draft;
            if (choice === "drop") { localStorage.removeItem(key); box.hidden = true; }
            if (choice !== "take") return;
            const left = restore(draft);
            box.querySelectorAll("button, .found").forEach((part) => { part.hidden = true; });
            box.querySelector(".taken").hidden = false;
            if (left.length) {
                box.querySelector(".left").hidden = false;
                box.querySelector("textarea").value = left.join("\n");
            }
            form.querySelector("input:not([type=hidden]), select, textarea")?.focus();
        });
    };

    const draft = stored();
    if (draft && Date.now() - draft.at > DAYS * 86400e3) localStorage.removeItem(key);
    else if (draft && JSON.stringify(draft.fields) !== began) offer(draft);
    form.addEventListener("input", soon);
    form.addEventListener("change", soon);
    window.addEventListener("pagehide", () => { if (waiting) keep(); });
    form.addEventListener("submit", () => { clearTimeout(waiting); keep(); waiting = null; });
})();
