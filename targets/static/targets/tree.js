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

    return {tree, fold, unfoldAround, remember, restore, reveal};
})();
