"use strict";

// The slash goes to the search box of the list from anywhere but a field; the theme's own key needs its menus loaded.
document.addEventListener("keydown", (event) => {
    const box = document.getElementById("searchbar");
    const inField = event.target.closest("input, textarea, select, [contenteditable]");
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || inField || !box) return;
    event.preventDefault();
    box.focus();
    box.select();
});
