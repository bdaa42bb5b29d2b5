"use strict";

// What was typed into a sheet and not saved yet, kept in this browser for a week: cell by cell, whichever part of the
// sheet it was typed on. Each cell remembers that part, so that a reader can be led back to it.
const sheetDraft = (key) => {
    const week = 7 * 24 * 3600 * 1000;
    const read = () => {
        let kept = null;
        try { kept = JSON.parse(localStorage.getItem(key)); } catch { /* Not ours, or a browser that keeps nothing. */ }
        if (!kept || !Array.isArray(kept.cells) || !(Date.now() - kept.at < week)) return {at: 0, cells: [], said: {}};
        return {at: kept.at, cells: kept.cells, said: kept.said ?? {}};
    };
    const write = (cells, said) => {
        try {
            const views = new Set(cells.map((each) => each.view));
            said = Object.fromEntries(Object.entries(said).filter(([view]) => views.has(view)));
            if (cells.length) localStorage.setItem(key, JSON.stringify({at: Date.now(), cells, said}));
            else localStorage.removeItem(key);
        } catch { /* A browser that keeps nothing still saves. */ }
    };
    return {
        read,
        // These take the place of what was kept for the same cells, and of all cells that `isMine` claims; `said` is what
        // is said of all cells typed on the part `view`.
        keep(view, cells, isMine, said) {
            const places = new Set(cells.map((each) => each.place)), kept = read();
            const others = kept.cells.filter((each) => !places.has(each.place) && !isMine(each));
            write([...cells, ...others], {...kept.said, [view]: said});
        },
        forget(isMine) {
            const kept = read();
            write(kept.cells.filter((each) => !isMine(each)), kept.said);
        },
    };
};
