// Opens evidence in a drawer at the right. Without this script the same links open pages.
"use strict";

(() => {
  const drawer = document.getElementById("drawer");
  const inside = document.getElementById("drawer-inside");
  const title = document.getElementById("drawer-title");
  const page = document.getElementById("drawer-page");
  const says = document.getElementById("drawer-says");
  if (!drawer || typeof drawer.show !== "function") return;

  let opener = null;
  let asked = 0;

  const fragmentOf = (href) => {
    const address = new URL(href, location.href);
    address.searchParams.set("fragment", "1");
    return address;
  };

  const show = async (link) => {
    const mine = ++asked;
    const answer = await fetch(fragmentOf(link.href), { credentials: "same-origin" });
    if (!answer.ok) throw new Error(String(answer.status));
    const read = new DOMParser().parseFromString(await answer.text(), "text/html");
    if (mine !== asked) return;
    inside.replaceChildren(...read.body.childNodes);
    page.href = link.href;
    if (!drawer.contains(link)) opener = link;
    if (!drawer.open) drawer.show();
    drawer.scrollTop = 0;
    title.focus({ preventScroll: true });
    says.textContent = inside.querySelector(".lede")?.textContent ?? "";
  };

  const close = () => {
    if (!drawer.open) return;
    asked += 1;
    drawer.close();
    opener?.focus();
    opener = null;
  };

  document.addEventListener("click", (event) => {
    const plain = event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey;
    const link = event.target.closest("a[data-drawer]");
    if (!link || !plain) return;
    event.preventDefault();
    show(link).catch(() => location.assign(link.href));
  });

  document.getElementById("drawer-close").addEventListener("click", close);
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") close();
  });
})();
