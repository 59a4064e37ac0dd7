// A deck of films: forward plays a step from its start, back shows how the one before it ended. The page says of each
// film when its steps end, but for the last, in seconds, in the middle of a frame (data-stops), whether its last step
// begins again (data-loops), and what is printed of it (data-picture); and which keys do what.
const page = document.querySelector(".reveal");
const asked = new URLSearchParams(window.location.search);
const inSpeakerView = asked.has("receiver");
const isUpcoming = inSpeakerView && asked.get("controls") === "false";
const within = 0.4 * Number(page.dataset.frame); // seconds from the middle of a frame: it is shown then
const printing = /print-pdf/i.test(window.location.search);

const videos = () => [...document.querySelectorAll("video")];
const shown = () => Reveal.getCurrentSlide()?.querySelector("video");
const stopsOf = (video) => (video.dataset.stops ? video.dataset.stops.split(" ").map(Number) : []);

// Where we are: a slide, and how many of its steps lie behind.
function place() {
  const { h, f } = Reveal.getIndices();
  return { h, step: f === undefined ? 0 : f + 1 };
}

function span(video, step) {
  const stops = stopsOf(video);
  return { from: step ? stops[step - 1] : 0, to: stops[step] ?? Infinity };
}

function ready(video, act) {
  const stillShown = () => video === shown() && act();
  if (video.readyState >= 1) stillShown();
  else video.addEventListener("loadedmetadata", stillShown, { once: true });
}

function sound(video) {
  video.muted = video.defaultMuted || inSpeakerView;
}

// Before the first key or click a browser lets nothing be heard: then the film runs without its sound.
function run(video) {
  sound(video);
  video.play().catch((refusal) => {
    if (refusal.name !== "NotAllowedError") return;
    video.muted = true;
    video.play().catch(() => {});
  });
}

// Jumps in a film that stands. A busy browser leaves on the screen what it painted last, unless it is asked for a frame.
function jump(video, moment) {
  video.currentTime = moment;
  if (!video.requestVideoFrameCallback) return;
  let asked;
  const ask = () => (asked = video.requestVideoFrameCallback(ask));
  ask();
  video.addEventListener("seeked", () => setTimeout(() => video.cancelVideoFrameCallback(asked), 5000), { once: true });
}

function play(video, at = video.currentTime) {
  ready(video, () => {
    video.playbackRate = 1;
    if (video.currentTime !== at) video.currentTime = at;
    run(video);
    watch(video);
  });
}

// A server that cannot serve parts of a file lets nobody jump: then the film runs to the moment, fast.
function stand(video, at) {
  ready(video, () => {
    const reach = video.seekable.length ? video.seekable.end(video.seekable.length - 1) : 0;
    const moment = Math.min(at, video.duration);
    video.pause();
    if (reach >= moment) {
      jump(video, moment);
    } else {
      video.playbackRate = 16;
      video.muted = true;
      video.play().catch(() => {});
      watch(video);
    }
  });
}

// Stops a film on the very frame with which its step ends.
function watch(video) {
  const look = () => {
    if (video !== shown() || video.paused) return;
    const { to } = span(video, here.step);
    if (video.currentTime > to - within) {
      video.pause();
      jump(video, to); // its clock may be a frame ahead of what is painted
    } else {
      requestAnimationFrame(look);
    }
  };
  requestAnimationFrame(look);
}

const isOver = (video) => video.ended || (video.paused && video.currentTime > span(video, here.step).to - within);

function showCaptions() {
  for (const video of videos())
    for (const track of video.textTracks) track.mode = captions ? "showing" : "hidden";
}

let captions = page.dataset.captions === "shown";
let here = null;
let playsOn = false;

function moved() {
  const before = here;
  here = place();
  if (before && before.h === here.h && before.step === here.step) return;
  showCaptions();
  const video = shown();
  for (const other of videos()) if (other !== video) other.pause();
  if (!video) return;
  const { from, to } = span(video, here.step);
  const back = before && (here.h < before.h || (here.h === before.h && here.step < before.step));
  if (isUpcoming || back) stand(video, to);
  else play(video, from);
  tell();
}

const acts = {
  toggle() {
    const video = shown();
    if (isOver(video)) acts.again();
    else if (video.paused) play(video);
    else video.pause();
  },
  again() {
    play(shown(), span(shown(), here.step).from);
  },
  home() {
    Reveal.slide(0, 0, -1);
    here = place();
    acts.again();
  },
  captions() {
    captions = !captions;
    showCaptions();
  },
};

// A reload stays where it was, in the middle of a film too. The address alone does not say it: it follows a second later.
const restored = kept();

function kept() {
  const [how] = performance.getEntriesByType("navigation");
  if (inSpeakerView || how?.type !== "reload") return null;
  try {
    const last = JSON.parse(window.sessionStorage.getItem(window.location.pathname));
    return last?.hash === window.location.hash ? last : null;
  } catch {
    return null; // where nothing may be kept, a reload plays the step again
  }
}

function goOn(last) {
  here = { h: last.h, step: last.step }; // so that nothing is played on the way there
  Reveal.slide(last.h, 0, last.step - 1);
  captions = last.captions;
  showCaptions();
  if (shown()) stand(shown(), last.time);
}

function remember() {
  const last = { ...here, hash: window.location.hash, time: shown()?.currentTime, captions };
  try {
    window.sessionStorage.setItem(window.location.pathname, JSON.stringify(last));
  } catch {
    // as above
  }
}

// The speaker's window shows the deck in a frame. What is pressed there is pressed here, and what happens here it follows
// at once; Reveal's own telling, up to 0.7 s late, is off in it: a key could be lost while one side still follows the other.
const followers = new Set();
const deck = () => window.parent.opener;
const inFrame = inSpeakerView && !isUpcoming;

function tell() {
  const video = shown();
  if (!video || inSpeakerView) return;
  const told = { ...here, time: video.currentTime, plays: !video.paused, blank: Reveal.isPaused(), captions };
  for (const follower of followers) follower.postMessage({ deck: "told", told }, "*");
}

function follow({ h, step, time, plays, blank, captions: captioned }) {
  if (Reveal.isOverview()) return;
  Reveal.slide(h, 0, step - 1);
  Reveal.togglePause(blank);
  captions = captioned;
  showCaptions();
  if (plays) play(shown(), time);
  else stand(shown(), time);
}

// A blank screen comes back with a key that plays or goes somewhere, which does no more: first is seen what was there.
const waking = [32, 33, 34, 37, 38, 39, 40, 78, 80]; // space, Page Up and Down, arrows, N, P

function isForTheDeck({ keyCode, altKey, ctrlKey, metaKey }) {
  if (!Reveal.isPaused() || !waking.includes(keyCode) || altKey || ctrlKey || metaKey) return true;
  Reveal.togglePause(false);
  return false;
}

// The overview is the speaker's own: Escape and O open it there, its keys move there, and the deck goes where it closes.
function isForTheFrame({ keyCode, altKey, ctrlKey, metaKey }) {
  const overview = keyCode === 27 || keyCode === 79 || Reveal.isOverview();
  if (overview || altKey || ctrlKey || metaKey) return true;
  deck()?.postMessage({ deck: "key", keyCode }, "*");
  return false;
}

function followTheDeck() {
  Reveal.on("overviewhidden", () => deck()?.postMessage({ deck: "go", ...place() }, "*"));
  Reveal.on("ready", () => {
    const ask = () => deck()?.postMessage({ deck: "follow" }, "*");
    setInterval(ask, 1000);
    ask();
    // After this Reveal tells its window that the frame is ready, which it has to know.
    setTimeout(() => Reveal.configure({ postMessageEvents: false }));
  });
}

// Keys that are pressed beside the frame come as Reveal's window sends them, which is in JSON.
function pressedBeside(data) {
  const { method, args } = JSON.parse(data);
  if (method === "triggerKey") Reveal.triggerKey(...args);
}

window.addEventListener("message", ({ data, source }) => {
  if (data?.deck === "follow" && source) {
    if (!followers.has(source)) {
      followers.add(source);
      tell();
    }
  } else if (data?.deck === "key") Reveal.triggerKey(data.keyCode);
  else if (data?.deck === "go") {
    Reveal.slide(data.h, 0, data.step - 1);
    tell();
  } else if (data?.deck === "told") follow(data.told);
  else if (inFrame && typeof data === "string" && data.startsWith("{")) pressedBeside(data);
});

function begin() {
  Reveal.on("ready", () => (restored ? goOn(restored) : moved()));
  for (const happened of ["slidechanged", "fragmentshown", "fragmenthidden"]) Reveal.on(happened, moved);
  Reveal.on("paused", () => {
    playsOn = !shown()?.paused;
    shown()?.pause();
    tell();
  });
  Reveal.on("resumed", () => {
    if (playsOn && shown()) play(shown());
    tell();
  });
  Reveal.on("overviewshown", showPictures);
  for (const video of videos()) {
    sound(video);
    for (const happened of ["play", "pause"]) video.addEventListener(happened, () => video === shown() && tell());
    video.addEventListener("ended", () => {
      if (video === shown() && "loops" in video.dataset && !isUpcoming) acts.again();
    });
    video.addEventListener("error", () => (document.querySelector(".missing").hidden = false));
  }
  if (inFrame) followTheDeck();
  if (!inSpeakerView) window.addEventListener("pagehide", remember);
  Reveal.initialize({
    width: Number(page.dataset.width), height: Number(page.dataset.height), margin: 0, maxScale: 8, center: false,
    hash: true, controls: false, progress: true, slideNumber: false, transition: "none",
    autoPlayMedia: false, pdfSeparateFragments: false, navigationMode: "linear", plugins: [RevealNotes],
    touch: !inSpeakerView, jumpToSlide: !inSpeakerView, postMessage: !inFrame,
    keyboardCondition: inSpeakerView ? isForTheFrame : isForTheDeck,
  });
  for (const { textContent: description, dataset } of document.querySelectorAll("#keys li")) {
    const binding = { keyCode: Number(dataset.code), key: dataset.key, description };
    Reveal.addKeyBinding(binding, () => {
      acts[dataset.act]();
      tell();
    });
  }
  page.addEventListener("click", clicked);
  document.addEventListener("keydown", listKeys, true);
}

// All slides at once stand still, each as the picture that stands for it: most have not begun, and begin nearly empty.
function showPictures() {
  for (const video of videos()) {
    video.pause();
    video.closest("section").style.setProperty("--picture", `url("${video.dataset.picture}")`);
  }
}

// Reveal knows the key ? by its place on an American keyboard; on others it is another.
function listKeys(event) {
  if (event.key !== "?") return;
  event.stopImmediatePropagation();
  Reveal.toggleHelp();
}

// A click or a tap is a step; a swipe is Reveal's, and so is a click that chose one of all slides.
function clicked({ target, defaultPrevented }) {
  const busy = defaultPrevented || Reveal.isOverview() || Reveal.isPaused() || Reveal.isOverlayOpen();
  if (busy || target.closest("a, button, .progress, .pause-overlay")) return;
  if (inSpeakerView) deck()?.postMessage({ deck: "key", keyCode: 34 }, "*");
  else Reveal.next();
}

// On paper a film is the picture that stands for it, a page each. All stands there before the page has loaded, and
// nothing is to come: a program that prints it then need not wait.
function onPaper() {
  const missing = document.querySelector(".missing");
  const pages = videos().map((video) => {
    const picture = new Image();
    picture.src = video.dataset.picture;
    picture.alt = video.getAttribute("aria-label");
    picture.addEventListener("error", () => (missing.hidden = false));
    const page = document.createElement("div");
    page.className = "page";
    page.append(picture);
    return page;
  });
  document.body.replaceChildren(...pages, missing);
}

if (printing) onPaper();
else begin();
