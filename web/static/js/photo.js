// A photo that is too large to be sent is made smaller on the phone, and so is one of a kind that only
// this phone can open. Where that can't be done, words say so; a kind that stays is answered in words.
for (const field of document.querySelectorAll("[data-most]")) {
  const smaller = async (photo) => {
    const opened = await createImageBitmap(photo, { imageOrientation: "from-image" });
    const scale = Math.min(1, 3000 / Math.max(opened.width, opened.height));
    const canvas = document.createElement("canvas");
    canvas.width = opened.width * scale;
    canvas.height = opened.height * scale;
    canvas.getContext("2d").drawImage(opened, 0, 0, canvas.width, canvas.height);
    const made = await new Promise((done) => canvas.toBlob(done, "image/jpeg", 0.9));
    const chosen = new DataTransfer();
    chosen.items.add(new File([made], "photo.jpg", { type: "image/jpeg" }));
    return chosen.files;
  };
  field.addEventListener("change", async () => {
    const chosen = field.files, [photo] = chosen, isBig = photo?.size > field.dataset.most;
    field.setCustomValidity("");
    if (!isBig && !/hei[cf]$/i.test(photo?.name)) return;
    field.value = "";
    try {
      field.files = await smaller(photo);
    } catch {
      if (!isBig) field.files = chosen;
      field.setCustomValidity(isBig ? field.dataset.big : "");
      if (isBig) field.reportValidity();
    }
  });
}
