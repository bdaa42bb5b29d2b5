"use strict";

// The form of a target: asks while it is typed what it means, and fills in what the text says.
// What the editor typed is never replaced. Nothing is saved before the editor saves.
(() => {
    const entry = document.querySelector(".entry[data-propose]");
    const form = entry?.closest("form");
    if (!form) return;
    const WAIT = 300; // milliseconds between a stroke and the question
    const PATIENCE = 3000; // milliseconds for which a save waits for an answer
    const texts = entry.dataset;
    const base = JSON.parse(texts.base);
    const aside = entry.querySelector(".entry-aside");
    const help = entry.querySelector(".entry-help");
    const touchedField = form.elements.touched;
    const touched = new Set((touchedField?.value || "").split(",").filter(Boolean));
    let proposed = {}; // by field, what the text says
    let before = null; // by field, what stood there before the last proposals
    let applying = false;
    let pending = false; // something was typed that no answer has been shown for
    let timer, running;

    // Reading and writing of fields, whatever they are

    const controls = (name) => [...form.querySelectorAll(`[name="${name}"]`)].filter((each) => each.type !== "hidden");
    const place = (name) => entry.querySelector(`[data-field="${name}"]`);
    const read = (name) => {
        const found = controls(name);
        if (found[0]?.type === "checkbox") return found.filter((each) => each.checked).map((each) => each.value);
        if (found[0]?.type === "radio") return found.find((each) => each.checked)?.value ?? "";
        return found[0]?.value ?? "";
    };
    const write = (name, value, text) => {
        const found = controls(name);
        if (!found.length) return;
        if (found[0].type === "checkbox") found.forEach((each) => { each.checked = value.includes(each.value); });
        else if (found[0].type === "radio") found.forEach((each) => { each.checked = each.value === value; });
        else {
            const isNew = found[0].tagName === "SELECT" && value && ![...found[0].options].some((each) => each.value === value);
            if (isNew) found[0].add(new Option(text ?? value, value));
            found[0].value = value;
        }
        django.jQuery(found[0]).trigger("change");
    };
    const same = (one, other) => JSON.stringify(one) === JSON.stringify(other);
    const silently = (deed) => {
        applying = true;
        try { deed(); } finally { applying = false; }
    };
    const touch = (name, is = true) => {
        if (is) touched.add(name); else touched.delete(name);
        if (touchedField) touchedField.value = [...touched].join(",");
    };

    // The question, and the answer

    const question = () => {
        const data = new FormData(form);
        for (const name of Object.keys(proposed)) {
            if (touched.has(name)) continue;
            data.delete(name);
            for (const value of [base[name] ?? ""].flat()) data.append(name, value);
        }
        return data;
    };
    const ask = async () => {
        running?.abort();
        const mine = running = new AbortController();
        pending = true;
        try {
            const answer = await fetch(texts.propose + location.search, {method: "POST", body: question(), signal: mine.signal});
            if (answer.redirected || answer.status === 403) return lost(texts.signedOut);
            if (!answer.ok) return lost(texts.lost);
            show(await answer.json());
        } catch (error) {
            if (error.name !== "AbortError") lost(texts.lost);
        } finally {
            if (running === mine) pending = false;
        }
    };
    const soon = () => {
        pending = true;
        clearTimeout(timer);
        timer = setTimeout(ask, WAIT);
    };
    const lost = (words) => {
        const line = document.createElement("p");
        line.className = "entry-lost";
        line.textContent = words;
        aside.querySelector(".entry-lost")?.remove();
        aside.prepend(line);
    };
    const show = (answer) => {
        aside.innerHTML = answer.aside;
        apply(answer);
        choose();
        tell(answer);
        fold();
    };
    const apply = (answer) => {
        Object.assign(base, answer.defaults ?? {});
        const values = answer.values ?? {};
        const names = new Set([...Object.keys(proposed), ...Object.keys(values), ...Object.keys(answer.defaults ?? {})]);
        const earlier = {};
        silently(() => names.forEach((name) => {
            if (touched.has(name)) return;
            const wanted = name in values ? values[name] : base[name] ?? "";
            const now = read(name);
            if (same(now, wanted)) return;
            earlier[name] = now;
            write(name, wanted, answer.labels?.[name]);
        }));
        if (Object.keys(earlier).length) before = earlier;
        proposed = values;
    };

    // What is said at the fields

    const tell = (answer) => {
        entry.querySelectorAll(".entry-field").forEach((field) => {
            const name = field.dataset.field;
            const isProposed = proposed[name]?.length > 0 && !touched.has(name) && same(read(name), proposed[name]);
            field.classList.toggle("proposed", isProposed);
            const note = field.querySelector(".entry-note");
            note.replaceChildren(...notes(name, answer, isProposed));
            note.hidden = !note.childNodes.length;
        });
        const wording = entry.querySelector(".entry-read");
        if (!wording) return;
        wording.innerHTML = answer.wording ?? "";
        if (before && answer.wording) wording.querySelector(".entry-undo")?.append(button(texts.undo, undo));
        wording.hidden = !answer.wording;
    };
    const notes = (name, answer, isProposed) => {
        const found = (answer.problems[name] ?? []).map((words) => span(words, "wrong-note"));
        if (isProposed && answer.notes?.[name]) found.push(span(answer.notes[name]));
        const hint = answer.hints?.[name];
        if (hint && !isProposed) {
            found.push(span(hint.words + " "), button(texts.take, () => take(name, hint.value, answer.labels?.[name])));
        }
        return found;
    };
    const span = (words, kind = "") => {
        const made = document.createElement("span");
        made.className = kind;
        made.textContent = words;
        return made;
    };
    const button = (words, deed) => {
        const made = document.createElement("button");
        made.type = "button";
        made.textContent = words;
        made.addEventListener("click", deed);
        return made;
    };
    const take = (name, value, text) => {
        silently(() => write(name, value, text));
        touch(name, false);
        ask();
    };
    const undo = () => {
        const earlier = before;
        before = null;
        silently(() => Object.entries(earlier).forEach(([name, value]) => {
            write(name, value);
            touch(name);
        }));
        ask();
    };

    // A folded part says what is in it; it opens when the text puts something there.
    const fold = () => entry.querySelectorAll("details.entry-set").forEach((set) => {
        const ticked = [...set.querySelectorAll("input[type=checkbox]:checked")].map((each) => each.closest("label")?.textContent.trim());
        set.querySelector(".fold-said").textContent = ticked.filter(Boolean).join(" · ");
        if (set.querySelector(".proposed :is(input, select):not([type=checkbox])")) set.open = true;
    });

    const choose = () => {
        const way = read("counted");
        if (way) entry.dataset.counted = way;
    };

    // Widgets tell of themselves in many ways, or not at all; what counts is whether the value is another one.
    const known = {};
    const look = (event) => {
        const name = event.target.name;
        if (!name || event.target.type === "hidden") return;
        const value = read(name);
        const changed = !same(known[name], value);
        known[name] = value;
        if (applying || !changed) return;
        if (name !== "wording") touch(name);
        choose();
        soon();
    };
    for (const each of form.elements) if (each.name) known[each.name] = read(each.name);
    django.jQuery(form).on("input change focusin focusout", look);

    entry.addEventListener("click", (event) => {
        const pick = event.target.closest("[data-pick]");
        if (!pick) return;
        const picked = JSON.parse(pick.dataset.pick);
        silently(() => Object.entries(picked.values).forEach(([name, value]) => {
            write(name, value, picked.labels?.[name]);
            touch(name);
        }));
        choose();
        ask();
    });

    entry.addEventListener("focusin", (event) => {
        const said = event.target.closest(".entry-field")?.querySelector(".entry-hint")?.textContent;
        help.textContent = said ?? "";
        help.hidden = !said;
    });

    document.addEventListener("keydown", (event) => {
        const press = (name) => {
            event.preventDefault();
            document.querySelector(`[name="${name}"]`)?.click();
        };
        if (event.ctrlKey && event.key === "Enter") press("_save");
        else if (event.altKey && event.code === "KeyN") press("_addanother");
        else if (event.altKey && event.code === "KeyW") {
            event.preventDefault();
            form.elements.wording.focus();
        }
    });

    // Who saves faster than the answer comes would save what the text said some strokes ago.
    form.addEventListener("submit", async (event) => {
        if (!pending) return;
        event.preventDefault();
        clearTimeout(timer);
        await Promise.race([ask(), new Promise((done) => { setTimeout(done, PATIENCE); })]);
        pending = false;
        form.requestSubmit(event.submitter);
    });

    // The boxes in which rows are chosen by typing are drawn by a library that does not name them.
    const name = () => entry.querySelectorAll(".entry-field .select2-selection").forEach((box) => {
        const label = box.closest(".entry-field").querySelector("label");
        label.id ||= `${box.closest(".entry-field").dataset.field}-label`;
        for (const each of [box, box.querySelector(".select2-selection__rendered")]) each?.setAttribute("aria-labelledby", label.id);
    });
    window.addEventListener("load", name);

    entry.classList.add("helped");
    choose();
    fold();
    if (form.elements.wording.value) ask();
    else if (!document.querySelector(".errorlist")) {
        // Later than the framework, which would begin at the plan.
        window.addEventListener("load", () => form.elements.wording.focus({preventScroll: true}));
    }
})();
