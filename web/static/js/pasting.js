// Text pasted from Word keeps its paragraphs, lists and tables: the server turns it into Markdown.
// Without this file, or where the server does not answer, it is pasted as plain text.
(() => {
  const around = document.querySelector("[data-pasting]");
  const field = around?.querySelector("textarea");
  const token = around?.querySelector("[name=csrf_token]")?.value;
  if (!field || !token) return;
  const insert = (words, start, end) => {
    field.focus();
    field.setRangeText(words, start, end, "end");
    field.dispatchEvent(new Event("input", { bubbles: true }));
  };
  field.addEventListener("paste", async (event) => {
    const html = event.clipboardData?.getData("text/html");
    if (!html) return;
    event.preventDefault();
    const plain = event.clipboardData.getData("text/plain");
    const { selectionStart: start, selectionEnd: end } = field;
    field.readOnly = true;
    let words = plain;
    try {
      const body = new URLSearchParams({ html, csrf_token: token });
      const answer = await fetch(around.dataset.pasting, { method: "POST", body });
      if (answer.ok && !answer.redirected) words = await answer.text();
    } catch {
      words = plain;
    }
    field.readOnly = false;
    insert(words, start, end);
  });
})();
