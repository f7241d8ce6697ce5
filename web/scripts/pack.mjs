// pack.mjs OUT: writes .br and .gz beside every text asset, and fails when the first load is over its budget.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'

const out = process.argv[2]
const budget = 300 * 1024

for (const name of readdirSync(out, { recursive: true, withFileTypes: true })) {
  if (!name.isFile() || !/\.(js|css|html|svg|json)$/.test(name.name)) continue
  const file = join(name.parentPath, name.name)
  const content = readFileSync(file)
  if (content.length < 1024) continue
  writeFileSync(`${file}.gz`, gzipSync(content, { level: 9 }))
  writeFileSync(
    `${file}.br`,
    brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 10 } }),
  )
}

const html = readFileSync(join(out, 'index.html'), 'utf8')
const first = [...html.matchAll(/(?:src|href)="\/(assets\/[^"]+\.js)"/g)].map((match) => match[1])
const size = first.reduce(
  (sum, file) => sum + gzipSync(readFileSync(join(out, file)), { level: 9 }).length,
  0,
)
process.stdout.write(
  `web: first load ${Math.round(size / 1024)} KB of script (gzip), budget ${budget / 1024}\n`,
)
if (size > budget) {
  process.stderr.write('web: the first load is over its budget\n')
  process.exit(1)
}
