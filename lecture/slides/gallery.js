"use strict";

/** Copy a text that stands in the page; tell whether that was possible. It stays selected where it was not. */
async function copied(element) {
  try {
    await navigator.clipboard.writeText(element.textContent);
    return true;
  } catch {
    getSelection().selectAllChildren(element);
    return document.execCommand("copy"); // old, but allowed on pages from a disk
  }
}

for (const button of document.querySelectorAll(".command button")) {
  button.hidden = false;
  button.addEventListener("click", async () => {
    const well = await copied(document.getElementById(button.dataset.of));
    const [shown, said] = well ? ["Copied", "The command is copied."] : ["Ctrl+C", "The command is selected."];
    button.firstElementChild.textContent = shown;
    document.getElementById("said").textContent = said;
    setTimeout(() => {
      button.firstElementChild.textContent = "Copy";
      document.getElementById("said").textContent = "";
    }, 2000);
  });
}
