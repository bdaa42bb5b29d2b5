"use strict";

// Typing in the tree: new nodes one after the other, another name or number for one that stands.
(() => {
    const {tree, fold, say, post} = window.planTree;
    if (!tree().dataset.move) return;
    const template = document.getElementById("type-node");
    let open = null;

    const close = () => {
        if (!open) return;
        const {form, back} = open;
        open = null;
        form.remove();
        back?.();
    };
    const show = (form, spot, options) => {
        close();
        spot(form);
        open = {form, ...options};
        form.elements.name.focus();
    };
    const typed = (kind) => {
        const form = template.content.firstElementChild.cloneNode(true);
        form.querySelectorAll("[data-only]").forEach((part) => {
            if (part.dataset.only !== kind) part.remove();
        });
        return form;
    };
    const mark = (form, answer) => {
        form.querySelectorAll(".told").forEach((each) => each.remove());
        form.querySelectorAll("[aria-invalid]").forEach((each) => each.removeAttribute("aria-invalid"));
        const told = document.createElement("p");
        told.className = "told errorlist";
        told.setAttribute("role", "alert");
        const named = Object.keys(answer.errors ?? {}).filter((name) => form.elements[name]);
        told.textContent = Object.entries(answer.errors ?? {}).map(([name, texts]) => {
            const label = form.elements[name]?.getAttribute?.("aria-label");
            return label ? `${label}: ${texts.join(" ")}` : texts.join(" ");
        }).join(" ") || answer.text;
        named.forEach((name) => form.elements[name].setAttribute("aria-invalid", "true"));
        form.append(told);
        form.elements[named[0] ?? "name"].focus();
    };

    // A new node
    const add = (place, kind) => {
        const form = typed("new");
        form.elements.kind.value = kind;
        const spot = place.after ? (each) => place.after.after(each) : (each) => place.room.append(each);
        show(form, spot, {place, back: () => place.branch?.querySelector(".grip")?.focus()});
        form.scrollIntoView({block: "nearest"});
    };
    const branchOf = (element) => element.closest(".branch");
    const below = (branch) => {
        if (branch) fold(branch, false);
        const room = branch ? branch.querySelector(":scope > .below > .children") : tree().querySelector(":scope > .children");
        // The kind that the siblings have; without any, the one below that of the parent.
        const next = branch ? {action: "task", task: "step", step: "step"}[kindOf(branch)] : "action";
        add({branch, room}, kindOf(room.querySelector(":scope > .branch")) ?? next);
    };
    const kindOf = (branch) => branch && ["action", "task", "step"].find((kind) => branch.classList.contains(`kind-${kind}`));
    const after = (branch) => add({after: branch, branch}, kindOf(branch));

    const saveNew = async (form) => {
        const {place} = open;
        const fields = {...Object.fromEntries(new FormData(form))};
        if (place.after) fields.after = place.after.dataset.node;
        else if (place.branch) fields.parent = place.branch.dataset.node;
        const answer = await post(tree().dataset.add, fields);
        if (!answer.ok) return mark(form, answer);
        const holder = document.createElement("template");
        holder.innerHTML = answer.html;
        const node = holder.content.querySelector(".branch");
        form.before(node);
        document.querySelectorAll(".empty-plan").forEach((each) => each.remove());
        branchOf(node.parentElement)?.classList.add("folds");
        tree().dataset.seen = answer.seen;
        say(answer.said);
        after(node);
        return null;
    };

    // Another name
    const rename = (branch) => {
        const row = branch.querySelector(":scope > .row"), head = row.querySelector(":scope > .head");
        const form = typed("old");
        for (const name of ["number", "name", "name_en"]) form.elements[name].value = head.dataset[name] ?? "";
        form.elements.seen_version.value = branch.dataset.version;
        head.hidden = true;
        show(form, (each) => head.after(each), {branch, back: () => {
            head.hidden = false;
            row.querySelector(".grip").focus();
        }});
        form.elements.name.select();
    };
    const saveOld = async (form) => {
        const {branch} = open;
        const fields = {...Object.fromEntries(new FormData(form)), node: branch.dataset.node};
        const answer = await post(tree().dataset.name, fields);
        if (!answer.ok) {
            if (answer.version) form.elements.seen_version.value = answer.version;
            return mark(form, answer);
        }
        const head = branch.querySelector(":scope > .row > .head");
        Object.assign(head.dataset, {number: answer.number, name: answer.name, name_en: answer.name_en});
        head.querySelector(".number").textContent = answer.number;
        head.querySelector(".name").textContent = answer.shown;
        branch.dataset.version = answer.version;
        say(answer.said);
        close();
        return null;
    };

    document.addEventListener("submit", async (event) => {
        if (!event.target.matches(".type-node")) return;
        event.preventDefault();
        const form = event.target;
        if (form.dataset.busy) return;
        if (open.place && !form.elements.name.value.trim() && !form.elements.number.value.trim()) {
            close();
            return;
        }
        form.dataset.busy = "1";
        await (open.place ? saveNew(form) : saveOld(form));
        delete form.dataset.busy;
    });
    document.addEventListener("keydown", (event) => {
        if (event.key === "Escape" && open && open.form.contains(event.target)) {
            event.preventDefault();
            close();
            return;
        }
        const grip = event.target.closest?.(".branch > .row > .grip");
        if (!grip || event.altKey || event.ctrlKey || event.metaKey) return;
        const branch = branchOf(grip);
        const deeds = {
            F2: () => rename(branch),
            Enter: () => rename(branch),
            n: () => after(branch),
            b: () => below(branch),
            t: () => branch.querySelector(":scope > .row [data-add-target]").click(),
            m: () => branch.querySelector(":scope > .row [data-move-to]").click(),
        };
        if (!deeds[event.key]) return;
        event.preventDefault();
        deeds[event.key]();
    });
    document.addEventListener("dblclick", (event) => {
        const head = event.target.closest(".branch > .row > .head");
        if (head && !event.target.closest("a, button")) rename(branchOf(head));
    });
    document.addEventListener("click", (event) => {
        if (event.target.closest(".type-node [data-close]")) close();
        const link = event.target.closest("[data-add-node]");
        if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
        event.preventDefault();
        below(branchOf(link));
    });

    // What is typed and not saved is not left behind without a word.
    window.addEventListener("beforeunload", (event) => {
        if (open?.place && open.form.elements.name.value.trim()) event.preventDefault();
    });
    if (!tree().querySelector(".branch") && document.querySelector(".empty-plan")) below(null);
})();
