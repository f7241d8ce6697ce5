// What a browser must have before anything can be drawn: the entry, the texts that it waits for, and all that they import.

/** Bytes of script, packed with gzip. */
export const BUDGET = 200 * 1024

/** The dictionary of most people; the app waits for it. */
const TEXTS = 'src/app/texts.vi.ts'

/**
 * @param {Record<string, {file: string, isEntry?: boolean, imports?: string[]}>} manifest Vite's own
 * @param {(file: string) => number} sizeOf
 */
export function firstLoad(manifest, sizeOf) {
  const seen = new Set()
  const take = (name) => {
    if (seen.has(name)) return
    seen.add(name)
    for (const next of manifest[name].imports ?? []) take(next)
  }
  const entries = Object.keys(manifest).filter((name) => manifest[name].isEntry)
  if (entries.length === 0) throw new Error('the manifest has no entry')
  for (const needed of [...entries, TEXTS]) take(needed)
  return [...seen].reduce((sum, name) => sum + sizeOf(manifest[name].file), 0)
}
