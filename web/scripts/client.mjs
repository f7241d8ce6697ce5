// Generates the client of the public API from its description: one file per tag, so that a page loads the calls of its
// own module and no others, and one with the shapes of all. With --check nothing is kept: it fails when the committed
// client is not what the description says.
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { generate } from 'orval'

const check = process.argv.includes('--check')
process.chdir(fileURLToPath(new URL('..', import.meta.url)))

const committed = 'src/api/generated'
const folder = mkdtempSync(join(tmpdir(), 'client-'))

/** One line of code per path: what is the same for all of them stands once, in `request`. */
const call = ({ operationName, verb, props, params, queryParams, body, response }, { route }) => {
  const multipart = body.contentType === 'multipart/form-data'
  const path = route.replaceAll(/(?<=\$\{)\w+(?=\})/g, (name) => `encodeURIComponent(${name})`)
  const named = props.map((prop) =>
    multipart && prop.type === 'body' ? 'form: FormData' : prop.implementation,
  )
  const given = [
    ...(queryParams ? ['query: params'] : []),
    ...(body.implementation ? [multipart ? 'body: form' : `body: ${body.implementation}`] : []),
  ]
  return {
    imports: [
      ...(multipart ? [] : body.imports),
      ...params.flatMap((param) => param.imports),
      ...response.imports,
      ...(queryParams ? [{ name: queryParams.schema.name }] : []),
    ],
    implementation: `export const ${operationName} = (${[...named, 'options?: CallOptions'].join(', ')}) =>
  request<${response.definition.success || 'unknown'}>('${verb.toUpperCase()}', \`${path}\`, ${
    given.length > 0 ? `{ ${given.join(', ')}, ...options }` : 'options'
  })\n\n`,
  }
}

await generate({
  input: { target: 'src/api/openapi.json' },
  output: {
    target: join(folder, 'api.ts'),
    mode: 'tags',
    client: () => ({
      client: call,
      dependencies: () => [
        { exports: [{ name: 'request', values: true }, { name: 'CallOptions' }], dependency: '../client' },
      ],
    }),
  },
})

const textsIn = (of) =>
  readdirSync(of)
    .sort()
    .map((file) => `${file}\n${readFileSync(join(of, file), 'utf8')}`)
    .join('\n')
const stale = check && textsIn(folder) !== textsIn(committed)
if (!check) {
  rmSync(committed, { recursive: true, force: true })
  cpSync(folder, committed, { recursive: true })
}
rmSync(folder, { recursive: true })
if (stale) {
  process.stderr.write('src/api/generated is not what openapi.json says: run "npm run client"\n')
  process.exit(1)
}
