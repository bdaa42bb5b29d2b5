"use strict";

// Folds or unfolds the whole tree of a plan.
document.addEventListener("click", (event) => {
    const fold = event.target.closest("[data-fold]");
    if (!fold) return;
    document.querySelectorAll(".tree details").forEach((branch) => {
        branch.open = fold.dataset.fold === "open";
    });
});

// A link to a task or target within a plan unfolds what it stands in.
const reveal = () => {
    const found = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    for (let branch = found; branch; branch = branch.parentElement) {
        if (branch.tagName === "DETAILS") branch.open = true;
    }
};
window.addEventListener("hashchange", reveal);
document.addEventListener("DOMContentLoaded", reveal);

// A form that was refused opens at the first field with an error.
window.addEventListener("load", () => {
    const wrong = document.querySelector(".field-line.errors, td.errors, .question.wrong");
    if (!wrong) return;
    wrong.scrollIntoView({block: "center"});
    wrong.querySelector("input:not([type=hidden]), select, textarea")?.focus({preventScroll: true});
});

// What was saved needs no draft any more; the server names the page it saved in a cookie that lives a minute.
document.addEventListener("DOMContentLoaded", () => {
    const saved = document.cookie.match(/(?:^|; )pt_saved=([^;]*)/);
    if (!saved) return;
    const [user, page] = decodeURIComponent(saved[1]).split("|");
    localStorage.removeItem(`pt-draft:${user}:${page}`);
    document.cookie = "pt_saved=; max-age=0; path=/admin/; samesite=lax";
});
