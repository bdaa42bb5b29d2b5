"use strict";

// Moving nodes and targets: by drag on their handle, or by its keys. The page shows the move at once; if the server
// refuses it, the tree is loaded anew as it stands there.
(() => {
    const {tree, unfoldAround, fold, remember, words, say, post, refresh, fill} = window.planTree;
    if (!tree().dataset.move) return;

    const isTarget = (node) => node.classList.contains("promise");
    const kin = (node) => (isTarget(node) ? ".promise" : ".branch");
    const branchOf = (node) => node.parentElement.closest(".branch");
    const room = (branch, node) => {
        const place = isTarget(node) ? "promises" : "children";
        if (branch) return branch.querySelector(`:scope > .below > .${place}`);
        return isTarget(node) ? tree().querySelector(".loose > .promises") : tree().querySelector(":scope > .children");
    };
    const beside = (node, way) => {
        let other = node[way];
        while (other && !other.matches(kin(node))) other = other[way];
        return other;
    };
    const marks = () => tree().querySelectorAll(".branch").forEach((branch) => {
        const holds = branch.querySelector(":scope > .below > * > [data-node]");
        branch.classList.toggle("folds", Boolean(holds));
        if (!holds) fold(branch, false);
    });

    // One request after the other: each is asked about the tree that the one before left.
    let queue = Promise.resolve();
    let round = 0;
    const send = (fields, node) => {
        const mine = round;
        queue = queue.then(async () => {
            if (mine !== round) return;
            const answer = await post(tree().dataset.move, {...fields, seen: tree().dataset.seen});
            if (!answer.ok) {
                round += 1;
                await refresh(fields.node);
                refuse(answer, fields);
                return;
            }
            tree().dataset.seen = answer.seen;
            fill(answer.bar);
            if (node.isConnected && fields.isFar) await refresh(fields.node);
        });
        return queue;
    };
    const refuse = (answer, fields) => {
        say(answer.text, true);
        if (answer.code !== "number_taken") return;
        const button = document.createElement("button");
        button.type = "button";
        button.className = "button";
        button.textContent = words.withoutNumber;
        button.addEventListener("click", () => send({...fields, number: "", isFar: true}, document.body));
        document.querySelector("#tree-bar").append(" ", button);
    };
    const settle = (node, from) => {
        marks();
        unfoldAround(node);
        remember();
        const parent = branchOf(node), next = beside(node, "nextElementSibling");
        send({
            node: node.dataset.node,
            parent: parent ? parent.dataset.node.split("-")[1] : "",
            before: next ? next.dataset.node : "",
            isFar: parent !== from || Boolean(tree().querySelector(".group")),
        }, node);
    };
    const put = (node, place, before) => {
        if (!place) return false;
        const from = branchOf(node), grip = node.querySelector(".grip");
        place.insertBefore(node, before);
        settle(node, from);
        grip.focus({preventScroll: true});
        node.scrollIntoView({block: "nearest"});
        return true;
    };

    // By keyboard
    const steps = {
        ArrowUp: (node) => {
            const other = beside(node, "previousElementSibling");
            if (other) return put(node, other.parentElement, other);
            return isTarget(node) && across(node, -1);
        },
        ArrowDown: (node) => {
            const other = beside(node, "nextElementSibling");
            if (other) return put(node, other.parentElement, other.nextElementSibling);
            return isTarget(node) && across(node, 1);
        },
        ArrowLeft: (node) => {
            const above = branchOf(node);
            if (!above) return false;
            if (isTarget(node)) return put(node, room(branchOf(above), node), null);
            return put(node, above.parentElement, above.nextElementSibling);
        },
        ArrowRight: (node) => {
            const other = isTarget(node) ? null : beside(node, "previousElementSibling");
            return other ? put(node, room(other, node), null) : false;
        },
    };
    // A target at the end of its task goes on to the task before or after.
    const across = (node, way) => {
        const all = [null, ...tree().querySelectorAll(".branch")];
        const at = all.indexOf(branchOf(node)) + way;
        if (at < 0 || at >= all.length) return false;
        const place = room(all[at], node);
        return put(node, place, way > 0 ? place?.firstElementChild ?? null : null);
    };
    document.addEventListener("keydown", (event) => {
        const grip = event.target.closest?.(".grip");
        if (!grip) return;
        if (event.altKey && steps[event.key]) {
            event.preventDefault();
            if (!steps[event.key](grip.closest("[data-node]"))) say(words.stays);
        } else if ((event.ctrlKey || event.metaKey) && event.key === "z") {
            event.preventDefault();
            document.querySelector("#undo button")?.click();
        }
    });

    // By drag
    let held = null;
    const drop = (x, y) => {
        const under = document.elementFromPoint(x, y);
        const found = under?.closest(isTarget(held.node) ? ".promise, .row, .loose" : ".row, .promise");
        if (!found || held.node.contains(found) || !tree().contains(found)) return null;
        const box = found.getBoundingClientRect(), part = (y - box.top) / box.height;
        if (isTarget(held.node)) {
            if (found.matches(".promise")) return {found, way: part < 0.5 ? "before" : "after", node: found};
            return {found, way: "into", node: found.closest(".branch")};
        }
        const branch = found.closest(".branch");
        if (!branch || found.matches(".promise")) return branch && {found, way: "into", node: branch};
        return {found, way: part < 0.3 ? "before" : part > 0.7 ? "after" : "into", node: branch};
    };
    const show = (spot) => {
        document.querySelectorAll(".drop").forEach((each) => each.classList.remove("drop", "drop-before", "drop-after", "drop-into"));
        spot?.found.classList.add("drop", `drop-${spot.way}`);
    };
    const letGo = () => {
        show(null);
        held?.node.classList.remove("held");
        document.body.classList.remove("dragging");
        held = null;
    };
    document.addEventListener("pointerdown", (event) => {
        const grip = event.target.closest(".grip");
        if (!grip || event.button) return;
        held = {node: grip.closest("[data-node]"), x: event.clientX, y: event.clientY, spot: null, moves: false};
        grip.setPointerCapture(event.pointerId);
    });
    document.addEventListener("pointermove", (event) => {
        if (!held) return;
        held.moves ||= Math.hypot(event.clientX - held.x, event.clientY - held.y) > 5;
        if (!held.moves) return;
        held.node.classList.add("held");
        document.body.classList.add("dragging");
        if (event.clientY < 70) scrollBy(0, -14);
        if (event.clientY > innerHeight - 70) scrollBy(0, 14);
        held.spot = drop(event.clientX, event.clientY);
        show(held.spot);
    });
    document.addEventListener("pointerup", () => {
        if (!held) return;
        const {node, spot, moves} = held;
        letGo();
        if (!moves || !spot) return;
        if (spot.way === "into") put(node, room(spot.node, node), null);
        else put(node, spot.node.parentElement, spot.way === "before" ? spot.node : spot.node.nextElementSibling);
    });
    document.addEventListener("pointercancel", letGo);
    document.addEventListener("keydown", (event) => {
        if (held && event.key === "Escape") letGo();
    });

    // Undo, without loading the page anew
    document.addEventListener("submit", async (event) => {
        if (event.target.id !== "undo" || !event.target.action.endsWith("/move/")) return;
        event.preventDefault();
        const fields = Object.fromEntries(new FormData(event.target));
        const answer = await post(event.target.action, fields);
        await refresh(fields.node);
        if (answer.ok) fill(answer.bar);
        else say(answer.text, true);
    });
})();
