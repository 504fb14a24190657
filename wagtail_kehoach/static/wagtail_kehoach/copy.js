// Copies the link beside the button, and says so on the button. Without HTTPS browsers
// have no clipboard for scripts: the link is then marked, ready to be copied by hand.
for (const button of document.querySelectorAll("[data-kh-copy]")) {
  button.addEventListener("click", async () => {
    const field = button.parentElement.querySelector("[data-kh-copy-from]");
    field.select();
    if (navigator.clipboard) {
      await navigator.clipboard.writeText(field.value);
      button.textContent = button.dataset.khCopied;
    }
  });
}
