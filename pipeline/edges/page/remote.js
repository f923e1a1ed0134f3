"use strict";
/* The moderator's telephone: big buttons, and how far the wall is. No idea or name comes here. */

const buttons = document.querySelectorAll("[data-do]");
let labels = {};

for (const button of buttons) {
  button.addEventListener("click", () => {
    fetch("do", {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ do: button.dataset.do }),
    }).catch(() => {});
  });
}

const news = new EventSource("events");
news.onmessage = (event) => {
  const told = JSON.parse(event.data);
  labels = told.labels;
  document.documentElement.lang = told.language;
  document.title = labels.remote;
  document.getElementById("status").textContent = told.status;
  for (const one of document.querySelectorAll("[data-label]")) one.textContent = labels[one.dataset.label];
};
news.onerror = () => {
  document.getElementById("status").textContent = labels.lost ?? "";
};
