"use strict";
(() => {
  const lit = new Set();
  const light = (id) => {
    for (const element of lit) element.classList.remove("al-lit");
    lit.clear();
    if (!id) return;
    const name = CSS.escape(id);
    for (const element of document.querySelectorAll(`#${name}, [data-claim="${name}"]`)) {
      element.classList.add("al-lit");
      lit.add(element);
    }
  };
  const claimOf = (target) => {
    const found = target instanceof Element ? target.closest(".al-card, .al-anchor, .al-ref") : null;
    return found ? found.dataset.claim || found.id : "";
  };
  const unfold = (card) => {
    const folded = card && card.closest(".al-further");
    if (folded) folded.open = true;
  };
  window.addEventListener("hashchange", () => {
    const card = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    unfold(card);
    if (card) card.scrollIntoView({ block: "nearest" });
  });
  for (const kind of ["mouseover", "focusin"]) {
    document.addEventListener(kind, (event) => light(claimOf(event.target)));
  }
  document.addEventListener("click", (event) => {
    const anchor = event.target instanceof Element ? event.target.closest(".al-anchor") : null;
    if (!anchor || event.target.closest("a")) return;
    const card = document.getElementById(anchor.dataset.claim);
    if (!card) return;
    unfold(card);
    card.scrollIntoView({ block: "nearest" });
    card.focus({ preventScroll: true });
  });
})();
