(() => {
  "use strict";
  const deck = window.Reveal;
  const videos = [...document.querySelectorAll(".slides video")];
  // The speaker view shows this file twice more, in frames: the slide of now, which plays too, and the next one.
  const receiver = /\breceiver\b/.test(location.search);
  const upcoming = receiver && !/\bpostMessageEvents=true\b/.test(location.search);
  const still = upcoming || matchMedia("(prefers-reduced-motion: reduce)").matches;
  let captions = document.body.dataset.captions === "on" && !upcoming;
  let current = null;
  let waits = false; // whether its sound waits for the presenter
  let later = 0;

  // Videos lie in the file as base64. Only that of the slide and those of its neighbours are unpacked at a time.
  function load(video) {
    if (video.hasAttribute("src") || document.readyState === "loading") return;
    const text = atob(document.getElementById(video.dataset.clip).textContent);
    const bytes = new Uint8Array(text.length);
    for (let i = 0; i < bytes.length; i++) bytes[i] = text.charCodeAt(i);
    video.src = URL.createObjectURL(new Blob([bytes], {type: "video/mp4"}));
  }

  function unload(video) {
    if (!video.hasAttribute("src")) return;
    URL.revokeObjectURL(video.src);
    video.removeAttribute("src");
    video.load(); // which shows the poster again
  }

  function rewind(video) {
    if (!still && video.hasAttribute("src")) video.currentTime = 0;
  }

  function play(video) {
    waits = false;
    video.play().catch(error => {
      // It was left before it began. Or it has sound, and browsers play none in a page before a key or a button of
      // it is pressed: with the first slide, it waits for that.
      waits = video === current && error.name === "NotAllowedError";
      showState();
    });
  }

  function enter() {
    clearTimeout(later);
    waits = false;
    if (deck.isOverview() || deck.isPrintView()) {
      current = null;
      showState();
      videos.forEach(unload);
      return;
    }
    const here = videos.indexOf(deck.getCurrentSlide().querySelector("video"));
    const near = videos.filter((video, i) => Math.abs(i - here) === 1);
    current = videos[here];
    for (const video of videos) {
      if (video === current) continue;
      video.pause();
      if (still || !near.includes(video)) unload(video);
      else rewind(video);
    }
    load(current);
    if (!still) {
      rewind(current);
      play(current);
      later = setTimeout(() => near.forEach(load), 300);
    }
    showState();
  }

  function showState() {
    const playing = current !== null && !current.paused && !current.ended;
    document.body.classList.toggle("playing", playing);
    document.body.classList.toggle("waits", waits);
    document.querySelector("[data-does=play]").setAttribute("aria-label", playing ? "Pause" : "Play");
    document.querySelector("[data-does=captions]").setAttribute("aria-pressed", captions);
    for (const video of videos) {
      const poster = still && video.paused && video.currentTime === 0;
      showCaptions(video.textTracks[0], video === current && !poster);
    }
  }

  function showCaptions(track, wanted) {
    const wide = [...track.cues || []].filter(cue => cue.size !== 80);
    if (wide.length) track.mode = "hidden"; // one that is on the screen would stay as wide as it is
    for (const cue of wide) cue.size = 80; // per cent: the corners are for the buttons
    track.mode = !wanted ? "disabled" : captions ? "showing" : "hidden";
  }

  const does = {
    play: () => current && (current.paused ? play(current) : current.pause()),
    replay: () => {
      if (!current) return;
      current.currentTime = 0;
      play(current);
    },
    captions: () => {
      captions = !captions;
      showState();
    },
    back: () => deck.prev(),
    on: () => deck.next(),
  };

  function bindKey(key, what, description) {
    const keyCode = key.charCodeAt(0);
    deck.addKeyBinding({keyCode, key, description}, () => {
      does[what]();
      // What is pressed in the speaker view is meant for the talk.
      const talk = receiver && window.parent.opener;
      if (talk) talk.postMessage(JSON.stringify({method: "triggerKey", args: [keyCode]}), "*");
    });
  }

  function bindButton(button) {
    button.addEventListener("click", event => {
      does[button.dataset.does]();
      if (event.detail) button.blur(); // after the pointer, the space bar goes on with the talk
    });
    button.addEventListener("keydown", event => {
      if (event.key === " " || event.key === "Enter") event.stopPropagation();
    });
  }

  let asleep = 0;
  function wake() {
    document.body.classList.add("awake");
    clearTimeout(asleep);
    asleep = setTimeout(() => document.body.classList.remove("awake"), 2500);
  }

  for (const video of videos) {
    if (receiver) video.muted = true; // what the audience hears comes from the talk itself
    for (const name of ["play", "pause", "ended", "emptied"]) video.addEventListener(name, showState);
    // To seek, even to the start, puts the first frame in place of the poster: no flash of the end as a slide begins.
    video.addEventListener("loadedmetadata", () => video.paused && rewind(video));
    video.querySelector("track").addEventListener("load", showState);
  }
  document.querySelectorAll("[data-does]").forEach(bindButton);
  addEventListener("pointermove", wake);
  addEventListener("pointerdown", wake);
  document.body.classList.toggle("receiver", receiver);

  for (const name of ["ready", "slidechanged", "overviewshown", "overviewhidden"]) deck.on(name, enter);
  let interrupted = false;
  deck.on("paused", () => { // the screen is black
    interrupted = current !== null && !current.paused;
    if (interrupted) current.pause();
  });
  deck.on("resumed", () => interrupted && current && play(current));
  document.addEventListener("DOMContentLoaded", () => deck.isReady() && enter());
  deck.initialize({
    width: 1920,
    height: 1080,
    margin: 0,
    minScale: 0.01,
    maxScale: 10,
    center: false,
    controls: false,
    progress: false,
    hash: true,
    navigationMode: "linear",
    transition: "none",
    backgroundTransition: "none",
    autoPlayMedia: false,
    scrollActivationWidth: null,
    plugins: [window.RevealNotes],
  });
  bindKey("T", "play", "Play or pause");
  bindKey("R", "replay", "Replay");
  bindKey("C", "captions", "Captions");
  const last = deck.getIndices(deck.getSlides().at(-1));
  deck.addKeyBinding({keyCode: 35, key: "END", description: "Last slide"}, () => deck.slide(last.h, last.v));
})();
