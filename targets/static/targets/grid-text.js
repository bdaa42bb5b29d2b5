"use strict";

// Blocks of cells as spreadsheets put them on the clipboard: tabs between cells, line ends between rows, and quotes
// around a cell that holds a tab, a line end or a quote.
const sheetText = {
    parse(text) {
        const rows = [[]];
        let cell = "", quoted = false, place = 0;
        const endCell = () => { rows[rows.length - 1].push(cell); cell = ""; };
        for (; place < text.length; place++) {
            const sign = text[place];
            if (quoted) {
                if (sign !== '"') cell += sign;
                else if (text[place + 1] === '"') { cell += '"'; place++; }
                else quoted = false;
            } else if (sign === '"' && cell === "" && sheetText.closes(text, place)) quoted = true;
            else if (sign === "\t") endCell();
            else if (sign === "\n" || sign === "\r") {
                if (sign === "\r" && text[place + 1] === "\n") place++;
                endCell();
                rows.push([]);
            } else cell += sign;
        }
        endCell();
        // What comes from a spreadsheet ends with a line end; the empty row after it is none.
        if (rows.length > 1 && rows[rows.length - 1].every((each) => each === "")) rows.pop();
        return rows.map((row) => row.map((each) => each.replace(/\s+/g, " ").trim()));
    },

    // A quote opens a cell only if another one ends it just before a tab or a line end.
    closes(text, place) {
        return /^"(?:[^"]|"")*"(?:[\t\r\n]|$)/.test(text.slice(place));
    },

    write(rows) {
        const cell = (text) => (/[\t\r\n"]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
        return rows.map((row) => row.map(cell).join("\t")).join("\n");
    },
};
