"use strict";

// The tree of a plan: what is folded is remembered for each plan in this browser.
window.planTree = (() => {
    const tree = () => document.getElementById("plan-tree");
    const branches = () => tree().querySelectorAll(".branch");
    const key = () => `plan-${tree().dataset.plan}-folded`;

    // Without storage all works the same; it is only forgotten.
    const stored = (name) => {
        try {
            return JSON.parse(localStorage.getItem(name));
        } catch {
            return null;
        }
    };
    const store = (name, value) => {
        try {
            localStorage.setItem(name, JSON.stringify(value));
        } catch {
            return;
        }
    };
    const remember = () => store(key(), [...tree().querySelectorAll(".branch.folded")].map((branch) => branch.dataset.node));
    const fold = (branch, folded) => {
        branch.classList.toggle("folded", folded);
        branch.querySelector(":scope > .row > .fold").setAttribute("aria-expanded", String(!folded));
    };
    const foldAll = (folded) => {
        branches().forEach((branch) => fold(branch, folded && branch.classList.contains("folds")));
        remember();
    };
    const unfoldAround = (node) => {
        for (let branch = node.closest(".branch"); branch; branch = branch.parentElement.closest(".branch")) fold(branch, false);
    };

    // A link to a node unfolds what it stands in.
    const reveal = () => {
        const found = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
        if (!found || !tree().contains(found)) return;
        unfoldAround(found);
        found.scrollIntoView({block: "center"});
    };
    const restore = () => {
        const folded = new Set(stored(key()) ?? []);
        showReasons(stored("plan-reasons") === true);
        branches().forEach((branch) => fold(branch, branch.classList.contains("folds") && folded.has(branch.dataset.node)));
        tree().classList.add("scripted");
    };

    // Why each target is judged so: one more line each, on wish.
    const reasons = document.querySelector("[data-reasons]");
    const showReasons = (shown) => {
        tree().classList.toggle("reasons", shown);
        reasons?.setAttribute("aria-pressed", String(shown));
    };
    reasons?.addEventListener("click", () => {
        const shown = !tree().classList.contains("reasons");
        showReasons(shown);
        store("plan-reasons", shown);
    });

    document.addEventListener("click", (event) => {
        const all = event.target.closest("[data-fold]");
        if (all) foldAll(all.dataset.fold === "close");
        const one = event.target.closest(".fold");
        if (one) {
            const branch = one.closest(".branch");
            fold(branch, !branch.classList.contains("folded"));
            remember();
        }
    });
    window.addEventListener("hashchange", reveal);
    restore();
    reveal();

    // What the page says: at the foot of the window, and aloud.
    const words = JSON.parse(document.getElementById("tree-words").textContent);
    const bar = document.getElementById("tree-bar");
    const say = (text, isWrong = false) => {
        const said = document.createElement("span");
        said.textContent = text;
        bar.replaceChildren(said);
        bar.classList.toggle("wrong", isWrong);
    };
    const fill = (html) => {
        bar.innerHTML = html;
        bar.classList.remove("wrong");
    };

    // Asks the server, and always answers: with `ok`, or with a text that says why not.
    const post = async (address, fields) => {
        const body = new URLSearchParams({csrfmiddlewaretoken: token(), ...fields});
        let answer;
        try {
            const found = await fetch(address, {method: "POST", body, headers: {Accept: "application/json"}});
            answer = {...await found.json(), ok: found.ok};
        } catch {
            return {ok: false, code: "unreachable", errors: {}, text: words.unreachable};
        }
        return {text: Object.values(answer.errors ?? {}).flat().join(" "), ...answer};
    };
    const token = () => document.querySelector("[name=csrfmiddlewaretoken]").value;

    // The tree as it stands on the server now; what is folded stays so, and the keys stay where they were.
    const refresh = async (node) => {
        const found = await fetch(location.pathname, {headers: {Accept: "text/html"}});
        const page = new DOMParser().parseFromString(await found.text(), "text/html");
        if (!page.getElementById("plan-tree")) return;
        for (const part of ["#plan-tree", ".score", ".counts"]) {
            const now = page.querySelector(part);
            if (now) document.querySelector(part)?.replaceWith(document.adoptNode(now));
        }
        restore();
        const held = node && tree().querySelector(`[data-node="${CSS.escape(node)}"]`);
        if (!held) return;
        unfoldAround(held);
        held.querySelector(".grip")?.focus({preventScroll: true});
        held.scrollIntoView({block: "nearest"});
    };

    // Up and down the tree, and in and out of it, on the handles.
    const shown = () => [...tree().querySelectorAll(".grip")].filter((grip) => grip.offsetParent);
    document.addEventListener("keydown", (event) => {
        const grip = event.target.closest?.(".grip");
        if (event.key === "?" && !event.target.closest?.("input, textarea, select")) document.getElementById("tree-keys")?.showModal();
        if (!grip || event.altKey || event.ctrlKey || event.metaKey) return;
        const branch = grip.closest("[data-node]");
        const way = {ArrowUp: -1, ArrowDown: 1}[event.key];
        if (way) {
            const grips = shown();
            grips[grips.indexOf(grip) + way]?.focus();
        } else if ((event.key === "ArrowLeft" || event.key === "ArrowRight") && branch.classList.contains("folds")) {
            fold(branch, event.key === "ArrowLeft");
            remember();
        } else return;
        event.preventDefault();
    });
    document.querySelector("[data-keys]")?.addEventListener("click", () => document.getElementById("tree-keys").showModal());

    return {tree, fold, unfoldAround, remember, words, say, fill, post, refresh};
})();
