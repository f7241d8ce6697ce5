import { readdirSync } from 'node:fs'
import { defineConfig } from '@lingui/cli'
import { formatter } from '@lingui/format-po'

// Each module keeps its own texts beside its code, so that two modules never meet in one file.
const modules = readdirSync(new URL('src', import.meta.url)).filter(
  (name) => !['api', 'testing'].includes(name),
)

export default defineConfig({
  sourceLocale: 'vi',
  locales: ['vi', 'en'],
  catalogs: modules.map((name) => ({
    path: `<rootDir>/src/${name}/texts/{locale}`,
    include: [`<rootDir>/src/${name}`],
    exclude: ['**/*.test.*'],
  })),
  format: formatter({ lineNumbers: false, origins: false }),
})
