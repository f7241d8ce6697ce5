// Generates the client of the public API from its description. With --check nothing is kept: it fails when the
// committed client is not what the description says.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { generate } from 'orval'

const check = process.argv.includes('--check')
process.chdir(fileURLToPath(new URL('..', import.meta.url)))

const committed = 'src/api/generated.ts'
const folder = mkdtempSync(join(tmpdir(), 'client-'))
const target = check ? join(folder, 'generated.ts') : committed

await generate({
  input: { target: 'src/api/openapi.json' },
  output: {
    target,
    mode: 'single',
    client: 'fetch',
    urlEncodeParameters: true,
    override: {
      mutator: { path: './src/api/call.ts', name: 'call' },
      fetch: { includeHttpResponseReturnType: false },
    },
  },
})

// Where the file stands changes how it names its neighbour, nothing else.
const textOf = (file) => readFileSync(file, 'utf8').replace(/from '[^']*call'/, "from './call'")
const stale = check && textOf(target) !== textOf(committed)
rmSync(folder, { recursive: true })
if (stale) {
  process.stderr.write('src/api/generated.ts is not what openapi.json says: run "npm run client"\n')
  process.exit(1)
}
