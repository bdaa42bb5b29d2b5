"use strict";

// The sheet of values: moving, editing, copying and pasting by keyboard. What is typed stays in the cells until the
// server has taken all of it; meanwhile a draft of it is kept in this browser.
document.addEventListener("DOMContentLoaded", () => {
    const root = document.querySelector("[data-sheet]");
    const form = document.getElementById("sheet");
    if (!root || !form) return;
    const words = JSON.parse(document.getElementById("sheet-words").textContent);
    const say = (name, ...parts) => parts.reduce((text, part) => text.replace("{}", () => part), words[name]);
    const rows = [...form.querySelectorAll("tbody tr")].map((row) => [...row.querySelectorAll("input.value")]);
    const inputs = rows.flat();
    const cells = new Map();
    rows.forEach((row, down) => row.forEach((input, across) => cells.set(input, {
        input, down, across, box: input.closest("td"), name: input.name, committed: input.value, more: {},
        fault: input.closest("td").querySelector(".fault").textContent, current: null, reading: "",
    })));
    const of = (input) => cells.get(input);
    const save = document.getElementById("save");
    const tally = form.querySelector(".tally");
    const panel = root.querySelector(".sheet-panel");
    const notes = root.querySelector(".sheet-notes");
    const faultList = root.querySelector(".sheet-faults");
    const part = (name) => form.elements.namedItem(name);
    const jQuery = window.django && window.django.jQuery;

    // What is changed

    const isChanged = (cell) => !cell.input.readOnly &&
        (cell.input.value.trim() !== cell.input.dataset.stored || Object.keys(cell.more).length > 0);
    const changed = () => [...cells.values()].filter(isChanged);
    const told = (cell) => ({cell: cell.name, text: cell.input.value, ...cell.more});

    const show = (cell) => {
        const is = isChanged(cell);
        if (!is) cell.fault = "";
        cell.box.classList.toggle("is-changed", is);
        cell.box.classList.toggle("is-wrong", cell.fault !== "");
        cell.box.querySelector(".fault").textContent = cell.fault;
        cell.input.toggleAttribute("aria-invalid", cell.fault !== "");
        cell.input.title = !is ? cell.input.value : cell.reading && !cell.fault ? say("reading", cell.reading) : "";
    };
    const count = () => {
        if (!save) return;
        const number = changed().length, wrong = [...cells.values()].filter((cell) => cell.fault).length;
        tally.replaceChildren(number ? say("changed", number) : words.unchanged);
        if (wrong) {
            const mark = document.createElement("span");
            mark.className = "wrong-count";
            mark.textContent = ` ✕ ${say("wrong", wrong)}`;
            tally.append(mark);
        }
        const why = part("why").closest(".question");
        why.hidden = !changed().some((cell) => cell.input.dataset.status === "verified") && !why.querySelector(".errorlist");
        listFaults();
    };

    // Undo and redo, by whole pastes

    const done = [], undone = [];
    const put = (changes, side) => {
        for (const [cell, before, after] of changes) {
            cell.input.value = cell.committed = side === "after" ? after : before;
            touched(cell);
        }
        changes[0]?.[0].input.focus();
        changes[0]?.[0].input.select();
    };
    const enter = (pairs) => {
        const changes = pairs.filter(([cell, text]) => cell.committed !== text || cell.input.value !== text)
            .map(([cell, text]) => [cell, cell.committed, text]);
        if (!changes.length) return;
        done.push(changes);
        undone.length = 0;
        for (const [cell, , text] of changes) {
            cell.input.value = cell.committed = text;
            touched(cell);
        }
    };
    const back = (from, to, side) => {
        const changes = from.pop();
        if (!changes) return;
        to.push(changes);
        put(changes, side);
    };

    // Checking on the server

    const waiting = new Set();
    let timer = 0, saves = 0;
    const touched = (cell) => {
        cell.fault = "";
        cell.current = null;
        cell.reading = "";
        if (isChanged(cell)) {
            if (!cell.input.value.trim() && cell.input.dataset.stored) cell.fault = words.kept;
            else waiting.add(cell);
        }
        show(cell);
        later();
        keepDraft();
    };
    const later = () => {
        count();
        clearTimeout(timer);
        if (waiting.size) timer = setTimeout(check, 350);
    };
    const body = (list) => {
        const data = new FormData();
        data.append("csrfmiddlewaretoken", part("csrfmiddlewaretoken").value);
        data.append("cells", JSON.stringify(list.map(told)));
        for (const name of ["reported_by", "citation", "note", "why"]) data.append(name, part(name)?.value ?? "");
        if (part("at_once")?.checked) data.append("at_once", "on");
        return data;
    };
    const post = async (address, list) => {
        const answer = await fetch(address, {method: "POST", body: body(list), headers: {Accept: "application/json"}});
        if (!(answer.headers.get("Content-Type") ?? "").startsWith("application/json")) throw new Error("signed_out");
        return answer.json();
    };
    const check = async () => {
        const asked = [...waiting].filter((cell) => isChanged(cell) && cell.input.value.trim());
        waiting.clear();
        if (!asked.length) return;
        const texts = new Map(asked.map((cell) => [cell.name, [cell, cell.input.value]]));
        const before = saves, answer = await post(root.dataset.check, asked).catch(() => null);
        // What a save has said of the cells meanwhile is newer, and says more.
        if (before !== saves) return;
        const still = (name) => {
            const [cell, text] = texts.get(name) ?? [];
            return cell && cell.input.value === text ? cell : null;
        };
        for (const each of answer?.read ?? []) {
            const cell = still(each.cell);
            if (cell && !cell.current) { cell.reading = each.reading; cell.fault = ""; show(cell); }
        }
        blame((answer?.faults ?? []).filter((each) => still(each.cell)));
        tellReading();
    };
    const checkAll = () => {
        changed().forEach((cell) => waiting.add(cell));
        later();
    };
    const blame = (faults) => {
        const named = new Map([...cells.values()].map((cell) => [cell.name, cell]));
        const foreign = [];
        for (const fault of faults) {
            const cell = named.get(fault.cell);
            if (!cell) { foreign.push(fault); continue; }
            cell.fault = fault.reason;
            cell.current = fault.current ?? null;
            show(cell);
        }
        count();
        return foreign;
    };

    // The list above the table

    const button = (text, act) => {
        const made = document.createElement("button");
        made.type = "button";
        made.className = "button";
        made.textContent = text;
        made.addEventListener("click", act);
        return made;
    };
    let foreign = [];
    const listFaults = () => {
        const list = faultList.querySelector("ul"), wrong = [...cells.values()].filter((cell) => cell.fault);
        list.replaceChildren(...wrong.map(faultLine), ...foreign.map((fault) => {
            const line = document.createElement("li");
            line.textContent = `${fault.place ?? ""} ${fault.reason}`;
            return line;
        }));
        faultList.hidden = !list.children.length && !faultList.querySelector(".errorlist");
    };
    const faultLine = (cell) => {
        const line = document.createElement("li"), link = document.createElement("a");
        link.href = `#${cell.input.id}`;
        link.textContent = cell.input.getAttribute("aria-label");
        link.addEventListener("click", (event) => { event.preventDefault(); cell.input.focus(); });
        line.append(link, ` ${cell.input.value ? `“${cell.input.value}” ` : ""}${cell.fault}`);
        if (cell.current) line.append(button(words.theirs, () => settle(cell, true)), button(words.mine, () => settle(cell, false)));
        return line;
    };
    // Someone else's value stands here now: take it, or type over it knowing what it is.
    const settle = (cell, takes) => {
        const {seen, text} = cell.current;
        cell.name = `${cell.input.id}.${seen}`;
        cell.input.dataset.stored = text;
        cell.input.dataset.status = cell.current.status;
        if (takes) cell.more = {};
        enter([[cell, takes ? text : cell.input.value]]);
        touched(cell);
        cell.input.focus();
    };
    const note = (...lines) => {
        notes.replaceChildren(...lines.map((line) => {
            const paragraph = document.createElement("p");
            paragraph.append(...[line].flat());
            return paragraph;
        }));
        notes.hidden = !lines.length;
    };

    // Moving and choosing

    let anchor = null, focused = null, editing = false;
    const picked = () => {
        if (!focused) return [];
        const from = of(anchor ?? focused), to = of(focused);
        const across = [Math.min(from.across, to.across), Math.max(from.across, to.across)];
        const down = [Math.min(from.down, to.down), Math.max(from.down, to.down)];
        return rows.slice(down[0], down[1] + 1).map((row) => row.slice(across[0], across[1] + 1).map(of));
    };
    const showPicked = () => {
        const block = picked().flat();
        for (const cell of cells.values()) cell.box.classList.toggle("is-picked", block.length > 1 && block.includes(cell));
    };
    const at = (down, across) => rows[Math.max(0, Math.min(down, rows.length - 1))]?.[Math.max(0, Math.min(across, rows[0].length - 1))];
    const go = (input, extends_) => {
        if (!input) return;
        if (!extends_) anchor = input;
        input.focus();
        input.scrollIntoView({block: "nearest", inline: "nearest"});
    };
    const step = (down, across, extends_) => go(at(of(focused).down + down, of(focused).across + across), extends_);
    const commit = () => {
        editing = false;
        if (focused && of(focused).committed !== focused.value) enter([[of(focused), focused.value.trim()]]);
    };
    const tellReading = () => {
        const place = form.querySelector(".sheet-reading");
        if (place) place.textContent = focused && isChanged(of(focused)) ? focused.title : "";
    };

    form.addEventListener("focusin", (event) => {
        if (!cells.has(event.target)) return;
        focused = event.target;
        if (!anchor || !shifting) anchor = focused;
        editing = false;
        focused.select();
        showPicked();
        showPanel();
        tellReading();
    });
    form.addEventListener("focusout", (event) => { if (cells.has(event.target)) commit(); });
    form.addEventListener("input", (event) => {
        if (!cells.has(event.target)) return;
        editing = true;
        const cell = of(event.target);
        cell.fault = "";
        show(cell);
        count();
    });
    let shifting = false, dragging = false;
    form.addEventListener("pointerdown", (event) => {
        shifting = event.shiftKey && focused !== null && cells.has(event.target);
        dragging = cells.has(event.target) && event.pointerType === "mouse";
        if (shifting) event.preventDefault(), event.target.focus();
        else if (event.target === focused) editing = true;
        else if (cells.has(event.target)) anchor = event.target;
        shifting = false;
    });
    form.addEventListener("pointerover", (event) => {
        const input = event.target.closest?.("td")?.querySelector("input.value");
        if (!dragging || event.buttons !== 1 || !input || input === focused) return;
        shifting = true;
        input.focus();
        shifting = false;
    });
    document.addEventListener("pointerup", () => { dragging = false; });
    form.addEventListener("mouseup", (event) => {
        if (cells.has(event.target) && !editing) event.preventDefault();
    });

    const keys = {
        ArrowUp: (event) => { commit(); step(-1, 0, event.shiftKey); return true; },
        ArrowDown: (event) => { commit(); step(1, 0, event.shiftKey); return true; },
        ArrowLeft: (event) => !editing && (step(0, -1, event.shiftKey), true),
        ArrowRight: (event) => !editing && (step(0, 1, event.shiftKey), true),
        Home: (event) => !editing && (go(at(of(focused).down, 0), event.shiftKey), true),
        End: (event) => !editing && (go(at(of(focused).down, Infinity), event.shiftKey), true),
        Enter: (event) => { commit(); step(event.shiftKey ? -1 : 1, 0); return true; },
        Tab: (event) => {
            commit();
            const next = inputs[inputs.indexOf(focused) + (event.shiftKey ? -1 : 1)];
            if (next) go(next);
            return Boolean(next);
        },
        F2: () => {
            editing = true;
            focused.setSelectionRange(focused.value.length, focused.value.length);
            return true;
        },
        Escape: () => {
            const cell = of(focused);
            if (editing || focused.value !== cell.committed) {
                focused.value = cell.committed;
                editing = false;
                touched(cell);
                focused.select();
            } else if (panel && !panel.hidden) closePanel();
            else if (anchor !== focused) { anchor = focused; showPicked(); }
            else (save ?? root.querySelector("a")).focus();
            return true;
        },
        Delete: () => {
            const block = picked().flat().filter((cell) => !cell.input.readOnly);
            if (editing || block.length < 2) return false;
            enter(block.map((cell) => [cell, ""]));
            return true;
        },
    };
    keys.Backspace = keys.Delete;
    const commands = {
        s: () => { save?.click(); return true; },
        i: () => {
            if (panel.hidden) openPanel();
            else (of(focused).input.readOnly ? panel : panel.querySelector("[name^=more-]") ?? panel).focus();
            return true;
        },
        z: (event) => !isTyping() && (event.shiftKey ? back(undone, done, "after") : back(done, undone, "before"), true),
        y: () => !isTyping() && (back(undone, done, "after"), true),
        a: () => {
            if (editing) return false;
            anchor = rows[0][0];
            shifting = true;
            at(Infinity, Infinity).focus();
            shifting = false;
            return true;
        },
        " ": () => {
            const tick = of(focused).box.querySelector("[name=pick]");
            if (tick) { tick.checked = !tick.checked; countPicks(); }
            return true;
        },
    };
    const isTyping = () => editing && focused.value !== of(focused).committed;
    form.addEventListener("keydown", (event) => {
        // While Chinese is being put together, every key belongs to that.
        if (!cells.has(event.target) || event.isComposing || event.keyCode === 229) return;
        const isCommand = (event.ctrlKey || event.metaKey) && !event.altKey;
        const act = isCommand ? commands[event.key.toLowerCase()] : event.altKey ? null : keys[event.key];
        shifting = event.shiftKey && event.key.startsWith("Arrow") || event.shiftKey && ["Home", "End"].includes(event.key);
        if (act && act(event)) event.preventDefault();
        shifting = false;
    });

    // Copying and pasting

    form.addEventListener("copy", (event) => {
        if (!cells.has(event.target) || editing) return;
        event.clipboardData.setData("text/plain", sheetText.write(picked().map((row) => row.map((cell) => cell.input.value))));
        event.preventDefault();
    });
    form.addEventListener("paste", (event) => {
        if (!cells.has(event.target)) return;
        const text = event.clipboardData.getData("text/plain");
        if (editing && !/[\t\n]/.test(text)) return;
        event.preventDefault();
        paste(sheetText.parse(text));
    });
    // How tables say that there is no figure: a dash, dots, a stroke, N/A.
    const isNothing = (text) => /^(?:[-–—―－]+|…+|\.{2,}|\/|#?N\/?A)?$/i.test(text);
    const paste = (block) => {
        const chosen = picked(), start = chosen[0][0], pairs = [], outside = [];
        let without = 0;
        if (block.length === 1 && block[0].length === 1) {
            chosen.flat().forEach((cell) => (cell.input.readOnly ? outside.push(block[0][0]) : pairs.push([cell, block[0][0]])));
        } else {
            block.forEach((line, down) => line.forEach((text, across) => {
                const cell = of(rows[start.down + down]?.[start.across + across]);
                if (cell && !cell.input.readOnly && !isNothing(text)) pairs.push([cell, text]);
                else if (cell && isNothing(text)) without += text !== "" || cell.input.value !== "" ? 1 : 0;
                else if (text) outside.push(text);
            }));
        }
        enter(pairs);
        editing = false;
        anchor = start.input;
        shifting = true;
        (of(pairs.at(-1)?.[0].input) ?? start).input.focus();
        shifting = false;
        const lines = pairs.length > 1 ? [say("pasted", pairs.length)] : [];
        if (without) lines.push(say("without", without));
        if (outside.length) lines.push(say("outside", outside.join(" · ")));
        note(...lines);
    };

    // Details of a cell

    let shownFor = null;
    const openPanel = () => {
        panel.hidden = false;
        shownFor = null;
        root.classList.add("has-panel");
        focused?.scrollIntoView({block: "nearest", inline: "nearest"});
        showPanel();
    };
    const closePanel = () => {
        panel.hidden = true;
        root.classList.remove("has-panel");
        focused?.focus();
    };
    const showPanel = async () => {
        if (!panel || panel.hidden || !focused || shownFor === focused) return;
        const input = shownFor = focused, known = panel.querySelector(".panel-known");
        fillMore(of(input));
        const answer = await fetch(`${input.dataset.details}&bare=1`).catch(() => null);
        const text = answer?.ok ? await answer.text() : null;
        if (shownFor !== input) return;
        if (text === null) known.textContent = words.no_details;
        else known.innerHTML = text;
    };
    const moreFields = panel ? [...panel.querySelectorAll("[name^=more-]")] : [];
    const fill = (field, value, text) => {
        const isList = field.tagName === "SELECT";
        if (isList && value && ![...field.options].some((each) => each.value === value)) field.append(new Option(text || value, value));
        field.value = value;
        if (isList && jQuery) jQuery(field).trigger("change.select2");
    };
    const fillMore = (cell) => {
        panel.querySelector(".panel-more")?.toggleAttribute("hidden", cell.input.readOnly);
        for (const field of moreFields) {
            const name = field.name.slice(5);
            fill(field, cell.more[name] ?? "", cell.more[`${name}_text`]);
        }
    };
    const takeMore = (field) => {
        const cell = shownFor && of(shownFor), name = field.name.slice(5);
        if (!cell) return;
        if (field.value) cell.more[name] = field.value;
        else delete cell.more[name];
        if (field.tagName === "SELECT") {
            if (field.value) cell.more[`${name}_text`] = field.selectedOptions[0]?.textContent ?? "";
            else delete cell.more[`${name}_text`];
        }
        touched(cell);
    };
    for (const field of moreFields) {
        if (field.tagName === "SELECT" && jQuery) jQuery(field).on("change", () => takeMore(field));
        else field.addEventListener("change", () => takeMore(field));
    }
    panel?.querySelector(".panel-close").addEventListener("click", closePanel);
    panel?.addEventListener("keydown", (event) => {
        const key = (event.ctrlKey || event.metaKey) && event.key.toLowerCase();
        if (event.key === "Escape") closePanel();
        else if (key === "i") focused?.focus();
        else if (key === "s") save?.click();
        if (key === "i" || key === "s") event.preventDefault();
    });
    form.addEventListener("click", (event) => {
        const link = event.target.closest(".more");
        if (!link) return;
        event.preventDefault();
        link.closest("td").querySelector("input.value").focus();
        openPanel();
    });
    for (const link of form.querySelectorAll("td .more, td [name=pick]")) link.tabIndex = -1;

    // Saving

    let leaving = false;
    form.addEventListener("submit", async (event) => {
        event.preventDefault();
        commit();
        const list = changed();
        if (!list.length) return note(words.unchanged);
        clearTimeout(timer);
        waiting.clear();
        saves++;
        save.disabled = true;
        tally.textContent = words.saving;
        try {
            const answer = await post(form.action, list);
            if (answer.saved) { leave(); return; }
            refuse(answer);
        } catch (error) {
            note(say("failed", error.message === "signed_out" ? words.signed_out : words.network));
        }
        save.disabled = false;
        count();
    });
    const leave = () => {
        leaving = true;
        const untaken = new Set(offered.map((each) => each.place));
        draft.forget((each) => document.getElementById(each.place) !== null && !untaken.has(each.place));
        if (focused) sessionStorage.setItem("sheet-focus", focused.id);
        location.reload();
    };
    const refuse = (answer) => {
        root.querySelectorAll(".sheet-bar .errorlist, .sheet-faults .errorlist").forEach((each) => each.remove());
        for (const [name, texts] of Object.entries(answer.errors ?? {})) {
            const list = document.createElement("ul"), place = part(name);
            list.className = "errorlist";
            list.append(...texts.map((text) => Object.assign(document.createElement("li"), {textContent: text})));
            if (place) place.closest(".question").append(list);
            else faultList.querySelector("ul").before(list);
            if (place) place.closest("details")?.setAttribute("open", "");
        }
        foreign = blame(answer.faults ?? []);
        count();
        const first = Object.keys(answer.errors ?? {}).map(part).find(Boolean);
        // The list names what is wrong where, and has the choice between two values.
        (faultList.querySelector("li a") ?? first)?.focus();
    };
    window.addEventListener("beforeunload", (event) => {
        commit();
        writeDraft();
        if (!leaving && changed().length) event.preventDefault();
    });
    for (const name of ["reported_by", "citation"]) {
        if (part(name) && jQuery) jQuery(part(name)).on("change", checkAll);
    }
    part("at_once")?.addEventListener("change", checkAll);

    // A draft in this browser

    const draft = sheetDraft(`sheet:${root.dataset.user}:${location.pathname}`);
    const view = form.getAttribute("action");
    const forAll = ["reported_by", "citation", "note", "why"];
    let offered = [], draftTimer = 0;
    const isHere = (each) => document.getElementById(each.place) !== null || each.view === view;
    const saidOfAll = () => Object.fromEntries(forAll.map(part).filter((field) => field?.value)
        .map((field) => [field.name, [field.value, field.selectedOptions?.[0]?.textContent ?? ""]]));
    const keepDraft = () => {
        clearTimeout(draftTimer);
        draftTimer = setTimeout(writeDraft, 250);
    };
    const writeDraft = () => {
        if (leaving || !save) return;
        const kept = changed().map((cell) => ({...told(cell), place: cell.input.id, view}));
        const untaken = new Set(offered.map((each) => each.place));
        draft.keep(view, kept, (each) => isHere(each) && !untaken.has(each.place), saidOfAll());
    };
    const offerDraft = () => {
        if (!save) return;
        const found = draft.read(), lines = [];
        offered = found.cells.filter(isHere);
        if (offered.length) {
            const time = new Date(found.at).toLocaleString(document.documentElement.lang, {dateStyle: "short", timeStyle: "short"});
            lines.push([say("draft", time, offered.length), button(words.restore, () => restore(found.said)), button(words.drop, drop)]);
        }
        const elsewhere = found.cells.filter((each) => !isHere(each)).map((each) => each.view);
        for (const other of new Set(elsewhere)) lines.push(otherPart(other, elsewhere.filter((each) => each === other).length));
        if (lines.length) note(...lines);
    };
    const otherPart = (address, number) => {
        const link = document.createElement("a");
        // An address of this page and no other, whatever stands in the browser's store.
        link.href = `?${String(address).replace(/^\?/, "")}`;
        link.textContent = words.open_part;
        return [`${say("other_part", number)} `, link];
    };
    const drop = () => {
        offered = [];
        writeDraft();
        note();
    };
    const restore = (said) => {
        const pairs = [], lost = [];
        for (const {place, view: _, cell: name, text, ...more} of offered) {
            const cell = of(document.getElementById(place));
            if (!cell || cell.input.readOnly) { lost.push(text); continue; }
            // The name tells which value was seen then; if another one has come, the server says so.
            cell.name = name;
            cell.more = more;
            pairs.push([cell, text]);
        }
        const ofAll = Object.assign({}, ...offered.map((each) => said[each.view]));
        offered = [];
        for (const [name, [value, text]] of Object.entries(ofAll)) {
            if (part(name) && !part(name).value) fill(part(name), value, text);
        }
        enter(pairs);
        pairs.forEach(([cell]) => touched(cell));
        note(...(lost.length ? [say("lost", lost.join(" · "))] : []));
        pairs[0]?.[0].input.focus();
    };

    // Reviewing

    const review = document.getElementById("review");
    const picks = [...document.querySelectorAll("[name=pick]")];
    const countPicks = () => {
        const ticked = picks.filter((each) => each.checked).length;
        for (const each of review?.querySelectorAll("button[name=do]") ?? []) {
            each.textContent = ticked ? say(each.value, ticked) : say(`${each.value}_all`, picks.length);
        }
    };
    picks.forEach((each) => each.addEventListener("change", countPicks));
    countPicks();
    if (review) review.querySelector(".chosen")?.remove();

    // At the start

    const first = sessionStorage.getItem("sheet-focus");
    sessionStorage.removeItem("sheet-focus");
    for (const cell of cells.values()) show(cell);
    count();
    offerDraft();
    // The running period stands at the end, and is what one comes for.
    const scroll = form.querySelector(".sheet-scroll");
    const shade = () => scroll.classList.toggle("is-scrolled", scroll.scrollLeft > 0);
    scroll.addEventListener("scroll", shade, {passive: true});
    scroll.scrollLeft = 1e6;
    of(document.getElementById(first ?? ""))?.input.focus();
});
