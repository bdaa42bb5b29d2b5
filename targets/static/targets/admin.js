"use strict";

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
