// The reading age of what is being typed, as the server works it out, and the first sentence that
// is too hard, beside each field that has such a note. The page works without it.
for (const note of document.querySelectorAll("[data-reading]")) {
  const box = document.getElementById(note.dataset.of);
  const jargon = note.dataset.jargon.split("|");
  const [longest, oldest, target] = note.dataset.reading.split(" ").map(Number);
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
  const hard = (text) => {
    for (const sentence of text.trim().split(/(?<=[.!?])\s+|\n+/)) {
      const rare = jargon.filter((word) => new RegExp(`\\b${word}\\b`, "i").test(sentence));
      if (rare.length) return `“${sentence}” has a word few children know: ${rare.join(", ")}.`;
      if (sentence.split(/\s+/).filter(Boolean).length > longest) return `“${sentence}” is too long. Use ${longest} words at most.`;
      const years = age(sentence);
      if (years > oldest) return `“${sentence}” is for age ${years}. Use shorter words: aim for ${target}.`;
    }
    return "";
  };
  let wait;
  const tell = () => {
    note.hidden = !box.value.trim();
    note.textContent = `Reading age ${age(box.value)}. Aim for ${target}. ${hard(box.value)}`.trim();
  };
  box.addEventListener("input", () => { clearTimeout(wait); wait = setTimeout(tell, 500); });
}
