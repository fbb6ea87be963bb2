// Everything works without this. With it, the design system's components move the focus and announce changes.
import { initAll } from "./govuk-frontend.min.js";

document.body.classList.add("js-enabled", "govuk-frontend-supported");
initAll();
