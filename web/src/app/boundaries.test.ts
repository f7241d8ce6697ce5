import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

// A module of the web may import what the server's module of the same name may call: the one map says it for both.
const mayImport = readMap(readFileSync('../docs/architecture.md', 'utf8'))
const free = ['app', 'testing']

function readMap(architecture: string) {
  const may: Record<string, readonly string[]> = { api: [], ui: ['api'] }
  for (const [, name = '', called = ''] of architecture.matchAll(/^\| `([a-z]+)` \|[^|]*\|([^|]*)\|$/gm)) {
    if (name === 'shared') continue
    const ground = name === 'workspace' ? ['api', 'ui'] : ['api', 'ui', 'workspace']
    may[name] =
      called.trim() === 'all above'
        ? Object.keys(may)
        : [...ground, ...[...called.matchAll(/`([a-z]+)`/g)].map((match) => match[1] ?? '')]
  }
  return may
}

// The words of the domain have no place in ui/: it draws, it does not know what.
const domainWords =
  /\b(contacts?|compan(y|ies)|deals?|hand-?offs?|pipelines?|campaigns?|lifecycle|mql|sql)\b/i

const sources = import.meta.glob<string>('../**/*.{ts,tsx}', {
  eager: true,
  query: '?raw',
  import: 'default',
})
const moduleOf = (path: string) => /^\.\.\/([^/]+)\//.exec(path)?.[1]
const withoutComments = (source: string) =>
  source.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '')

const importsOf = (path: string, source: string) =>
  [...source.matchAll(/(?:from|import)\s*\(?\s*['"](\.{1,2}\/[^'"]+)['"]/g)]
    .map((match) => new URL(match[1] ?? '', `https://x/${path.slice(3)}`).pathname)
    .map((target) => target.split('/')[1] ?? '')

/** What imports something that its module may not, and folders that are no module. */
function breaches(files: Record<string, string>) {
  const broken: string[] = []
  for (const [path, source] of Object.entries(files)) {
    const own = moduleOf(path)
    if (own === undefined || free.includes(own)) continue
    if (mayImport[own] === undefined) broken.push(`${path} is in no module`)
    if (path.includes('.test.')) continue
    for (const target of importsOf(path, source)) {
      if (target !== own && !mayImport[own]?.includes(target)) broken.push(`${path} imports ${target}`)
    }
  }
  return broken
}

describe('the walls between the modules of the web', () => {
  it('a module imports only what its server module may call', () => {
    expect(Object.keys(sources).length).toBeGreaterThan(100)
    expect(breaches(sources)).toEqual([])
  })

  it('the map knows every module of the server', () => {
    expect(Object.keys(mayImport)).toEqual(
      expect.arrayContaining(['workspace', 'contacts', 'marketing', 'sales', 'alignment', 'insight']),
    )
    expect(mayImport.alignment).toEqual(expect.arrayContaining(['marketing', 'sales']))
  })

  it.each([
    ['../sales/a.ts', "import { x } from '../marketing/b'", 'marketing'],
    ['../marketing/a.ts', "export { x } from '../sales/b'", 'sales'],
    ['../contacts/deep/a.ts', "const x = import('../../sales/b')", 'sales'],
    ['../contacts/a.ts', "import '../app/router'", 'app'],
    ['../ui/a.ts', "import { x } from '../workspace/b'", 'workspace'],
    ['../people/a.ts', "import { x } from '../contacts/b'", 'contacts'],
  ])('finds that %s goes through a wall', (path, source, target) => {
    expect(breaches({ [path]: source })).toEqual([`${path} imports ${target}`])
  })

  it('finds a folder that is no module', () => {
    expect(breaches({ '../helpers/a.ts': '' })).toEqual(['../helpers/a.ts is in no module'])
  })

  it('ui knows no word of the domain', () => {
    const broken: string[] = []
    for (const [path, source] of Object.entries(sources)) {
      if (moduleOf(path) !== 'ui' || path.includes('.test.')) continue
      const code = withoutComments(source)
      const word = domainWords.exec(code)
      if (word) broken.push(`${path}: ${word[0]}`)
      if (/from '\.\.\/api\/(?!problem|page|client)/.test(code))
        broken.push(`${path} imports the API's domain types`)
    }
    expect(broken).toEqual([])
  })
})
