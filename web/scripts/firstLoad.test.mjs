import { describe, expect, it } from 'vitest'
import { BUDGET, firstLoad } from './firstLoad.mjs'

describe('the first load', () => {
  const manifest = {
    'index.html': { file: 'index.js', isEntry: true, imports: ['_react.js', '_router.js'] },
    '_react.js': { file: 'react.js' },
    '_router.js': { file: 'router.js', imports: ['_react.js'] },
    'src/app/texts.vi.ts': { file: 'vi.js' },
    'src/app/Page.tsx': { file: 'page.js', imports: ['_react.js', '_heavy.js'] },
    '_heavy.js': { file: 'heavy.js' },
  }
  const sizes = { 'vi.js': 9, 'index.js': 5, 'react.js': 60, 'router.js': 30, 'page.js': 7, 'heavy.js': 900 }

  it('is the entry, the texts and all that they import, each once, and nothing of a page that comes later', () => {
    expect(firstLoad(manifest, (file) => sizes[file])).toBe(104)
  })

  it('grows with what the entry comes to import by another way', () => {
    const planted = { ...manifest, '_router.js': { file: 'router.js', imports: ['_heavy.js'] } }
    expect(firstLoad(planted, (file) => sizes[file])).toBe(1004)
  })

  it('is not measured where there is no entry', () => {
    expect(() => firstLoad({}, () => 0)).toThrow('no entry')
  })

  it('has 200 KB', () => {
    expect(BUDGET).toBe(204_800)
  })
})
