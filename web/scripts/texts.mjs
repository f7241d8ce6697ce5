// Texts: collects every text of the code into src/*/texts/{vi,en}.po.
// With --check nothing is kept: it fails when the collected texts are stale or an English one is missing, or when two
// modules translate the same text differently: the browser has one dictionary, and one of them would be lost.
import { spawnSync } from 'node:child_process'
import { globSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const check = process.argv.includes('--check')
process.chdir(fileURLToPath(new URL('..', import.meta.url)))

const catalogs = () => globSync('src/*/texts/*.po').sort()
const entriesOf = (file) => {
  const read = (lines, key) => {
    const at = lines.findIndex((line) => line.startsWith(`${key} `))
    if (at < 0) return null
    let text = JSON.parse(lines[at].slice(key.length + 1))
    for (let i = at + 1; i < lines.length && lines[i].startsWith('"'); i++) text += JSON.parse(lines[i])
    return text
  }
  return readFileSync(file, 'utf8')
    .split(/\n\n+/)
    .map((block) => block.split('\n').filter((line) => !line.startsWith('#')))
    .map((lines) => ({
      id: read(lines, 'msgid'),
      context: read(lines, 'msgctxt'),
      text: read(lines, 'msgstr'),
    }))
    .filter((entry) => entry.id)
}
const keys = (file) =>
  entriesOf(file)
    .map((entry) => `${entry.context ?? ''}\u0004${entry.id}`)
    .sort()
    .join('\n')

const before = new Map(catalogs().map((file) => [file, readFileSync(file, 'utf8')]))
const keysBefore = new Map([...before.keys()].map((file) => [file, keys(file)]))

const run = spawnSync('lingui extract --clean --overwrite', { encoding: 'utf8', shell: true })
if (run.status !== 0) {
  process.stderr.write(run.stdout + run.stderr)
  process.exit(1)
}

const problems = []
const englishOf = new Map()
for (const file of catalogs()) {
  if (check && keysBefore.get(file) !== keys(file)) problems.push(`${file} is stale: run "npm run texts"`)
  if (file.endsWith('/en.po')) {
    for (const { id, context, text } of entriesOf(file)) {
      if (!text) problems.push(`${file} lacks: ${id}`)
      const key = `${context ?? ''}\u0004${id}`
      const other = englishOf.get(key)
      if (text && other && other.text !== text) {
        problems.push(
          `${file} says "${text}" for "${id}", ${other.file} "${other.text}": give one of them a context`,
        )
      }
      if (text) englishOf.set(key, { text, file })
    }
  }
}
// The date in the head of a catalog changes with every run; a file that says nothing new stays as it was.
for (const file of catalogs()) {
  const old = before.get(file)
  if (old === undefined) {
    if (check) rmSync(file)
    continue
  }
  const withoutDate = (text) => text.replace(/^"POT-Creation-Date.*$/m, '')
  if (check || withoutDate(old) === withoutDate(readFileSync(file, 'utf8'))) writeFileSync(file, old)
}
if (problems.length > 0) {
  process.stderr.write(`${problems.join('\n')}\n`)
  process.exit(check ? 1 : 0)
}
