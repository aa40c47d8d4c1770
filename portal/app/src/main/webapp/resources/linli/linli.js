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

  /* PrimeFaces hides the real file input from readers but not from the keyboard, and labels a span */
  function files(root) {
    root.querySelectorAll("input[type=file][aria-hidden]").forEach(function (input) { input.tabIndex = -1; });
    root.querySelectorAll(".ui-fileupload-choose:not([role])").forEach(function (button) { button.setAttribute("role", "button"); });
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

  function ready() {
    describe(document);
    files(document);
    palette();
    if (window.jQuery) {
      window.jQuery(document).on("pfAjaxComplete", function () { describe(document); files(document); });
    }
  }

  if (document.readyState === "loading") { document.addEventListener("DOMContentLoaded", ready); } else { ready(); }
})();
