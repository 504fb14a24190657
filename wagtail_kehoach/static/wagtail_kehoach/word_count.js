// Says under a text how many words it has, against the limit that is named beside it.
for (const field of document.querySelectorAll("[data-kh-words]")) {
  const told = document.getElementById("kh-word-count");
  const show = () => {
    const words = field.value.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
    told.textContent = told.dataset.khSaid.replace("{count}", words);
    told.classList.toggle("error", told.dataset.khLimit && words > Number(told.dataset.khLimit));
  };
  field.addEventListener("input", show);
  show();
}
