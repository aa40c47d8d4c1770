/* Forms of brands: smaller photos, a pad to sign on, the first mistake in view. All of it works without, too. */
(function () {
  "use strict";
  var EDGE = 1600;

  /* a phone's picture is larger than what is kept: made smaller here it is sent in seconds */
  function shrink(file) {
    if (!window.createImageBitmap || file.size < 600000) { return Promise.resolve(file); }
    return createImageBitmap(file, { imageOrientation: "from-image" }).then(function (image) {
      var scale = Math.min(1, EDGE / Math.max(image.width, image.height));
      var canvas = document.createElement("canvas");
      canvas.width = Math.round(image.width * scale);
      canvas.height = Math.round(image.height * scale);
      canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
      return new Promise(function (done) {
        canvas.toBlob(function (blob) { done(blob ? new File([blob], "photo.jpg", { type: "image/jpeg" }) : file); }, "image/jpeg", 0.85);
      });
    }).catch(function () { return file; });
  }

  /* what was chosen is seen at once */
  function show(input) {
    var list = input.parentNode.querySelector(".brand-picked");
    list.textContent = "";
    Array.from(input.files).forEach(function (file) {
      var item = document.createElement("li"), image = document.createElement("img");
      image.src = URL.createObjectURL(file);
      image.alt = file.name;
      item.appendChild(image);
      list.appendChild(item);
    });
  }

  function photos(input) {
    input.addEventListener("change", function () {
      show(input);
      if (!window.DataTransfer) { return; }
      Promise.all(Array.from(input.files).map(shrink)).then(function (files) {
        var bag = new DataTransfer();
        files.forEach(function (file) { bag.items.add(file); });
        input.files = bag.files;
      });
    });
  }

  function pad(box) {
    var canvas = box.querySelector("canvas"), target = document.getElementById(box.dataset.sign), pen = canvas.getContext("2d"), down = false;
    box.hidden = false;
    pen.lineWidth = 4;
    pen.lineCap = pen.lineJoin = "round";
    pen.strokeStyle = "#222";
    function at(event) {
      var frame = canvas.getBoundingClientRect();
      return [(event.clientX - frame.left) * canvas.width / frame.width, (event.clientY - frame.top) * canvas.height / frame.height];
    }
    canvas.addEventListener("pointerdown", function (event) {
      down = true;
      canvas.setPointerCapture(event.pointerId);
      pen.beginPath();
      pen.moveTo.apply(pen, at(event));
    });
    canvas.addEventListener("pointermove", function (event) {
      if (!down) { return; }
      pen.lineTo.apply(pen, at(event));
      pen.stroke();
    });
    canvas.addEventListener("pointerup", function () {
      down = false;
      target.value = canvas.toDataURL("image/png");
    });
    box.querySelector("button").addEventListener("click", function () {
      pen.clearRect(0, 0, canvas.width, canvas.height);
      target.value = "";
    });
  }

  /* each input once: Ajax brings new ones beside those that stay */
  function fresh(selector, prepare) {
    document.querySelectorAll(selector).forEach(function (one) {
      if (one.dataset.prepared) { return; }
      one.dataset.prepared = "true";
      prepare(one);
    });
  }

  function begin() {
    fresh(".brand-form input[type=file]", photos);
    fresh(".brand-pad", pad);
    var wrong = document.querySelector(".brand-form .field.bad [aria-invalid=true], .brand-form .bad > fieldset input:not([type=hidden])");
    if (wrong) { wrong.focus(); }
  }

  begin();
  if (window.jQuery) { window.jQuery(document).on("pfAjaxComplete", begin); }
})();
