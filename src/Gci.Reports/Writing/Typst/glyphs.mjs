import { readFileSync } from 'node:fs';

// PDF/UA refuses a character that no font can draw. Such a character becomes U+FFFD, so that one emoji does not cost the report.

/** The code points that a TrueType font maps to glyphs. */
function coverage(font) {
  const table = [...Array(font.readUInt16BE(4)).keys()].map(i => 12 + i * 16).find(at => font.toString('latin1', at, at + 4) === 'cmap');
  const cmap = font.readUInt32BE(table + 8);
  const covered = new Set();
  for (let i = 0; i < font.readUInt16BE(cmap + 2); i++) {
    const at = cmap + font.readUInt32BE(cmap + 4 + i * 8 + 4);
    const format = font.readUInt16BE(at);
    if (format === 4) readSegments(font, at, covered);
    if (format === 12) readGroups(font, at, covered);
  }

  return covered;
}

function readSegments(font, at, covered) {
  const doubled = font.readUInt16BE(at + 6);
  for (let i = 0; i < doubled; i += 2) {
    const last = font.readUInt16BE(at + 14 + i);
    const first = font.readUInt16BE(at + 16 + doubled + i);
    for (let code = first; code <= last && code !== 0xffff; code++) covered.add(code);
  }
}

function readGroups(font, at, covered) {
  for (let i = 0; i < font.readUInt32BE(at + 12); i++) {
    const group = at + 16 + i * 12;
    for (let code = font.readUInt32BE(group); code <= font.readUInt32BE(group + 4); code++) covered.add(code);
  }
}

/** The same value with every text made displayable, and the families it needs: a report without Chinese does not load 20 MB of it. */
export function displayable(value, families) {
  const covered = [];
  const seen = new Map();
  const has = (letter, index) => {
    covered[index] ??= coverage(readFileSync(families[index][0]));
    return covered[index].has(letter.codePointAt(0));
  };
  const known = letter => {
    if (!seen.has(letter)) {
      const invisible = /[\s\p{Default_Ignorable_Code_Point}\p{Bidi_Control}]/u.test(letter);
      seen.set(letter, invisible ? 0 : families.findIndex((_, index) => has(letter, index)));
    }

    return seen.get(letter) >= 0;
  };
  const shown = text => (/^[\x20-\x7e\n]*$/.test(text) ? text : [...text].map(letter => (known(letter) ? letter : '\ufffd')).join(''));
  const walk = node => {
    if (typeof node === 'string') return shown(node);
    if (Array.isArray(node)) return node.map(walk);
    return node && typeof node === 'object' ? Object.fromEntries(Object.entries(node).map(([name, child]) => [name, walk(child)])) : node;
  };
  const made = walk(value);
  const used = new Set([0, ...seen.values()]);

  // The words for "Contents" and "Figure" come from Typst in the language of the report.
  if (value.language === 'ar') used.add(1);
  if (value.language === 'zh') used.add(2);
  return { value: made, families: families.filter((_, index) => used.has(index)) };
}
