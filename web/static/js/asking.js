// A question that waits for an answer shows once that is given. Without this file all of them show,
// and each says when to answer it. What was typed comes back when the question does.
(() => {
  const form = document.querySelector("[data-asking]");
  if (!form) return;
  const waiting = [...form.querySelectorAll("[data-after]")];
  const given = (name) => [...form.querySelectorAll("input")].find((each) => each.name === name && each.checked && !each.disabled)?.value;
  const show = () => {
    for (const each of waiting) {
      const off = given(each.dataset.after) !== each.dataset.when;
      each.hidden = off;
      for (const field of each.querySelectorAll("input, textarea")) field.disabled = off;
    }
  };
  form.addEventListener("change", show);
  form.addEventListener("reset", () => setTimeout(show));
  addEventListener("pageshow", show);
  show();
})();
