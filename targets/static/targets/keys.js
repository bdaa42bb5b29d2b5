"use strict";

// Keys of a page. Whatever carries data-key ("g h", or "n") is pressed by it; data-key-help says what that does, and
// "?" lists them all. While something is typed, keys are letters.
(() => {
    const PATIENCE = 1200;
    let typed = [];
    let last = 0;

    const isTyping = (event) => event.isComposing || event.ctrlKey || event.metaKey || event.altKey
        || event.target.closest?.("input, select, textarea, [contenteditable=true], [role=grid], [role=treeitem], dialog[open]");

    const keyed = () => [...document.querySelectorAll("[data-key]")];

    const press = (element) => {
        if (element.matches("input, select, textarea")) element.focus();
        else element.click();
    };

    const show = () => {
        const dialog = document.getElementById("keys");
        const list = dialog.querySelector("dl");
        const said = new Set();
        list.replaceChildren(...keyed().filter((element) => {
            const key = element.dataset.key;
            return !said.has(key) && said.add(key);
        }).map((element) => {
            const row = document.createElement("div");
            const term = document.createElement("dt");
            element.dataset.key.split(" ").forEach((part) => {
                const key = document.createElement("kbd");
                key.textContent = part;
                term.append(key);
            });
            const help = document.createElement("dd");
            help.textContent = element.dataset.keyHelp || element.textContent.trim();
            row.append(term, help);
            return row;
        }));
        dialog.showModal();
    };

    document.addEventListener("keydown", (event) => {
        if (event.defaultPrevented || isTyping(event) || event.key.length !== 1) return;
        typed = event.timeStamp - last > PATIENCE ? [] : typed;
        last = event.timeStamp;
        typed.push(event.key);
        const said = typed.join(" ");
        const found = keyed().find((element) => element.dataset.key === said)
            ?? keyed().find((element) => element.dataset.key === event.key);
        if (found) {
            typed = [];
            event.preventDefault();
            press(found);
        } else if (!keyed().some((element) => element.dataset.key.startsWith(`${said} `))) {
            typed = [event.key];
        }
    });

    document.addEventListener("DOMContentLoaded", () => {
        const button = document.querySelector("[data-keys-open]");
        if (!button) return;
        button.hidden = false;
        button.addEventListener("click", show);
    });
})();
