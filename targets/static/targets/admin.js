"use strict";

// A form that was refused opens at the first field with an error.
window.addEventListener("load", () => {
    const wrong = document.querySelector(".field-line.errors, td.errors, .question.wrong");
    if (!wrong) return;
    wrong.scrollIntoView({block: "center"});
    wrong.querySelector("input:not([type=hidden]), select, textarea")?.focus({preventScroll: true});
});
