"use strict";
// A number leads to URLs that are folded away: unfold them on the way.
const unfold = () => {
  const target = /^#[cus]\d+$/.test(location.hash) && document.getElementById(location.hash.slice(1));
  if (!target) return;
  for (let around = target.closest("details"); around; around = around.parentElement.closest("details")) around.open = true;
  target.scrollIntoView();
};
addEventListener("hashchange", unfold);
unfold();
