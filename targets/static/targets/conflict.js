"use strict";

// All fields from one side at once; without scripts the server does the same.
document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-take]");
    if (!button) return;
    event.preventDefault();
    document.querySelectorAll(`.clash input[type=radio][value=${button.dataset.take}]`).forEach((radio) => {
        radio.checked = true;
    });
    document.querySelector(".done button")?.focus();
});
