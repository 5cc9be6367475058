"use strict";
// A number leads to URLs that are folded away: unfold them on the way.
const unfold = () => {
  const target = /^#[us]\d+$/.test(location.hash) && document.getElementById(location.hash.slice(1));
  const around = target && target.closest("details");
  if (!around) return;
  around.open = true;
  target.scrollIntoView();
};
addEventListener("hashchange", unfold);
unfold();
