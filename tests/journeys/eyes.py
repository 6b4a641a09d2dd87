"""What can be seen on a page, asked of the browser: each text is JavaScript that answers with the faults it found."""

#: How an element is named in an answer.
NAME = """
const name = (element) => {
  const words = (element.getAttribute("aria-label") || element.innerText || element.id || "").trim().slice(0, 40);
  return `${element.tagName.toLowerCase()}${[...element.classList].map((noun) => "." + noun).join("")} “${words}”`;
};
const all = (selector) => [...document.querySelectorAll(selector)];
const is_shown = (element) => element.checkVisibility({visibilityProperty: true});
const inside = (element, selector) => element.closest(selector) !== null;
"""

IS_WHOLLY_ON_SCREEN = """element => {
  const box = element.getBoundingClientRect();
  return box.height > 0 && box.top >= 0 && box.left >= 0 && box.bottom <= innerHeight && box.right <= innerWidth;
}"""

#: Nothing when the page fits, else what reaches past its right edge.
TOO_WIDE = f"""() => {{
  {NAME}
  if (document.documentElement.scrollWidth <= innerWidth) return [];
  const past = (element) => element.getBoundingClientRect().right > innerWidth + 1;
  return ["the page", ...all("body *").filter((element) => is_shown(element) && past(element)).map(name)];
}}"""

#: The lines of text on the page: the element each stands in, and its box, in which letters leave some air.
LINES = """
const lines = () => {
  const found = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const node = walker.currentNode;
    const element = node.parentElement;
    if (!node.data.trim() || !is_shown(element) || inside(element, ".visually-hidden, .skip-link")) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    for (const {left, right, top, bottom} of range.getClientRects()) {
      const air = (bottom - top) * 0.3;
      found.push({element, left, right, top: top + air, bottom: bottom - air});
    }
  }
  return found;
};
const meet = (one, other) => Math.min(one.right, other.right) - Math.max(one.left, other.left) > 1
  && Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top) > 1;
"""

#: Text that is cut off by its box, leaves the screen, or lies on other text; a table may scroll by itself.
CUT_OFF = f"""() => {{
  {NAME} {LINES}
  const cuts = (element) => {{
    const {{overflowX, overflowY}} = getComputedStyle(element);
    const hides = (overflow) => overflow === "hidden" || overflow === "clip";
    return (hides(overflowX) && element.scrollWidth > element.clientWidth + 1)
      || (hides(overflowY) && element.scrollHeight > element.clientHeight + 1);
  }};
  const boxes = all("body *").filter((box) => is_shown(box) && box.innerText && cuts(box));
  const faults = boxes.filter((box) => !inside(box, ".visually-hidden")).map((box) => `cut off: ${{name(box)}}`);
  const written = lines().filter((line) => !inside(line.element, ".status-table"));
  for (const [place, line] of written.entries()) {{
    if (line.left < -1 || line.right > innerWidth + 1) faults.push(`off the screen: ${{name(line.element)}}`);
    for (const other of written.slice(place + 1))
      if (line.element !== other.element && meet(line, other))
        faults.push(`on other text: ${{name(line.element)}} and ${{name(other.element)}}`);
  }}
  return faults;
}}"""

#: What stays where it is while the page moves below it, and lies on words that are not its own.
IN_THE_WAY = f"""() => {{
  {NAME} {LINES}
  const pinned = all("body *").filter((element) =>
    is_shown(element) && ["sticky", "fixed"].includes(getComputedStyle(element).position));
  const faults = [];
  for (let top = 0; pinned.length && top < document.documentElement.scrollHeight; top += innerHeight / 2) {{
    scrollTo({{top, behavior: "instant"}});
    const written = lines();
    for (const element of pinned) {{
      const box = element.getBoundingClientRect();
      const below = written.find((line) => !element.contains(line.element) && meet(line, box));
      if (below) faults.push(`${{name(element)}} on ${{name(below.element)}}`);
    }}
  }}
  scrollTo({{top: 0, behavior: "instant"}});
  return faults;
}}"""

#: Controls of the page, or of a part, that a finger of 44 pixels misses; a link in a sentence is as high as its line.
SMALL_TARGETS = f"""(part) => {{
  {NAME}
  const FINGER = 44;
  const is_inline = (element) => getComputedStyle(element).display === "inline";
  const in_a_sentence = (element) => {{
    if (!is_inline(element)) return false;
    let block = element.parentElement;
    while (is_inline(block)) block = block.parentElement;
    const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {{
      let holder = walker.currentNode.parentElement;
      if (!/\\p{{L}}/u.test(walker.currentNode.data) || inside(holder, "a, button")) continue;
      while (holder !== block && is_inline(holder)) holder = holder.parentElement;
      if (holder === block) return true;
    }}
    return false;
  }};
  const is_hit = (element, x, y) => {{
    const hit = document.elementFromPoint(x, y);
    return hit !== null && (element.contains(hit) || hit.control === element);
  }};
  const is_small = (element) => {{
    element.focus({{preventScroll: true}});
    element.scrollIntoView({{block: "center", behavior: "instant"}});
    const {{left, right, top, bottom}} = element.getBoundingClientRect();
    const [x, y, reach] = [(left + right) / 2, (top + bottom) / 2, FINGER / 2 - 1];
    return [[-reach, 0], [reach, 0], [0, -reach], [0, reach]].some(([right, down]) =>
      !is_hit(element, x + right, y + down));
  }};
  const kinds = "a[href], button, input, select, textarea, summary, [tabindex='0']";
  const controls = [...(part ?? document).querySelectorAll(kinds)].filter(is_shown);
  return controls.filter((control) => !in_a_sentence(control) && is_small(control)).map(name);
}}"""

#: Remembers what has words or a purpose and is told apart by its ground alone, which forced colours take away.
REMEMBER_GROUNDS = f"""() => {{
  {NAME}
  const page = getComputedStyle(document.body).backgroundColor;
  const has_ground = (element) => {{
    const {{backgroundColor, backgroundImage, boxShadow}} = getComputedStyle(element);
    const is_painted = !backgroundColor.endsWith(", 0)") && backgroundColor !== page;
    return is_painted || backgroundImage !== "none" || boxShadow !== "none";
  }};
  window.grounds = all("body *").filter((element) =>
    is_shown(element) && has_ground(element) && (element.innerText.trim() || element.matches("a, button, summary")));
  return window.grounds.length;
}}"""

#: Which of them have no line around them or along one side either.
LOST_GROUNDS = f"""() => {{
  {NAME}
  const has_line = (element) => ["Top", "Right", "Bottom", "Left"].some((side) => {{
    const style = getComputedStyle(element);
    return style[`border${{side}}Style`] !== "none" && parseFloat(style[`border${{side}}Width`]) >= 1;
  }});
  return window.grounds.filter((element) => !has_line(element)).map(name);
}}"""

#: Icons in another colour than the words beside them.
ODD_ICONS = f"""() => {{
  {NAME}
  const colour = (element) => getComputedStyle(element).color;
  return all("svg").filter((icon) => is_shown(icon) && colour(icon) !== colour(icon.parentElement))
    .map((icon) => name(icon.parentElement));
}}"""

#: Whatever would move by itself or take its time.
MOVING = f"""() => {{
  {NAME}
  const moves = (style) => style.animationName !== "none" || parseFloat(style.transitionDuration) > 0
    || style.scrollBehavior === "smooth";
  const parts = [undefined, "::before", "::after"];
  return all("*").filter((element) => parts.some((part) => moves(getComputedStyle(element, part)))).map(name);
}}"""

#: Where the keyboard is: what it is, what lies on it, how long a line around it is, and the part of the screen
#: in which its outline or that of a box around it can be seen.
FOCUSED = f"""() => {{
  {NAME}
  const AIR = 8;
  const element = document.activeElement;
  const {{left, right, top, bottom}} = element.getClientRects()[0];
  const [x, y] = [(left + right) / 2, (top + bottom) / 2];
  const points = [[x, y], [left + 3, y], [right - 3, y], [x, top + 3], [x, bottom - 3]];
  const covered_by = points.map((point) => document.elementFromPoint(...point))
    .filter((hit) => hit === null || !element.contains(hit)).map((hit) => hit ? name(hit) : "the edge of the screen");
  let box = element;
  while (box.parentElement && getComputedStyle(box).outlineStyle === "none") box = box.parentElement;
  if (box === document.documentElement) box = element;
  const shown = box.getBoundingClientRect();
  const edges = [Math.max(shown.left - AIR, 0), Math.max(shown.top - AIR, 0),
    Math.min(shown.right + AIR, innerWidth), Math.min(shown.bottom + AIR, innerHeight)];
  return {{
    what: name(element),
    covered_by,
    outline: 2 * (right - left + bottom - top),
    around: {{x: edges[0], y: edges[1], width: edges[2] - edges[0], height: edges[3] - edges[1]}},
  }};
}}"""
