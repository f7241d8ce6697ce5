import { describe, expect, it } from 'vitest'

// A module of the web may import what the server's module of the same name may call (DESIGN: api, ui → modules → app).
const mayImport: Record<string, readonly string[]> = {
  api: [],
  ui: ['api'],
  workspace: ['api', 'ui'],
  contacts: ['api', 'ui', 'workspace'],
  messaging: ['api', 'ui', 'workspace', 'contacts'],
  work: ['api', 'ui', 'workspace', 'contacts', 'messaging'],
  catalog: ['api', 'ui', 'workspace'],
  people: ['api', 'ui', 'workspace', 'work'],
  marketing: ['api', 'ui', 'workspace', 'contacts', 'messaging', 'work', 'catalog'],
  sales: ['api', 'ui', 'workspace', 'contacts', 'messaging', 'work', 'catalog'],
  commerce: ['api', 'ui', 'workspace', 'sales', 'contacts', 'catalog', 'work', 'messaging'],
  care: ['api', 'ui', 'workspace', 'commerce', 'sales', 'contacts', 'work', 'messaging'],
  alignment: ['api', 'ui', 'workspace', 'marketing', 'sales', 'contacts', 'catalog', 'work', 'messaging'],
}
const free = ['app', 'testing']

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

describe('the walls between the modules of the web', () => {
  it('every folder is a module that the rules know', () => {
    const folders = new Set(
      Object.keys(sources)
        .map(moduleOf)
        .filter((name) => name !== undefined),
    )
    for (const folder of folders) expect([...Object.keys(mayImport), ...free]).toContain(folder)
  })

  it('a module imports only what its server module may call', () => {
    const broken: string[] = []
    for (const [path, source] of Object.entries(sources)) {
      const own = moduleOf(path)
      if (own === undefined || free.includes(own) || path.includes('.test.')) continue
      for (const target of importsOf(path, source)) {
        if (target !== own && !mayImport[own]?.includes(target)) broken.push(`${path} imports ${target}`)
      }
    }
    expect(broken).toEqual([])
  })

  it('marketing and sales never import each other', () => {
    expect(mayImport.sales).not.toContain('marketing')
    expect(mayImport.marketing).not.toContain('sales')
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
