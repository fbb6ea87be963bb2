// Compares a file with the published checksum. The file stays on this device: nothing is sent anywhere.
const check = document.getElementById("file-check");
const expected = document.getElementById("sha256").textContent.trim();
if (check && window.crypto?.subtle) {
  check.hidden = false;
  const result = document.getElementById("file-result");
  const chosen = document.getElementById("file");
  // Otherwise a browser does not notice that the same file is chosen again, though it may have changed.
  chosen.addEventListener("click", () => { chosen.value = ""; });
  chosen.addEventListener("change", async event => {
    const file = event.target.files[0];
    if (!file) return;
    try {
      const digest = await crypto.subtle.digest("SHA-256", await file.arrayBuffer());
      const found = Array.from(new Uint8Array(digest), byte => byte.toString(16).padStart(2, "0")).join("");
      const same = found === expected;
      result.className = same ? "thami-valid" : "thami-invalid";
      result.textContent = same ? check.dataset.same : check.dataset.different;
    } catch { // larger than memory, or gone since it was chosen
      result.className = "thami-invalid";
      result.textContent = check.dataset.unreadable;
    }
  });
}
