// Shows each view that the server tells of. All that it says is set as text, never as markup.
"use strict";

const at = (id) => document.getElementById(id);
const clip = at("clip");
let beats = [];

function part(name, text, kind) {
  const made = document.createElement(name);
  if (text) made.textContent = text;
  if (kind) made.className = kind;
  return made;
}

// A picture is changed in place when the new one is there: nothing flickers, and the page stays where it is.
function hang(img, address, says) {
  img.alt = says;
  if (img.getAttribute("src") === address) return;
  const next = new Image();
  next.onload = () => {
    img.width = next.naturalWidth;
    img.height = next.naturalHeight;
    img.setAttribute("src", address);
  };
  next.src = address;
}

function madeBeat(beat) {
  const item = part("li"), heading = part("h2"), button = part("button");
  heading.append(part("span", "", "id"), part("span", "", "name"), part("span", "", "mark"));
  button.type = "button";
  button.title = "Play this beat";
  button.append(part("div", "", "missing"));
  button.onclick = () => play(beat.name);
  item.append(heading, button, part("p", "", "says"));
  item.dataset.beat = beat.name;
  return item;
}

function showBeat(item, beat) {
  const [id, name, mark] = item.querySelectorAll("h2 span");
  id.textContent = beat.id;
  name.textContent = beat.name;
  mark.textContent = beat.old ? "as it was before" : beat.changed ? "changed" : "";
  item.className = beat.old ? "old" : beat.changed ? "changed" : "";
  item.querySelector(".says").textContent = beat.says;
  if (!beat.picture) return;
  let img = item.querySelector("img");
  if (!img) {
    img = part("img");
    item.querySelector(".missing").replaceWith(img);
  }
  hang(img, `/shown/${beat.picture}`, beat.says);
}

function play(name) {
  const beat = beats.find((one) => one.name === name);
  if (!beat || !clip.getAttribute("src")) return;
  clip.currentTime = beat.starts;
  clip.play();
  clip.scrollIntoView({ block: "nearest" });
}

function showClip(view) {
  at("film").hidden = !view.clip;
  at("film").className = view.clip_old ? "old" : "";
  at("about").textContent = view.clip_old ? "The clip as it was before" : "Press a picture to see its beat move.";
  const address = `/shown/${view.clip}`;
  if (view.clip && clip.getAttribute("src") !== address) {
    const time = clip.currentTime;
    clip.setAttribute("src", address);
    clip.onloadedmetadata = () => { clip.currentTime = Math.min(time, clip.duration || 0); };
    clip.play().catch(() => {});
  }
  if (!view.clip) clip.removeAttribute("src");
}

function show(view) {
  beats = view.beats;
  document.title = `${view.trouble ? "⚠ " : ""}${view.scene || view.lesson} · nudge watch`;
  for (const [role, colour] of Object.entries(view.colours))
    document.documentElement.style.setProperty(`--${role}`, colour);
  at("title").textContent = view.title || view.lesson;
  at("scene").textContent = view.scene ? `${view.scene}, ${view.lesson}` : "";
  at("busy").textContent = view.busy || (view.trouble ? "" : "All is drawn");
  at("busy").className = view.busy ? "at-work" : "";
  at("trouble").textContent = view.trouble;
  at("trouble").hidden = !view.trouble;
  at("scenes").replaceChildren(...(view.scenes.length > 1 ? view.scenes : []).map(([name, title]) => {
    const link = part("a", title);
    link.href = `/scene/${name}`;
    if (name === view.scene) link.setAttribute("aria-current", "page");
    return link;
  }));
  const there = new Map([...at("beats").children].map((item) => [item.dataset.scene + item.dataset.beat, item]));
  at("beats").replaceChildren(...view.beats.map((beat) => {
    const item = there.get(view.scene + beat.name) || madeBeat(beat);
    item.dataset.scene = view.scene;
    showBeat(item, beat);
    return item;
  }));
  showClip(view);
}

const news = new EventSource("/news");
news.onmessage = (event) => show(JSON.parse(event.data));
news.onerror = () => {
  at("busy").textContent = "nudge watch has ended";
  at("busy").className = "";
};
