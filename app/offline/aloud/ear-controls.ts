const SPEAKER = "M4 9v6h4l6 5V4L8 9zM17 8a6 6 0 0 1 0 8M20 5a10 10 0 0 1 0 14";

/** A button that is pressed while it reads. */
export function makeButton(
  word: string,
  look: string,
  act: (isOn: boolean) => void,
): HTMLButtonElement {
  const button = document.createElement("button");
  button.type = "button";
  button.className = look;
  button.setAttribute("aria-pressed", "false");
  button.innerHTML = `<svg class="i" viewBox="0 0 24 24" width="24" height="24" aria-hidden="true"><path d="${SPEAKER}"/></svg>`;
  button.append(word);
  button.addEventListener("click", () => act(button.getAttribute("aria-pressed") === "true"));
  return button;
}

/** Buttons of which one is pressed. */
export function choices(
  label: string,
  options: readonly (readonly [value: string, word: string])[],
  now: string,
  act: (value: string) => void,
): HTMLElement {
  const group = document.createElement("span");
  group.className = "ear-choices";
  group.setAttribute("role", "group");
  group.setAttribute("aria-label", label);
  for (const [value, word] of options) {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = word;
    button.setAttribute("aria-pressed", String(value === now));
    button.addEventListener("click", () => {
      for (const each of group.children) each.setAttribute("aria-pressed", String(each === button));
      act(value);
    });
    group.append(button);
  }
  return group;
}
