"use strict";
/* What pages of the day do: hear whether something changed, or look now and then, and count time down. */

const LOOK_EVERY = 15000;
const AWAY_AFTER = 10 * 60 * 1000; /* whoever leaves a page open is not kept signed in by it */
let lastActive = Date.now();

["pointerdown", "pointermove", "keydown", "scroll"].forEach((kind) =>
    document.addEventListener(kind, () => (lastActive = Date.now()), {passive: true, capture: true}));

const isAway = () => document.hidden || Date.now() - lastActive > AWAY_AFTER;
let feed = null; /* open while somebody is here; what it said last stands until it says something else */
let heard = null;

function compare(stands) {
    if (document.querySelector("dialog[open], form[data-changed]")) return;
    for (const each of document.querySelectorAll("[data-look]")) {
        if (stands[each.dataset.of].state !== each.dataset.seen) htmx.trigger(each.closest("[hx-trigger=news]"), "news");
    }
}

function hush() {
    feed?.close();
    feed = heard = null;
}

/* one that cannot be had, or breaks off for good, is tried again at the next look, which asks meanwhile */
function listen(to) {
    feed = new EventSource(to + "/stream");
    feed.addEventListener("news", (event) => {
        heard = JSON.parse(event.data);
        compare(heard);
    });
    feed.onerror = () => {
        heard = null;
        if (feed?.readyState === EventSource.CLOSED) feed = null;
    };
}

async function look() {
    const to = document.querySelector("[data-look]")?.dataset.look;
    if (!to || isAway()) return hush();
    if (heard) return compare(heard);
    try {
        const answer = await fetch(to, {credentials: "same-origin"});
        if (answer.status === 401 && !(await refresh())) clearInterval(looking);
        if (!answer.ok) return;
        compare(await answer.json());
        if (!feed) listen(to);
    } catch {
        /* what cannot be reached now is looked for again */
    }
}
const looking = setInterval(look, LOOK_EVERY);
const first = document.querySelector("[data-look]")?.dataset.look;
if (first && !isAway()) listen(first);
document.addEventListener("visibilitychange", () => {
    if (!document.hidden) lastActive = Date.now();
    look();
});
window.addEventListener("pagehide", hush);

/* a board that reads itself again does so in silence: what it meets is met again by whatever is done next */
["htmx:beforeRequest", "htmx:afterRequest", "htmx:sendError", "htmx:timeout", "htmx:responseError", "htmx:beforeOnLoad"].forEach((kind) =>
    window.addEventListener(kind, (event) => {
        if (!event.target.matches?.("[hx-trigger=news]")) return;
        if (kind === "htmx:beforeOnLoad" && event.detail.xhr.status !== 401) return;
        if (kind === "htmx:beforeOnLoad") event.preventDefault();
        event.stopPropagation();
    }, {capture: true}));

function left(element) {
    const seconds = Math.floor((new Date(element.dateTime) - Date.now()) / 1000);
    if (seconds <= 0) return element.dataset.over;
    const two = (number) => String(number).padStart(2, "0");
    const unit = (value, unit) => new Intl.NumberFormat(document.documentElement.lang, {style: "unit", unit, unitDisplay: "short"}).format(value);
    if (seconds >= 172800) return unit(Math.floor(seconds / 86400), "day");
    if (seconds >= 7200) return unit(Math.floor(seconds / 3600), "hour");
    return Math.floor(seconds / 60) + ":" + two(seconds % 60);
}

function countDown() {
    document.querySelectorAll("time[data-left]").forEach((each) => {
        const text = left(each);
        if (each.textContent !== text) each.textContent = text;
        each.classList.toggle("soon", new Date(each.dateTime) - Date.now() < 5 * 60 * 1000);
    });
}
countDown();
setInterval(countDown, 1000);

document.addEventListener("htmx:afterSwap", (event) => {
    countDown();
    if (event.detail.target?.id !== "main") tellMoments(document.getElementById("main"));
});
