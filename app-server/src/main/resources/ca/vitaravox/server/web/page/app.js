"use strict";
/* What pages do beyond HTML and htmx: the CSRF token, a session that ended, rows that are added, and where the focus goes. */

const csrfToken = () => (document.cookie.match(/(?:^|; )(?:__Host-)?vitaravox_csrf=([^;]+)/) || [])[1] || "";

document.addEventListener("htmx:configRequest", (event) => {
    event.detail.headers["X-CSRF-Token"] = csrfToken();
});

/* --- progress, and what cannot be reached --- */

let underWay = 0;
document.addEventListener("htmx:beforeRequest", (event) => {
    underWay += 1;
    document.body.classList.add("busy");
    const submitter = event.detail.requestConfig?.triggeringEvent?.submitter;
    submitter?.setAttribute("aria-busy", "true");
    trouble(null);
});
document.addEventListener("htmx:afterRequest", () => {
    underWay -= 1;
    if (underWay === 0) {
        document.body.classList.remove("busy");
        document.querySelectorAll("[aria-busy]").forEach((each) => each.removeAttribute("aria-busy"));
    }
});

function trouble(which) {
    const box = document.getElementById("trouble");
    box.hidden = !which;
    box.querySelectorAll("[data-trouble]").forEach((each) => (each.hidden = each.dataset.trouble !== which));
    if (which) box.focus();
}
document.addEventListener("htmx:sendError", () => trouble("unreachable"));
document.addEventListener("htmx:timeout", () => trouble("unreachable"));
document.addEventListener("htmx:responseError", (event) => {
    if (event.detail.xhr.status >= 500) trouble("broken");
    if (event.detail.xhr.status === 429) trouble("busy");
});

/* --- a session that ended: its form stays as it is, is asked to sign in, and goes on --- */

let waiting = null;

async function refresh() {
    if (!csrfToken()) return false;
    try {
        return (await fetch("/api/auth/refresh", {method: "POST", credentials: "same-origin"})).ok;
    } catch {
        return false;
    }
}

document.addEventListener("htmx:beforeOnLoad", (event) => {
    if (event.detail.xhr.status !== 401) return;
    event.preventDefault();
    const form = event.detail.elt;
    const submitter = event.detail.requestConfig?.triggeringEvent?.submitter;
    const goOn = () => form.requestSubmit(submitter || undefined);
    if (form.dataset.tried) {
        delete form.dataset.tried;
        askToSignIn(goOn);
        return;
    }
    form.dataset.tried = "yes";
    refresh().then((refreshed) => {
        if (refreshed) {
            goOn();
        } else {
            delete form.dataset.tried;
            askToSignIn(goOn);
        }
    });
});
document.addEventListener("htmx:afterOnLoad", (event) => delete event.detail.elt.dataset?.tried);

function askToSignIn(goOn) {
    waiting = goOn;
    const dialog = document.getElementById("sign-in-again");
    if (!dialog.open) dialog.showModal();
    dialog.querySelector("[name=password]").focus();
}

document.addEventListener("signed-in", () => {
    const dialog = document.getElementById("sign-in-again");
    dialog.querySelectorAll("input:not([type=hidden], [readonly])").forEach((each) => (each.value = ""));
    dialog.close();
    const goOn = waiting;
    waiting = null;
    if (goOn) goOn();
});

document.addEventListener("code-needed", (event) => {
    const row = event.target.closest("form").querySelector("[data-code]");
    row.hidden = false;
    row.querySelector("input").focus();
});

/* the door: whoever has been here in the last half hour walks through */
const door = document.querySelector("[data-door]");
if (door) {
    refresh().then((refreshed) => {
        if (refreshed) location.replace(door.dataset.door);
    });
}

/* --- rows of a list: the template's __N__ is the next number --- */

document.addEventListener("click", (event) => {
    const add = event.target.closest("[data-add]");
    if (add) {
        const list = document.getElementById(add.dataset.add);
        const template = document.getElementById(add.dataset.add + "-row");
        const next = Number(list.dataset.next);
        list.dataset.next = String(next + 1);
        const holder = document.createElement("template");
        holder.innerHTML = template.innerHTML.replaceAll("__N__", String(next));
        list.append(holder.content);
        list.lastElementChild.querySelector("input, select, textarea")?.focus();
        list.dispatchEvent(new Event("input", {bubbles: true}));
    }
    const remove = event.target.closest("[data-remove]");
    if (remove) {
        const row = remove.closest("[data-row]");
        const list = row.parentElement;
        const form = row.closest("form");
        const place = row.nextElementSibling || row.previousElementSibling;
        row.remove();
        (place?.querySelector("input, select") || document.querySelector(`[data-add="${list.id}"]`))?.focus();
        if (form) form.dataset.changed = "yes";
    }
    const tick = event.target.closest("[data-tick]");
    if (tick) {
        document.getElementById(tick.dataset.tick).querySelectorAll("[type=checkbox]").forEach((each) => (each.checked = true));
        tick.dispatchEvent(new Event("input", {bubbles: true}));
    }
    const print = event.target.closest("[data-print]");
    if (print) window.print();
    if (event.target.closest("[data-back]")) history.back();
    if (event.target.closest("[data-leave]")) document.body.classList.add("leaving");
    const open = event.target.closest("[data-dialog]");
    if (open) document.getElementById(open.dataset.dialog).showModal();
    if (event.target.closest("[data-close]")) event.target.closest("dialog").close();
    const menu = document.querySelector("details.menu[open]");
    if (menu && !menu.contains(event.target)) menu.open = false;
});
document.addEventListener("keydown", (event) => {
    const menu = document.querySelector("details.menu[open]");
    if (event.key === "Escape" && menu) {
        menu.open = false;
        menu.querySelector("summary").focus();
    }
});

/* --- what is not saved is not left without a question --- */

document.addEventListener("input", (event) => {
    const form = event.target.closest("form[data-edit]");
    if (form) form.dataset.changed = "yes";
});
window.addEventListener("beforeunload", (event) => {
    if (document.querySelector("form[data-changed]") && !document.body.classList.contains("leaving")) event.preventDefault();
});
document.addEventListener("htmx:beforeOnLoad", (event) => {
    if (event.detail.xhr.getResponseHeader("HX-Redirect")) document.body.classList.add("leaving");
});

/* --- moments are shown as the clock of whoever looks has them, or that of the zone they name --- */

function tellMoments(within) {
    within.querySelectorAll("time[data-moment]").forEach((each) => {
        const how = {dateStyle: "medium", timeStyle: "short", timeZone: each.dataset.moment || undefined};
        each.textContent = new Intl.DateTimeFormat(document.documentElement.lang, how).format(new Date(each.dateTime));
    });
}
tellMoments(document);

/* --- what is wider than its place can be scrolled by keyboard, too, and shows where one is --- */

function settle() {
    document.querySelectorAll(".table").forEach((each) => each.scrollWidth > each.clientWidth && each.setAttribute("tabindex", "0"));
    document.querySelector(".side [aria-current]")?.scrollIntoView({block: "nearest", inline: "center"});
}
settle();

/* --- after an answer, the focus is where it says what happened --- */

function attend() {
    const said = document.querySelector("main [data-attend]");
    if (said) said.focus();
}
document.addEventListener("htmx:afterSettle", (event) => {
    if (event.detail.target?.id === "main") {
        const title = document.querySelector("main [data-title]");
        if (title) document.title = title.dataset.title;
        tellMoments(document.getElementById("main"));
        settle();
        attend();
    }
});
attend();
