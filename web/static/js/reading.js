// The reading age of what is being typed, as the server works it out. The page works without it.
(() => {
  const box = document.querySelector("#f-words");
  const note = document.querySelector("[data-reading]");
  if (!box || !note) return;
  const beats = (word) => {
    let letters = word.toLowerCase().replace(/[^a-z]/g, "");
    if (letters.length <= 3) return letters ? 1 : 0;
    letters = letters.replace(/(?:[^laeiouy]es|[^td]ed|[^laeiouy]e)$/, (end) => end[0]);
    return Math.max(1, (letters.match(/[aeiouy]+/g) || []).length);
  };
  const age = (text) => {
    const sentences = text.split(/(?<=[.!?:])\s+|\n+/).filter((part) => /\w/.test(part)).length;
    const words = text.match(/[A-Za-z][A-Za-z'\u2019-]*/g) || [];
    const all = words.reduce((sum, word) => sum + beats(word), 0) / Math.max(1, words.length);
    const grade = 0.39 * words.length / Math.max(1, sentences) + 11.8 * all - 15.59;
    return Math.max(5, Math.round((grade + 5) * 10) / 10);
  };
  let wait;
  const tell = () => {
    note.hidden = !box.value.trim();
    note.textContent = `Reading age ${age(box.value)}. Aim for 9.`;
  };
  box.addEventListener("input", () => { clearTimeout(wait); wait = setTimeout(tell, 500); });
})();
