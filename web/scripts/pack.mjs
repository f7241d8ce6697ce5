// pack.mjs OUT: writes .br and .gz beside every text asset, and fails when the first load is over its budget.
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import { BUDGET, firstLoad } from './firstLoad.mjs'

const out = process.argv[2]
const inKilobytes = (bytes) => Math.ceil(bytes / 1024)

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

const size = (file) => gzipSync(readFileSync(join(out, file)), { level: 9 }).length
const manifest = JSON.parse(readFileSync(join(out, '.vite/manifest.json'), 'utf8'))
rmSync(join(out, '.vite'), { recursive: true })
const first = firstLoad(manifest, size)
process.stdout.write(
  `web: first load ${inKilobytes(first)} KB of script (gzip), budget ${inKilobytes(BUDGET)}\n`,
)
if (first > BUDGET) {
  process.stderr.write('web: the first load is over its budget\n')
  process.exit(1)
}
