/* Small helps on top of pages that already work: described-by for fields, closing menus, chart colours. */
(function () {
  "use strict";

  function describe(root) {
    root.querySelectorAll("[data-field]").forEach(function (field) {
      var control = field.querySelector("[role=radiogroup],[role=combobox],input:not([type=hidden]),textarea,select");
      if (!control) { return; }
      var ids = [];
      field.querySelectorAll(".field-hint,.field-error").forEach(function (note, i) {
        if (!note.textContent.trim()) { return; }
        note.id = note.id || (field.dataset.field || "field") + "-note-" + i + "-" + Math.random().toString(36).slice(2, 7);
        ids.push(note.id);
      });
      if (ids.length) { control.setAttribute("aria-describedby", ids.join(" ")); }
      if (field.querySelector(".field-required")) { control.setAttribute("aria-required", "true"); }
      var bad = field.querySelector(".field-error .ui-message-error-detail, .field-error.ui-message-error");
      field.classList.toggle("bad", !!bad);
      if (bad) { control.setAttribute("aria-invalid", "true"); }
    });
  }

  /* PrimeFaces names the span around a file input instead of the input, and gives a calendar button no name */
  function files(root) {
    root.querySelectorAll("[data-field] input[type=file]").forEach(function (input) {
      var label = input.closest("[data-field]").querySelector("label");
      input.removeAttribute("aria-hidden");
      if (label && !input.hasAttribute("aria-labelledby")) { input.setAttribute("aria-label", label.textContent.trim()); }
    });
    root.querySelectorAll(".ui-fileupload-choose").forEach(function (button) {
      var input = button.querySelector("input[type=file]");
      if (!input || !button.hasAttribute("aria-labelledby")) { return; }
      input.removeAttribute("aria-hidden");
      input.tabIndex = 0;
      input.setAttribute("aria-labelledby", button.getAttribute("aria-labelledby"));
      button.removeAttribute("aria-labelledby");
      button.removeAttribute("tabindex");
    });
  }

  function names(root) {
    var html = document.documentElement;
    root.querySelectorAll(".ui-datepicker-trigger").forEach(function (button) {
      button.setAttribute("aria-label", html.dataset.pickDate);
      var word = button.querySelector(".ui-button-text");
      if (word) { word.textContent = ""; }
    });
    root.querySelectorAll(".field input[type=file]:not([aria-labelledby])").forEach(function (input) {
      input.setAttribute("aria-label", input.closest(".field").querySelector(".field-label").textContent.trim());
    });
    root.querySelectorAll("fieldset[data-field] .ui-rating input").forEach(function (input) {
      input.setAttribute("aria-label", input.closest("fieldset").querySelector("legend").textContent.trim());
    });
  }

  /* the list of a select menu lives at the end of the body: it needs its own name */
  function panels(root) {
    root.querySelectorAll(".ui-selectonemenu-panel, .ui-autocomplete-panel").forEach(function (panel) {
      var base = panel.id.replace(/_panel$/, "");
      var label = document.querySelector('label[for^="' + base + '"]');
      var name = label ? label.textContent.trim() : "";
      if (!name) { return; }
      panel.setAttribute("role", "region");
      panel.setAttribute("aria-label", name);
      panel.querySelectorAll(".ui-selectonemenu-items, .ui-autocomplete-items").forEach(function (list) {
        list.setAttribute("role", "listbox"); // PrimeFaces does so only when the list opens
        list.setAttribute("aria-label", name);
      });
    });
  }

  /* after an action: bring what has to be read into view */
  var shown = "";
  function guide() {
    var messages = document.getElementById("messages");
    var text = messages ? messages.textContent.trim() : "";
    var bad = document.querySelector(".field.bad [aria-invalid=true]");
    if (text && text !== shown) {
      messages.scrollIntoView({ block: "center" });
    } else if (bad && !bad.closest(".ui-dialog")) {
      bad.focus();
    }
    shown = text;
  }

  function refine() {
    describe(document);
    files(document);
    names(document);
    panels(document);
    palette();
  }

  document.addEventListener("click", function (event) {
    document.querySelectorAll("details.menu[open]").forEach(function (menu) {
      if (!menu.contains(event.target)) { menu.open = false; }
    });
  });
  document.addEventListener("keydown", function (event) {
    if (event.key !== "Escape") { return; }
    document.querySelectorAll("details.menu[open]").forEach(function (menu) {
      menu.open = false;
      menu.querySelector("summary").focus();
    });
  });

  function palette() {
    if (!window.Chart || window.Chart.linli) { return; }
    var css = getComputedStyle(document.documentElement);
    var token = function (name) { return css.getPropertyValue(name).trim(); };
    window.Chart.linli = true;
    window.Chart.defaults.color = token("--ink-soft");
    window.Chart.defaults.borderColor = token("--line");
    window.Chart.defaults.font.family = token("--font");
    window.Chart.defaults.font.size = parseFloat(css.fontSize) * 0.875;
    window.Chart.defaults.backgroundColor = token("--primary");
    if (matchMedia("(prefers-reduced-motion: reduce)").matches) { window.Chart.defaults.animation = false; }
  }

  /* step by step: each step begins at its heading, and the browser's back button goes one step back */
  function wizard() {
    var stepOf = function () { var w = document.querySelector("[data-step]"); return w ? Number(w.dataset.step) : null; };
    var last = stepOf(), popped = false, ignore = false;
    if (last === null) { return; }
    window.jQuery(document).on("pfAjaxComplete", function () {
      var now = stepOf();
      if (now === null || now === last) { return; }
      if (now > last) { history.pushState({ step: now }, ""); } else if (!popped) { ignore = true; history.back(); }
      last = now;
      popped = false;
      var heading = document.querySelector("[data-step] h1");
      heading.tabIndex = -1;
      heading.focus({ preventScroll: true });
      window.scrollTo(0, 0);
    });
    window.addEventListener("popstate", function () {
      if (ignore) { ignore = false; return; }
      var back = document.querySelector("[data-step] .wizard-back");
      if (back) { popped = true; back.click(); }
    });
  }

  /* a button that prints the page: pages carry no script of their own */
  document.addEventListener("click", function (event) {
    if (event.target.closest("[data-print]")) { window.print(); }
  });

  function ready() {
    if (!window.jQuery) {
      refine();
      return;
    }
    window.jQuery(refine); // after the widgets, which are made in ready callbacks that were queued before
    window.jQuery(document).on("pfAjaxComplete", function () { refine(); guide(); });
    wizard();
  }

  if (document.readyState === "loading") { document.addEventListener("DOMContentLoaded", ready); } else { ready(); }
})();
