"use strict";

// What the theme's controls lack for the keyboard and for screen readers: names, roles, and keys that press them.
(() => {
    const bare = (text) => (text ?? "").trim().replace(/[*:：]$/, "").trim();
    const nameOf = (control) => {
        const label = control.id && document.querySelector(`label[for="${CSS.escape(control.id)}"]`);
        const cell = control.closest("td");
        const head = cell?.closest("table")?.querySelectorAll("thead th")[cell.cellIndex];
        return bare(label?.textContent) || bare(head?.firstChild?.textContent) || bare(head?.textContent) || control.dataset.placeholder || control.name;
    };

    // In a table the head of the column is the label.
    const nameCells = () => {
        document.querySelectorAll("[data-inline-formset] :is(input:not([type=hidden]), select, textarea):not([aria-label])").forEach((control) => {
            if (!control.labels?.length) control.setAttribute("aria-label", nameOf(control));
        });
    };

    // Rows chosen by typing: the visible box stands for a hidden list, and gets the name of that.
    const nameSearches = () => {
        document.querySelectorAll("select.select2-hidden-accessible").forEach((select) => {
            const box = select.nextElementSibling;
            const name = nameOf(select);
            box?.querySelectorAll(".select2-selection, .select2-selection__rendered, .select2-search__field").forEach((part) => {
                part.removeAttribute("aria-labelledby");
                const chosen = part.matches(".select2-selection") ? select.selectedOptions[0]?.text.trim() ?? "" : "";
                part.setAttribute("aria-label", chosen ? `${name}: ${chosen}` : name);
            });
        });
    };

    const more = () => document.getElementById("page")?.dataset.more ?? "";

    // A press on what is no button, such as the theme's way to its filters.
    const pressables = () => {
        document.querySelectorAll(":is(a:not([href]), span, div, li)[x-on\\:click]").forEach((part) => {
            if (part.hasAttribute("tabindex") || part.querySelector("a, button, input, select, textarea")) return;
            part.tabIndex = 0;
            part.setAttribute("role", "button");
        });
        document.querySelectorAll(".material-symbols-outlined:not([aria-hidden])").forEach((icon) => {
            const only = icon.parentElement?.matches("a, button, [role=button]") && !icon.parentElement.innerText.replace(icon.innerText, "").trim();
            const words = icon.parentElement?.title || icon.title;
            icon.setAttribute("aria-hidden", "true");
            if (only && !icon.parentElement.hasAttribute("aria-label")) icon.parentElement.setAttribute("aria-label", words || more());
        });
    };
    document.addEventListener("keydown", (event) => {
        if ((event.key === "Enter" || event.key === " ") && event.target.matches("[x-on\\:click][role=button]:not(button)")) {
            event.preventDefault();
            event.target.click();
        }
    });

    let isDue = false;
    const mend = () => { isDue = false; nameCells(); nameSearches(); pressables(); };
    const soon = () => { if (!isDue) { isDue = true; requestAnimationFrame(mend); } };
    // Such controls come late and with every row that is added.
    document.addEventListener("DOMContentLoaded", () => {
        new MutationObserver(soon).observe(document.body, {childList: true, subtree: true});
        soon();
    });
    document.addEventListener("change", (event) => { if (event.target.matches("select")) soon(); });
})();
